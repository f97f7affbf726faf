using NodaTime;
using Roundtable.Partnerships;
using Roundtable.Platform.Access;
using Roundtable.Platform.Data;

namespace Roundtable.Vision;

/// <summary>Cards of one board that say the same thing, under one name.</summary>
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

    private static string NameOf(string? typed) => Words.One(typed, "Name", 120, "vision.cluster-name-missing");

    internal void Rename(Actor actor, VisionProcess process, string? name, Instant now)
    {
        process.MustRun(actor);
        Name = NameOf(name);
        Log(actor, now, new ClusterNamed(Board));
    }
}
