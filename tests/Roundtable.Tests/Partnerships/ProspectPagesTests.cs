using System.Net;
using Microsoft.EntityFrameworkCore;
using Roundtable.Directory;
using Roundtable.Partnerships;

namespace Roundtable.Tests.Partnerships;

public class ProspectPagesTests
{
    [Fact]
    public async Task A_prospect_is_added_by_name_described_and_moved()
    {
        var table = await World.Found();
        using var ana = await table.Ana();
        var page = await ana.Get($"{table.Home}/prospects");
        Assert.Contains("Prospects are organizations you would like", page.Words, StringComparison.Ordinal);
        page = await ana.Submit(await ana.Get($"{table.Home}/prospects/new"), "new", ("Input.Name", ""));
        Assert.Equal((HttpStatusCode.UnprocessableEntity, "Type the name of the organization."), (page.Status, page.Errors.Single()));
        page = await ana.Submit(page, "new", ("Input.Name", "Lantern Street Night School"), ("Input.Roles", "training"), ("Input.Roles", "translation"));
        Assert.Equal("Lantern Street Night School", page.Heading);
        var here = page.Address;
        page = await ana.Submit(await ana.Get($"{here}/notes"), "notes", ("Input.Concern", "People who learn English"), ("Input.IsKeyPlayer", "true"), ("Input.NextOn", "2026-12-09"), ("Input.KnownBy", "Our director"));
        Assert.Contains("People who learn English", page.Words, StringComparison.Ordinal);
        Assert.Contains("Wednesday, December 9, 2026, by Ana Ruiz", page.Words, StringComparison.Ordinal);
        page = await ana.Submit(await ana.Get($"{here}/stage"), "stage", ("Input.Stage", "contacted"));
        Assert.Equal("Note first who was in touch with them.", page.Errors.Single());
        page = await ana.Submit(await ana.Get($"{here}/contacts"), "contact", ("Input.With", "Kim Lee"), ("Input.Note", "Wants to hear more"));
        Assert.Contains("Contacted", page.Words, StringComparison.Ordinal);
        Assert.Contains("Wants to hear more", page.Words, StringComparison.Ordinal);
        page = await ana.Submit(await ana.Get($"{here}/outcome"), "outcome", ("Input.Stage", "declined"));
        Assert.Equal("Choose a reason.", page.Errors.Single());
        page = await ana.Submit(page, "outcome", ("Input.Stage", "paused"), ("Input.Reason", "no-time"), ("Input.AskAgainOn", "2027-03-01"));
        Assert.Contains("No time. We may ask again from Monday, March 1, 2027.", page.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_same_name_again_is_asked_about_and_never_merged()
    {
        var table = await World.Found();
        await table.Prospect();
        using var ana = await table.Ana();
        var page = await ana.Submit(await ana.Get($"{table.Home}/prospects/new"), "new", ("Input.Name", "ADULT SCHOOL ESL"));
        Assert.Equal("Adult School ESL is on the list already.", page.Errors.Single());
        page = await ana.Submit(page, "new", ("Input.Name", "ADULT SCHOOL ESL"), ("Input.Anyway", "true"));
        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Equal("Riverbend Public Library sits at the table already.", (await ana.Submit(await ana.Get($"{table.Home}/prospects/new"), "new", ("Input.Name", "Riverbend Public Library"))).Errors.Single());
    }

    [Fact]
    public async Task Pasted_names_are_shown_before_they_are_added_and_added_once()
    {
        var table = await World.Found();
        await table.Prospect();
        using var ana = await table.Ana();
        var check = await ana.Submit(await ana.Get($"{table.Home}/prospects/paste"), "paste", ("Input.Text", "Chamber\tRiverbend\nAdult School ESL\nClinic\tX\tno@t@mail"));
        Assert.Contains("New: 1. Already there: 1. With a problem: 1.", check.Words, StringComparison.Ordinal);
        Assert.Contains("\"no@t@mail\" is not an e-mail address.", check.Words, StringComparison.Ordinal);
        Assert.Equal(1, await Count(table));
        Assert.Equal("Prospects", (await ana.Submit(check, "add")).Heading);
        await ana.Submit(check, "add");
        Assert.Equal(2, await Count(table));
    }

    [Fact]
    public async Task The_board_moves_without_dragging()
    {
        var table = await World.Found();
        var school = await table.Prospect();
        using var ana = await table.Ana();
        var page = await ana.Submit(await ana.Get($"{table.Home}/prospects?view=board"), $"move-{school.Number}", ($"Stage.{school.Number}", "interested"));
        Assert.Contains("Interested (1)", page.Words, StringComparison.Ordinal);
        Assert.Equal(EngagementStage.Interested, (await table.World.Look(school)).Stage);
    }

    [Fact]
    public async Task The_list_goes_out_as_csv_that_starts_no_formula()
    {
        var table = await World.Found();
        await table.Prospect("=1+1 Club");
        using var ana = await table.Ana();
        var file = await ana.Get($"{table.Home}/prospects.csv");
        Assert.Equal("text/csv", file.Response.Content.Headers.ContentType!.MediaType);
        Assert.DoesNotContain(",=1+1", file.Text, StringComparison.Ordinal);
        Assert.Contains("1+1 Club", file.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_partnerships_prospects_are_not_found()
    {
        var (mine, theirs) = (await World.Found(), await World.Found("Valley County"));
        var school = await theirs.Prospect();
        await theirs.Prospect("Chamber");
        using var ana = await mine.Ana();
        foreach (var page in new[] { "", "/notes", "/stage", "/outcome", "/contacts", "/evidence", "/seat" })
        {
            Assert.Equal(HttpStatusCode.NotFound, (await ana.Get($"{mine.Home}/prospects/{school.Number}{page}")).Status);
            Assert.Equal(HttpStatusCode.NotFound, (await ana.Get($"{theirs.Home}/prospects/{school.Number}{page}")).Status);
        }
        Assert.Equal(HttpStatusCode.NotFound, (await ana.Get($"{mine.Home}/invitations/new?prospect={school.Number}")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await ana.Get($"{theirs.Home}/prospects.csv")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await ana.Get($"{theirs.Home}/missing")).Status);
    }

    [Fact]
    public async Task Another_partnership_that_spoke_with_them_is_said_and_what_was_said_is_not()
    {
        var (mine, theirs) = (await World.Found(), await World.Found("Valley County"));
        var clinic = await mine.World.Organization("Valley Clinic", Sector.Health);
        var (here, there) = (await mine.Prospect("Valley Clinic", Sector.Health, organization: clinic.Id), await theirs.Prospect("Valley Clinic", Sector.Health, organization: clinic.Id));
        using var other = await theirs.Ana();
        await other.Submit(await other.Get($"{theirs.Home}/prospects/{there.Number}/contacts"), "contact", ("Input.Note", "They fear the cost"));
        using var ana = await mine.Ana();
        var page = await ana.Get($"{mine.Home}/prospects/{here.Number}");
        Assert.Contains("Somebody of another partnership on this site was in touch with them this week.", page.Words, StringComparison.Ordinal);
        Assert.DoesNotContain("They fear the cost", page.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_is_missing_leads_to_the_finder_and_a_click_adds_a_prospect_with_its_reasons()
    {
        var table = await World.Found();
        var center = await table.World.Organization($"Valley Immigrant Center {table.Partnership.Slug.Replace("-", "")}", Sector.Nonprofit);
        using var ana = await table.Ana();
        var page = await ana.Get($"{table.Home}/missing");
        Assert.Contains("5 roles have nobody yet.", page.Words, StringComparison.Ordinal);
        Assert.Contains(page.Html.QuerySelectorAll("a"), a => (a.GetAttribute("href") ?? "").Contains("finder?role=translation&sector=nonprofit", StringComparison.Ordinal));
        var finder = $"{table.Home}/finder?words={Uri.EscapeDataString(center.ShownName)}&near=&sector=nonprofit";
        page = await ana.Get(finder);
        Assert.Contains(center.ShownName, page.Words, StringComparison.Ordinal);
        var found = page;
        page = await ana.Submit(found, $"add-{center.Number}");
        await ana.Submit(found, $"add-{center.Number}");
        Assert.Contains("On your list: Prospect", page.Words, StringComparison.Ordinal);
        var added = await table.World.See(db => db.Prospects.SingleAsync(p => p.PartnershipId == table.Partnership.Id));
        Assert.Equal(center.Id, added.OrganizationId);
        Assert.NotEmpty(added.ReasonLines);
    }

    [Fact]
    public async Task Languages_that_are_needed_show_who_brings_them()
    {
        var table = await World.Found();
        using var ana = await table.Ana();
        var page = await ana.Submit(await ana.Get($"{table.Home}/missing/languages"), "languages", ("Input.Codes", "so"), ("Input.Other", "Klingonish"));
        Assert.Equal("We do not know a language called Klingonish. Check how it is written.", page.Errors.Single());
        await ana.Submit(page, "languages", ("Input.Codes", "so"), ("Input.Other", "amárico"));
        page = await ana.Get($"{table.Home}/missing?by=language");
        Assert.Contains("Nobody yet. Find somebody", page.Words, StringComparison.Ordinal);
        Assert.Contains("Amharic", page.Words, StringComparison.Ordinal);
    }

    private static Task<int> Count(Table table) => table.World.See(db => db.Prospects.CountAsync(p => p.PartnershipId == table.Partnership.Id));
}
