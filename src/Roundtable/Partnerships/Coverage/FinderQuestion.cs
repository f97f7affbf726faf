using Roundtable.Directory;
using Roundtable.Directory.Search;
using Roundtable.Platform.Text;

namespace Roundtable.Partnerships;

/// <summary>What the finder is asked, by the names in its address: list, map and file stand for the same search.</summary>
/// <param name="New">Leaves out those already at the table or on the list.</param>
/// <param name="County">FIPS code; looked in exactly.</param>
public sealed record FinderQuestion(string? Words, string? Role, string? Sector, string? Need, string? Language, string? Level, string? Street, string? Gone, string? New, string? County, string? Miles, string? Near)
{
    public bool OnlyNew => New is "true" or "yes";
    public SearchInput Asked => new() { Words = Words, Near = Near, Miles = Miles, Sector = Sector, Level = Level, Language = Language, Street = Street, Gone = Gone, Role = Role, Need = Need };

    /// <summary>Where is looked, as shown.</summary>
    public string PlaceIn(Partnership here, PlaceBook places) => !string.IsNullOrWhiteSpace(Near) ? Near.Trim() : InCounty(places)?.Spoken ?? here.PlaceShown;

    /// <exception cref="Platform.Refusal">Something that cannot be meant.</exception>
    public (OrganizationSearch Search, Hole Hole) In(Partnership here, PlaceBook places, FinderView view)
    {
        // The county is asked for exactly, so that its middle need only be near enough to measure from.
        var (county, place) = (InCounty(places), PlaceIn(here, places));
        var asked = Asked with { Near = place == here.PlaceShown || county is not null ? null : place, Miles = county is not null ? "100" : Miles };
        var search = OrganizationSearch.Of(asked, places, county ?? here.Served(places));
        var hole = new Hole(Codes.Read<PartnerRole>(Role), search.Sector, OrganizationKinds.Need(Need ?? "")?.Code, search.Language, county?.Code);
        return (hole.Narrow(search with { Concerns = view.Concerns, Known = OnlyNew ? view.OnlyNew() : view.Acquaintances }), hole);
    }

    private Place? InCounty(PlaceBook places) => County is { } fips ? places.Of(PlaceKind.County, fips) : null;
}
