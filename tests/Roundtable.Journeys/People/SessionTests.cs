using Microsoft.EntityFrameworkCore;
using NodaTime;
using Roundtable.People;

namespace Roundtable.Journeys.People;

/// <summary>Somebody who sat over one page for long.</summary>
public sealed class SessionTests
{
    private static Task<int> Idle(Site site, Duration left) =>
        site.See(db => db.Sessions.ExecuteUpdateAsync(s => s.SetProperty(x => x.LastSeenAt, site.Now() - Session.Life + left)));

    [Fact]
    public async Task Two_minutes_before_the_end_the_page_asks_and_enter_stays_signed_in_with_the_text_still_there()
    {
        await using var site = await Site.Open();
        await using var ana = await site.Traveller(width: 320);
        await site.SignIn(ana, await site.Person("Ana Ruiz", "ana@example.org"));
        await ana.Go("/profile");
        Assert.False(await ana.Page.Locator("dialog").IsVisibleAsync());

        await ana.Fill("What should we call you?", "Anita");
        await Warned(site, ana);
        var dialog = ana.Page.GetByRole(AriaRole.Alertdialog, new() { Name = "Are you still there?" });
        await Assertions.Expect(dialog).ToBeVisibleAsync();
        await Assertions.Expect(dialog).ToContainTextAsync("two minutes");
        await ana.Picture("session-warning-320");
        await ana.Narrow(1280);
        await ana.Picture("session-warning-1280");
        Assert.Equal("Stay signed in", await ana.Page.EvaluateAsync<string>("() => document.activeElement.innerText"));
        await ana.Key("Enter");
        await Assertions.Expect(dialog).ToBeHiddenAsync();
        Assert.True(await site.See(db => db.Sessions.AnyAsync(s => s.LastSeenAt > site.Now() - Duration.FromMinutes(1))));
        Assert.Equal("Anita", await ana.Page.GetByLabel("What should we call you?").InputValueAsync());
    }

    [Fact]
    public async Task When_the_time_is_over_the_page_says_so_and_what_was_typed_is_sent_after_signing_in()
    {
        await using var site = await Site.Open();
        await using var ana = await site.Traveller();
        var person = await site.Person("Ana Ruiz", "ana@example.org");
        await site.SignIn(ana, person);
        await ana.Go("/profile");
        await ana.Fill("What should we call you?", "Anita");
        await Warned(site, ana, Duration.Zero);
        var dialog = ana.Page.GetByRole(AriaRole.Alertdialog);
        await Assertions.Expect(dialog).ToContainTextAsync("You are signed out");
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Back to the page" }).ClickAsync();
        await ana.Press("Save");
        await ana.Sees("We kept what you typed");
        await ana.Fill("E-mail address", "ana@example.org");
        await ana.Press("Mail me a link and a code");
        await ana.Fill("Code from the mail", (await site.LetterTo("ana@example.org")).Code());
        await ana.Press("Sign in");
        await ana.Sees("Anita");
        await ana.Press("Send it now");
        await ana.Sees("Saved.");
    }

    /// <summary>The page believes that its time is short and comes back into view, as after a laptop's sleep.</summary>
    private static async Task Warned(Site site, Traveller traveller, Duration? left = null)
    {
        await Idle(site, left ?? Duration.FromSeconds(118));
        await traveller.Page.EvaluateAsync("""
            () => {
              const far = Date.now() + 8 * 3600 * 1000;
              Date.now = () => far;
              document.dispatchEvent(new Event("visibilitychange"));
            }
            """);
    }
}
