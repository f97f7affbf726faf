using System.Text.Json;
using Roundtable.Directory.Search;
using static Roundtable.Tests.Directory.DirectoryFiles;

namespace Roundtable.Tests.Directory;

/// <summary>What the search answers when a word was typed wrong, on the page and for programs.</summary>
public class SlipTests(SlippingWorld slipping) : IClassFixture<SlippingWorld>
{
    [Theory]
    [InlineData("libary", "library")]
    [InlineData("LIBARY!", "library")]
    [InlineData("libary vermont", "library vermont")]
    [InlineData("libary vermnt", "library vermont")]
    [InlineData("the libary of vermnt", "library vermont")]
    [InlineData("library libary", "library")]
    [InlineData("biblotéca", "biblioteca")]
    [InlineData("bibliotexá", "biblioteca")]
    public async Task A_slip_is_put_right_and_said(string typed, string meant)
    {
        var (instead, names, page) = await Ask($"q={Uri.EscapeDataString(typed)}");
        Assert.Equal(meant, instead);
        Assert.NotEmpty(names);
        Assert.Equal((await Ask($"q={Uri.EscapeDataString(meant)}")).Names, names);
        Assert.Contains($"Nothing has “{typed}”. These have “{meant}”.", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("library")]
    [InlineData("librar")]
    [InlineData("BIBLIOTÉCA")]
    [InlineData("churchy")]
    public async Task A_right_word_stays(string typed)
    {
        var (instead, names, page) = await Ask($"q={Uri.EscapeDataString(typed)}");
        Assert.Null(instead);
        Assert.NotEmpty(names);
        Assert.DoesNotContain("These have", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("q=churchy&state=VT")]
    [InlineData("q=churchy&near=05602")]
    [InlineData("q=churchy libary&state=NH")]
    public async Task A_word_that_is_right_elsewhere_is_no_slip_here(string question)
    {
        var (instead, names, page) = await Ask(question);
        Assert.DoesNotContain("church ", $"{instead} ", StringComparison.Ordinal);
        Assert.Empty(names);
        Assert.Contains("Nothing fits.", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("q=zzzzzz")]
    [InlineData("q=lib4ry5")]
    [InlineData("q=libary zzzzzz")]
    [InlineData("q=libary&state=NH")]
    public async Task Where_nothing_is_near_nothing_is_promised(string question)
    {
        var (instead, names, page) = await Ask(question);
        Assert.Null(instead);
        Assert.Empty(names);
        Assert.Contains("Nothing fits.", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_people_typed_in_themselves_is_not_told_to_strangers_by_a_slip()
    {
        var (instead, _, _) = await Ask("q=houzes&state=VT");
        Assert.Equal("houses", instead);
        using var kim = await slipping.World.SignedIn(await slipping.World.Person("Kim Lee"));
        Assert.Null((await Ask("q=houzes&state=VT", kim)).Instead);
    }

    [Fact]
    public async Task Spanish_readers_are_told_in_Spanish_and_can_read_on()
    {
        using var browser = slipping.World.Browser();
        await browser.Get("/language/es");
        var first = await browser.Get("/directory?q=libary");
        Assert.Contains("Nada tiene «libary». Estos tienen «library».", first.Words, StringComparison.Ordinal);
        var second = await browser.Get(first.Link("Siguiente"));
        Assert.Contains("Estos tienen «library».", second.Words, StringComparison.Ordinal);
        Assert.NotEqual(first.Html.QuerySelector(".rt-pages__of")!.TextContent, second.Html.QuerySelector(".rt-pages__of")!.TextContent);
    }

    private async Task<(string? Instead, IReadOnlyList<string> Names, string Page)> Ask(string question, Browser? somebody = null)
    {
        using var anyone = slipping.World.Browser();
        var browser = somebody ?? anyone;
        var answer = JsonDocument.Parse((await browser.Get($"/api/v1/organizations?{question}")).Text).RootElement;
        return (answer.GetProperty("instead").GetString(), [.. answer.GetProperty("items").EnumerateArray().Select(o => o.GetProperty("name").GetString()!)], (await browser.Get($"/directory?{question}")).Words);
    }
}

/// <summary>Vermont as the tax office lists it, some libraries, and one word that only New Hampshire has.</summary>
public sealed class SlippingWorld : IAsyncLifetime
{
    public World World { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        World = await World.Open();
        await World.Import("irs-bmf", await Slice("irs-vt-april.csv.gz"));
        await World.Import("pls-outlets", await Slice("pls-outlets.csv.gz"));
        await World.Import("organizations", await Of("Name,City,State,ZIP,Street,Sector\nChurchy Crafts,Keene,NH,03431,12 Main St,nonprofit\n"
            + string.Concat(Enumerable.Range(1, 5).Select(n => $"Tiny Houses {n},Barre,VT,05641,{n} Main St,nonprofit\n"))));
        await World.Organization("Houzes Together", Roundtable.Directory.Sector.Nonprofit);
        await World.See(db => db.LearnWords());
    }

    public ValueTask DisposeAsync() => World.DisposeAsync();
}
