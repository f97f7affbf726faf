using NodaTime;
using Roundtable.Directory;
using Roundtable.Platform;
using Roundtable.Platform.Access;
using Roundtable.Platform.Data;

namespace Roundtable.Partnerships;

/// <summary>What a founder has said so far. Kept between the pages, so that nothing is lost; gone once the partnership is founded.</summary>
public sealed class FoundingDraft : Record
{
    private FoundingDraft() { }
    public FoundingDraft(Guid person, Instant now) => (PersonId, ChangedAt) = (person, now);

    public Guid PersonId { get; private init; }
    public string? Purpose { get; private set; }
    public string? Name { get; private set; }
    public Level Level { get; private set; } = Level.Local;
    public Guid? ParentId { get; private set; }
    public string? PlaceState { get; private set; }
    public string PlaceCounties { get; private set; } = "";
    public string? PlaceShown { get; private set; }
    public string? TimeZone { get; private set; }
    public Guid? OrganizationId { get; private set; }

    /// <summary>Names and addresses of who is already in, as pasted: one a line.</summary>
    public string? Others { get; private set; }
    public Instant ChangedAt { get; private set; }

    public IReadOnlyList<string> Counties => PlaceCounties.Split(' ', StringSplitOptions.RemoveEmptyEntries);
    public bool HasPlace => PlaceShown is not null && Purpose is not null;

    /// <summary>The first page: what for, where, on which level.</summary>
    /// <exception cref="Refusal">Nothing said about what people should be able to do, or no place.</exception>
    public void Aim(Actor actor, string? purpose, string? name, Level level, Guid? parent, PlaceServed? place, string? timeZone, Instant now)
    {
        Own(actor);
        var told = Words.One(purpose, "Purpose", 300, "partnerships.purpose-missing");
        if (place is null) throw new Refusal("partnerships.place-missing", "State");
        (Purpose, Name, Level, ParentId, TimeZone, ChangedAt) = (told, Words.OneOrNone(name, "Name", 120), level, parent, timeZone, now);
        (PlaceState, PlaceCounties, PlaceShown) = (place.State, string.Join(' ', place.CountyFips.Distinct().Order()), place.Shown);
    }

    /// <summary>The second page: who founds it, and who is already in.</summary>
    public void Gather(Actor actor, Guid organization, string? others, Instant now)
    {
        Own(actor);
        var lines = Words.Many(others, "Others", 20_000);
        (OrganizationId, Others, ChangedAt) = (organization, lines, now);
    }

    private void Own(Actor actor)
    {
        if (actor.PersonId != PersonId) throw new Refusal("access.not-allowed");
    }
}
