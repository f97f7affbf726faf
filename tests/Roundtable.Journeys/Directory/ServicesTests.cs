using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Roundtable.Directory;
using Roundtable.Directory.Services;
using Roundtable.Journeys.People;
using Roundtable.Partnerships;
using Roundtable.People;
using Roundtable.Platform;
using Roundtable.Platform.Access;
using Roundtable.Platform.Jobs;
using Roundtable.Platform.Text;
using Roundtable.Tests.Directory.Hsds;

namespace Roundtable.Journeys.Directory;

/// <summary>What an organization offers: from a package of service data to a page for the public, and put right by the organization itself.</summary>
public sealed class ServicesTests
{
    private const string Center = "Centro Unido";
    private const string English = "ESL classes";

    [Theory]
    [InlineData("en", 1280, true)]
    [InlineData("es", 320, false)]
    [InlineData("es", 320, true)]
    public async Task A_package_becomes_pages_that_the_organization_puts_right_and_confirms_once_a_year(string language, int width, bool script)
    {
        await using var site = await Site.Open();
        var t = new TextBook(typeof(Refusal).Assembly, typeof(Product).Assembly).In(language);
        await using var olga = await Traveller(site, width, script, language);
        await site.SignIn(olga, await site.Person("Olga Site", "olga@example.org", administrator: true));
        await Import(olga, t);
        await olga.Picture($"services-import-{language}-{width}");

        await using var visitor = await Traveller(site, width, script, language);
        await Look(visitor, t);
        await visitor.Sees(t["service.assured.never"]);
        await visitor.Picture($"service-{language}-{width}");

        await Seat(site, language);
        Assert.Equal(1, (await site.App.Services.GetRequiredService<JobRunner>().Run<AskStillRight>(TestContext.Current.CancellationToken))!.Did);
        await using var kim = await Traveller(site, width, script, language);
        await kim.Go(new Uri((await site.LetterTo("kim@example.org")).Link("me")).AbsolutePath[(language == "en" ? 0 : 3)..]);
        await PutRight(kim, t);
        await kim.Picture($"services-own-{language}-{width}");
        await kim.Press(t["own.right.act"]);
        await kim.Sees(t["own.done.right"]);
        await kim.Picture($"services-confirmed-{language}-{width}");

        var today = site.Now().InUtc().Date;
        await Look(visitor, t);
        foreach (var words in new[] { "$7", t["service.status.temporarily-closed"], t["service.assured.organization", t.Date(today)] }) await visitor.Sees(words);
        Assert.Equal(("temporarily closed", $"{today:uuuu-MM-dd}"), await Published(visitor));
    }

    /// <summary>Somebody who has chosen their language before.</summary>
    private static async Task<Traveller> Traveller(Site site, int width, bool script, string language)
    {
        var traveller = await site.Traveller(width, script, language);
        await traveller.Page.Context.AddCookiesAsync([new() { Name = "rt-language", Value = language, Url = site.Address }]);
        return traveller;
    }

    private static async Task Import(Traveller olga, Texts t)
    {
        await olga.Go(DirectoryUrls.NewImport);
        await olga.Page.GetByLabel(t["import.file"], new() { Exact = true }).SetInputFilesAsync(new FilePayload { Name = "valley-2026-11.zip", MimeType = "application/zip", Buffer = await Packages.Bytes() });
        await olga.Press(t["import.check"]);
        await olga.Sees(t["import.problem.weekday", "Someday"]);
        await olga.Press(t["import.act", 18]);
        await olga.Sees(t["import.undo"]);
    }

    /// <summary>Finds the class by its words, as somebody would who needs one, and reads all there is to know.</summary>
    private static async Task Look(Traveller visitor, Texts t)
    {
        await visitor.Go("/directory?q=esl+vietnamese");
        await visitor.Follow(Center);
        await visitor.Sees(t["service.all"]);
        await visitor.Follow(English);
        foreach (var words in new[] { "Photo ID", "802-555-0102", "English Language", LanguageNames.List(["vi"], t.Culture), t["service.day.mo"], t["location.not-shown"] }) await visitor.Sees(words);
        Assert.DoesNotContain("Quiet Lane", visitor.Source, StringComparison.OrdinalIgnoreCase);
    }

    private static async Task PutRight(Traveller kim, Texts t)
    {
        await kim.Sees(t["own.right"]);
        await kim.Follow(English);
        await kim.Pick(t["service.status"], t["service.status.temporarily-closed"]);
        await kim.Fill(t["service.costs"], "$7 a class");
        await kim.Press(t["service.act"]);
        await kim.Sees(t["own.done.saved"]);
    }

    /// <summary>Gives the organization a seat with somebody who speaks for it, and lets its entry grow old.</summary>
    private static Task Seat(Site site, string language) => site.See(async db =>
    {
        var center = await db.Organizations.SingleAsync(o => o.ShownName == Center);
        var kim = Roundtable.People.Person.Known("Kim Lee", "kim@example.org", language, site.Now());
        var founding = new Founding("Washington County Roundtable", "washington", "Everyone can apply for help online.", new PlaceServed("VT", [], "Washington County"), Level.Local, center.Id, "America/New_York");
        db.Add(kim);
        db.Keep(Partnership.Found(Actor.Person(kim.Id, false, []), founding, null, site.Now()));
        await db.SaveChangesAsync();
        var old = site.Now().InUtc().Date - AskStillRight.Pause - Period.FromDays(1);
        return await db.Organizations.ExecuteUpdateAsync(all => all.SetProperty(o => o.LastConfirmed, old));
    });

    private static async Task<(string?, string?)> Published(Traveller visitor)
    {
        var list = JsonNode.Parse(await (await visitor.Page.APIRequest.GetAsync("/hsds/services?search=esl")).TextAsync())!;
        var service = JsonNode.Parse(await (await visitor.Page.APIRequest.GetAsync($"/hsds/services/{list["contents"]![0]!["id"]}")).TextAsync())!;
        return ((string?)service["status"], (string?)service["assured_date"]);
    }
}
