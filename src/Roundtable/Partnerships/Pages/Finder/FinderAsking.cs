using Microsoft.AspNetCore.Components;
using Roundtable.Directory;
using Roundtable.Directory.Search;
using Roundtable.Platform.Text;

namespace Roundtable.Partnerships.Pages.Finder;

/// <summary>What the finder has in its address, and the search it stands for: the list and the map show the same.</summary>
public abstract class FinderAsking : PartnershipPage
{
    [Inject] private PlaceBooks Books { get; set; } = null!;

    [SupplyParameterFromQuery(Name = "words")] public string? Words { get; set; }
    [SupplyParameterFromQuery(Name = "role")] public string? RoleCode { get; set; }
    [SupplyParameterFromQuery(Name = "sector")] public string? SectorCode { get; set; }
    [SupplyParameterFromQuery(Name = "need")] public string? NeedCode { get; set; }
    [SupplyParameterFromQuery(Name = "language")] public string? Language { get; set; }
    [SupplyParameterFromQuery(Name = "level")] public string? LevelCode { get; set; }
    [SupplyParameterFromQuery(Name = "street")] public string? Street { get; set; }
    [SupplyParameterFromQuery(Name = "new")] public string? New { get; set; }
    [SupplyParameterFromQuery(Name = "county")] public string? County { get; set; }
    [SupplyParameterFromQuery(Name = "miles")] public string? Miles { get; set; }
    [SupplyParameterFromQuery(Name = "near")] public string? Near { get; set; }

    protected FinderView View { get; private set; } = null!;
    protected PlaceBook Places { get; private set; } = null!;

    /// <summary>Where the partnership serves people.</summary>
    protected Place? Served { get; private set; }
    protected Hole Hole { get; private set; } = new();
    protected bool OnlyNew => New is "true" or "yes";

    /// <summary>Where is looked, as shown.</summary>
    protected string Place => !string.IsNullOrWhiteSpace(Near) ? Near.Trim() : InCounty?.Spoken ?? P.PlaceShown;
    protected SearchInput Asked => new()
    {
        Words = Words, Near = Near, Miles = Miles, Sector = SectorCode, Level = LevelCode, Language = Language, Street = Street, Role = RoleCode, Need = NeedCode,
    };

    private Place? InCounty => County is { } fips ? Places?.Of(PlaceKind.County, fips) : null;

    protected sealed override async Task LoadMore()
    {
        Places = await Books.Now(Db);
        View = await Db.Finder(Actor, P);
        Served = Places.Served(P.Place.State, P.Place.CountyFips, P.PlaceShown);
        await LoadFound();
    }

    protected abstract Task LoadFound();

    /// <exception cref="Roundtable.Platform.Refusal">Something that cannot be meant.</exception>
    protected OrganizationSearch Search()
    {
        // The county is asked for exactly, so that its middle need only be near enough to measure from.
        var asked = Asked with { Near = Place == P.PlaceShown || InCounty is not null ? null : Place, Miles = InCounty is not null ? "100" : Miles };
        var search = OrganizationSearch.Of(asked, Places, InCounty ?? Served);
        Hole = new(Codes.Read<PartnerRole>(RoleCode), search.Sector, OrganizationKinds.Need(NeedCode ?? "")?.Code, search.Language, InCounty?.Code);
        return Hole.Narrow(search with { Concerns = View.Concerns, Known = OnlyNew ? View.OnlyNew() : View.Acquaintances });
    }
}
