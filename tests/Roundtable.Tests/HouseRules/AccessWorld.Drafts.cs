using Microsoft.EntityFrameworkCore;
using Roundtable.Decisions;
using Roundtable.Partnerships;
using Roundtable.People;
using Roundtable.Platform;
using Roundtable.Platform.Access;
using Roundtable.Platform.Data;
using Roundtable.Vision;

namespace Roundtable.Tests.HouseRules;

internal sealed partial class AccessWorld
{
    private static async Task<Actor> ActorOf(RoundtableDb db, Person person) => Actor.Person(person.Id, false, [.. (await db.Grants.Where(g => g.PersonId == person.Id).ToListAsync()).Select(g => g.Standing)]);

    // An adopted vision with a public version in both partnerships. Before the boards are opened: one process at a time.
    private async Task GiveVisions(RoundtableDb db, params (Partnership Here, Person Runs)[] partnerships)
    {
        var (system, numbers) = (Actor.System("test"), new List<int>());
        foreach (var (here, runs) in partnerships)
        {
            var (runner, today) = (await ActorOf(db, runs), here.Today(World.Now));
            if (await db.AdoptedVisions.Of(here).Standing() is not { } vision)
            {
                foreach (var before in await db.VisionProcesses.Of(here).Open().ToListAsync()) before.End(system, "Makes room.", World.Now);
                await db.SaveChangesAsync();
                var process = VisionProcess.Prepare(runner, here.Id, new() { Title = "Words", NeedsQuestion = "1", ResourcesQuestion = "2", StrategiesQuestion = "3", OutcomesQuestion = "4", OpensOn = today, ClosesOn = today }, await db.VotingSeats(here.Id), today, World.Now);
                db.Add(process);
                process.Become(system, VisionStage.Drafting, World.Now);
                await db.SaveChangesAsync();
                var draft = await db.WriteStatement(runner, process, new("Everyone gets help."), World.Now);
                await db.SaveChangesAsync();
                var motion = await db.Propose(runner, here, process, draft, new("Our vision", null, BallotForm.Consent), opens: true, World.Now);
                await db.SaveChangesAsync();
                foreach (var seat in motion.Roll) motion.Cast(Actor.Person(Ids.New(), false, [new(here.Id, Role.Representative, seat.SeatId)]), seat.SeatId, new(Stance.Endorse), World.Now);
                motion.Settle(system, motion.Roll.Select(r => r.SeatId).ToHashSet(), World.Now);
                db.Add(vision = AdoptedVision.Of(system, process, motion, "en", here.Zone, World.Now));
                await db.SaveChangesAsync();
            }
            if (await db.PublicVisions.Of(vision) is not { } shown) db.Add(shown = PublicVision.Of(vision));
            shown.Write(runner, "Help for everyone.", null, World.Now);
            if (here.IsPublic) shown.Publish(runner, here, vision, World.Now);
            numbers.Add(vision.Number);
        }
        await db.SaveChangesAsync();
        Samples["adopted/{vision}"] = new($"{numbers[0]}", $"{numbers[1]}", "9999");
    }

    // Two drafts, a comment and an open round on the process whose boards are open in both partnerships.
    private async Task GiveDrafts(RoundtableDb db, params (Partnership Here, Person Runs, Person Speaks)[] partnerships)
    {
        var (system, made) = (Actor.System("test"), new List<(WordingRound Round, StatementComment Comment)>());
        await db.SaveChangesAsync();
        foreach (var (here, runs, speaks) in partnerships)
        {
            var (runner, speaker, process) = (await ActorOf(db, runs), await ActorOf(db, speaks), await db.VisionProcesses.Of(here).Open().FirstAsync());
            process.Become(system, VisionStage.Drafting, World.Now);
            var one = await db.WriteStatement(runner, process, new("Everyone gets help."), World.Now);
            await db.SaveChangesAsync();
            var two = await db.WriteStatement(runner, process, new("Everyone gets help. Nobody waits."), World.Now);
            made.Add((WordingRound.Open(runner, process, two, null, here.Zone, World.Now), StatementComment.Say(speaker, process, one, 1, "Who?", World.Now)));
            process.Become(system, VisionStage.Collecting, World.Now);
            db.AddRange(made[^1].Round, made[^1].Comment);
            await db.SaveChangesAsync();
        }
        void Give(string where, object mine, object others, object missing) => Samples[where] = new($"{mine}", $"{others}", $"{missing}");
        Give("drafts/{edition}", 1, 1, 99);
        Give("comments/{comment}", made[0].Comment.Number, made[1].Comment.Number, 9999);
        Give("rounds/{round}", made[0].Round.Number, made[1].Round.Number, 9999);
    }

    private void GiveBodiesOfDrafts()
    {
        Bodies["drafts"] = """{"text":"Everyone gets help at once."}""";
        Bodies["comments"] = """{"text":"Who is everyone?","sentence":1}""";
        Bodies["resolution"] = """{"heardIn":2}""";
        Bodies["rounds"] = """{"draft":1}""";
        Bodies["rounds/answers"] = """{"said":"fine"}""";
        Bodies["proposal"] = """{"draft":1,"title":"Our vision"}""";
        Bodies["adoptions"] = "{}";
        Bodies["public"] = """{"text":"Help for all."}""";
        Bodies["publication"] = "";
    }
}
