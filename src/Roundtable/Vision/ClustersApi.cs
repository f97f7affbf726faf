using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using Roundtable.Decisions;
using Roundtable.Directory;
using Roundtable.Partnerships;
using Roundtable.Platform;
using Roundtable.Platform.Access;
using Roundtable.Platform.Api;
using Roundtable.Platform.Data;
using Roundtable.Platform.Text;
using Roundtable.Platform.Web;

namespace Roundtable.Vision;

/// <summary>Clusters, their acts and undo, similar cards, dot votes and gaps, for programs.</summary>
public static class ClustersApi
{
    internal static void MapClustersApi(this IEndpointRouteBuilder app)
    {
        var api = app.MapApi();
        const string process = VisionApi.Process, clusters = $"{process}/clusters", cluster = $"{clusters}/{{cluster:int}}", moves = $"{process}/cluster-moves";
        api.MapGet(clusters, List).RequireAuthorization(Policies.Member).WithSummary("Lists the clusters of a vision process with their cards.");
        api.MapPost(clusters, Make).RequireAuthorization(Policies.Member).WithSummary("Brings cards of one board together in a new cluster.");
        api.MapGet(cluster, Get).RequireAuthorization(Policies.Member).WithSummary("Shows one cluster with its cards.");
        api.MapPut($"{cluster}/name", Rename).RequireAuthorization(Policies.Member).WithSummary("Names a cluster.");
        api.MapPut($"{cluster}/need", Tie).RequireAuthorization(Policies.Member).WithSummary("Says which need a resource, strategy or outcome serves.");
        api.MapPost($"{cluster}/cards", Put).RequireAuthorization(Policies.Member).WithSummary("Lays cards into a cluster.");
        api.MapPost($"{cluster}/split", Split).RequireAuthorization(Policies.Member).WithSummary("Takes some cards out into a new cluster.");
        api.MapPost($"{cluster}/merge", Merge).RequireAuthorization(Policies.Member).WithSummary("Lays all cards into another cluster.");
        api.MapPost($"{cluster}/place", Move).RequireAuthorization(Policies.Member).WithSummary("Moves a cluster one place up or down on its board.");
        api.MapPost($"{cluster}/cards/place", Shift).RequireAuthorization(Policies.Member).WithSummary("Moves a card one place up or down in its cluster.");
        api.MapDelete(cluster, Dissolve).RequireAuthorization(Policies.Member).WithSummary("Takes a cluster apart; its cards lie alone.");
        api.MapPost($"{process}/lone-cards", Alone).RequireAuthorization(Policies.Member).WithSummary("Takes cards out of their clusters.");
        api.MapPost($"{process}/cluster-order", Arrange).RequireAuthorization(Policies.Member).WithSummary("Orders the clusters of a board anew.");
        api.MapGet(moves, Moves).RequireAuthorization(Policies.Member).WithSummary("Lists what was done while cards were brought together.");
        api.MapPost($"{moves}/{{move:int}}/undo", Undo).RequireAuthorization(Policies.Member).WithSummary("Takes one act back, if nothing touched the same cards since.");
        api.MapGet($"{process}/similar-cards", Similar).RequireAuthorization(Policies.Member).WithSummary("Suggests cards of a board (of needs when none is named) that could lie together, with the words they share.");
        api.MapGet($"{process}/gaps", Gaps).RequireAuthorization(Policies.Member).WithSummary("Lists what a vision still lacks, each with the page that closes it.");
        api.MapGet($"{process}/dot-votes", Rounds).RequireAuthorization(Policies.Member).WithSummary("Lists the dot votes on clusters, with their results once decided.");
        api.MapPost($"{process}/dot-votes", Start).RequireAuthorization(Policies.Member).WithSummary("Starts a dot vote on clusters.");
    }

    private static async Task<Listing<ClusterShown>> List([AsParameters] Call call, int number, [AsParameters] Paging page, CancellationToken ct)
    {
        var (_, known) = await call.Process(number);
        var cards = await CardsOf(call, known);
        var needs = await call.Db.Clusters.AsNoTracking().VisibleTo(call.Actor).Of(known).ToDictionaryAsync(c => c.Id, c => c.Number, ct);
        return await call.Db.Clusters.AsNoTracking().VisibleTo(call.Actor).Of(known).OnBoard().PageOf(page, c => ClusterShown.Of(c, cards[c.Id], needs), ct);
    }

    private static async Task<One<ClusterShown>> Get([AsParameters] Call call, int number, int cluster)
    {
        var (_, known) = await call.Process(number);
        return await Shown(call, known, cluster);
    }

    private static async Task<Made<ClusterShown>> Make([AsParameters] Call call, int number, ClusterWanted wanted)
    {
        var (here, known) = await call.Process(number);
        var board = (await call.Db.ClusterBoard(call.Actor, known, wanted.Board)).Board;
        return await Made(call, here, known, board.Make(call.Actor, wanted.Name, wanted.Cards, call.Now, out var made), made);
    }

    private static async Task<Made<ClusterShown>> Split([AsParameters] Call call, int number, int cluster, PartWanted part)
    {
        var (here, known, board, _) = await Board(call, number, cluster);
        return await Made(call, here, known, board.Split(call.Actor, cluster, part.Name, part.Cards, call.Now, out var made), made);
    }

    private static Task<One<ClusterShown>> Rename([AsParameters] Call call, int number, int cluster, NameWanted name, Expected expected) =>
        Change(call, number, cluster, (board, known) => { expected.MustFit(known); return board.Rename(call.Actor, cluster, name.Name, call.Now); });

    private static Task<One<ClusterShown>> Tie([AsParameters] Call call, int number, int cluster, NeedServed served, Expected expected) =>
        Change(call, number, cluster, (board, known) => { expected.MustFit(known); return board.Tie(call.Actor, cluster, served.Need, call.Now); });

    private static Task<One<ClusterShown>> Put([AsParameters] Call call, int number, int cluster, CardsChosen chosen) =>
        Change(call, number, cluster, (board, _) => board.Put(call.Actor, chosen.Cards, cluster, call.Now));

    private static Task<One<ClusterShown>> Merge([AsParameters] Call call, int number, int cluster, MergeWanted wanted) =>
        Change(call, number, cluster, (board, _) => board.Merge(call.Actor, cluster, wanted.Into, call.Now), wanted.Into);

    private static Task<One<ClusterShown>> Move([AsParameters] Call call, int number, int cluster, PlaceWanted wanted) =>
        Change(call, number, cluster, (board, _) => board.Move(call.Actor, cluster, wanted.Up, call.Now));

    private static Task<One<ClusterShown>> Shift([AsParameters] Call call, int number, int cluster, CardPlaceWanted wanted) =>
        Change(call, number, cluster, (board, _) => board.Shift(call.Actor, wanted.Card, wanted.Up, call.Now));

    private static async Task<NoContent> Dissolve([AsParameters] Call call, int number, int cluster, Expected expected)
    {
        var (_, _, board, known) = await Board(call, number, cluster);
        expected.MustFit(known);
        call.Db.Add(board.Dissolve(call.Actor, cluster, call.Now));
        await call.Db.SaveChangesAsync();
        return TypedResults.NoContent();
    }

    private static async Task<One<MoveShown>> Alone([AsParameters] Call call, int number, LoneWanted wanted, Texts t)
    {
        var (_, known) = await call.Process(number);
        return await Kept(call, (await call.Db.ClusterBoard(call.Actor, known, wanted.Board)).Board.Put(call.Actor, wanted.Cards, null, call.Now), t);
    }

    private static async Task<One<MoveShown>> Arrange([AsParameters] Call call, int number, OrderWanted wanted, Texts t)
    {
        var (_, known) = await call.Process(number);
        var view = await call.Db.ClusterBoard(call.Actor, known, wanted.Board);
        return await Kept(call, view.Board.Arrange(call.Actor, [.. wanted.Clusters.Select(n => view.All.FirstOrDefault(c => c.Number == n && c.Board == wanted.Board)?.Id ?? throw new Refusal("vision.cluster-gone", "Clusters"))], call.Now), t);
    }

    private static async Task<Listing<MoveShown>> Moves([AsParameters] Call call, int number, [AsParameters] Paging page, Texts t, CancellationToken ct)
    {
        var (_, known) = await call.Process(number);
        return await call.Db.ClusterMoves.AsNoTracking().VisibleTo(call.Actor).Of(known).PageOf(page, m => MoveShown.Of(m, t), ct);
    }

    private static async Task<One<MoveShown>> Undo([AsParameters] Call call, int number, int move, Texts t)
    {
        var (_, known) = await call.Process(number);
        var undone = await call.Db.ClusterMoves.VisibleTo(call.Actor).Of(known).FirstOrDefaultAsync(m => m.Number == move) ?? throw new NotFoundException();
        return await Kept(call, (await call.Db.ClusterBoard(call.Actor, known, undone.Board)).Board.Undo(call.Actor, undone, call.Now), t);
    }

    private static async Task<IReadOnlyList<LikenessShown>> Similar([AsParameters] Call call, int number, string? board)
    {
        var (_, known) = await call.Process(number);
        var wanted = Codes.Read<Board>(board) ?? throw new Refusal("vision.board-missing", "Board");
        return [.. Likeness.Of((await call.Db.ClusterBoard(call.Actor, known, wanted)).Board).Select(l => new LikenessShown([.. l.Cards.Select(c => c.Number)], l.Shared, l.Into?.Number))];
    }

    private static async Task<IReadOnlyList<GapShown>> Gaps([AsParameters] Call call, int number, Texts t)
    {
        var (here, known) = await call.Process(number);
        return [.. (await call.Db.VisionGaps(call.Actor, here, known)).Select(g => new GapShown(g.Kind, t.Of(g.Says), g.Href))];
    }

    private static async Task<IReadOnlyList<RoundShown>> Rounds([AsParameters] Call call, int number)
    {
        var (_, known) = await call.Process(number);
        var numbers = await call.Db.Clusters.AsNoTracking().VisibleTo(call.Actor).Of(known).ToDictionaryAsync(c => c.Id, c => c.Number);
        return [.. (await call.Db.DotRounds(call.Actor, known)).Select(r => new RoundShown(r.Number, r.Title, r.State, r.ClosesAt, r.Dots, r.Seats, r.Answered,
            [.. r.Places.Select(p => new PlaceShown(p.Place, p.Option.Text, p.Option.SubjectId is { } id && numbers.TryGetValue(id, out var number) ? number : null, p.Points, p.Seats))]))];
    }

    private static async Task<Made<RoundStarted>> Start([AsParameters] Call call, int number, RoundWanted wanted, Texts t)
    {
        var (here, known) = await call.Process(number);
        var all = await call.Db.Clusters.AsNoTracking().VisibleTo(call.Actor).Of(known).OnBoard().ToListAsync();
        var words = t.In(here.Language);
        var chosen = wanted.Clusters is { } some ? [.. some.Distinct().Select(n => all.Find(c => c.Number == n) ?? throw new Refusal("vision.cluster-gone", "Clusters"))] : all.Where(c => c.Board is Roundtable.Vision.Board.Needs).OrderBy(c => c.Position).ToList();
        var motion = DotRound.Prepare(call.Actor, known, chosen, new(wanted.Title ?? words["vision.dots.usual"], words["vision.dots.text", wanted.Dots, known.Title], wanted.Dots),
            await call.Db.TermsFor(here.Id, MotionKind.Vision), b => words.Name(b), call.Now);
        motion.Open(call.Actor, await call.Db.VotingSeats(here.Id), DotRound.EndOf(wanted.Until ?? here.Today(call.Now).PlusDays(DotRound.UsualDays), here), call.Now);
        call.Db.Add(motion);
        await call.Db.SaveChangesAsync();
        return Answer.Made(DecisionUrls.Motion(here, motion.Number), motion, new RoundStarted(motion.Number, motion.ClosesAt!.Value));
    }

    internal static async Task<(Partnership Here, VisionProcess Process)> Process(this Call call, int number)
    {
        var here = await call.Here();
        return (here, await call.Db.VisionProcesses.VisibleTo(call.Actor).Of(here).Numbered(number) ?? throw new NotFoundException());
    }

    private static async Task<(Partnership Here, VisionProcess Process, ClusterBoard Board, Cluster Cluster)> Board(Call call, int number, int cluster)
    {
        var (here, known) = await call.Process(number);
        var on = await call.Db.Clusters.VisibleTo(call.Actor).Of(known).OnBoard().Numbered(cluster) ?? throw new NotFoundException();
        return (here, known, (await call.Db.ClusterBoard(call.Actor, known, on.Board)).Board, on);
    }

    private static async Task<One<ClusterShown>> Change(Call call, int number, int cluster, Func<ClusterBoard, Cluster, ClusterMove> act, int? shown = null)
    {
        var (_, known, board, on) = await Board(call, number, cluster);
        call.Db.Add(act(board, on));
        await call.Db.SaveChangesAsync();
        return await Shown(call, known, shown ?? cluster);
    }

    private static async Task<Made<ClusterShown>> Made(Call call, Partnership here, VisionProcess process, ClusterMove move, Cluster made)
    {
        call.Db.Add(made);
        call.Db.Add(move);
        await call.Db.SaveChangesAsync();
        return Answer.Made($"{ApiGroup.Prefix}/partnerships/{here.Slug}/vision/processes/{process.Number}/clusters/{made.Number}", made, (await Shown(call, process, made.Number)).Shown);
    }

    private static async Task<One<MoveShown>> Kept(Call call, ClusterMove move, Texts t)
    {
        call.Db.Add(move);
        await call.Db.SaveChangesAsync();
        return Answer.One(move, MoveShown.Of(move, t));
    }

    private static async Task<One<ClusterShown>> Shown(Call call, VisionProcess process, int number)
    {
        var all = await call.Db.Clusters.AsNoTracking().VisibleTo(call.Actor).Of(process).ToListAsync();
        var cluster = all.Find(c => c.Number == number && c.IsOnBoard) ?? throw new NotFoundException();
        return Answer.One(cluster, ClusterShown.Of(cluster, (await CardsOf(call, process))[cluster.Id], all.ToDictionary(c => c.Id, c => c.Number)));
    }

    private static async Task<ILookup<Guid?, int>> CardsOf(Call call, VisionProcess process) =>
        (await call.Db.Cards.VisibleTo(call.Actor).Of(process).OnBoard().Where(c => c.ClusterId != null).OrderBy(c => c.Position).ThenBy(c => c.Number).Select(c => new { c.ClusterId, c.Number }).ToListAsync()).ToLookup(c => c.ClusterId, c => c.Number);
}
