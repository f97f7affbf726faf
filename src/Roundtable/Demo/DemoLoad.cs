using NodaTime;
using Roundtable.Platform.Access;
using Roundtable.Platform.Data;
using Roundtable.Platform.Happenings;

namespace Roundtable.Demo;

/// <summary>
/// That the demo story is on this site, and which records it brought. At most one; removing the demo removes what it lists
/// and nothing else.
/// </summary>
public sealed class DemoLoad : Record
{
    public const string Riverbend = "riverbend";
    private readonly List<DemoMark> marks = [];

    private DemoLoad() { }

    /// <summary>Which story; the database admits each once.</summary>
    public string Story { get; private init; } = "";
    public Instant LoadedAt { get; private init; }
    public IReadOnlyList<DemoMark> Marks => marks;

    /// <summary>Writes down what a story brought.</summary>
    public static DemoLoad Of(Actor actor, Instant now, IEnumerable<(DemoKind Kind, Guid Id)> brought)
    {
        var load = new DemoLoad { Story = Riverbend, LoadedAt = now };
        load.marks.AddRange(brought.Select(b => new DemoMark(load.Id, b.Kind, b.Id)));
        load.Log(actor, now, new DemoLoaded(load.Count(DemoKind.Partnership), load.Count(DemoKind.Organization), load.Count(DemoKind.Person)));
        return load;
    }

    /// <summary>Says, in the site's chain and as the last word of each partnership's, that the demo goes.</summary>
    public void Clear(Actor actor, Instant now)
    {
        foreach (var mark in marks) mark.Go(actor, now);
        Log(actor, now, new DemoCleared(Count(DemoKind.Partnership)));
    }

    public IReadOnlyList<Guid> Of(DemoKind kind) => [.. marks.Where(m => m.Kind == kind).Select(m => m.SubjectId)];
    private int Count(DemoKind kind) => marks.Count(m => m.Kind == kind);
}

/// <summary>What a demo record is. What belongs to a demo partnership needs no mark of its own.</summary>
public enum DemoKind { Partnership, Organization, Person }

/// <summary>One record that the demo brought.</summary>
public sealed class DemoMark : Record
{
    private DemoMark() { }
    internal DemoMark(Guid load, DemoKind kind, Guid subject) => (LoadId, Kind, SubjectId) = (load, kind, subject);

    public Guid LoadId { get; private init; }
    public DemoKind Kind { get; private init; }
    public Guid SubjectId { get; private init; }

    protected override Guid? Chain => Kind is DemoKind.Partnership ? SubjectId : null;

    internal void Go(Actor actor, Instant now)
    {
        if (Kind is DemoKind.Partnership) Log(actor, now, new PartnershipRemoved());
    }
}

public sealed record DemoLoaded(int Partnerships, int Organizations, int People) : Particulars { public override string Kind() => "demo.loaded"; }

public sealed record DemoCleared(int Partnerships) : Particulars { public override string Kind() => "demo.cleared"; }

/// <summary>The last word in a removed partnership's chain, which stays.</summary>
public sealed record PartnershipRemoved : Particulars { public override string Kind() => "partnership.removed"; }
