using Microsoft.EntityFrameworkCore;
using Roundtable.Decisions;
using Roundtable.Partnerships;
using Roundtable.Platform.Access;
using Roundtable.Platform.Data;
using Roundtable.Vision;

namespace Roundtable.Tests.HouseRules;

internal sealed partial class AccessWorld
{
    // Two clusters of needs, one of resources and a decided dot vote on the open boards of both partnerships.
    private async Task GiveClusters(RoundtableDb db, Partnership here, Partnership there)
    {
        var system = Actor.System("test");

        async Task<(int Cluster, int Move)> Cluster(Partnership partnership)
        {
            var process = await db.VisionProcesses.Of(partnership).Open().SingleAsync();
            var cards = ((Board, string)[])[(Board.Needs, "Forms are hard"), (Board.Needs, "Forms in English only"), (Board.Needs, "Slow internet"), (Board.Resources, "Volunteers")];
            var added = cards.Select(c => db.Add(Card.Add(system, process, process.Asked[0], new(c.Item1, c.Item2, "en"), CardWay.Paper, partnership.Today(World.Now), World.Now)).Entity).ToList();
            await db.SaveChangesAsync();
            async Task<(Cluster, ClusterMove)> Make(string name, params Card[] those)
            {
                var move = (await db.ClusterBoard(system, process, those[0].Board)).Board.Make(system, name, [.. those.Select(c => c.Number)], World.Now, out var made);
                db.AddRange(made, move);
                await db.SaveChangesAsync();
                return (made, move);
            }

            var (forms, _) = await Make("Forms", added[0], added[1]);
            var (internet, last) = await Make("Internet", added[2]);
            await Make("Hands", added[3]);
            var round = DotRound.Prepare(system, process, [forms, internet], new("What matters most?", "Give your dots.", 3), RuleTerms.UsualFor(MotionKind.Vision), b => $"{b}", World.Now);
            round.Open(system, await db.VotingSeats(partnership.Id), DotRound.EndOf(partnership.Today(World.Now), partnership), World.Now);
            round.Settle(system, new HashSet<Guid>(), World.Now);
            db.Add(round);
            await db.SaveChangesAsync();
            return (forms.Number, last.Number);
        }

        var (own, other) = (await Cluster(here), await Cluster(there));
        foreach (var name in (string[])["cluster", "clusternumber"]) Samples[$"clusters/{{{name}}}"] = new($"{own.Cluster}", $"{other.Cluster}", "9999");
        Samples["cluster-moves/{move}"] = new($"{own.Move}", $"{other.Move}", "9999");
        Samples["clusters/{boardcode}"] = new("needs", "needs", "dreams");
    }

    private void GiveBodiesOfClusters()
    {
        Bodies["clusters"] = """{"board":"needs","name":"Waiting","cards":[1]}""";
        Bodies["clusters/name"] = """{"name":"Paper"}""";
        Bodies["clusters/need"] = """{"need":1}""";
        Bodies["clusters/cards"] = """{"cards":[1]}""";
        Bodies["clusters/split"] = """{"name":"Languages","cards":[1]}""";
        Bodies["clusters/merge"] = """{"into":1}""";
        Bodies["clusters/place"] = """{"up":true}""";
        Bodies["cards/place"] = """{"card":1,"up":true}""";
        Bodies["lone-cards"] = """{"board":"needs","cards":[1]}""";
        Bodies["cluster-order"] = """{"board":"needs","clusters":[2,1]}""";
        Bodies["undo"] = "";
        Bodies["dot-votes"] = "{}";
    }
}
