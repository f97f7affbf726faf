using NodaTime;
using Roundtable.Decisions;
using Roundtable.Partnerships;
using Roundtable.Platform.Access;
using Roundtable.Vision;

namespace Roundtable.Demo;

/// <summary>How Riverbend found its vision: nine organizations on four boards, an outside facilitator, two drafts, one reservation.</summary>
internal sealed partial class Story
{
    private const string Mediator = "Ruth Solberg";

    private readonly List<Card> cards = [];
    private readonly List<Cluster> clusters = [];
    private readonly List<Statement> statements = [];
    private VisionProcess process = null!;

    private Actor Facilitator => Actor.Person(process.FacilitatorId!.Value, administrator: false, [.. process.Grants.Select(g => g.Standing)]);

    private void WriteVision()
    {
        On(25, at =>
        {
            var today = riverbend.Today(at);
            process = Keep(VisionProcess.Prepare(Convener, riverbend.Id, VisionWords.Usual(texts, today) with { Title = "What Riverbend County can do in two years", ClosesOn = today.PlusDays(11) }, [.. seats.Values.Select(s => s.Id)], today, at));
            process.Entrust(Convener, Who(Mediator, at).Id, hasBallot: false, at);
        });
        On(24, at => process.Open(Facilitator, riverbend.Today(at), at));
        On(21, at => process.Describe(Convener, PlanOf(process), [.. seats.Values.Select(s => s.Id)], riverbend.Today(at), at));
        foreach (var (number, idea) in CastOfVision.Ideas.Index()) On(20 - (number % 6), at => PutIn(idea, at));
        On(13, at => process.CloseBoards(Facilitator, cards.Count, at), saved: true);
        foreach (var board in Boards.All) On(13, at => BringTogether(board, at), saved: true);
        On(13, TieToNeeds, saved: true);
        WriteDots();
        WriteDrafts();
        WriteAdoption();
    }

    private static VisionPlan PlanOf(VisionProcess p) => new()
    {
        Title = p.Title, NeedsQuestion = p.NeedsQuestion, ResourcesQuestion = p.ResourcesQuestion, StrategiesQuestion = p.StrategiesQuestion, OutcomesQuestion = p.OutcomesQuestion,
        GroundRules = p.GroundRules, OpensOn = p.OpensOn, ClosesOn = p.ClosesOn, AllowsAnonymous = p.AllowsAnonymous,
    };

    private void PutIn(Idea idea, Instant at)
    {
        var actor = idea.Way.IsForOthers() ? Facilitator : Voice(idea.By, at);
        var card = Keep(Card.Add(actor, process, process.AskedOf(seats[idea.By].Id), new(idea.Board, idea.Text, idea.Language, idea.Evidence, idea.Affected), idea.Way, riverbend.Today(at), at));
        if (idea.Translation is not null) card.Translate(Facilitator, process, idea.Translation, "en", at);
        cards.Add(card);
    }

    private void BringTogether(Board board, Instant at)
    {
        foreach (var cluster in CastOfVision.Ideas.Where(i => i.Board == board).GroupBy(i => i.Cluster))
        {
            var those = cards.Where(c => cluster.Any(i => i.Text == c.Text)).Select(c => c.Number).ToList();
            Keep(new ClusterBoard(process, board, cards, clusters).Make(Facilitator, cluster.Key, those, at, out var made));
            clusters.Add(Keep(made));
        }
    }

    private void TieToNeeds(Instant at)
    {
        foreach (var (name, need) in CastOfVision.Serves)
        {
            var (from, to) = (clusters.First(c => c.Name == name), clusters.First(c => c.Name == need));
            Keep(new ClusterBoard(process, from.Board, cards, clusters).Tie(Facilitator, from.Number, to.Number, at));
        }
    }

    private void WriteDots()
    {
        Motion dots = null!;
        On(12, at =>
        {
            dots = Keep(DotRound.Prepare(Facilitator, process, [.. clusters.Where(c => c.Board is Board.Needs)], new("What matters most to the people you serve", "Three dots for each organization.", DotRound.UsualDots), RuleTerms.UsualFor(MotionKind.Vision), b => texts.Name(b), at));
            Ask(dots, Facilitator, at, 1);
        });
        On(11, at =>
        {
            foreach (var (name, marks) in new[] { (Cast.Library, "1:2 2:1"), (Cast.HumanServices, "1:1 2:2"), (Cast.LegalAid, "1:3"), (Cast.LatinoCenter, "3:2 5:1"), (Cast.HmongCenter, "3:3"), (Cast.AdultSchool, "2:2 3:1"), (Cast.Workforce, "4:2 1:1"), (Cast.TaxHelp, "1:2 2:1") })
                dots.Cast(Voice(name, at), seats[name].Id, new(Dots: Vote.DotsOf(marks)), at);
        });
        On(9, at => End(dots, at));
    }

    private void WriteDrafts()
    {
        WordingRound round = null!;
        StatementComment comment = null!;
        On(9, at => statements.Add(Keep(Statement.Write(Facilitator, process, statements, new(CastOfVision.FirstDraft), at))), saved: true);
        On(9, at =>
        {
            comment = Keep(StatementComment.Say(Voice(Cast.HmongCenter, at), process, statements[0], 1, "Near is not enough. If the first page is in English only, our elders stay at home.", at));
            round = Keep(WordingRound.Open(Facilitator, process, statements[0], riverbend.Today(at).PlusDays(3), riverbend.Zone, at));
        });
        On(8, at =>
        {
            round.Say(Voice(Cast.LatinoCenter, at), process, statements[0], WordingSaid.FineWithChange, CastOfVision.FirstDraft.Replace("at a library near them", "in their own language, at a library near them", StringComparison.Ordinal), "People must see themselves in it.", at);
            round.Say(Voice(Cast.Workforce, at), process, statements[0], WordingSaid.Comment, null, "Say how near: ten miles is what people told us.", at);
            foreach (var name in (string[])[Cast.Library, Cast.HumanServices, Cast.AdultSchool]) round.Say(Voice(name, at), process, statements[0], WordingSaid.Fine, null, null, at);
        }, saved: true);
        On(5, at =>
        {
            round.Settle(Actor.System(nameof(FollowVisions)), at);
            statements.Add(Keep(Statement.Write(Facilitator, process, statements, new(CastOfVision.SecondDraft, "Their own language, and how near: ten miles.", 1), at)));
            comment.Resolve(Facilitator, process, statements[0], statements[1], null, at);
        }, saved: true);
    }

    private void WriteAdoption()
    {
        Motion adopting = null!;
        AdoptedVision vision = null!;
        var follower = Actor.System(nameof(FollowVisions));
        On(5, at =>
        {
            adopting = Keep(statements[1].Propose(Convener, process, new("Our vision", "The second draft, after one wording round.", BallotForm.Consent), RuleTerms.UsualFor(MotionKind.Vision), running: false, at));
            Ask(adopting, Convener, at, 2);
            process.Follow(follower, adopting.State, adopting.Result, at);
        }, saved: true);
        On(4, at => Say(adopting, at, (Cast.Library, Stance.Endorse, null), (Cast.HumanServices, Stance.Endorse, null), (Cast.LegalAid, Stance.Reservation, CastOfVision.Reservation), (Cast.LatinoCenter, Stance.Endorse, null),
            (Cast.HmongCenter, Stance.Endorse, null), (Cast.AdultSchool, Stance.Endorse, null), (Cast.Foundation, Stance.Endorse, null), (Cast.TaxHelp, Stance.Endorse, null), (Cast.Emergency, Stance.Abstain, null)));
        On(2, at => { End(adopting, at); vision = Keep(AdoptedVision.Of(follower, process, adopting, riverbend.Language, riverbend.Zone, at)); }, saved: true);
        On(2, at =>
        {
            var shown = Keep(PublicVision.Of(vision));
            shown.Write(Convener, CastOfVision.Public, CastOfVision.PublicInSpanish, at);
            shown.Publish(Convener, riverbend, vision, at);
        }, saved: true);
        On(1, at => vision.Adopt(Voice(Cast.Workforce, at), seats[Cast.Workforce].Id, null, riverbend.Today(at), at));
    }
}
