namespace Roundtable.Directory;

/// <summary>What kind of place: a state, a county, a city, a ZIP area.</summary>
public enum PlaceKind { State, County, City, ZipArea }

/// <summary>A state, county, city or ZIP area with its centre: what people mean by "near".</summary>
public sealed class Place
{
    private Place() { }

    public Place(PlaceKind kind, string code, string name, string state, Point? at, string? countyFips = null, int? population = null)
    {
        (Id, Kind, Code, Name, State, CountyFips, Population) = (IdOf(kind, code), kind, code, name, state, countyFips, population);
        NameKey = Directory.NameKey.Of(name);
        (Latitude, Longitude) = (at?.Latitude, at?.Longitude);
    }

    /// <summary>Kind and code, such as <c>zip-area:05602</c> or <c>county:50023</c>.</summary>
    public string Id { get; private init; } = "";
    public PlaceKind Kind { get; private init; }
    public string Code { get; private init; } = "";
    public string Name { get; private init; } = "";
    public string NameKey { get; private init; } = "";

    /// <summary>Two-letter postal code.</summary>
    public string State { get; private init; } = "";
    public string? CountyFips { get; private init; }
    public double? Latitude { get; private init; }
    public double? Longitude { get; private init; }
    public int? Population { get; private init; }

    public Point? At => Point.Of(Latitude, Longitude);

    /// <summary>As people say it: "Washington County, VT", "Montpelier, VT", "05602".</summary>
    public string Spoken => Kind switch
    {
        PlaceKind.State => Name,
        PlaceKind.ZipArea => Code,
        _ => $"{Name}, {State}",
    };

    public static string IdOf(PlaceKind kind, string code) => $"{Codes.Of(kind)}:{code}";
    public static string CityCode(string city, string state) => $"{state.ToLowerInvariant()}/{Directory.NameKey.Of(city)}";
}
