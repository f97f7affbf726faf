using NodaTime;
using Roundtable.Partnerships;
using Roundtable.Platform.Data;

namespace Roundtable.Vision;

/// <summary>Cards of one board that say the same thing, under one name. Changed only by the acts of its <see cref="ClusterBoard"/>.</summary>
public sealed class Cluster : PartnershipRecord, INumbered
{
    private Cluster() { }

    internal Cluster(VisionProcess process, Board board, string name, int position) =>
        (PartnershipId, ProcessId, Board, Name, Position) = (process.PartnershipId, process.Id, board, NameOf(name), position);

    public int Number { get; set; }
    public Guid ProcessId { get; private init; }
    public Board Board { get; private init; }
    public string Name { get; private set; } = "";

    /// <summary>Order on its board.</summary>
    public int Position { get; private set; }

    /// <summary>The need that a resource, strategy or outcome serves: needs that nothing serves are gaps.</summary>
    public Guid? NeedClusterId { get; private set; }

    /// <summary>When its cards were laid alone again or into another; it stays so that this can be undone and old dot votes keep their words.</summary>
    public Instant? DissolvedAt { get; private set; }

    /// <summary>Counts what was done to it and its cards, so that two acts at once meet.</summary>
    public int Edits { get; private set; }

    public bool IsOnBoard => DissolvedAt is null;

    internal ClusterShape Shape => new(Name, Position, NeedClusterId, !IsOnBoard);

    internal static string NameOf(string? typed) => Words.One(typed, "Name", 120, "vision.cluster-name-missing");

    /// <summary>Takes another shape; the act that calls this has checked who may and keeps both shapes.</summary>
    internal void Become(ClusterShape shape, Instant now) =>
        (Name, Position, NeedClusterId, DissolvedAt) = (shape.Name, shape.Position, shape.Need, shape.IsDissolved ? DissolvedAt ?? now : null);

    internal void Touch() => Edits++;
}

/// <summary>What a cluster is beside its cards.</summary>
/// <param name="Need">The need cluster it serves.</param>
public sealed record ClusterShape(string Name, int Position, Guid? Need, bool IsDissolved);
