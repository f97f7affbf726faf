using Microsoft.EntityFrameworkCore;
using NodaTime;
using Roundtable.Decisions;
using Roundtable.Partnerships;
using Roundtable.People;
using Roundtable.Platform.Access;
using Roundtable.Platform.Data;

namespace Roundtable.Tests.HouseRules;

internal sealed partial class AccessWorld
{
    // An open motion with a suggested wording in both partnerships; here also one that is prepared and one that is decided.
    private async Task GiveMotions(RoundtableDb db, Partnership here, Partnership there, Riverbend story, Action<string, Scene> add)
    {
        async Task<(Motion Motion, Amendment Amendment, Actor Actor)> Open(Partnership partnership, Person by)
        {
            var actor = Actor.Person(by.Id, false, [.. (await db.Grants.Where(g => g.PersonId == by.Id).ToListAsync()).Select(g => g.Standing)]);
            var motion = Prepared(actor, partnership);
            motion.Open(actor, await db.VotingSeats(partnership.Id), World.Now + Duration.FromDays(7), World.Now);
            var amendment = Amendment.Suggest(actor, motion, actor.SeatIn(partnership.Id)!.Value, "All sites open on Sundays.", null, World.Now);
            db.Add(motion);
            db.Add(amendment);
            return (motion, amendment, actor);
        }

        Motion Prepared(Actor actor, Partnership partnership) => Motion.Prepare(actor, partnership.Id, actor.SeatIn(partnership.Id), MotionKind.General,
            new("Open on Saturdays", "All sites open on Saturdays.", null, BallotForm.Gradient, false, false, 0), RuleTerms.UsualFor(MotionKind.General), World.Now);

        var (own, other) = (await Open(here, story.Ana), await Open(there, story.Tom));
        var prepared = Prepared(own.Actor, here);
        var (decided, _, _) = await Open(here, story.Ana);
        decided.Settle(Actor.System("test"), new HashSet<Guid>(), World.Now);
        db.Add(prepared);
        await db.SaveChangesAsync();

        void Give(string where, object mine, object others, object missing) => Samples[where] = new($"{mine}", $"{others}", $"{missing}");
        Give("motions/{number}", own.Motion.Number, other.Motion.Number, 9999);
        foreach (var before in (string[])["{amendment}", "{wording}"]) Give($"amendments/{before}", own.Amendment.Number, other.Amendment.Number, 9999);
        Give("decision-rules/{kind}", "money", "money", "weather");
        Give("rules/{kind}", "money", "money", "weather");
        foreach (var before in (string[])["recusals", "proxies"]) Give($"{before}/{{seat}}", 1, 1, 9999);

        const string page = "/w/{partnership}/motions/{number}", api = "/api/v1/partnerships/{partnership}/motions/{number}";
        void In(string name, Motion motion, params string[] routes)
        {
            foreach (var route in routes) add(route, new Scene(name, Where: "motions/{number}", Sample: Samples["motions/{number}"] with { Own = $"{motion.Number}" }));
        }

        In("prepared", prepared, page, $"{page}/edit", $"{page}/opening", api, $"{api}/opening");
        In("decided", decided, page, $"{page}/outcome", $"{page}/reminder", api, $"{api}/outcome", $"{api}/reminder");
    }

    private void GiveBodiesOfMotions()
    {
        Bodies["motions"] = """{"title":"Open on Saturdays","text":"All sites open on Saturdays."}""";
        Bodies["opening"] = "{}";
        Bodies["ballots"] = """{"stance":"endorse"}""";
        Bodies["recusals"] = """{"reason":"We rent the hall"}""";
        Bodies["proxies"] = """{"to":1}""";
        Bodies["boards"] = """{"board":"Our council","on":"2026-12-10"}""";
        Bodies["reminder"] = Bodies["acceptance"] = "";
        Bodies["motions/outcome"] = """{"outcome":"The library asks its trustees."}""";
        Bodies["amendments"] = """{"text":"All sites open at night."}""";
        Bodies["vote"] = "{}";
        Bodies["decision-rules"] = """{"rule":"majority","quorumPercent":50,"openDays":7,"ratificationDays":30}""";
    }
}
