using NodaTime;
using Roundtable.Directory;
using Roundtable.Platform;
using Roundtable.Platform.Access;
using Roundtable.Platform.Data;

namespace Roundtable.Partnerships;

/// <summary>
/// A standing arrangement between organizations so that people can do something they could not do before.
/// Organizations are its members, each with one seat; one of them convenes.
/// </summary>
public sealed class Partnership : Record
{
    private Partnership() { }

    /// <summary>Its word in addresses. Never changes, so that links in old mail still open.</summary>
    public string Slug { get; private init; } = "";
    public string Name { get; private set; } = "";

    /// <summary>What people should be able to do: one sentence. Stands in the vision's place until a vision is adopted.</summary>
    public string Purpose { get; private set; } = "";
    public Level Level { get; private set; }

    /// <summary>The partnership one level up: state for a local one, national for a state's. It hands down templates and sees agreed numbers only.</summary>
    public Guid? ParentId { get; private set; }

    /// <summary>Two-letter postal code; none for a national partnership.</summary>
    public string? PlaceState { get; private set; }

    /// <summary>County codes (FIPS) with a blank between; empty for a whole state or the country.</summary>
    public string PlaceCounties { get; private set; } = "";

    /// <summary>The place as people say it, such as "Washington County, VT".</summary>
    public string PlaceShown { get; private set; } = "";

    /// <summary>IANA zone in which its meetings and deadlines are told.</summary>
    public string TimeZone { get; private set; } = "";
    public string Language { get; private set; } = "en";

    /// <summary>The organization that calls the others together and keeps the process. It has one vote like the rest.</summary>
    public Guid ConvenerId { get; private set; }

    /// <summary>Whether its name and purpose may stand on the site's public start page.</summary>
    public bool IsPublic { get; private set; }
    public Guid? FoundedBy { get; private init; }
    public Instant FoundedAt { get; private init; }

    protected override Guid? Chain => Id;

    public DateTimeZone Zone => DateTimeZoneProviders.Tzdb[TimeZone];
    public LocalDate Today(Instant now) => now.InZone(Zone).Date;
    public PlaceServed Place => new(PlaceState, [.. PlaceCounties.Split(' ', StringSplitOptions.RemoveEmptyEntries)], PlaceShown);

    /// <summary>
    /// Founds a partnership and seats the organization that founds it. The founder convenes and represents that organization.
    /// </summary>
    /// <exception cref="Refusal">No name, purpose or place; a parent that is not a level above; an unknown time zone.</exception>
    public static Founded Found(Actor actor, Founding wanted, Partnership? parent, Instant now)
    {
        if (actor.PersonId is null && !actor.IsSystem) throw new Refusal("access.not-allowed");
        var partnership = new Partnership { Slug = wanted.Slug, FoundedBy = actor.PersonId, FoundedAt = now, ConvenerId = wanted.OrganizationId };
        partnership.Take(wanted.Name, wanted.Purpose, wanted.Place, wanted.Level, parent, wanted.TimeZone, wanted.Language);
        if (wanted.Slug.Length == 0 || wanted.Slug.Any(c => !char.IsAsciiLetterLower(c) && !char.IsAsciiDigit(c) && c is not '-')) throw new Refusal("partnerships.slug-wrong", "Name");
        var seat = Seat.OfFounder(actor, partnership, wanted.OrganizationId, now);
        partnership.Log(actor, now, new PartnershipFounded(wanted.OrganizationId, wanted.Level, wanted.Place.CountyFips.Count));
        return new(partnership, seat);
    }

    /// <summary>Puts right what the partnership is called, is for and where it works.</summary>
    public void Describe(Actor actor, string name, string purpose, PlaceServed place, Level level, Partnership? parent, string timeZone, string language, Instant now)
    {
        actor.Must(PartnershipPermissions.Convene, Id);
        Take(name, purpose, place, level, parent, timeZone, language);
        Log(actor, now, new PartnershipDescribed(level, place.CountyFips.Count));
    }

    /// <summary>Shows name and purpose to the public, or no longer.</summary>
    public void Show(Actor actor, bool toPublic, Instant now)
    {
        actor.Must(PartnershipPermissions.Convene, Id);
        if (toPublic == IsPublic) return;
        IsPublic = toPublic;
        Log(actor, now, new PartnershipMadePublic(toPublic));
    }

    private void Take(string name, string purpose, PlaceServed place, Level level, Partnership? parent, string timeZone, string language)
    {
        var (called, told) = (Words.One(name, "Name", 120, "partnerships.name-missing"), Words.One(purpose, "Purpose", 300, "partnerships.purpose-missing"));
        if (level is not Level.National && place.State is null) throw new Refusal("partnerships.place-missing", "State");
        if (level is Level.National && place.State is not null) throw new Refusal("partnerships.national-has-no-state", "Level");
        if (parent is not null && (parent.Id == Id || parent.Level >= level)) throw new Refusal("partnerships.parent-not-above", "Parent", parent.Name);
        if (DateTimeZoneProviders.Tzdb.GetZoneOrNull(timeZone) is null) throw new Refusal("partnerships.zone-unknown", "TimeZone", timeZone);
        (Name, Purpose, Level, ParentId, TimeZone, Language) = (called, told, level, parent?.Id, timeZone, language);
        (PlaceState, PlaceCounties, PlaceShown) = (place.State, string.Join(' ', place.CountyFips.Distinct().Order()), place.Shown);
    }
}

/// <summary>Where a partnership works: a state's counties, a whole state (no counties) or the country (no state).</summary>
/// <param name="Shown">As people say it.</param>
public sealed record PlaceServed(string? State, IReadOnlyList<string> CountyFips, string Shown);

/// <summary>What a founder decided on the way to the check page.</summary>
/// <param name="Slug">A word nobody uses yet; see <see cref="Slugs"/>.</param>
public sealed record Founding(string Name, string Slug, string Purpose, PlaceServed Place, Level Level, Guid OrganizationId, string TimeZone, string Language = "en");

/// <summary>A new partnership with its first seat, to be kept together.</summary>
public sealed record Founded(Partnership Partnership, Seat Seat)
{
    /// <summary>The founder as they will be from the next request on: convener and representative.</summary>
    public Actor Founder(Actor actor) => actor.PersonId is { } person && actor.IsSignedIn
        ? Actor.Person(person, actor.IsAdministrator, [.. actor.Standings, .. Seat.Grants.Select(g => g.Standing)], actor.Scopes)
        : actor;
}
