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
    [InlineData("pls-systems", "libraries/pls_fy2018_libraries.csv.gz", 9261, 0)]
    [InlineData("pls-outlets", "libraries/pls_fy18_outlet_pud18i.csv.gz", 17478, 0)]
    [InlineData("ipeds", "edu/ipeds_hd2020.csv.gz", 6440, 60)]
    [InlineData("museums", "museums/MuseumFile2018_File1_Nulls.csv.gz", 7431, 2)]
    [InlineData("dotgov", "gov/dotgov-current-full.csv.gz", 16539, 0)]
    [InlineData("government-sites", "gov/1_govt_urls_full.csv.gz", 9225, 937)]
    [InlineData("federal-agencies", "gov/dotgov-agencies-and-subs.csv", 341, 1)]
    public async Task Of_a_national_file_just_these_rows_cannot_be_used(string source, string name, int rows, int problems)
    {
        await using var world = await World.Open();
        var file = await Whole(name);
        Assert.Equal((rows, rows - problems, 0, 0, problems, 0), (await world.Import(source, file)).Counts());
        Assert.Equal((rows, 0, 0, rows - problems, problems, 0), (await world.Check(source, file)).Counts());
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
