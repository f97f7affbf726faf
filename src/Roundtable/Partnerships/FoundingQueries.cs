using Microsoft.EntityFrameworkCore;
using NodaTime;
using Roundtable.Directory;
using Roundtable.People;
using Roundtable.Platform;
using Roundtable.Platform.Access;
using Roundtable.Platform.Data;

namespace Roundtable.Partnerships;

/// <summary>What founding needs to look up: places, organizations near them, a free word for the address.</summary>
public static class FoundingQueries
{
    public static async Task<IReadOnlyList<Place>> States(this RoundtableDb db) =>
        await db.Places.AsNoTracking().Where(p => p.Kind == PlaceKind.State).OrderBy(p => p.Name).ToListAsync();

    /// <summary>The place that a state and words such as "Washington, Lamoille" or "05602" mean.</summary>
    /// <exception cref="Refusal">No state, or a county or ZIP that is not known there.</exception>
    public static async Task<PlaceServed> PlaceMeant(this RoundtableDb db, Level level, string? state, string? words, string country)
    {
        if (level is Level.National) return new(null, [], country);
        var parts = (words ?? "").Split([',', ';', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        var counties = new List<Place>();
        foreach (var part in parts)
        {
            var county = await db.CountyMeant(state, part) ?? throw new Refusal("partnerships.county-unknown", "Counties", part);
            if (counties.All(c => c.Code != county.Code)) counties.Add(county);
        }
        var code = string.IsNullOrEmpty(state) ? counties.FirstOrDefault()?.State : state;
        var here = code is null ? null : await db.Places.AsNoTracking().FirstOrDefaultAsync(p => p.Kind == PlaceKind.State && p.Code == code);
        if (here is null) throw new Refusal("partnerships.place-missing", "State");
        return counties.Count == 0 ? new(here.Code, [], here.Name)
            : new(here.Code, [.. counties.Select(c => c.Code)], $"{string.Join(", ", counties.Select(c => c.Name))}, {here.Code}");
    }

    private static async Task<Place?> CountyMeant(this RoundtableDb db, string? state, string words)
    {
        var places = db.Places.AsNoTracking();
        if (words.Length == 5 && words.All(char.IsAsciiDigit))
        {
            var zip = await places.FirstOrDefaultAsync(p => p.Kind == PlaceKind.ZipArea && p.Code == words);
            return zip?.CountyFips is { } fips ? await places.FirstOrDefaultAsync(p => p.Kind == PlaceKind.County && p.Code == fips) : null;
        }
        var key = NameKey.Of(words);
        var longer = $"{key} ";
        var found = await places.Where(p => p.Kind == PlaceKind.County && (string.IsNullOrEmpty(state) || p.State == state) && (p.NameKey == key || p.NameKey.StartsWith(longer))).OrderBy(p => p.NameKey).Take(9).ToListAsync();
        return found.Count(p => p.NameKey == key) == 1 ? found.First(p => p.NameKey == key)
            : found.Count(p => p.NameKey == $"{key} county") == 1 ? found.First(p => p.NameKey == $"{key} county")
            : found.Count == 1 ? found[0] : null;
    }

    /// <summary>Organizations of the directory with these words in their name, those of the place's counties first.</summary>
    public static async Task<IReadOnlyList<Organization>> Like(this IQueryable<Organization> organizations, string? words, PlaceServed place, int most = 8)
    {
        var state = place.State;
        if (NameKey.Of(words) is not { Length: > 0 } key) return [];
        var named = organizations.AsNoTracking().Where(o => state == null || o.State == state);
        foreach (var word in key.Split(' ').Where(w => w.Length > 2).DefaultIfEmpty(key).Take(4)) named = named.Where(o => o.NameKey.Contains(word));
        var counties = place.CountyFips.ToArray();
        return await named.OrderByDescending(o => counties.Contains(o.CountyFips!)).ThenBy(o => o.NameKey).Take(most).ToListAsync();
    }

    /// <summary>The organization of the directory, or the one that was typed, as a new entry located in the place's first county.</summary>
    public static async Task<Organization> OrganizationMeant(this RoundtableDb db, Actor actor, Guid? known, string? name, Sector sector, string? city, PlaceServed place, Instant now)
    {
        if (known is { } id) return await db.Organizations.FirstOrDefaultAsync(o => o.Id == id) ?? throw new Refusal("partnerships.organization-missing", "Organization");
        var fips = place.CountyFips.FirstOrDefault();
        var county = fips is null ? null : await db.Places.AsNoTracking().FirstOrDefaultAsync(p => p.Kind == PlaceKind.County && p.Code == fips);
        var organization = Organization.Describe(actor, now, new OrganizationEntry { Name = name ?? "", Sector = sector, City = city, State = place.State }, new Located(county?.At, Precision.County, fips));
        db.Add(organization);
        return organization;
    }

    /// <summary>The person with this address; written down when the site does not know them yet.</summary>
    public static async Task<Person> PersonMeant(this RoundtableDb db, string? name, string? email, string? language, Instant now)
    {
        if (await db.People.WithEmail(email) is { } known) return known;
        var person = Person.Known(name, email, language, now);
        db.Add(person);
        return person;
    }

    /// <summary>Founds what the draft says: partnership, first seat, and a prospect for each name that was pasted.</summary>
    public static async Task<Partnership> Found(this RoundtableDb db, Actor actor, FoundingDraft draft, string suggestedName, string language, Instant now)
    {
        if (!draft.IsAimed) throw new Refusal("partnerships.purpose-missing", "Purpose");
        var organization = await db.OrganizationMeant(actor, draft.OrganizationId, draft.OrganizationName, draft.Sector, draft.City, draft.Place, now);
        var parent = draft.ParentId is { } above ? await db.Partnerships.VisibleTo(actor).FirstOrDefaultAsync(p => p.Id == above) : null;
        var name = draft.NameOr(suggestedName);
        var wanted = new Founding(name, await db.FreeSlug(name), draft.Purpose ?? "", draft.Place, draft.Level, organization.Id, TimeZones.Of(draft.Place), language);
        var founded = Partnership.Found(actor, wanted, parent, now);
        db.Keep(founded);
        foreach (var row in ProspectPaste.Read(draft.Others, new Dictionary<string, string>()).Where(r => r.State is PastedState.New))
            db.Add(Prospect.Add(founded.Founder(actor), now, founded.Partnership.Id, row.Facts));
        return founded.Partnership;
    }
}
