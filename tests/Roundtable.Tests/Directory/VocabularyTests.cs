using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Roundtable.Directory;
using Roundtable.Directory.Search;
using Roundtable.Platform.Jobs;
using static Roundtable.Tests.Directory.DirectoryFiles;

namespace Roundtable.Tests.Directory;

public class VocabularyTests(SearchedWorld searched) : IClassFixture<SearchedWorld>
{
    private static readonly Vocabulary Words = new(new[] { ("library", 20_000), ("libraries", 9_000), ("librarian", 400), ("liberty", 12_000), ("church", 300_000), ("aid", 30_000), ("aided", 20), ("rare", 6) }
        .Select(w => new SearchWord { Word = w.Item1, Count = w.Item2 }));

    [Fact]
    public void A_common_word_stands_for_itself_and_its_endings_and_a_beginning_for_the_common_words_that_begin_so()
    {
        Assert.Equal(["library"], Words.Meant("library").Forms);
        Assert.Equal(["library", "liberty", "libraries", "librarian"], Words.Meant("lib").Forms);
        Assert.False(Words.Meant("church").IsBeginning);
    }

    [Theory]
    [InlineData("rare")]
    [InlineData("quixotic")]
    [InlineData("librarian")]
    public void A_rare_word_is_looked_for_by_its_beginning(string typed) => Assert.Equal((typed, true), (Assert.Single(Words.Meant(typed).Forms), Words.Meant(typed).IsBeginning));

    [Theory]
    [InlineData("libary", "library")]
    [InlineData("libraary", "library")]
    [InlineData("chruch", "church")]
    [InlineData("chutch", "church")]
    [InlineData("librar", null)]
    [InlineData("aix", null)]
    [InlineData("zzzzzz", null)]
    public void A_slip_of_the_finger_is_put_right(string typed, string? meant) => Assert.Equal(meant, Words.Instead(typed));

    [Fact]
    public async Task The_directory_learns_its_words_and_says_what_it_looked_for_instead()
    {
        var learned = await searched.World.See(db => db.LearnWords());
        Assert.Equal(learned, await searched.World.See(db => db.SearchWords.CountAsync()));
        Assert.True(await searched.World.See(db => db.SearchWords.Where(w => w.Word == "library").Select(w => w.Count).SingleAsync()) >= SearchWord.Least);
        Assert.Equal(0, await searched.World.See(db => db.SearchWords.CountAsync(w => w.Word == "sevt" || w.Word == "stvt" || w.Word == "selibrary")));
        var book = await searched.World.See(db => searched.World.Services.GetRequiredService<PlaceBooks>().Now(db));
        var found = await searched.World.See(db => db.FindOrganizations(OrganizationSearch.Of(new SearchInput { Words = "libary vermont" }, book), searched.World.Now));
        Assert.Equal("library vermont", found.Instead);
        Assert.NotEmpty(found.Organizations);
        Assert.Null((await searched.World.See(db => db.FindOrganizations(OrganizationSearch.Of(new SearchInput { Words = "library" }, book), searched.World.Now))).Instead);
    }

    [Fact]
    public async Task The_page_and_the_API_say_what_was_looked_for_instead()
    {
        await searched.World.See(db => db.LearnWords());
        using var browser = searched.World.Browser();
        Assert.Contains("Nothing has “libary”. These have “library”.", (await browser.Get("/directory?q=libary")).Words, StringComparison.Ordinal);
        Assert.Contains("\"instead\":\"library\"", (await browser.Get("/api/v1/organizations?q=libary")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Tidying_the_index_changes_nothing_that_is_found()
    {
        var before = await Found();
        await searched.World.Services.GetRequiredService<JobRunner>().Run<SearchTidying>();
        Assert.Equal(before, await Found());
    }

    private async Task<string> Found() => string.Join(' ', (await searched.World.See(async db =>
        await db.FindOrganizations(OrganizationSearch.Of(new SearchInput { Words = "library", Near = "05602" }, await db.PlaceBook()), searched.World.Now))).Organizations.Select(o => o.Organization.Number));
}
