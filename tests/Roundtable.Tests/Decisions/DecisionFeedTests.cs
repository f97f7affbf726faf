using System.Net;
using System.Xml.Linq;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using Roundtable.Decisions;
using Roundtable.Directory;
using Roundtable.Partnerships;

namespace Roundtable.Tests.Decisions;

/// <summary>The decision log in a reader and in a spreadsheet.</summary>
public class DecisionFeedTests
{
    private static readonly XNamespace atom = "http://www.w3.org/2005/Atom";

    private static async Task<string> Made(Browser browser, Table table)
    {
        var page = await browser.Submit(await browser.Get($"{table.Home}/decisions/feed"), "feed");
        var address = new Uri(page.Html.QuerySelector("[data-rt-copy] input")!.GetAttribute("value")!).PathAndQuery;
        Assert.Null((await browser.Get($"{table.Home}/decisions/feed")).Html.QuerySelector("[data-rt-copy]"));
        return address;
    }

    private static async Task<HttpResponseMessage> Read(Browser browser, string address, string? tag = null, DateTimeOffset? since = null)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, address);
        if (tag is not null) request.Headers.TryAddWithoutValidation("If-None-Match", tag);
        request.Headers.IfModifiedSince = since;
        return await browser.Send(request);
    }

    [Fact]
    public async Task A_reader_gets_what_was_decided_in_full_and_304_until_something_changes()
    {
        var table = await World.Found();
        var legal = await table.Seat();
        var motion = await table.Put();
        using var lee = await table.World.SignedIn(legal.Person);
        using var reader = table.World.Browser();
        var address = await Made(lee, table);
        Assert.Empty(XDocument.Parse(await (await Read(reader, address)).Content.ReadAsStringAsync()).Descendants(atom + "entry"));
        await table.Cast(motion, table.Convener, Stance.Reservation, "Not <b>before</b> nine");
        await table.Cast(motion, legal.Person);
        var answer = await Read(reader, address);
        Assert.Equal((HttpStatusCode.OK, "application/atom+xml"), (answer.StatusCode, answer.Content.Headers.ContentType!.MediaType));
        var entry = XDocument.Parse(await answer.Content.ReadAsStringAsync()).Descendants(atom + "entry").Single();
        Assert.Equal("Adopted: Open on Saturdays", entry.Element(atom + "title")!.Value);
        var content = entry.Element(atom + "content")!;
        Assert.Equal("html", content.Attribute("type")!.Value);
        Assert.Contains("From nine to noon.", content.Value, StringComparison.Ordinal);
        Assert.Contains("Not &lt;b&gt;before&lt;/b&gt; nine", content.Value, StringComparison.Ordinal);
        Assert.Equal($"http://localhost{table.Home}/motions/{motion.Number}", entry.Element(atom + "link")!.Attribute("href")!.Value);

        var (tag, changed) = (answer.Headers.ETag!.ToString(), answer.Content.Headers.LastModified);
        Assert.Equal(tag, (await Read(reader, address)).Headers.ETag!.ToString());
        Assert.Equal(HttpStatusCode.NotModified, (await Read(reader, address, tag)).StatusCode);
        Assert.Equal(HttpStatusCode.NotModified, (await Read(reader, address, since: changed)).StatusCode);
        await table.Act(motion, table.Convener, (m, actor, seat) => m.Conclude(actor, "The library asks its trustees.", seat, new LocalDate(2027, 6, 1), table.World.Now));
        var again = await Read(reader, address, tag);
        Assert.Equal(HttpStatusCode.OK, again.StatusCode);
        Assert.Contains("What follows: The library asks its trustees.", await again.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Empty(reader.Cookies.GetAllCookies());
    }

    [Fact]
    public async Task An_address_ends_when_another_is_made_and_when_the_person_leaves()
    {
        var table = await World.Found();
        var legal = await table.Seat();
        using var lee = await table.World.SignedIn(legal.Person);
        using var reader = table.World.Browser();
        var first = await Made(lee, table);
        var second = await Made(lee, table);
        Assert.Equal((HttpStatusCode.Gone, HttpStatusCode.OK), ((await Read(reader, first)).StatusCode, (await Read(reader, second)).StatusCode));
        Assert.Equal(HttpStatusCode.NotFound, (await Read(reader, "/feeds/nothing/decisions.atom")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await Read(reader, second.Replace("/feeds/", "/me/", StringComparison.Ordinal).Replace("/decisions.atom", "", StringComparison.Ordinal))).StatusCode);
        var convener = await table.World.ActorOf(table.Convener);
        await table.Change(legal.Number, s => s.Vacate(convener, Roundtable.Platform.Access.Role.Representative, table.Partnership.Today(table.World.Now), table.World.Now));
        Assert.Equal(HttpStatusCode.Gone, (await Read(reader, second)).StatusCode);
    }

    [Fact]
    public async Task A_spreadsheet_gets_the_log_and_every_ballot()
    {
        var table = await World.Found();
        var legal = await table.Seat();
        var motion = await table.Put();
        await table.Cast(motion, legal.Person, Stance.Block, "=1+1");
        await table.Cast(motion, legal.Person);
        await table.Cast(motion, table.Convener);
        await table.Put(form: BallotForm.Dots, dots: 3, options: ["Forms", "Hours"]);
        using var ana = await table.Ana();
        var log = (await ana.Get($"{table.Home}/decisions.csv")).Text;
        Assert.Contains("1,Open on Saturdays,General,Decided,Adopted,Consent,Riverbend Public Library,2026-12-01,2026-12-08,2026-12-01,2,2,,", log, StringComparison.Ordinal);
        Assert.Equal(2, log.TrimEnd().Split("\r\n").Length);
        Assert.Single((await ana.Get($"{table.Home}/decisions.csv?result=withdrawn")).Text.TrimEnd().Split("\r\n"));
        var ballots = (await ana.Get($"{table.Home}/motions/{motion.Number}/ballots.csv")).Text.Split("\r\n");
        Assert.Equal(5, ballots.Length);
        Assert.Contains("'=1+1", ballots[1], StringComparison.Ordinal);
        Assert.EndsWith("No: answered again", ballots[1], StringComparison.Ordinal);
        Assert.EndsWith("Yes", ballots[2], StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await ana.Get($"{table.Home}/decisions.xlsx")).Status);
    }
}
