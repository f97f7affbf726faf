using NodaTime;
using Roundtable.Directory;
using Roundtable.Platform;
using Roundtable.Platform.Access;

namespace Roundtable.Tests.Directory;

public class OrganizationTests
{
    private static readonly Actor Somebody = Actor.Person(Ids.New(), administrator: false, []);
    private static readonly Instant Now = World.Morning;
    private static readonly PlaceBook Places = new([.. PlaceQueries.ShippedPlaces()]);

    [Theory]
    [InlineData("YMCA OF THE NORTH INC", "YMCA of the North Inc")]
    [InlineData("ST. MARY'S CHURCH", "St. Mary's Church")]
    [InlineData("VT LEGAL AID", "VT Legal Aid")]
    [InlineData("McDonald House", "McDonald House")]
    [InlineData("MCDONALD-O'BRIEN FUND", "McDonald-O'Brien Fund")]
    [InlineData("45TH  INFANTRY DIVISION", "45th Infantry Division")]
    [InlineData("THE ARTS & CRAFTS GUILD", "The Arts & Crafts Guild")]
    [InlineData("ARVIN A. BROWN PUBLIC LIBRARY", "Arvin A. Brown Public Library")]
    [InlineData("P A T T OF A TOWN", "P A T T of a Town")]
    public void A_name_in_capitals_is_shown_so_that_it_reads_well(string given, string shown) => Assert.Equal(shown, ShownName.Of(given));

    [Fact]
    public void A_name_is_found_whatever_its_accents_and_points() => Assert.Equal("ninos de la penuela st marys", NameKey.Of("Niños de la Peñuela — St. Mary's"));

    [Fact]
    public void Miles_are_great_circle_miles()
    {
        var london = new Point(51.5074, -0.1278);
        Assert.Equal(213.5, london.MilesTo(new Point(48.8566, 2.3522)), 0.5);
        Assert.Equal(0, london.MilesTo(london));
    }

    [Fact]
    public void Cells_within_a_distance_hold_every_point_within_it() =>
        CsCheck.Check.Sample(CsCheck.Gen.Select(CsCheck.Gen.Double[-80, 80], CsCheck.Gen.Double[-179.9, 179.9], CsCheck.Gen.Double[0, 100], CsCheck.Gen.Double[0, 360]), (latitude, longitude, miles, bearing) =>
        {
            var from = new Point(latitude, longitude);
            var there = Beyond(from, miles * 0.99, bearing);
            Assert.NotEmpty(there.CellNames.Intersect(from.CellsWithin(miles)));
            Assert.NotEmpty(there.CellNames.Intersect(from.RingsWithin(miles).SelectMany(r => r)));
        }, iter: 500, threads: 1);

    [Fact]
    public void Places_are_meant_by_zip_county_or_city()
    {
        Assert.Equal("Montpelier, VT", Places.Meant("montpelier vermont").Spoken);
        Assert.Equal("50023", Places.Meant("Washington County, VT").Code);
        Assert.Equal(PlaceKind.ZipArea, Places.Meant("05602").Kind);
        Assert.Equal("VT", Places.Meant("Vermont").Code);
    }

    [Fact]
    public void A_place_name_that_several_states_have_asks_for_the_state()
    {
        var refusal = Assert.Throws<Refusal>(() => Places.Meant("Washington County"));
        Assert.Equal("place.several", refusal.Key);
        Assert.Equal("place.unknown", Assert.Throws<Refusal>(() => Places.Meant("Nowhere at all")).Key);
        Assert.Equal("place.zip-unknown", Assert.Throws<Refusal>(() => Places.Meant("99999")).Key);
    }

    [Fact]
    public void A_po_box_is_told_from_a_street()
    {
        Assert.True(PostalAddress.IsPoBox("PO BOX 455"));
        Assert.True(PostalAddress.IsPoBox("P.O. Box 12-A"));
        Assert.False(PostalAddress.IsPoBox("12 BOXWOOD LN"));
        Assert.False(PostalAddress.IsPoBox("50 STATE ST PO BOX 3"));
    }

    [Fact]
    public void An_address_in_capitals_is_shown_so_that_it_reads_well()
    {
        var organization = Organization.From(new() { Name = "LEGAL AID", Street = "6 WASHINGTON ST", City = "EAST BARRE", State = "VT" }, "irs-bmf", "1", Now.InUtc().Date);
        Assert.Equal(("6 Washington St", "East Barre", "EAST BARRE"), (organization.ShownStreet, organization.ShownCity, organization.City));
    }

    [Fact]
    public void Describing_asks_for_a_name_and_a_signed_in_person()
    {
        Assert.Equal("organization.name-missing", Assert.Throws<Refusal>(() => Organization.Describe(Somebody, Now, new() { Name = " " }, default)).Key);
        Assert.Equal("access.not-allowed", Assert.Throws<Refusal>(() => Organization.Describe(Actor.Anonymous, Now, new() { Name = "Food shelf" }, default)).Key);
    }

    [Fact]
    public void A_correction_keeps_which_fields_and_wins_over_a_later_import()
    {
        var facts = new OrganizationFacts { Name = "LEGAL AID", Phone = "1", City = "BARRE", State = "VT" };
        var organization = Organization.From(facts, "irs-bmf", "1", Now.InUtc().Date);
        organization.Correct(Somebody, Now, organization.Entry() with { Phone = "802 555 0100", Name = "Vermont Legal Aid" }, default);
        Assert.Equal(["name", "phone"], organization.CorrectedFields);
        organization.Take(facts with { Phone = "2", City = "MONTPELIER" }, Now.InUtc().Date);
        Assert.Equal(("Vermont Legal Aid", "802 555 0100", "MONTPELIER"), (organization.ShownName, organization.Phone, organization.City));
    }

    [Fact]
    public void A_correction_that_changes_nothing_is_refused_and_one_that_cannot_be_meant_names_its_input()
    {
        var organization = Organization.Describe(Somebody, Now, new() { Name = "Food shelf", Sector = Sector.SocialService }, default);
        Assert.Equal("organization.nothing-changed", Assert.Throws<Refusal>(() => organization.Correct(Somebody, Now, organization.Entry(), default)).Key);
        Assert.Equal("Zip", Assert.Throws<Refusal>(() => organization.Correct(Somebody, Now, organization.Entry() with { Zip = "5" }, default)).Input);
        Assert.Equal("Website", Assert.Throws<Refusal>(() => organization.Correct(Somebody, Now, organization.Entry() with { Website = "javascript://x" }, default)).Input);
        Assert.Equal("Food shelf", organization.ShownName);
    }

    [Fact]
    public void Each_need_and_role_names_kinds_that_exist()
    {
        Assert.Equal(21, OrganizationKinds.Needs.Count);
        var kinds = OrganizationKinds.Needs.SelectMany(n => n.Kinds).Concat(Enum.GetValues<PartnerRole>().SelectMany(r => OrganizationKinds.For(r)));
        Assert.All(kinds, k => Assert.NotNull(Kinds.Of(k)));
        Assert.Contains("P84", OrganizationKinds.For(PartnerRole.Translation, Sector.SocialService));
        Assert.Empty(OrganizationKinds.For(PartnerRole.Translation, Sector.Business));
    }

    private static Point Beyond(Point from, double miles, double bearing)
    {
        var (d, b, lat) = (miles / 3958.8, double.DegreesToRadians(bearing), double.DegreesToRadians(from.Latitude));
        var north = Math.Asin(Math.Sin(lat) * Math.Cos(d) + Math.Cos(lat) * Math.Sin(d) * Math.Cos(b));
        var east = double.DegreesToRadians(from.Longitude) + Math.Atan2(Math.Sin(b) * Math.Sin(d) * Math.Cos(lat), Math.Cos(d) - Math.Sin(lat) * Math.Sin(north));
        var longitude = (double.RadiansToDegrees(east) + 540) % 360 - 180;
        return new(double.RadiansToDegrees(north), longitude);
    }
}
