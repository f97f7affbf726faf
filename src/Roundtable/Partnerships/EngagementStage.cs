using System.Collections.Frozen;

namespace Roundtable.Partnerships;

/// <summary>How far an organization has come on its way to the table.</summary>
public enum EngagementStage { Prospect, Contacted, Interested, Invited, Committed, Active, Paused, Withdrawn, Declined }

/// <summary>Which stage may follow which. Nothing closes without an outcome, and a seat is the only way to become active.</summary>
public static class EngagementStages
{
    private static readonly FrozenDictionary<EngagementStage, EngagementStage[]> Next = new Dictionary<EngagementStage, EngagementStage[]>
    {
        [EngagementStage.Prospect] = [EngagementStage.Contacted, EngagementStage.Interested, EngagementStage.Invited, EngagementStage.Committed, EngagementStage.Paused, EngagementStage.Declined],
        [EngagementStage.Contacted] = [EngagementStage.Prospect, EngagementStage.Interested, EngagementStage.Invited, EngagementStage.Committed, EngagementStage.Paused, EngagementStage.Declined],
        [EngagementStage.Interested] = [EngagementStage.Contacted, EngagementStage.Invited, EngagementStage.Committed, EngagementStage.Active, EngagementStage.Paused, EngagementStage.Declined],
        [EngagementStage.Invited] = [EngagementStage.Contacted, EngagementStage.Interested, EngagementStage.Committed, EngagementStage.Paused, EngagementStage.Declined],
        [EngagementStage.Committed] = [EngagementStage.Interested, EngagementStage.Active, EngagementStage.Paused, EngagementStage.Withdrawn],
        [EngagementStage.Active] = [EngagementStage.Paused, EngagementStage.Withdrawn],
        [EngagementStage.Paused] = [EngagementStage.Contacted, EngagementStage.Interested, EngagementStage.Invited, EngagementStage.Committed, EngagementStage.Active, EngagementStage.Withdrawn, EngagementStage.Declined],
        [EngagementStage.Withdrawn] = [EngagementStage.Contacted, EngagementStage.Interested, EngagementStage.Invited],
        [EngagementStage.Declined] = [EngagementStage.Contacted, EngagementStage.Interested, EngagementStage.Invited],
    }.ToFrozenDictionary();

    /// <summary>Stages of the way to the table, in order.</summary>
    public static readonly IReadOnlyList<EngagementStage> Open =
        [EngagementStage.Prospect, EngagementStage.Contacted, EngagementStage.Interested, EngagementStage.Invited, EngagementStage.Committed, EngagementStage.Active];

    /// <summary>Stages that need an outcome.</summary>
    public static readonly IReadOnlyList<EngagementStage> Closed = [EngagementStage.Paused, EngagementStage.Withdrawn, EngagementStage.Declined];

    public static bool IsClosed(this EngagementStage stage) => Closed.Contains(stage);
    public static bool MayBecome(this EngagementStage stage, EngagementStage next) => Next[stage].Contains(next);

    /// <summary>Where a person may move it by hand: taking a seat has its own page.</summary>
    public static IEnumerable<EngagementStage> Moves(this EngagementStage stage) => Next[stage].Where(s => !s.IsClosed() && s is not EngagementStage.Active);

    /// <summary>How it may be closed.</summary>
    public static IEnumerable<EngagementStage> Closings(this EngagementStage stage) => Next[stage].Where(IsClosed);
}
