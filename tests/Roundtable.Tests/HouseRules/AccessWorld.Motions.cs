using Microsoft.EntityFrameworkCore;
using NodaTime;
using Roundtable.Decisions;
using Roundtable.Partnerships;
using Roundtable.Platform.Access;
using Roundtable.Platform.Data;

namespace Roundtable.Tests.HouseRules;

internal sealed partial class AccessWorld
{
    // Of each partnership an open motion with a suggested wording; of the own one also a prepared and a decided one.
    private async Task GiveMotions(Partnership here, Partnership there, Riverbend story)
    {
        var (system, open, wordings) = (Actor.System("test"), new Dictionary<Guid, Motion>(), new Dictionary<Guid, Amendment>());
        var (prepared, decided, denise) = ((Motion)null!, (Motion)null!, Guid.Empty);
        await World.See(async db =>
        {
            denise = (await db.Grants.FirstAsync(g => g.PartnershipId == here.Id && g.PersonId == story.Denise.Id && g.SeatId != null)).SeatId!.Value;
            foreach (var one in (Partnership[])[here, there])
            {
                var owner = await db.Seats.Of(one).Where(s => s.OrganizationId == one.ConvenerId).Select(s => s.Id).SingleAsync();
                db.Add(open[one.Id] = await Put(db, one, owner, "Open a help desk", isOpen: true));
                var representative = await World.ActorOf(one == here ? story.Denise : story.Tom);
                db.Add(wordings[one.Id] = Amendment.Suggest(representative, open[one.Id], representative.SeatIn(one.Id)!.Value, "Open two help desks.", null, World.Now));
                if (one != here) continue;
                db.Add(prepared = await Put(db, one, owner, "Later", isOpen: false));
                db.Add(decided = await Put(db, one, owner, "Long ago", isOpen: true));
                decided.Settle(system, new HashSet<Guid>(), World.Now);
            }
            return await db.SaveChangesAsync();
        });
        Samples["motions/{number}"] = new($"{open[here.Id].Number}", $"{open[there.Id].Number}", "9999");
        foreach (var where in (string[])["amendments/{amendment}", "amendments/{wording}"]) Samples[where] = new($"{wordings[here.Id].Number}", $"{wordings[there.Id].Number}", "9999");
        foreach (var where in (string[])["rules/{kind}", "decision-rules/{kind}"]) Samples[where] = new("money", "money", "weather");
        var seat = await World.See(db => db.Seats.Where(s => s.Id == denise).Select(s => s.Number).SingleAsync());
        foreach (var where in (string[])["proxies/{seat}", "recusals/{seat}"]) Samples[where] = new($"{seat}", $"{seat}", "9999");
        await World.Do(db =>
        {
            db.Add(Link.Make(LinkPurpose.Feed, World.Now, Duration.FromDays(20), out var feed, story.Denise.Id, here.Id));
            db.Add(Link.Make(LinkPurpose.Feed, World.Now, Duration.FromDays(20), out var other, story.Tom.Id, there.Id));
            Samples["feeds/{token}"] = new(feed, other, "no-such-feed");
            return Task.FromResult(true);
        });

        void Scene(string name, Motion motion, params string[] routes)
        {
            foreach (var route in routes) scenes[route] = [.. scenes.GetValueOrDefault(route) ?? [], new Scene(name, Where: "motions/{number}", Sample: Samples["motions/{number}"] with { Own = $"{motion.Number}" })];
        }

        const string page = "/w/{partnership}/motions/{number}", api = "/api/v1/partnerships/{partnership}/motions/{number}";
        Scene("prepared", prepared, page, $"{page}/edit", $"{page}/opening", $"{page}/withdrawal", api, $"{api}/opening");
        Scene("decided", decided, $"{page}/outcome", $"{page}/ballot", $"{api}/outcome");

        Bodies["decision-rules"] = """{"rule":"majority","quorumPercent":50,"openDays":7,"ratificationDays":0}""";
        Bodies["motions"] = """{"title":"Winter hours","text":"We keep them."}""";
        Bodies["opening"] = "{}";
        Bodies["ballots"] = """{"stance":"endorse"}""";
        Bodies["recusals"] = """{"reason":"We would be paid."}""";
        Bodies["proxies"] = """{"to":1}""";
        Bodies["boards"] = """{"board":"Our council","on":"2026-12-10"}""";
        Bodies["amendments"] = """{"text":"Open three help desks."}""";
        Bodies["vote"] = """{"title":"Which wording?"}""";
        Bodies["motions/outcome"] = """{"outcome":"The library opens the room."}""";
        Bodies["acceptance"] = Bodies["reminder"] = Bodies["amendments/withdrawal"] = "";

        async Task<Motion> Put(RoundtableDb db, Partnership one, Guid owner, string title, bool isOpen)
        {
            var motion = Motion.Prepare(system, one.Id, owner, MotionKind.General, new(title, "One desk on Tuesdays.", null, BallotForm.Consent, false, false, 0), RuleTerms.UsualFor(MotionKind.General), World.Now);
            if (isOpen) motion.Open(system, await db.VotingSeats(one.Id), World.Now + Duration.FromDays(7), World.Now);
            return motion;
        }
    }
}
