using Roundtable.Directory;
using Roundtable.Directory.Maps;
using Roundtable.Partnerships;
using Roundtable.Platform.Web;

namespace Roundtable.Tests.Partnerships;

[Rules]
public class FinderMapTests
{
    private const string Washington = "50023";
    private static readonly StateMap Vermont = StateMap.Of("VT")!;
    private static readonly Point Montpelier = new(44.26, -72.58), Barre = new(44.197, -72.502), Burlington = new(44.476, -73.212), Boston = new(42.36, -71.06);

    [Fact]
    public void Spots_are_numbered_from_the_middle_outwards_and_the_rows_have_their_numbers()
    {
        var map = Map(Who("Far", Burlington), Who("Near", Barre), Who("Here", Montpelier));
        Assert.Equal([("Here", 1), ("Near", 2), ("Far", 3)], map.Rows.Select(r => (r.Name, r.Number!.Value)));
        Assert.Equal([1, 2, 3], map.Spots.Select(s => s.Number));
        Assert.Equal([0, 6, 35], map.Rows.Select(r => (int)Math.Round(r.Miles!.Value)));
    }

    [Fact]
    public void Who_is_at_one_spot_shares_its_number_and_the_nearest_to_the_table_gives_the_shape()
    {
        var map = Map(Who("Candidate", Montpelier), Who("Partner", Montpelier, MapSpotKind.Partner), Who("Prospect", Montpelier, MapSpotKind.Prospect));
        var spot = Assert.Single(map.Spots);
        Assert.Equal((MapSpotKind.Partner, "Partner; Prospect; Candidate"), (spot.Kind, spot.Names));
        Assert.All(map.Rows, r => Assert.Equal(1, r.Number));
    }

    [Fact]
    public void Who_has_no_address_or_lies_beyond_the_state_stands_in_the_table_alone()
    {
        var map = Map(Who("Nowhere", null), Who("Here", Montpelier), Who("Beyond", Boston));
        Assert.Equal([("Here", 1), ("Beyond", null), ("Nowhere", (int?)null)], map.Rows.Select(r => (r.Name, r.Number)));
        Assert.Single(map.Spots);
    }

    [Fact]
    public void The_counties_of_the_partnership_are_looked_at_with_all_spots_in_them()
    {
        var (close, wide) = (Map(Who("Here", Montpelier)), Map(Who("Here", Montpelier), Who("Far", Burlington)));
        Assert.True(close.View.Width < Vermont.Width / 2 && close.Whole is not null);
        Assert.True(wide.View.Width > close.View.Width);
        Assert.All(wide.Spots, s => Assert.True(s.X > wide.View.X && s.X < wide.View.X + wide.View.Width && s.Y > wide.View.Y && s.Y < wide.View.Y + wide.View.Height));
    }

    [Fact]
    public void Without_counties_the_whole_state_is_looked_at_and_nothing_is_measured()
    {
        var map = FinderMap.Of(Vermont, [], null, [Who("Here", Montpelier)]);
        Assert.Null(map.Whole);
        Assert.True(map.View.Width >= Vermont.Width && map.View.Height >= Vermont.Height);
        Assert.Null(map.Rows[0].Miles);
    }

    private static FinderMap Map(params Mapped[] who) => FinderMap.Of(Vermont, [Washington], Montpelier, who);
    private static Mapped Who(string name, Point? at, MapSpotKind kind = MapSpotKind.Candidate) => new(name, "#", kind, "", at, "VT", Washington);
}
