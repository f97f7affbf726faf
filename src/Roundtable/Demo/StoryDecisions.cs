using NodaTime;
using Roundtable.Decisions;
using Roundtable.Partnerships;
using Roundtable.Platform.Access;
using static Roundtable.Decisions.Stance;

namespace Roundtable.Demo;

/// <summary>What Riverbend's table has decided: a package with a reservation, a refusal, a secret vote, and two questions that are open.</summary>
internal sealed partial class Story
{
    private void WriteDecisions()
    {
        On(20, at => Keep(new AgreedRule(riverbend.Id, MotionKind.Money)).Agree(Convener, RuleTerms.UsualFor(MotionKind.Money), at));
        WritePackage();
        WriteLogo();
        WriteHousing();
        WriteInterpreters();
        WriteSaturdays();
    }

    private void WritePackage()
    {
        Motion package = null!;
        On(19, at => package = Put(Cast.HumanServices, MotionKind.Plan, at, 7, "A benefits worker at the main branch on Tuesdays",
            "From the first Tuesday of the month a benefits worker of the county sits in the study room of the main branch, 10 to 4. The library gives the room, counted as in-kind. Branch staff stay at self-service.",
            "The county asked for the assisted level at every branch; the library's counsel says self-service. This is what both can do."));
        On(18, at => Say(package, at, (Cast.Library, Reservation, "Our staff never fill in an application or see a password, on Tuesdays either."), (Cast.HumanServices, Endorse, null), (Cast.LatinoCenter, Endorse, null), (Cast.HmongCenter, Endorse, null)));
        On(16, at => Say(package, at, (Cast.AdultSchool, Endorse, null), (Cast.Workforce, MinorPoint, "Wednesdays would fit our own hours better."), (Cast.Foundation, Endorse, null), (Cast.LegalAid, Endorse, null), (Cast.Emergency, Abstain, null)));
        On(11, at =>
        {
            End(package, at);
            package.Conclude(As(Who("Denise Walker", at), seats[Cast.HumanServices]), "The county sends Tyrell Banks; the library puts the day on its desk cards.", seats[Cast.HumanServices].Id, riverbend.Today(now).PlusMonths(5), at);
        });
    }

    private void WriteLogo()
    {
        Motion logo = null!;
        On(11, at => logo = Put(Cast.Chamber, MotionKind.General, at, 5, "Whose logo comes first", "On everything the partnership prints the logo of the Chamber of Commerce comes first, then the others by alphabet.", null));
        On(9, at => Say(logo, at, (Cast.Chamber, Endorse, null), (Cast.LatinoCenter, Block, "We are eleven. No name comes first; the order is by alphabet or by turns."), (Cast.Library, StandAside, null), (Cast.HumanServices, DisagreeStrongly, null), (Cast.TaxHelp, Abstain, null), (Cast.HmongCenter, Disagree, null)));
        On(5, at => End(logo, at));
    }

    private void WriteHousing()
    {
        Motion housing = null!;
        On(8, at =>
        {
            var ana = Convener;
            housing = Keep(Motion.Prepare(ana, riverbend.Id, seats[Cast.Library].Id, MotionKind.Membership, new("A seat for the Housing Authority", "The Riverbend Housing Authority is offered a seat with a vote.", null, BallotForm.YesNo, IsSecret: true, false, 0), RuleTerms.UsualFor(MotionKind.Membership), at));
            Ask(housing, ana, at, 4);
        });
        On(7, at => Say(housing, at, [.. ((string[])[Cast.Library, Cast.HumanServices, Cast.LegalAid, Cast.LatinoCenter, Cast.HmongCenter, Cast.AdultSchool, Cast.Foundation, Cast.Chamber]).Select((name, i) => (name, i % 7 == 6 ? Disagree : Endorse, (string?)null))]));
        On(3, at => End(housing, at));
    }

    private void WriteInterpreters()
    {
        Motion pay = null!;
        On(3, at => pay = Put(Cast.Foundation, MotionKind.Money, at, 8, "Interpreters are paid from the grant", "The Riverbend Community Foundation pays interpreters at $35 an hour for one year, at most $18,000. Children and relatives do not interpret.",
            "Centro Latino and the Hmong Center send trained adults; both asked that their hours are paid."));
        On(2, at =>
        {
            Say(pay, at, (Cast.Foundation, Endorse, null), (Cast.LatinoCenter, Endorse, null), (Cast.HmongCenter, Endorse, null), (Cast.AdultSchool, MinorPoint, "Students in their last term could help at $20."));
            pay.Recuse(As(Who("Priya Nair", at), seats[Cast.LegalAid]), seats[Cast.LegalAid].Id, "A member of our board runs an interpreting business.", at);
            pay.AwaitBoard(As(Who("Denise Walker", at), seats[Cast.HumanServices]), seats[Cast.HumanServices].Id, "Our county board", riverbend.Today(now).PlusDays(19), riverbend.Zone, at);
            pay.Entrust(As(Who("Diane Foster", at), seats[Cast.Chamber]), seats[Cast.Chamber].Id, seats[Cast.Library].Id, at);
        });
        On(1, at => Keep(Amendment.Suggest(As(Who("James Okafor", at), seats[Cast.Workforce]), pay, seats[Cast.Workforce].Id, pay.Text.Replace("$35 an hour", "$35 an hour, travel included,", StringComparison.Ordinal), "Two branches are an hour away.", at)));
    }

    private void WriteSaturdays()
    {
        Motion first = null!;
        On(2, at =>
        {
            var ana = Convener;
            first = Keep(Motion.Prepare(ana, riverbend.Id, seats[Cast.Library].Id, MotionKind.Plan,
                new("What to do first next quarter", "Each organization has three dots. Give them to what matters most to the people you serve.", null, BallotForm.Dots, false, false, 3,
                    new OptionWanted("A first page in Hmong and Spanish"), new OptionWanted("Saturday hours at the north branch"), new OptionWanted("Referral slips that come back"), new OptionWanted("A desk card on immigration fraud")),
                RuleTerms.UsualFor(MotionKind.Plan), at));
            Ask(first, ana, at, 6);
        });
        On(1, at =>
        {
            foreach (var (name, dots) in new[] { (Cast.HmongCenter, "1:3"), (Cast.LatinoCenter, "1:1 4:2"), (Cast.LegalAid, "3:2 4:1"), (Cast.Workforce, "2:3") })
                first.Cast(Voice(name, at), seats[name].Id, new(Dots: Vote.DotsOf(dots)), at);
        });
    }

    private Motion Put(string by, MotionKind kind, Instant at, int days, string title, string text, string? background)
    {
        var actor = Voice(by, at);
        var motion = Keep(Motion.Prepare(actor, riverbend.Id, seats[by].Id, kind, new(title, text, background, BallotForm.Gradient, false, false, 0), RuleTerms.UsualFor(kind), at));
        Ask(motion, actor, at, days);
        return motion;
    }

    // The story sends no mail: all have been told.
    private void Ask(Motion motion, Actor actor, Instant at, int days)
    {
        motion.Open(actor, [.. seats.Values.Where(s => s.SeatedAt < at).Select(s => s.Id)], riverbend.Zone.AtStartOfDay(riverbend.Today(at).PlusDays(days + 1)).ToInstant() - Duration.FromMinutes(1), at);
        motion.Told(at);
        motion.Reminded(at);
    }

    private void Say(Motion motion, Instant at, params IEnumerable<(string By, Stance Stance, string? Words)> said)
    {
        foreach (var (by, stance, words) in said) motion.Cast(Voice(by, at), seats[by].Id, new(stance, words), at);
    }

    private void End(Motion motion, Instant at)
    {
        motion.Settle(Actor.System(nameof(SettleMotions)), seats.Values.Select(s => s.Id).ToHashSet(), at);
        motion.Told(at);
    }

    /// <summary>Who represents the organization on that day.</summary>
    private Actor Voice(string name, Instant at) => name == Cast.Library ? Convener : As(people.Values.Concat(known.Values).First(p => p.Id == seats[name].Representative), seats[name]);
}
