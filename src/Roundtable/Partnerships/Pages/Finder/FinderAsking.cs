using Microsoft.AspNetCore.Components;
using Roundtable.Directory;
using Roundtable.Directory.Search;

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
    [SupplyParameterFromQuery(Name = "gone")] public string? Gone { get; set; }
    [SupplyParameterFromQuery(Name = "new")] public string? New { get; set; }
    [SupplyParameterFromQuery(Name = "county")] public string? County { get; set; }
    [SupplyParameterFromQuery(Name = "miles")] public string? Miles { get; set; }
    [SupplyParameterFromQuery(Name = "near")] public string? Near { get; set; }

    protected FinderQuestion Question => new(Words, RoleCode, SectorCode, NeedCode, Language, LevelCode, Street, Gone, New, County, Miles, Near);
    protected FinderView View { get; private set; } = null!;
    protected PlaceBook Places { get; private set; } = null!;
    protected string Place => Question.PlaceIn(P, Places);
    protected Hole Hole { get; private set; } = new();

    protected sealed override async Task LoadMore()
    {
        Places = await Books.Now(Db);
        View = await Db.Finder(Actor, P);
        await LoadFound();
    }

    protected abstract Task LoadFound();

    /// <exception cref="Roundtable.Platform.Refusal">Something that cannot be meant.</exception>
    protected OrganizationSearch Search()
    {
        (var search, Hole) = Question.In(P, Places, View);
        return search;
    }
}
