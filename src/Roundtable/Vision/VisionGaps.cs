using Roundtable.Directory;
using Roundtable.Partnerships;

namespace Roundtable.Vision;

/// <summary>What a vision still lacks.</summary>
public enum GapKind { Silent, EmptyBoard, NoResource, NoStrategy, NoOutcome, NoEvidence, Alone }

/// <summary>One thing that is missing.</summary>
/// <param name="Says">What is missing.</param>
/// <param name="Act">Words of the link to the one screen that closes it.</param>
public sealed record VisionGap(GapKind Kind, Sentence Says, Sentence Act, string Href);

/// <summary>Reads gaps off the boards: who has not answered, needs that nothing serves or shows, boards and cards left over.</summary>
public static class VisionGaps
{
    private static readonly (Board Board, GapKind Kind)[] serving = [(Board.Resources, GapKind.NoResource), (Board.Strategies, GapKind.NoStrategy), (Board.Outcomes, GapKind.NoOutcome)];

    /// <param name="names">Organizations that are asked and sit at the table, by seat.</param>
    /// <param name="cards">Those on the boards.</param>
    /// <param name="clusters">All of the process.</param>
    public static IReadOnlyList<VisionGap> Of(Partnership partnership, VisionProcess process, IReadOnlyDictionary<Guid, string> names, IReadOnlyCollection<Card> cards, IReadOnlyCollection<Cluster> clusters)
    {
        if (process.Stage is VisionStage.Preparing) return [];
        var (there, number) = (clusters.Where(c => c.IsOnBoard).OrderBy(c => c.Position).ToList(), process.Number);
        var gaps = new List<VisionGap>();

        var heard = cards.Select(c => c.SeatId).OfType<Guid>().ToHashSet();
        var silent = process.Asked.Where(a => !a.HasAnsweredUnnamed && !heard.Contains(a.SeatId) && names.ContainsKey(a.SeatId)).Select(a => names[a.SeatId]).Order(StringComparer.CurrentCulture).ToList();
        if (silent.Count > 0) gaps.Add(new(GapKind.Silent, new("vision.gaps.silent", silent.Count, names.Count, string.Join(", ", silent)), new("vision.gaps.silent.act"), VisionUrls.One(partnership, number)));

        foreach (var board in Boards.All.Where(b => cards.All(c => c.Board != b)))
            gaps.Add(new(GapKind.EmptyBoard, new($"vision.gaps.empty.{Codes.Of(board)}"), new("vision.gaps.empty.act"), VisionUrls.Board(partnership, number, board)));

        var needs = there.Where(c => c.Board is Board.Needs).ToList();
        foreach (var need in needs)
            foreach (var (board, kind) in serving.Where(s => !there.Exists(c => c.Board == s.Board && c.NeedClusterId == need.Id)))
            {
                var nothingThere = !there.Exists(c => c.Board == board);
                gaps.Add(new(kind, new($"vision.gaps.{Codes.Of(kind)}", need.Name), new(nothingThere ? "vision.gaps.cluster.act" : $"vision.gaps.{Codes.Of(kind)}.act"),
                    nothingThere ? ClusterUrls.Of(partnership, number, board) : ClusterUrls.Cluster(partnership, number, need.Number)));
            }

        foreach (var need in needs.Where(n => cards.Where(c => c.ClusterId == n.Id).All(c => c.Evidence is null)))
            gaps.Add(new(GapKind.NoEvidence, new("vision.gaps.no-evidence", need.Name), new("vision.gaps.no-evidence.act"), ClusterUrls.Cluster(partnership, number, need.Number)));
        if (needs.Count == 0 && cards.Count(c => c.Board is Board.Needs && c.Evidence is null) is > 0 and var bare)
            gaps.Add(new(GapKind.NoEvidence, new("vision.gaps.no-evidence.cards", bare), new("vision.gaps.no-evidence.cards.act"), VisionUrls.Board(partnership, number, Board.Needs)));

        var ids = there.Select(c => c.Id).ToHashSet();
        foreach (var board in Boards.All)
            if (cards.Count(c => c.Board == board && (c.ClusterId is not { } id || !ids.Contains(id))) is > 0 and var alone)
                gaps.Add(new(GapKind.Alone, new($"vision.gaps.alone.{Codes.Of(board)}", alone), new("vision.gaps.alone.act"), ClusterUrls.Of(partnership, number, board)));
        return [.. gaps.OrderBy(g => g.Kind)];
    }
}
