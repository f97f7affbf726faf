using NodaTime;
using Roundtable.Platform;
using Roundtable.Platform.Access;
using Roundtable.Platform.Data;

namespace Roundtable.Directory;

/// <summary>
/// A legal body or unit that could commit to a partnership: a library, an agency, a charity, a college. The site's, not a partnership's.
/// Known from open data, from a list somebody had, or described by hand; what a person corrected wins over later imports.
/// </summary>
public sealed partial class Organization : Record, INumbered
{
    private const int MostServiceWords = 800;

    private Organization() { }

    /// <summary>Its row in the search index.</summary>
    public int Number { get; set; }

    /// <summary>As given by the source.</summary>
    public string Name { get; private set; } = "";
    public string ShownName { get; private set; } = "";
    public string NameKey { get; private set; } = "";
    public string? AlsoKnownAs { get; private set; }

    /// <summary>Further names it is listed under, one a line. No name of a source is lost when two describe the same body.</summary>
    public string? OtherNames { get; private set; }
    public Sector Sector { get; private set; }
    public Level Level { get; private set; }
    public LibraryType? LibraryType { get; private set; }
    public string? Street { get; private set; }
    public string? City { get; private set; }
    public string? State { get; private set; }
    public string? Zip { get; private set; }
    public string? CountyFips { get; private set; }
    public double? Latitude { get; private set; }
    public double? Longitude { get; private set; }
    public Precision Precision { get; private set; }

    /// <summary>Only a PO box is known: where people can go is not.</summary>
    public bool IsPoBoxOnly { get; private set; }
    public string? Website { get; private set; }

    /// <summary>As typed.</summary>
    public string? Phone { get; private set; }
    public string? Languages { get; private set; }
    public string? KindCode { get; private set; }
    public string? Doing { get; private set; }

    /// <summary>Words of what it does, as searched.</summary>
    public string DoingKey { get; private set; } = "";

    /// <summary>State, sector, kind and search cells, as words of the search index.</summary>
    public string Facet { get; private set; } = "";
    public LocalDate? LastFiled { get; private set; }

    /// <summary>The source whose row describes it, and that row's key; none for one described by hand.</summary>
    public string? ListedIn { get; private set; }
    public string? SourceKey { get; private set; }

    /// <summary>When a source or a person last said that this is right.</summary>
    public LocalDate LastConfirmed { get; private set; }

    /// <summary>Its sources no longer have it. It stays, because people may be working with it.</summary>
    public Instant? NoLongerListed { get; private set; }

    /// <summary>Fields that a person corrected; imports leave them alone.</summary>
    public string Corrected { get; private set; } = "";
    public Instant? CorrectedAt { get; private set; }

    /// <summary>Fields that its own source says nothing about and another source filled in.</summary>
    public string? Filled { get; private set; }

    /// <summary>The entry that stands for it since a person said that both are the same.</summary>
    public Guid? MergedInto { get; private set; }

    /// <summary>Places where it works, if more than its own address is known.</summary>
    public int LocationCount { get; private set; }

    /// <summary>Search cells and names of those places.</summary>
    public string? LocationCells { get; private set; }
    public string? LocationWords { get; private set; }

    /// <summary>Words of the services it offers, as searched.</summary>
    public string? ServiceWords { get; private set; }

    public Point? At => Point.Of(Latitude, Longitude);
    public IReadOnlyList<string> CorrectedFields => Corrected.Split(' ', StringSplitOptions.RemoveEmptyEntries);
    public IReadOnlyList<string> Names => OtherNames?.Split('\n') ?? [];
    public IReadOnlyList<string> LanguageCodes => Languages?.Split(' ', StringSplitOptions.RemoveEmptyEntries) ?? [];

    public string? ShownStreet => Street is null ? null : Directory.ShownName.Of(Street);
    public string? ShownCity => City is null ? null : Directory.ShownName.Of(City);

    /// <summary>What tells it apart from others with its name, if the source says.</summary>
    public string? Unit => AlsoKnownAs is { Length: > 0 } unit ? Directory.ShownName.Of(unit) : null;

    /// <summary>An organization that no source lists, written down by a person.</summary>
    /// <exception cref="Refusal">Not signed in, or something that cannot be meant.</exception>
    public static Organization Describe(Actor actor, Instant now, OrganizationEntry entry, Located located)
    {
        var organization = new Organization { LastConfirmed = now.InUtc().Date };
        organization.Write(Checked(actor, entry), located, EntryFields.All);
        organization.CorrectedAt = now;
        organization.Log(actor, now, new OrganizationDescribed(Codes.Of(organization.Sector)));
        return organization;
    }

    /// <summary>Puts right what is wrong. Fields that change are kept as corrected.</summary>
    /// <exception cref="Refusal">Not signed in, nothing changed, or something that cannot be meant.</exception>
    public void Correct(Actor actor, Instant now, OrganizationEntry entry, Located located)
    {
        var right = Checked(actor, entry);
        var changed = EntryFields.Differing(Entry(), right);
        if (changed.Count == 0) throw new Refusal("organization.nothing-changed");
        Write(right, located, changed);
        Corrected = string.Join(' ', CorrectedFields.Union(changed).Order());
        (CorrectedAt, LastConfirmed) = (now, now.InUtc().Date);
        Log(actor, now, new OrganizationCorrected([.. changed]));
    }

    /// <summary>Somebody who knows says: still right.</summary>
    public void Confirm(Actor actor, Instant now)
    {
        MustKnow(actor);
        LastConfirmed = now.InUtc().Date;
        Log(actor, now, new OrganizationConfirmed());
    }

    /// <summary>As a form shows it.</summary>
    public OrganizationEntry Entry() => new()
    {
        Name = ShownName, Sector = Sector, Level = Level, LibraryType = LibraryType, Street = Street, City = City, State = State, Zip = Zip,
        Website = Website, Phone = Phone, Languages = LanguageCodes, Doing = Doing,
    };

    /// <summary>Makes it findable near each of its locations and by their names.</summary>
    internal void WorkAt(IReadOnlyCollection<Location> locations)
    {
        locations = [.. locations.Where(l => l.IsShown)];
        LocationCount = locations.Count;
        var cells = string.Join(' ', locations.SelectMany(l => l.At?.CellNames ?? []).Distinct().Order());
        var names = string.Join(' ', locations.SelectMany(l => Directory.NameKey.WordsOf($"{l.Name} {l.City}")).Distinct().Order());
        (LocationCells, LocationWords) = (cells.Length == 0 ? null : cells, names.Length == 0 ? null : names);
        Index();
    }

    /// <summary>Makes it findable by what its services are, in which languages and for what.</summary>
    internal void Offer(IEnumerable<Services.ServiceOffered> services)
    {
        var words = string.Join(' ', services.Where(s => s.IsOffered).SelectMany(s => s.SearchedWords).Distinct().Take(MostServiceWords).Order(StringComparer.Ordinal));
        ServiceWords = words.Length == 0 ? null : words;
        Index();
    }

    private void Index()
    {
        NameKey = Directory.NameKey.Of(AlsoKnownAs is null && OtherNames is null ? ShownName : $"{ShownName} {AlsoKnownAs} {OtherNames}");
        DoingKey = Search.SearchedWords.Of(this);
        Facet = Search.Facets.Of(this);
    }

    private void Write(OrganizationEntry right, Located located, IReadOnlyCollection<string> fields)
    {
        if (fields.Contains(EntryFields.Name)) (Name, ShownName) = (right.Name, right.Name);
        (Sector, Level, LibraryType) = (right.Sector, right.Level, right.LibraryType);
        if (fields.Intersect(EntryFields.Address).Any())
        {
            (Street, City, State, Zip) = (right.Street, right.City, right.State, right.Zip);
            IsPoBoxOnly = PostalAddress.IsPoBox(right.Street);
            Locate(located);
        }
        (Website, Phone, Doing) = (right.Website, right.Phone, right.Doing);
        Languages = right.Languages.Count == 0 ? null : string.Join(' ', right.Languages);
        Index();
    }

    private void Locate(Located located) =>
        (Latitude, Longitude, Precision, CountyFips) = (located.At?.Latitude, located.At?.Longitude, located.Precision, located.CountyFips);

    private static void MustKnow(Actor actor)
    {
        if (!actor.IsSignedIn && actor.Link is null && !actor.IsSystem) throw new Refusal("access.not-allowed");
    }

    private static OrganizationEntry Checked(Actor actor, OrganizationEntry entry)
    {
        MustKnow(actor);
        return EntryFields.Checked(entry);
    }
}
