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

    /// <summary>Counties or ZIP as typed, for the way back.</summary>
    public string? PlaceWords { get; private set; }
    public string PlaceCounties { get; private set; } = "";
    public string? PlaceShown { get; private set; }

    /// <summary>The founder's organization: one of the directory, or typed.</summary>
    public Guid? OrganizationId { get; private set; }
    public string? OrganizationName { get; private set; }
    public Sector Sector { get; private set; }
    public string? City { get; private set; }

    /// <summary>Names and addresses of who is already in, as pasted: one a line.</summary>
    public string? Others { get; private set; }
    public Instant ChangedAt { get; private set; }

    /// <summary>The first page is answered.</summary>
    public bool IsAimed => PlaceShown is not null && Purpose is not null;

    /// <summary>Both pages are answered.</summary>
    public bool IsReady => IsAimed && (OrganizationId is not null || OrganizationName is not null);
    public PlaceServed Place => new(PlaceState, [.. PlaceCounties.Split(' ', StringSplitOptions.RemoveEmptyEntries)], PlaceShown ?? "");

    /// <summary>What it will be called unless the founder says otherwise.</summary>
    public string NameOr(string suggested) => Name ?? suggested;

    /// <summary>The first page: what for, where, on which level.</summary>
    /// <exception cref="Refusal">Nothing said about what people should be able to do.</exception>
    public void Aim(Actor actor, string? purpose, string? name, Level level, Guid? parent, PlaceServed place, string? placeWords, Instant now)
    {
        Own(actor);
        var (told, called) = (Words.One(purpose, "Purpose", 300, "partnerships.purpose-missing"), Words.OneOrNone(name, "Name", 120));
        (Purpose, Name, Level, ParentId, PlaceWords, ChangedAt) = (told, called, level, parent, placeWords, now);
        (PlaceState, PlaceCounties, PlaceShown) = (place.State, string.Join(' ', place.CountyFips), place.Shown);
    }

    /// <summary>The second page: who founds it, and who is already in.</summary>
    /// <param name="organization">One of the directory; none for what was typed.</param>
    public void Gather(Actor actor, Guid? organization, string? name, Sector sector, string? city, string? others, Instant now)
    {
        Own(actor);
        var (called, town, lines) = (Words.OneOrNone(name, "Organization", 200), Words.OneOrNone(city, "City", 100), Words.Many(others, "Others", 20_000));
        if (organization is null && called is null) throw new Refusal("partnerships.organization-missing", "Organization");
        (OrganizationId, OrganizationName, Sector, City, Others, ChangedAt) = (organization, called, sector, town, lines, now);
    }

    private void Own(Actor actor)
    {
        if (actor.PersonId != PersonId) throw new Refusal("access.not-allowed");
    }
}
