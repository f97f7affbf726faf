using NodaTime;
using Roundtable.Decisions;
using Roundtable.Platform.Text;

namespace Roundtable.Vision;

/// <summary>A cluster with its cards.</summary>
/// <param name="Need">Number of the need it serves.</param>
/// <param name="Cards">Numbers of its cards, in their order.</param>
public sealed record ClusterShown(int Number, Board Board, string Name, int Position, int? Need, IReadOnlyList<int> Cards)
{
    internal static ClusterShown Of(Cluster c, IEnumerable<int> cards, IReadOnlyDictionary<Guid, int> numbers) =>
        new(c.Number, c.Board, c.Name, c.Position, c.NeedClusterId is { } need ? numbers.GetValueOrDefault(need) : null, [.. cards]);
}

/// <summary>One act of clustering.</summary>
/// <param name="Says">In the caller's language.</param>
/// <param name="Undoes">Number of the act it took back.</param>
public sealed record MoveShown(int Number, Board Board, ClusterAct Act, string Says, int Cards, Instant At, Guid? By, int? Undoes, Instant? UndoneAt)
{
    internal static MoveShown Of(ClusterMove m, Texts t) => new(m.Number, m.Board, m.Act, t.Did(m), m.Cards, m.At, m.By, m.Undoes, m.UndoneAt);
}

/// <summary>Cards of one board to bring together, by their numbers.</summary>
public sealed record ClusterWanted(Board Board, string Name, IReadOnlyList<int> Cards);
/// <summary>Cards to take out of a cluster.</summary>
public sealed record PartWanted(string Name, IReadOnlyList<int> Cards);
/// <summary>What a cluster is to be called.</summary>
public sealed record NameWanted(string Name);
/// <summary>Cards by their numbers.</summary>
public sealed record CardsChosen(IReadOnlyList<int> Cards);
/// <summary>The cluster that takes all cards.</summary>
public sealed record MergeWanted(int Into);
/// <summary>One place up, or down.</summary>
public sealed record PlaceWanted(bool Up);
/// <summary>A card one place up, or down, in its cluster.</summary>
public sealed record CardPlaceWanted(int Card, bool Up);
/// <summary>Cards to take out of their clusters.</summary>
public sealed record LoneWanted(Board Board, IReadOnlyList<int> Cards);
/// <summary>Clusters by their numbers, the first first.</summary>
public sealed record OrderWanted(Board Board, IReadOnlyList<int> Clusters);

/// <summary>What a resource, strategy or outcome serves.</summary>
/// <param name="Need">Number of a cluster of needs; none takes it back.</param>
public sealed record NeedServed(int? Need);

/// <summary>Cards that mention the same.</summary>
/// <param name="Into">Number of a cluster whose cards mention it too.</param>
public sealed record LikenessShown(IReadOnlyList<int> Cards, IReadOnlyList<string> Shared, int? Into);

/// <summary>Something a vision lacks, and the page that closes it.</summary>
public sealed record GapShown(GapKind Kind, string Says, string Href);

/// <summary>A dot vote to start.</summary>
/// <param name="Clusters">Numbers; all needs when not said.</param>
/// <param name="Until">Last day; three days from today when not said.</param>
public sealed record RoundWanted(string? Title = null, IReadOnlyList<int>? Clusters = null, int Dots = DotRound.UsualDots, LocalDate? Until = null);

/// <summary>A dot vote that was opened.</summary>
/// <param name="Motion">Number of the motion on which organizations give their dots.</param>
public sealed record RoundStarted(int Motion, Instant ClosesAt);

/// <summary>A dot vote and what came of it.</summary>
public sealed record RoundShown(int Motion, string Title, MotionState State, Instant? ClosesAt, int Dots, int Seats, int Answered, IReadOnlyList<PlaceShown> Places);

/// <summary>Where a cluster ended in a dot vote.</summary>
/// <param name="Number">Of the cluster.</param>
public sealed record PlaceShown(int Place, string Cluster, int? Number, int Dots, int Organizations);
