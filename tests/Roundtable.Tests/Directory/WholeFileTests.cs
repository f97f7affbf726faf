using Roundtable.Directory.Imports;
using static Roundtable.Tests.Directory.DirectoryFiles;

namespace Roundtable.Tests.Directory;

/// <summary>The whole files, where they are at hand: every row is accounted for.</summary>
public class WholeFileTests
{
    [Fact]
    public async Task Vermont_from_March_to_April_has_48_new_598_changed_and_21_gone()
    {
        await using var world = await World.Open();
        Assert.Equal((6508, 6508, 0, 0, 0, 0), (await world.Import("irs-bmf", await Whole("bmf/2026-03_eo_vt.csv.gz"))).Counts());
        Assert.Equal((6535, 48, 598, 5889, 0, 21), (await world.Import("irs-bmf", await Whole("bmf/2026-04_eo_vt.csv.gz"))).Counts());
    }

    [Theory]
    [InlineData("pls-outlets", "libraries/pls_fy18_outlet_pud18i.csv.gz", 17478)]
    [InlineData("dotgov", "gov/dotgov-current-full.csv.gz", 16539)]
    public async Task National_files_import_whole(string source, string name, int rows)
    {
        await using var world = await World.Open();
        var plan = await world.Import(source, await Whole(name));
        Assert.Equal((rows, rows), (plan.Rows, plan.New + plan.Problems));
        Assert.True(plan.Problems <= rows / 100);
        Assert.Equal(plan.New, (await world.Check(source, await Whole(name))).Same);
    }

    [Fact]
    public async Task Places_of_the_whole_country_import()
    {
        await using var world = await World.Open();
        var zips = await world.Import("zip-areas", await Whole("geo/Gaz_zcta_national_2010.txt.gz"));
        Assert.Equal((33120, 33120), (zips.Rows, zips.New + zips.Changed + zips.Same));
        Assert.Equal(4, (await world.Import("counties", await Whole("geo/2017_Gaz_counties_national_noheader_pipe.txt"))).Problems);
    }
}
