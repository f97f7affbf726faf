using Roundtable.Directory;
using Roundtable.Directory.Maps;

namespace Roundtable.Tests.Directory;

[Rules]
public class StateMapTests
{
    private static readonly List<Place> Places = [.. PlaceQueries.ShippedPlaces()];

    /// <summary>Counties whose middle lies in a lake or the sea, mostly the Great Lakes, or in a city that they surround.</summary>
    private const int FewElsewhere = 46;

    [Fact]
    public void Each_county_has_its_outline_and_its_middle_lies_in_it()
    {
        var outside = new List<string>();
        foreach (var state in Places.Where(p => p.Kind is PlaceKind.State && StateMap.Of(p.State) is not null))
        {
            var map = StateMap.Of(state.State)!;
            var counties = Places.Where(p => p.Kind is PlaceKind.County && p.State == state.State).ToList();
            Assert.Equal(counties.Select(c => c.Code).Order(), map.Areas.Select(a => a.Code).Order());
            outside.AddRange(counties.Where(c => !Holds(map.Areas.Single(a => a.Code == c.Code), map.Place(c.At!.Value, c.State))).Select(c => c.Spoken));
        }
        Assert.True(outside.Count <= FewElsewhere, string.Join('\n', outside));
    }

    [Fact]
    public void On_the_map_of_the_country_each_state_holds_its_counties()
    {
        var country = StateMap.Of(null)!;
        var counties = Places.Where(p => p.Kind is PlaceKind.County && country.Areas.Any(a => a.Code == p.State)).ToList();
        var outside = counties.Where(c => !Holds(country.Areas.Single(a => a.Code == c.State), country.Place(c.At!.Value, c.State))).ToList();
        Assert.True(outside.Count <= counties.Count / 50, string.Join('\n', outside.Select(c => c.Spoken)));
        Assert.Contains(country.Areas, a => a.Code == "PR");
    }

    [Theory]
    [InlineData("VT", 44.26, -72.58, "50023")]
    [InlineData("HI", 21.31, -157.86, "15003")]
    [InlineData("PR", 18.45, -66.08, "72127")]
    [InlineData("AK", 51.88, -176.65, "02016")]
    public void A_capital_or_harbour_lies_in_its_own_county_alone(string state, double latitude, double longitude, string county)
    {
        var map = StateMap.Of(state)!;
        Assert.Equal([county], map.Areas.Where(a => Holds(a, map.Place(new(latitude, longitude), state))).Select(a => a.Code));
    }

    [Fact]
    public void A_spot_of_another_state_is_not_shown()
    {
        var map = StateMap.Of("VT")!;
        Assert.True(map.Shows(map.Place(new(44.26, -72.58), "VT")));
        Assert.False(map.Shows(map.Place(new(40.71, -74.01), "NY")));
    }

    [Fact]
    public void Projected_as_published() // Snyder, page 292: sphere, parallels 29.5 and 45.5, origin 23 N 96 W, at 35 N 75 W of radius 1.
    {
        var albers = new Projection(29.5, 45.5, -96, 1, 0, 0);
        var (origin, spot) = (albers.Place(new(23, -96)), albers.Place(new(35, -75)));
        Assert.Equal((0.2952720, 0.2416774), (Math.Round(spot.X - origin.X, 7), Math.Round(origin.Y - spot.Y, 7)));
    }

    [Fact]
    public void A_state_without_a_map_has_none() => Assert.Null(StateMap.Of("GU"));

    private static bool Holds(Outline area, MapPoint at) => area.Rings().Count(ring => Crossings(ring, at) % 2 == 1) % 2 == 1;

    private static int Crossings(IReadOnlyList<MapPoint> ring, MapPoint at)
    {
        var crossings = 0;
        for (var (i, j) = (0, ring.Count - 1); i < ring.Count; j = i++)
            if (ring[i].Y > at.Y != ring[j].Y > at.Y && at.X < (ring[j].X - ring[i].X) * (at.Y - ring[i].Y) / (ring[j].Y - ring[i].Y) + ring[i].X) crossings++;
        return crossings;
    }
}
