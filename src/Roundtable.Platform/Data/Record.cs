using NodaTime;
using Roundtable.Platform.Access;
using Roundtable.Platform.Happenings;

namespace Roundtable.Platform.Data;

/// <summary>One thing the product remembers. Its rules are its methods; each checks everything before it changes anything.</summary>
public abstract class Record
{
    private List<Happening>? happened;

    public Guid Id { get; private init; } = Ids.New();

    /// <summary>Changes with every save; an edit that was based on an older one is not written.</summary>
    public Guid Version { get; internal set; }

    internal IReadOnlyList<Happening> Unsaved => happened ?? (IReadOnlyList<Happening>)[];
    internal void Saved() => happened = null;

    /// <summary>The partnership whose chain this record's happenings join; none for the site's.</summary>
    protected internal virtual Guid? Chain => null;

    /// <summary>Says that something happened. Written in the same transaction as the record itself.</summary>
    protected void Log(Actor actor, Instant now, Particulars what) =>
        (happened ??= []).Add(new Happening(Chain, actor, now, what, GetType().Name, Id));
}

/// <summary>A record that belongs to one partnership and is never seen from another.</summary>
public abstract class PartnershipRecord : Record
{
    public Guid PartnershipId { get; protected init; }
    protected internal override Guid? Chain => PartnershipId;
}

/// <summary>What people refer to by number within their partnership, as in "task 31", or within the site. Given at the first save.</summary>
public interface INumbered
{
    int Number { get; set; }
}
