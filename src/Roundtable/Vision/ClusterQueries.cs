using Microsoft.EntityFrameworkCore;
using Roundtable.Partnerships;
using Roundtable.People;
using Roundtable.Platform.Access;
using Roundtable.Platform.Data;

namespace Roundtable.Vision;

/// <summary>Phrases for bringing cards together. Every one begins with who asks.</summary>
public static class ClusterQueries
{
    public static IQueryable<ClusterMove> VisibleTo(this IQueryable<ClusterMove> moves, Actor actor) => moves.In(actor);
    public static IQueryable<ClusterMove> Of(this IQueryable<ClusterMove> moves, VisionProcess process) => moves.Where(m => m.PartnershipId == process.PartnershipId && m.ProcessId == process.Id);
    public static Task<Cluster?> Numbered(this IQueryable<Cluster> clusters, int number) => clusters.FirstOrDefaultAsync(c => c.Number == number);

    /// <summary>Not dissolved.</summary>
    public static IQueryable<Cluster> OnBoard(this IQueryable<Cluster> clusters) => clusters.Where(c => c.DissolvedAt == null);

    /// <summary>One board with what is needed to change it.</summary>
    /// <param name="seen">Number of the last act the person saw; what others did since to the same cards is not overruled. None: nothing to compare with.</param>
    /// <param name="toRead">Nothing will be changed: a full board costs half as much.</param>
    public static async Task<ClusterBoardView> ClusterBoard(this RoundtableDb db, Actor actor, VisionProcess process, Board board, int? seen = null, bool toRead = false)
    {
        IQueryable<T> Read<T>(IQueryable<T> records) where T : class => toRead ? records.AsNoTracking() : records;
        var cards = await Read(db.Cards.VisibleTo(actor).Of(process).OnBoard().Where(c => c.Board == board)).Shown(db).ToListAsync();
        var clusters = await Read(db.Clusters.VisibleTo(actor).Of(process)).ToListAsync();
        var since = seen is { } last ? await db.ClusterMoves.AsNoTracking().VisibleTo(actor).Of(process).Where(m => m.Number > last && m.By != actor.PersonId).OrderBy(m => m.Number).ToListAsync() : null;
        return new(new(process, board, cards.Select(c => c.Card), clusters, since), clusters, cards.Where(c => c.Organization is not null).ToDictionary(c => c.Card.Id, c => c.Organization!));
    }

    /// <summary>What a process lacks today.</summary>
    public static async Task<IReadOnlyList<VisionGap>> VisionGaps(this RoundtableDb db, Actor actor, Partnership partnership, VisionProcess process)
    {
        var names = (await db.Heard(actor, process)).ToDictionary(h => h.SeatId, h => h.Name);
        var cards = await db.Cards.AsNoTracking().VisibleTo(actor).Of(process).OnBoard().ToListAsync();
        return Vision.VisionGaps.Of(partnership, process, names, cards, await db.Clusters.AsNoTracking().VisibleTo(actor).Of(process).OnBoard().ToListAsync());
    }

    /// <summary>The last acts on a board, the newest first, with who did them.</summary>
    public static async Task<IReadOnlyList<MoveView>> LastMoves(this RoundtableDb db, Actor actor, VisionProcess process, Board board, int most) =>
        await (from m in db.ClusterMoves.VisibleTo(actor).Of(process)
               where m.Board == board
               orderby m.Number descending
               join p in db.People on m.By equals p.Id into people
               from p in people.DefaultIfEmpty()
               select new MoveView(m, p == null ? null : p.FullName)).AsNoTracking().Take(most).ToListAsync();
}

/// <summary>One act of clustering and who did it.</summary>
/// <param name="By">Name of the person.</param>
public sealed record MoveView(ClusterMove Move, string? By);

/// <summary>One board with what is shown beside its cards.</summary>
/// <param name="All">Clusters of all boards of the process, dissolved ones too.</param>
/// <param name="Names">Organizations by card.</param>
public sealed record ClusterBoardView(ClusterBoard Board, IReadOnlyList<Cluster> All, IReadOnlyDictionary<Guid, string> Names);
