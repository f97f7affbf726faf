using System.Net;
using Microsoft.EntityFrameworkCore;
using Roundtable.Partnerships;

namespace Roundtable.Tests.Partnerships;

public class FoundingPagesTests
{
    [Fact]
    public async Task A_convener_founds_a_partnership_in_three_pages()
    {
        var world = await World.Shared;
        var ana = await world.Person("Ana Ruiz");
        using var browser = await world.SignedIn(ana);
        var start = await browser.Get("/");
        Assert.Contains("Found a partnership", start.Words);
        var town = $"Fox{Roundtable.Platform.Ids.New():N}"[..12];

        var second = await browser.Submit(await browser.Get(start.Link("Found a partnership")), "aim",
            ("Input.Purpose", "Everyone here can apply for help online."), ("Input.Level", "local"), ("Input.State", "VT"), ("Input.Counties", "Washington"), ("Input.Name", $"{town} Table"));
        Assert.Equal("Which organization are you from, and who else is in?", second.Heading);

        var check = await browser.Submit(second, "organization", ("Input.Organization", $"{town} Library"), ("Input.Sector", "library"), ("Input.City", "Montpelier"),
            ("Input.Others", "Name\tTown\tE-mail\nVermont Legal Aid\tMontpelier\nWorkforce Board\tBarre\tboard@example.org"));
        Assert.Equal("Check and found your partnership", check.Heading);
        Assert.Contains("America/New York", check.Words);
        Assert.Contains("2 organizations: Vermont Legal Aid, Workforce Board", check.Words);

        var home = await browser.Submit(check, "found");
        Assert.Equal($"{town} Table", home.Heading);
        Assert.Contains("1 organization · Washington County, VT · since December 2026", home.Words);
        Assert.Contains("Set up your partnership", home.Words);

        var kept = await world.See(db => db.Partnerships.AsNoTracking().FirstOrDefaultAsync(p => p.Name == $"{town} Table"));
        Assert.Equal(("America/New_York", "50023", ana.Id), (kept!.TimeZone, kept.PlaceCounties, kept.FoundedBy));
        Assert.Equal(2, await world.See(db => db.Prospects.CountAsync(p => p.PartnershipId == kept.Id)));
        Assert.False(await world.See(db => db.FoundingDrafts.AnyAsync(d => d.PersonId == ana.Id)));
    }

    [Fact]
    public async Task What_was_said_survives_leaving_and_coming_back()
    {
        var world = await World.Shared;
        using var browser = await world.SignedIn(await world.Person("Ana Ruiz"));
        await browser.Submit(await browser.Get(Urls.New), "aim", ("Input.Purpose", "People can vote by mail."), ("Input.Level", "state"), ("Input.State", "OR"));
        Assert.Contains("People can vote by mail.", (await browser.Get(Urls.New)).Text);
        Assert.Equal(Urls.NewOrganization, (await browser.Get(Urls.NewCheck)).Address);
    }

    [Fact]
    public async Task Each_input_says_what_is_wrong_and_keeps_what_was_typed()
    {
        var world = await World.Shared;
        using var browser = await world.SignedIn(await world.Person("Ana Ruiz"));
        var page = await browser.Submit(await browser.Get(Urls.New), "aim", ("Input.Purpose", "People can vote."), ("Input.Level", "local"), ("Input.State", "VT"), ("Input.Counties", "Atlantis"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        Assert.Contains("Atlantis", Assert.Single(page.Errors));
        Assert.Contains("People can vote.", page.Text);
        var missing = await browser.Submit(await browser.Get(Urls.New), "aim", ("Input.Level", "local"), ("Input.State", "VT"));
        Assert.Equal("Say in one sentence what people should be able to do.", Assert.Single(missing.Errors));
        var nowhere = await browser.Submit(await browser.Get(Urls.New), "aim", ("Input.Purpose", "People can vote."), ("Input.Level", "local"));
        Assert.Equal("Choose the state.", Assert.Single(nowhere.Errors));
    }

    [Fact]
    public async Task A_name_the_directory_may_know_is_asked_about_once()
    {
        var world = await World.Shared;
        var town = $"Elk{Roundtable.Platform.Ids.New():N}"[..12];
        var known = await world.Organization($"{town} Public Library", Roundtable.Directory.Sector.Library);
        using var browser = await world.SignedIn(await world.Person("Ana Ruiz"));
        var second = await browser.Submit(await browser.Get(Urls.New), "aim", ("Input.Purpose", "People can vote."), ("Input.Level", "state"), ("Input.State", "IL"));
        var asked = await browser.Submit(second, "organization", ("Input.Organization", $"{town} library"), ("Input.Sector", "library"));
        Assert.Contains("Is it one of these?", asked.Words);
        var check = await browser.Submit(asked, "organization", ("Input.Chosen", $"{known.Id}"));
        Assert.Contains(known.ShownName, check.Words);
        await browser.Submit(check, "found");
        Assert.Equal(1, await world.See(db => db.Partnerships.CountAsync(p => p.ConvenerId == known.Id)));
    }

    [Fact]
    public async Task A_double_click_founds_once()
    {
        var world = await World.Shared;
        var ana = await world.Person("Ana Ruiz");
        using var browser = await world.SignedIn(ana);
        var second = await browser.Submit(await browser.Get(Urls.New), "aim", ("Input.Purpose", "People can vote."), ("Input.Level", "state"), ("Input.State", "NE"));
        var check = await browser.Submit(second, "organization", ("Input.Organization", $"Owl {ana.Id:N} Library"), ("Input.Sector", "library"));
        var first = await browser.Submit(check, "found");
        var again = await browser.Submit(check, "found");
        Assert.Equal(1, await world.See(db => db.Partnerships.CountAsync(p => p.FoundedBy == ana.Id)));
        Assert.NotEqual(HttpStatusCode.InternalServerError, again.Status);
        Assert.StartsWith("/w/", first.Address);
    }
}
