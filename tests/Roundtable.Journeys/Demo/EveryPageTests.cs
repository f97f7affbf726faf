using System.Text.RegularExpressions;
using Roundtable.Journeys.People;
using Roundtable.People;
using Xunit.Sdk;
using Xunit.v3;

namespace Roundtable.Journeys.Demo;

/// <summary>
/// Every page that can be reached by links, one of each kind: it opens, reads well to machines that read aloud, fits a phone and
/// a desk at twice the size, and is valid HTML, in both languages.
/// </summary>
[TestMethodOrderer(typeof(CheckerLast))]
public sealed class EveryPageTests(DemoSite demo) : IClassFixture<DemoSite>
{
    [Theory]
    [InlineData("en")]
    [InlineData("es")]
    public async Task A_convener_reaches_no_page_that_is_broken(string language) =>
        Assert.InRange((await Walk(demo.Ana, language, "/", $"/w/{demo.Lively.Slug}", $"/w/{demo.Lively.Slug}/prospects?view=board", "/partnerships/new")).Count, 30, 100);

    [Theory]
    [InlineData("en")]
    [InlineData("es")]
    public async Task An_administrator_reaches_no_page_that_is_broken(string language) =>
        Assert.InRange((await Walk(demo.Olga, language, "/admin", "/setup/next", "/platform/outbox")).Count, 15, 100);

    [Theory]
    [InlineData("en")]
    [InlineData("es")]
    public async Task A_visitor_reaches_no_page_that_is_broken(string language) =>
        Assert.InRange((await Walk(null, language, "/", "/sign-in", "/sign-in/code", "/sign-out", "/setup", "/privacy", "/api", "/directory?q=library", "/me", "/me/forgotten")).Count, 9, 100);

    [Theory]
    [InlineData("en")]
    [InlineData("es")]
    public async Task Somebody_invited_and_a_partner_without_an_account_reach_no_page_that_is_broken(string language)
    {
        var seen = await Walk(null, language, demo.Answer, $"{demo.Answer}/offer", $"{demo.Answer}/reach", $"{demo.Answer}/time", $"{demo.Answer}/someone-else", $"{demo.Answer}/not-now",
            demo.Me, $"{demo.Me}/mail");
        Assert.InRange(seen.Count, 13, 100);
    }

    [Fact]
    public async Task The_home_and_the_partners_read_from_right_to_left()
    {
        await using var ana = await demo.Site.Traveller(language: "ar-XA");
        await demo.Site.SignIn(ana, demo.Ana);
        foreach (var page in (string[])["", "/partners"])
        {
            await ana.Go($"/w/{demo.Lively.Slug}{page}");
            Assert.Equal("rtl", await ana.Page.Locator("html").GetAttributeAsync("dir"));
            await ana.Picture($"rtl-1280{page.Replace('/', '-')}");
            await ana.Narrow(320);
            await ana.Picture($"rtl-320{page.Replace('/', '-')}");
            await ana.Narrow(1280);
        }
    }

    [Fact]
    public async Task What_is_not_there_is_said_in_words()
    {
        await using var visitor = await demo.Site.Traveller(320);
        await visitor.Go("/nowhere", 404);
        Assert.Equal("We cannot find this page", await visitor.Heading());
    }

    [Fact]
    public async Task Every_page_seen_is_valid_html()
    {
        Assert.SkipWhen(demo.Pages.Count == 0, "The HTML was not checked: the walks that collect it did not run.");
        var complaints = await HtmlChecker.Complaints(demo.Pages.Select(p => (p.Key, p.Value)));
        Assert.True(complaints.Count == 0, $"{demo.Pages.Count} pages:\n{string.Join('\n', complaints.Take(50))}");
    }

    /// <summary>Follows links from these addresses until one page of every kind was seen on a desk and on a phone.</summary>
    private async Task<ISet<string>> Walk(Person? who, string language, params string[] from)
    {
        await using var traveller = await demo.Site.Traveller(language: language);
        if (who is not null) await demo.Site.SignIn(traveller, who);
        var (ahead, seen, broken) = (new Queue<string>(from), new SortedSet<string>(StringComparer.Ordinal), new List<string>());
        while (ahead.TryDequeue(out var address))
        {
            if (!seen.Add(KindOf(address))) continue;
            var name = $"{(who?.Called ?? "nobody").Split(' ')[0]}{KindOf(address).Replace('/', '-').Replace('?', '-')}-{language}";
            foreach (var complaint in await Complaints(traveller, address, name)) broken.Add(complaint);
            foreach (var link in await Links(traveller)) ahead.Enqueue(link);
            demo.Pages[name] = traveller.Source;
        }
        Assert.True(broken.Count == 0, $"{broken.Count} of {seen.Count} pages:\n{string.Join("\n", broken)}");
        return seen;
    }

    private static async Task<IReadOnlyList<string>> Complaints(Traveller traveller, string address, string name)
    {
        var complaints = new List<string>();
        await Try(() => traveller.Narrow(1280, check: false));
        await Try(() => traveller.Go(address));
        await Try(() => traveller.Picture($"{name}-1280"));
        // 200 % zoom on a desk.
        await Try(() => traveller.Fits(640));
        await Try(() => traveller.Narrow(320));
        await Try(() => traveller.Picture($"{name}-320"));
        return complaints;

        async Task Try(Func<Task> act)
        {
            try
            {
                await act();
            }
            catch (Xunit.Sdk.XunitException no)
            {
                complaints.Add(no.Message);
            }
        }
    }

    private static async Task<IEnumerable<string>> Links(Traveller traveller)
    {
        var all = await traveller.Page.EvaluateAsync<string[]>("() => [...document.querySelectorAll('a[href]:not([download]):not([hreflang])')].map(a => new URL(a.getAttribute('href'), location).href)");
        var here = new Uri(traveller.Page.Url);
        return all.Select(a => new Uri(a)).Where(a => a.Authority == here.Authority && !Path.HasExtension(a.AbsolutePath) && !a.AbsolutePath.StartsWith("/openapi", StringComparison.Ordinal))
            .Select(a => Regex.Replace(a.PathAndQuery, "^/(en|es|ar-XA)(?=/|$)", "", RegexOptions.None, TimeSpan.FromSeconds(1))).Select(a => a.Length == 0 ? "/" : a).ToList();
    }

    /// <summary>Addresses that differ only in whose page it is are of one kind.</summary>
    private static string KindOf(string address)
    {
        var path = address.Split('?')[0];
        path = Regex.Replace(path, @"(?<=^/(?:w|answer|me)/)(?!forgotten)[^/]+", "x", RegexOptions.None, TimeSpan.FromSeconds(1));
        return Regex.Replace(path, @"(?<=/)([0-9a-f]{8}-[0-9a-f-]{27}|\d+)(?=/|$)", "1", RegexOptions.None, TimeSpan.FromSeconds(1));
    }
}

/// <summary>The checker reads what the walks have collected, so it comes after them.</summary>
internal sealed class CheckerLast : ITestMethodOrderer
{
    public IReadOnlyCollection<TTestMethod?> OrderTestMethods<TTestMethod>(IReadOnlyCollection<TTestMethod?> testMethods) where TTestMethod : notnull, ITestMethod =>
        [.. testMethods.OrderBy(m => m?.MethodName == nameof(EveryPageTests.Every_page_seen_is_valid_html))];
}
