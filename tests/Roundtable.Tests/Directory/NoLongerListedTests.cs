using System.Net;
using Microsoft.EntityFrameworkCore;
using Roundtable.Directory;
using Roundtable.Directory.Search;
using Roundtable.Partnerships;
using Roundtable.Platform.Access;
using static Roundtable.Tests.Directory.DirectoryFiles;

namespace Roundtable.Tests.Directory;

/// <summary>A directory in which a newer file no longer has three organizations.</summary>
public sealed class RefreshedWorld : IAsyncLifetime
{
    public World World { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        World = await World.Open();
        await World.Import("irs-bmf", await Slice("irs-vt-march.csv.gz"));
        await World.Import("irs-bmf", await Slice("irs-vt-april.csv.gz"));
    }

    public ValueTask DisposeAsync() => World.DisposeAsync();
}

public class NoLongerListedTests(RefreshedWorld refreshed) : IClassFixture<RefreshedWorld>
{
    private const string Gone = "Kinhaven Music School Inc";
    private const string Said = "No longer listed since";

    [Theory]
    [InlineData("kinhaven", null, null, null)]
    [InlineData("music", "VT", null, null)]
    [InlineData("", null, "Weston, VT", null)]
    [InlineData("kinha", null, null, "nonprofit")]
    public async Task They_are_found_only_when_asked_for_and_then_last(string words, string? state, string? near, string? sector)
    {
        var asked = new SearchInput { Words = words, State = state, Near = near, Sector = sector, Miles = "25", Limit = "100" };
        Assert.DoesNotContain(Gone, await Names(asked));
        var (before, names) = (await Names(asked), await Names(asked with { Gone = "yes" }));
        Assert.Equal(before, names[..before.Count]);
        Assert.Contains(Gone, names[before.Count..]);
    }

    [Theory]
    [InlineData("kinhaven quilts", null, null)]
    [InlineData("kinhaven", "NH", null)]
    [InlineData("inhaven", null, null)]
    [InlineData("kinhaven", null, "library")]
    public async Task What_else_is_asked_holds_for_them_too(string words, string? state, string? sector) =>
        Assert.Empty(await Names(new() { Words = words, State = state, Sector = sector, Gone = "yes" }));

    [Fact]
    public async Task The_page_marks_them_for_those_who_work_here()
    {
        using var ana = await refreshed.World.SignedIn(await refreshed.World.Person("Ana Ruiz"));
        var page = await ana.Get("/directory?q=kinhaven");
        Assert.DoesNotContain(Gone, page.Words, StringComparison.Ordinal);
        Assert.Contains("Also those no longer listed", page.Words, StringComparison.Ordinal);
        page = await ana.Get("/directory?q=kinhaven&gone=true");
        Assert.All([Gone, Said], words => Assert.Contains(words, page.Words, StringComparison.Ordinal));
        Assert.Contains(Gone, (await ana.Get("/directory.csv?q=kinhaven&gone=true")).Text, StringComparison.Ordinal);
        Assert.Contains("“yes”", (await ana.Get("/directory?q=kinhaven&gone=perhaps")).Words, StringComparison.Ordinal);

        using var stranger = refreshed.World.Browser();
        Assert.DoesNotContain("Also those no longer listed", (await stranger.Get("/directory?q=kinhaven")).Words, StringComparison.Ordinal);
        var refused = await stranger.Get("/api/v1/organizations?q=kinhaven&gone=yes");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Contains("Sign in to see", refused.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_finder_of_a_partnership_and_its_map_mark_them_too()
    {
        var table = await refreshed.World.FoundHere();
        using var ana = await table.Ana();
        var finder = $"{ProspectUrls.Finder(table.Partnership)}?words=kinhaven&near=Weston,+VT";
        Assert.DoesNotContain(Gone, (await ana.Get(finder)).Words, StringComparison.Ordinal);
        foreach (var page in (string[])[finder, finder.Replace("/finder?", "/finder/map?", StringComparison.Ordinal)])
        {
            var found = (await ana.Get($"{page}&gone=true")).Words;
            Assert.All([Gone, Said], words => Assert.Contains(words, found, StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task What_was_merged_into_another_entry_is_found_as_that_one()
    {
        await using var world = await World.Open();
        await world.Import("irs-bmf", await Slice("irs-vt-march.csv.gz"));
        await world.Do(async db =>
        {
            var two = await db.Organizations.OrderBy(o => o.Number).Take(2).ToListAsync();
            two[1].MergeInto(two[0], world.Now);
            return two;
        });
        Assert.Equal(1, await world.See(db => db.Organizations.CountAsync(o => o.NoLongerListed != null)));
        Assert.DoesNotContain(await Found(world, new() { State = "VT", Gone = "yes", Limit = "100" }), f => f.Organization.NoLongerListed is not null);
    }

    private async Task<List<string>> Names(SearchInput asked) => [.. (await Found(refreshed.World, asked)).Select(f => f.Organization.ShownName)];

    private static Task<IReadOnlyList<FoundOrganization>> Found(World world, SearchInput asked) => world.See(async db =>
        (await db.FindOrganizations(OrganizationSearch.Of(asked, await db.PlaceBook(), Actor.System("test")), world.Now)).Organizations);
}
