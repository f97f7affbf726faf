using Deque.AxeCore.Commons;

namespace Roundtable.Journeys;

/// <summary>
/// One person on the way through the product. Every page they arrive at is checked: no accessibility violation,
/// no sideways scroll, no error in the browser's console.
/// </summary>
public sealed class Traveller : IAsyncDisposable
{
    private static readonly string? Pictures = Environment.GetEnvironmentVariable("ROUNDTABLE_SCREENSHOTS");
    private static readonly string Axe = new BundledAxeScriptProvider().GetScript();
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

    /// <summary>The page as it was sent, before the browser read it.</summary>
    public string Source { get; private set; } = "";
    public Task<string> Heading() => Page.Locator("h1").First.InnerTextAsync();

    public async Task Go(string address, int status = 200)
    {
        var answer = await Page.GotoAsync(language == "en" || address.StartsWith("http", StringComparison.Ordinal) ? address : $"/{language}{address}");
        Assert.True(answer is null || answer.Status == status, $"{address} answers {answer?.Status}.");
        Source = answer is null ? "" : await answer.TextAsync();
        // Chromium writes every answer that is no 200 to its console; this one was meant.
        if (status != 200) complaints.Clear();
        await Arrived();
    }

    public Task Press(string button) => Leave(() => Page.Locator("main").GetByRole(AriaRole.Button, new() { Name = button }).First.ClickAsync());
    public Task Follow(string link) => Leave(() => Page.GetByRole(AriaRole.Link, new() { Name = link }).First.ClickAsync());
    public Task Key(string key) => Page.Keyboard.PressAsync(key);

    /// <summary>Does what leads to another page, and waits until that page is there and checked.</summary>
    public async Task Leave(Func<Task> act)
    {
        var left = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        void Notice(object? sender, IFrame frame) => left.TrySetResult();
        Page.FrameNavigated += Notice;
        await act();
        await left.Task.WaitAsync(TimeSpan.FromSeconds(30));
        Page.FrameNavigated -= Notice;
        await Arrived();
    }

    public Task Fill(string label, string text) => Page.GetByLabel(label).First.FillAsync(text);
    /// <summary>Ticks a box or takes a choice by its words: the control itself stands outside the window, its picture is the label's.</summary>
    public Task Choose(string label) => Page.Locator("label").GetByText(label).First.ClickAsync();
    public Task Pick(string label, string option) => Page.GetByRole(AriaRole.Combobox, new() { Name = label }).First.SelectOptionAsync(new SelectOptionValue { Label = option });
    public Task Sees(string words) => Assertions.Expect(Page.Locator("main")).ToContainTextAsync(words);

    /// <summary>Moves by Tab alone until the control with this accessible name has the focus.</summary>
    public async Task TabTo(string name)
    {
        for (var i = 0; i < 120; i++)
        {
            await Page.Keyboard.PressAsync("Tab");
            var now = await Page.EvaluateAsync<string>("() => { const e = document.activeElement; return (e.labels?.[0]?.innerText || e.getAttribute('aria-label') || e.innerText || '').trim() }");
            if (now.Contains(name, StringComparison.Ordinal)) return;
        }
        Assert.Fail($"The keyboard does not reach \"{name}\" on {Page.Url}.");
    }

    /// <summary>Goes to an input by Tab alone and types.</summary>
    public async Task Type(string label, string text)
    {
        await TabTo(label);
        await Page.Keyboard.TypeAsync(text);
    }

    /// <summary>Keeps a picture when pictures are asked for (<c>ROUNDTABLE_SCREENSHOTS</c> names the folder).</summary>
    public async Task Picture(string name)
    {
        if (Pictures is not null) await Page.ScreenshotAsync(new() { Path = Path.Combine(Pictures, $"{name}.png"), FullPage = true, Timeout = 60_000 });
    }

    private async Task Arrived()
    {
        await Page.WaitForLoadStateAsync(LoadState.Load);
        if (await Page.Locator("h1").CountAsync() == 0) Assert.Fail($"{Page.Url} has no heading: {await Page.Locator("body").InnerTextAsync()}");
        await Check();
    }

    /// <summary>The same page in a window of another width.</summary>
    public async Task Narrow(int width, bool check = true)
    {
        await Page.SetViewportSizeAsync(width, 900);
        if (check) await Check();
    }

    /// <summary>In a window of this width the page does not scroll sideways, and what scrolls inside it can be reached by keyboard.</summary>
    public async Task Fits(int width)
    {
        await Narrow(width, check: false);
        await Fits();
    }

    private async Task Fits()
    {
        var wide = await Page.EvaluateAsync<int>("() => document.documentElement.scrollWidth - document.documentElement.clientWidth");
        Assert.True(wide <= 0, $"{Page.Url} scrolls sideways by {wide} px at {Page.ViewportSize!.Width} px.");
        var unreachable = await Page.EvaluateAsync<string[]>("""
            () => [...document.querySelectorAll("main *")].filter(e => e.tabIndex < 0 && e.scrollWidth > e.clientWidth + 1 && ["auto", "scroll"].includes(getComputedStyle(e).overflowX))
              .map(e => e.outerHTML.slice(0, 100))
            """);
        Assert.True(unreachable.Length == 0, $"{Page.Url} at {Page.ViewportSize!.Width} px scrolls where no keyboard comes: {string.Join("; ", unreachable)}");
    }

    private async Task Check()
    {
        if (!script) return;
        await Fits();
        if (await Page.EvaluateAsync<bool>("() => !window.axe")) await Page.EvaluateAsync(Axe);
        var barriers = await Page.EvaluateAsync<string[]>("""
            () => axe.run({ resultTypes: ["violations"], runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] })
              .then(found => found.violations.map(v => `${v.id}: ${v.help} at ${v.nodes.map(n => n.html).join(", ")}`))
            """);
        Assert.True(barriers.Length == 0, $"{Page.Url} at {Page.ViewportSize!.Width} px: {string.Join("; ", barriers)}");
        var said = string.Join("; ", complaints);
        complaints.Clear();
        Assert.True(said.Length == 0, said);
    }

    public ValueTask DisposeAsync() => new(Page.Context.CloseAsync());
}
