using Roundtable.Directory;
using Roundtable.Partnerships;

namespace Roundtable.Tests.Partnerships;

[Rules]
public class CoverageTests
{
    private static readonly Coverage Coverage = new(
    [
        new(Sector.Library, [PartnerRole.Training, PartnerRole.Assistance], ["es"], Seated: true),
        new(Sector.Health, [PartnerRole.Assistance], [], Seated: true),
        new(Sector.Nonprofit, [PartnerRole.Translation], ["so"], Seated: false),
    ]);

    [Fact]
    public void Seats_cover_and_prospects_only_talk()
    {
        Assert.Equal((1, 0, 1), (Coverage.At(PartnerRole.Training, Sector.Library), Coverage.At(PartnerRole.Translation, Sector.Nonprofit), Coverage.InTalks(PartnerRole.Translation)));
        Assert.Equal([PartnerRole.Advocacy, PartnerRole.Translation, PartnerRole.Assessment], Coverage.Missing);
    }

    [Fact]
    public void Holes_are_where_somebody_is_usually_found()
    {
        Assert.True(Coverage.IsHole(PartnerRole.Translation, Sector.Nonprofit));
        Assert.False(Coverage.IsHole(PartnerRole.Translation, Sector.Library));
        Assert.False(Coverage.IsHole(PartnerRole.Assistance, Sector.Government));
    }

    [Fact]
    public void A_sector_that_sits_here_has_its_column() => Assert.Contains(Sector.Health, Coverage.Sectors);

    [Fact]
    public void Missing_languages_come_first() => Assert.Equal([("so", 0), ("es", 1)], Coverage.Languages(["es", "so"]));

    [Fact]
    public void Every_role_can_be_looked_for_where_it_is_missing() =>
        Assert.All(Enum.GetValues<PartnerRole>(), role =>
        {
            Assert.NotEmpty(OrganizationKinds.For(role));
            Assert.All(new Coverage([]).Sectors.Where(s => new Coverage([]).IsHole(role, s)), s => Assert.NotEmpty(OrganizationKinds.For(role, s)));
        });
}
