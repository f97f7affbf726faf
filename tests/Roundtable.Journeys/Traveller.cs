using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace Roundtable.Journeys;

/// <summary>
/// One person on the way through the product. Every page they arrive at is checked: no accessibility violation,
/// no sideways scroll, no error in the browser's console.
/// </summary>
public sealed class Traveller : IAsyncDisposable
{
    private static readonly string? Pictures = Environment.GetEnvironmentVariable("ROUNDTABLE_SCREENSHOTS");
    private readonly bool script;
    private readonly string language;
    private readonly List<string> complaints = [];

    internal Traveller(IPage page, bool script, string language)
    {
        (Page, this.script, this.language) = (page, script, language);
        page.Console += (_, message) => { if (message.Type == "error") complaints.Add($"{page.Url}: {message.Text}"); };
        page.PageError += (_, error) => complaints.Add($"{page.Url}: {error}");
    }

    public IPage Page { get; }
    public string Heading => Page.Locator("h1").First.InnerTextAsync().GetAwaiter().GetResult();

    public async Task Go(string address)
    {
        await Page.GotoAsync(language == "en" || address.StartsWith("http", StringComparison.Ordinal) ? address : $"/{language}{address}");
        await Arrived();
    }

    public async Task Press(string button)
    {
        await Page.GetByRole(AriaRole.Button, new() { Name = button }).First.ClickAsync();
        await Arrived();
    }

    public async Task Follow(string link)
    {
        await Page.GetByRole(AriaRole.Link, new() { Name = link }).First.ClickAsync();
        await Arrived();
    }

    public Task Fill(string label, string text) => Page.GetByLabel(label).First.FillAsync(text);
    public Task Choose(string label) => Page.GetByLabel(label, new() { Exact = true }).First.CheckAsync();
    public Task Pick(string label, string option) => Page.GetByLabel(label).First.SelectOptionAsync(new SelectOptionValue { Label = option });
    public Task Sees(string words) => Assertions.Expect(Page.Locator("main")).ToContainTextAsync(words);

    /// <summary>Moves by Tab alone until the control with this accessible name has the focus.</summary>
    public async Task TabTo(string name)
    {
        for (var i = 0; i < 120; i++)
        {
            await Page.Keyboard.PressAsync("Tab");
            var now = await Page.EvaluateAsync<string>("() => { const e = document.activeElement; return (e.labels?.[0]?.innerText || e.innerText || e.getAttribute('aria-label') || '').trim() }");
            if (now.Contains(name, StringComparison.Ordinal)) return;
        }
        Assert.Fail($"The keyboard does not reach \"{name}\" on {Page.Url}.");
    }

    /// <summary>Keeps a picture when pictures are asked for (<c>ROUNDTABLE_SCREENSHOTS</c> names the folder).</summary>
    public async Task Picture(string name)
    {
        if (Pictures is not null) await Page.ScreenshotAsync(new() { Path = Path.Combine(Pictures, $"{name}.png"), FullPage = true });
    }

    private async Task Arrived()
    {
        await Page.WaitForLoadStateAsync(LoadState.Load);
        if (await Page.Locator("h1").CountAsync() == 0) Assert.Fail($"{Page.Url} has no heading: {await Page.Locator("body").InnerTextAsync()}");
        if (!script) return;
        var wide = await Page.EvaluateAsync<int>("() => document.documentElement.scrollWidth - document.documentElement.clientWidth");
        Assert.True(wide <= 0, $"{Page.Url} scrolls sideways by {wide} px at {Page.ViewportSize!.Width} px.");
        var result = await Page.RunAxe(new AxeRunOptions { RunOnly = new() { Type = "tag", Values = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] } });
        Assert.True(result.Violations.Length == 0, $"{Page.Url}: {string.Join("; ", result.Violations.Select(v => $"{v.Id}: {v.Help} at {string.Join(", ", v.Nodes.Select(n => n.Html))}"))}");
        Assert.True(complaints.Count == 0, string.Join("; ", complaints));
    }

    public ValueTask DisposeAsync() => new(Page.Context.CloseAsync());
}
