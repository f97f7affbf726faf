using System.Net;
using Microsoft.EntityFrameworkCore;
using Roundtable.Platform.Data;
using Roundtable.Platform.Mail;

namespace Roundtable.Tests.Platform.Mail;

public class MailPagesTests
{
    private static string PathOf(Letter? letter) => new Uri(letter!.StopAddress!).AbsolutePath;

    [Fact]
    public async Task Opening_the_stop_link_changes_nothing_and_the_button_stops_the_kind()
    {
        await using var mail = await MailWorld.Open();
        var path = PathOf(await mail.Post());
        using var browser = mail.Site.Browser();
        var page = await browser.Get(path);
        Assert.Equal((HttpStatusCode.OK, "Your mail from us"), (page.Status, page.Heading));
        Assert.NotNull(await mail.Post());
        var stopped = await browser.Submit(page, "stop", ("Act", "stop"));
        Assert.Contains("We stopped this mail", stopped.Words, StringComparison.Ordinal);
        Assert.Null(await mail.Post());
        Assert.NotNull(await mail.Post("other@example.org"));
        Assert.NotNull(await mail.Post(kind: MailWorld.Invitation with { Key = "digest" }));
        await browser.Submit(stopped, "start", ("Act", "start"));
        Assert.NotNull(await mail.Post());
    }

    [Fact]
    public async Task A_mail_reader_stops_the_kind_without_page_or_sign_in_and_twice_is_once()
    {
        await using var mail = await MailWorld.Open();
        var first = await mail.Post();
        var waiting = await mail.Post();
        using var browser = mail.Site.Browser();
        for (var i = 0; i < 2; i++)
        {
            using var click = new FormUrlEncodedContent([new("List-Unsubscribe", "One-Click")]);
            using var request = new HttpRequestMessage(HttpMethod.Post, PathOf(first)) { Content = click };
            Assert.Equal(HttpStatusCode.OK, (await browser.Send(request)).StatusCode);
        }
        Assert.Single(await mail.Site.See(db => db.MailStops.ToListAsync()));
        Assert.Null(await mail.Post());
        Assert.Equal(LetterState.Cancelled, (await mail.The(waiting)).State);
        Assert.NotNull(await mail.Post(kind: MailWorld.Code));
    }

    [Fact]
    public async Task A_stop_link_nobody_was_given_is_not_found()
    {
        await using var mail = await MailWorld.Open();
        using var browser = mail.Site.Browser();
        Assert.Equal(HttpStatusCode.NotFound, (await browser.Get("/u/AAAAAAAAAAAAAAAAAAAAAA")).Status);
        Assert.Equal("No encontramos esta página", (await browser.Get("/es/u/AAAAAAAAAAAAAAAAAAAAAA")).Heading);
        Assert.Equal(HttpStatusCode.NotFound, (await browser.Post("/u/AAAAAAAAAAAAAAAAAAAAAA", [new("List-Unsubscribe", "One-Click")])).Status);
    }

    [Fact]
    public async Task Administrators_see_what_failed_and_try_it_again()
    {
        await using var mail = await MailWorld.Open(AsAdministrator.Comes);
        await mail.Post();
        mail.Server.Then("RCPT", "550 5.1.1 No such person here");
        await mail.Send();
        using var browser = mail.Site.Browser();
        var page = await browser.Get("/admin/mail");
        Assert.Contains("550 5.1.1 No such person here", page.Words, StringComparison.Ordinal);
        var letter = await browser.Get(page.Link("luis@example.org"));
        Assert.DoesNotContain("Please answer", letter.Text, StringComparison.Ordinal);
        Assert.Contains("Waiting", (await browser.Submit(letter, "again")).Words, StringComparison.Ordinal);
        await mail.Send();
        Assert.Single(mail.Server.Letters);
    }

    [Fact]
    public async Task The_test_shows_what_the_server_said_without_the_password()
    {
        await using var mail = await MailWorld.Open(AsAdministrator.Comes, user: "roundtable");
        using var browser = mail.Site.Browser();
        var page = await browser.Get("/admin/mail");
        Assert.Equal(["Enter an e-mail address, such as name@example.org."], (await browser.Submit(page, "test", ("Input.Address", "nobody"))).Errors);
        var result = await browser.Submit(page, "test", ("Input.Address", "admin@example.org"));
        Assert.Contains("The mail server took the letter", result.Words, StringComparison.Ordinal);
        Assert.Contains("235 2.7.0 Welcome", result.Words, StringComparison.Ordinal);
        Assert.DoesNotContain("s3cret-word", result.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(Convert.ToBase64String("\0roundtable\0s3cret-word"u8), result.Text, StringComparison.Ordinal);
        Assert.Single(mail.Server.Letters);
    }

    [Fact]
    public async Task Without_a_mail_server_the_page_says_so()
    {
        await using var world = await World.Open(AsAdministrator.Comes);
        using var browser = world.Browser();
        Assert.Contains("Mail is not set up", (await browser.Get("/admin/mail")).Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_outbox_shows_letters_with_links_that_open()
    {
        await using var mail = await MailWorld.Open();
        var letter = await mail.Act(o => o.Post(MailWorld.Invitation, new("luis@example.org", "Luis", "en"), p => p.SubjectAs("Come to the table").Button(o.Address("me/abc"), "mail.choices.start")));
        using var browser = mail.Site.Browser();
        var page = await browser.Get((await browser.Get("/platform/outbox")).Link("Come to the table"));
        Assert.Equal("https://roundtable.example.org/me/abc", page.Link("https://roundtable.example.org/me/abc"));
        Assert.Equal(letter!.StopAddress, page.Link(letter.StopAddress!));
    }

    [Fact]
    public async Task Strangers_see_neither_mail_nor_jobs_nor_diagnostics()
    {
        var world = await World.Shared;
        using var browser = world.Browser();
        foreach (var path in (string[])["/admin/mail", "/admin/jobs", "/admin/diagnostics"])
            Assert.StartsWith("/sign-in", (await browser.Get(path)).Address);
    }
}
