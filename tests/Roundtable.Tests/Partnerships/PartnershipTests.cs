using Roundtable.Directory;
using Roundtable.Partnerships;
using Roundtable.Platform;
using Roundtable.Platform.Access;

namespace Roundtable.Tests.Partnerships;

public class PartnershipTests
{
    [Theory]
    [InlineData("Riverbend County", "riverbend-county")]
    [InlineData("  São José / Åland's  Table! ", "sao-jose-alands-table")]
    [InlineData("New", "partnership-new")]
    [InlineData("日本", "partnership")]
    public void A_name_makes_its_word_for_addresses(string name, string slug) => Assert.Equal(slug, Slugs.Of(name));

    [Fact]
    public void A_taken_word_gets_a_number() =>
        Assert.Equal("riverbend-3", Slugs.Free("Riverbend", new HashSet<string> { "riverbend", "riverbend-2", "riverbend-county" }));

    [Fact]
    public void Founding_needs_a_purpose_a_name_and_a_known_zone()
    {
        Refused("partnerships.purpose-missing", () => Founding.Somewhere(purpose: " "));
        Refused("partnerships.name-missing", () => Founding.Somewhere(name: " "));
        Refused("partnerships.zone-unknown", () => Founding.Somewhere(zone: "Mars/Olympus"));
        Refused("access.not-allowed", () => Partnership.Found(Actor.Anonymous, new("A", "a", "B", new("IL", [], "IL"), Level.Local, Ids.New(), "America/Chicago"), null, World.Morning));
    }

    [Fact]
    public void A_parent_stands_above()
    {
        var (state, local) = (Founding.Somewhere(Level.State).Partnership, Founding.Somewhere().Partnership);
        Assert.Equal(state.Id, Founding.Somewhere(Level.Local, state).Partnership.ParentId);
        Refused("partnerships.parent-not-above", () => Founding.Somewhere(Level.State, local));
        Refused("partnerships.parent-not-above", () => Founding.Somewhere(Level.State, state));
    }

    [Fact]
    public void Only_the_convener_shows_a_partnership_to_the_public()
    {
        var founded = Founding.Somewhere();
        Refused("access.not-allowed", () => founded.Partnership.Show(Founding.Ana, true, World.Morning));
        founded.Partnership.Show(founded.Founder(Founding.Ana), true, World.Morning);
        Assert.True(founded.Partnership.IsPublic);
    }

    [Theory]
    [InlineData("VT", "50023", "America/New_York")]
    [InlineData("TN", "47157", "America/Chicago")]
    [InlineData("TN", "47093", "America/New_York")]
    [InlineData("FL", "12033", "America/Chicago")]
    [InlineData("FL", null, "America/New_York")]
    [InlineData("AZ", null, "America/Phoenix")]
    [InlineData("ID", "16017", "America/Los_Angeles")]
    [InlineData("HI", null, "Pacific/Honolulu")]
    [InlineData(null, null, "America/New_York")]
    public void The_time_zone_comes_from_the_place(string? state, string? county, string zone) =>
        Assert.Equal(zone, TimeZones.Of(new(state, county is null ? [] : [county], "")));

    [Fact]
    public void Every_state_has_a_zone() =>
        Assert.All("AL AK AZ AR CA CO CT DE DC FL GA HI ID IL IN IA KS KY LA ME MD MA MI MN MS MO MT NE NV NH NJ NM NY NC ND OH OK OR PA RI SC SD TN TX UT VT VA WA WV WI WY PR".Split(' '),
            state => Assert.True(state is "NY" || TimeZones.Of(new(state, [], "")) is { } zone && (zone != TimeZones.OfTheCountry || "CT DE DC FL GA ME MD MA NH NJ NC OH PA RI SC VT VA WV KY".Contains(state))));

    [Theory]
    [InlineData("Legal Aid of the Valley", "LA")]
    [InlineData("workforce board", "W")]
    [InlineData("211", "2")]
    public void Initials_are_of_the_telling_words(string name, string initials) => Assert.Equal(initials, SeatView.InitialsOf(name));

    private static void Refused(string key, Action act) => Assert.Equal(key, Assert.Throws<Refusal>(act).Key);
}
