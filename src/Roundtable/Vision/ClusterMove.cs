using System.Text.Json;
using NodaTime;
using Roundtable.Platform;
using Roundtable.Platform.Access;
using Roundtable.Platform.Data;

namespace Roundtable.Vision;

/// <summary>What can be done while cards are brought together.</summary>
public enum ClusterAct { Made, Put, Split, Named, Merged, Raised, Lowered, Shifted, Dissolved, Tied, Arranged, Undone }

/// <summary>One act of clustering with what lay where before and after, so that it can be undone. Says who did it.</summary>
public sealed class ClusterMove : PartnershipRecord, INumbered
{
    private ClusterMove() { }

    internal ClusterMove(Actor actor, VisionProcess process, Board board, ClusterAct act, Cluster? about, ClusterChanges changes, Instant now, int? undoes = null)
    {
        (PartnershipId, ProcessId, Board, Act, At, By, Undoes) = (process.PartnershipId, process.Id, board, act, now, actor.PersonId, undoes);
        (ClusterId, Name, Cards, Kept) = (about?.Id, about?.Name ?? "", changes.Cards.Count, JsonSerializer.Serialize(changes));
        Log(actor, now, new CardsClustered(process.Id, board, act, about?.Id, changes.Cards.Count));
    }

    public int Number { get; set; }
    public Guid ProcessId { get; private init; }
    public Board Board { get; private init; }
    public ClusterAct Act { get; private init; }
    public Instant At { get; private init; }
    public Guid? By { get; private init; }

    /// <summary>The cluster it is mostly about, and its name then; none when cards were laid alone or clusters ordered.</summary>
    public Guid? ClusterId { get; private init; }
    public string Name { get; private init; } = "";

    /// <summary>How many cards it moved.</summary>
    public int Cards { get; private init; }

    /// <summary>Before and after, as <see cref="Changes"/> reads it.</summary>
    public string Kept { get; private init; } = "";

    /// <summary>Number of the act that this one took back.</summary>
    public int? Undoes { get; private init; }
    public Instant? UndoneAt { get; private set; }

    /// <summary>Whether it can be taken back as far as itself can tell.</summary>
    public bool IsUndoable => UndoneAt is null && Act is not ClusterAct.Undone;

    internal ClusterChanges Changes => JsonSerializer.Deserialize<ClusterChanges>(Kept)!;

    internal void MustBeUndoable()
    {
        if (Act is ClusterAct.Undone) throw new Refusal("vision.undo-of-undo");
        if (UndoneAt is not null) throw new Refusal("vision.undone-already");
    }

    internal void Undo(Instant now) => UndoneAt = now;
}

/// <summary>All that one act changed.</summary>
public sealed record ClusterChanges(IReadOnlyList<CardChange> Cards, IReadOnlyList<ClusterChange> Clusters)
{
    internal bool Touches(IReadOnlySet<Guid> cards, IReadOnlySet<Guid> clusters) => Cards.Any(c => cards.Contains(c.Card)) || Clusters.Any(c => clusters.Contains(c.Cluster));
}

/// <summary>A card before and after an act.</summary>
/// <param name="Number">The card's, to name it when it cannot be found any more.</param>
public sealed record CardChange(Guid Card, int Number, Lay Before, Lay After);

/// <summary>Where a card lies.</summary>
/// <param name="Cluster">None while it lies alone.</param>
public sealed record Lay(Guid? Cluster, int? At)
{
    internal static Lay Of(Card card) => new(card.ClusterId, card.Position);
}

/// <summary>A cluster before and after an act.</summary>
public sealed record ClusterChange(Guid Cluster, ClusterShape Before, ClusterShape After);
