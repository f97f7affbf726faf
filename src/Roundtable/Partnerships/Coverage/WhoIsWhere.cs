using Roundtable.Directory;
using Roundtable.Directory.Maps;
using Roundtable.Directory.Search;
using Roundtable.Platform.Access;
using Roundtable.Platform.Data;
using Roundtable.Platform.Text;
using Roundtable.Platform.Web;

namespace Roundtable.Partnerships;

/// <summary>Those at the table, those on the list and those found, with where they are: what map, table and file show.</summary>
internal static class WhoIsWhere
{
    /// <summary>Of those who could join, so many.</summary>
    public const int Candidates = 50;

    public static async Task<FinderMap> FinderMap(this RoundtableDb db, Actor actor, Partnership here, IReadOnlyList<SeatView> table, IEnumerable<FoundOrganization> found, PlaceBook places, Texts t)
    {
        IReadOnlyList<Placed> seats = [.. table.Select(Placed.Of)];
        var prospects = await db.ProspectsPlaced(actor, here.Id);
        var known = seats.Concat(prospects).Select(k => k.OrganizationId).ToHashSet();
        IEnumerable<Mapped> who =
        [
            .. seats.Select(s => Known(s, MapSpotKind.Partner, Urls.Seat(here, s.Number))), .. prospects.Select(p => Known(p, MapSpotKind.Prospect, ProspectUrls.One(here, p.Number))),
            .. found.Select(f => f.Organization).Where(o => !known.Contains(o.Id)).Select(o => Of(o.ShownName, DirectoryUrls.Organization(o.Id), MapSpotKind.Candidate, CouldJoin(o), o.At, o.State, o.CountyFips)),
        ];
        return Partnerships.FinderMap.Of(StateMap.Of(here.Place.State), here.Place.CountyFips, here.Middle(places), who);

        string CouldJoin(Organization o) => t["finder.map.could-join", t.Sector(o.Sector)] + (o.NoLongerListed is { } gone ? $" · {Why.Gone(gone).Say(t)}" : "");

        Mapped Known(Placed one, MapSpotKind kind, string href)
        {
            var state = one.State ?? here.Place.State;
            var located = one.At is { } at ? new Located(at, Precision.City, one.CountyFips) : places.Locate(null, one.City, state);
            return Of(one.Name, href, kind, one.Stage is { } stage ? t["finder.is-prospect", t[$"prospects.stage.{Codes.Of(stage)}"]] : t["finder.is-partner"], located.At, state, located.CountyFips);
        }

        Mapped Of(string name, string href, MapSpotKind kind, string what, Point? at, string? state, string? fips) => new(name, href, kind, what, at, state, fips)
        {
            County = fips is null ? null : here.NameOf(fips, places) + (state is not null && state != here.Place.State ? $", {state}" : ""),
        };
    }

    public static Place? Served(this Partnership here, PlaceBook places) => places.Served(here.Place.State, here.Place.CountyFips, here.PlaceShown);

    /// <summary>The spot to measure from; none for a whole state.</summary>
    public static Point? Middle(this Partnership here, PlaceBook places) => here.Served(places) is { Kind: not PlaceKind.State } served ? served.At : null;

    /// <summary>A county or state. The one county that is served is called as the partnership calls it.</summary>
    public static string NameOf(this Partnership here, string code, PlaceBook places) =>
        here.Place.CountyFips is [var only] && only == code ? here.PlaceShown : places.Of(code.Length == 2 ? PlaceKind.State : PlaceKind.County, code)?.Name ?? code;
}
