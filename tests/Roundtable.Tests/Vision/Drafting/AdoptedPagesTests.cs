using System.Net;
using System.Text;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using Roundtable.Decisions;
using Roundtable.Directory;
using Roundtable.Partnerships;
using Roundtable.Vision;

namespace Roundtable.Tests.Vision;

public class AdoptedPagesTests
{
    [Fact]
    public async Task The_vision_stands_with_every_adoption_and_reservation()
    {
        var table = await World.Found();
        using var ana = await table.Ana();
        Assert.Contains("No vision is adopted yet.", (await ana.Get($"{table.Home}/vision/adopted")).Words);
        await table.Adopted();
        var page = await ana.Get($"{table.Home}/vision/adopted");
        Assert.Contains("Adopted Dec 1, 2026 by 2 of 2 organizations, 1 reservation", page.Words);
        Assert.Contains("We cannot pay for it.", page.Words);
        Assert.Contains("Riverbend Clinic Adopted with a reservation", page.Words);
        Assert.Contains("asked again on Dec 1, 2027", page.Words);
        var home = await ana.Get(table.Home);
        Assert.Equal("Everyone in Riverbend can apply for help online.\n\nNobody waits six weeks.", home.Html.QuerySelector(".rt-vision p")!.TextContent);
        Assert.Contains("Vision adopted by 2 of 2 organizations, 1 reservation.", home.Words);
        Assert.Equal(0, await table.Follow());
    }

    [Fact]
    public async Task Two_that_notice_at_once_keep_one_vision()
    {
        var table = await World.Found();
        var process = await table.Gathered();
        await table.Draft(process);
        var motion = await table.Propose(process);
        await table.Say(motion.Number, table.Convener, Stance.Endorse);
        var kept = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => table.World.See(db => db.AdoptVision(table.Partnership, table.World.Now))));
        Assert.Single(kept, k => k);
        Assert.Equal(1, await table.World.See(db => db.AdoptedVisions.CountAsync(v => v.PartnershipId == table.Partnership.Id)));
        Assert.Equal(VisionStage.Adopted, (await table.Look(process)).Stage);
    }

    [Fact]
    public async Task Who_comes_later_adopts_by_page_or_link_and_who_leaves_stays_in_the_list()
    {
        var table = await World.Found();
        var (clinic, _) = await table.Adopted();
        var school = await table.Seat("Adult School", Sector.Education, "Kim Lee");
        using var kim = table.World.Browser();
        var start = await kim.Get(await table.LinkFor(school.Person));
        Assert.Contains("Your organization has not adopted the vision yet", start.Words);
        var page = await kim.Submit(await kim.Get(start.Link("Read and adopt")), "adopt", ("Input.Reservation", "From next school year."));
        Assert.Contains("Your organization has adopted the vision.", page.Words);
        await table.Change(clinic.Number, s => s.Withdraw(Roundtable.Platform.Access.Actor.System("test"), table.Partnership, "Closed", table.Partnership.Today(table.World.Now), table.World.Now));
        using var ana = await table.Ana();
        var words = (await ana.Get($"{table.Home}/vision/adopted")).Words;
        Assert.Contains("Adopted later, with a reservation", words);
        Assert.Contains("From next school year.", words);
        Assert.Contains("Left the table on Dec 1, 2026", words);
        Assert.Contains("by 2 of 2 organizations, 1 reservation", words);
        Assert.Contains("Left the table", (await ana.Get($"{table.Home}/vision/adopted/adoptions.csv")).Text);
    }

    [Fact]
    public async Task It_comes_out_as_word_markdown_print_and_poster()
    {
        var table = await World.Found();
        await table.Adopted();
        using var ana = await table.Ana();
        using var answer = (await ana.Get($"{table.Home}/vision/adopted.docx")).Response;
        Assert.Contains("wordprocessingml", answer.Content.Headers.ContentType!.MediaType);
        using var file = WordprocessingDocument.Open(new MemoryStream(await answer.Content.ReadAsByteArrayAsync()), false);
        Assert.Equal([], new OpenXmlValidator().Validate(file).Select(e => e.Description));
        Assert.Contains("We cannot pay for it.", file.MainDocumentPart!.Document!.Body!.InnerText);
        var markdown = (await ana.Get($"{table.Home}/vision/adopted.md")).Text;
        Assert.StartsWith("# The vision of Riverbend County", markdown);
        Assert.Contains("> Everyone in Riverbend can apply for help online.\n>\n> Nobody waits six weeks.", markdown);
        Assert.Contains("| Riverbend Clinic | Adopted with a reservation | Dec 1, 2026 | We cannot pay for it. |", markdown);
        Assert.Contains("We cannot pay for it.", (await ana.Get($"{table.Home}/vision/adopted/print")).Words);
        var poster = await ana.Get($"{table.Home}/vision/adopted/poster");
        Assert.Contains("Riverbend Clinic", poster.Words);
        Assert.DoesNotContain("We cannot pay", poster.Words);
        Assert.Null(poster.Html.QuerySelector("svg.rt-code"));
    }

    [Fact]
    public async Task The_public_version_is_written_checked_published_and_taken_back()
    {
        await using var world = await World.Open();
        var table = await world.FoundHere();
        await table.Adopted();
        var address = $"/p/{table.Partnership.Slug}/vision";
        using var nobody = table.World.Browser();
        using var ana = await table.Ana();
        Assert.Equal(HttpStatusCode.NotFound, (await nobody.Get(address)).Status);
        var page = await ana.Get($"{table.Home}/vision/adopted/public");
        page = await ana.Submit(page, "text", ("Input.Text", $"Everyone gets help. {string.Join(' ', Enumerable.Repeat("Word", 26))}."), ("Input.Translation", "Todos reciben ayuda."));
        Assert.Contains("1 of 2 sentences has more than 25 words", page.Words);
        Assert.Contains("Make the partnership public first", page.Words);
        var actor = await table.World.ActorOf(table.Convener);
        await table.World.Do(async db => { (await db.Partnerships.SingleAsync(p => p.Id == table.Partnership.Id)).Show(actor, true, table.World.Now); return true; });
        Assert.Equal(HttpStatusCode.NotFound, (await nobody.Get(address)).Status);
        await ana.Submit(await ana.Get($"{table.Home}/vision/adopted/public/check"), "publish");
        page = await nobody.Get(address);
        Assert.Contains("Everyone gets help.", page.Words);
        Assert.Contains("Riverbend Clinic", page.Words);
        Assert.DoesNotContain("We cannot pay", page.Words);
        Assert.DoesNotContain("Lee Vang", page.Text);
        Assert.False(page.Response.Headers.Contains("Set-Cookie"));
        Assert.Contains("Todos reciben ayuda.", (await nobody.Get($"/es{address}")).Words);
        Assert.NotNull((await ana.Get($"{table.Home}/vision/adopted/poster")).Html.QuerySelector("svg.rt-code path"));
        await ana.Submit(await ana.Get($"{table.Home}/vision/adopted/public/check"), "unpublish");
        Assert.Equal(HttpStatusCode.NotFound, (await nobody.Get(address)).Status);
    }

    [Fact]
    public async Task Two_that_write_the_public_version_at_once_see_both_texts()
    {
        var table = await World.Found();
        await table.Adopted();
        using var ana = await table.Ana();
        await ana.Submit(await ana.Get($"{table.Home}/vision/adopted/public"), "text", ("Input.Text", "First."));
        var (one, other) = (await ana.Get($"{table.Home}/vision/adopted/public"), await ana.Get($"{table.Home}/vision/adopted/public"));
        await ana.Submit(one, "text", ("Input.Text", "Of the first one."));
        var page = await ana.Submit(other, "text", ("Input.Text", "Of the second one."));
        Assert.Equal(HttpStatusCode.Conflict, page.Status);
        Assert.Contains("Of the first one.", page.Words);
        Assert.Equal("Of the second one.", page.Form("text").QuerySelector("textarea")!.TextContent.Trim());
        Assert.Contains("Of the second one.", (await ana.Submit(page, "text")).Words);
    }

    [Fact]
    public async Task After_a_year_the_question_opens_itself_and_a_new_vision_replaces_the_old()
    {
        await using var world = await World.Open();
        var table = await world.FoundHere();
        var (clinic, _) = await table.Adopted();
        world.Clock.Advance(Duration.FromDays(366));
        Assert.Equal(1, await table.Follow());
        Assert.Equal(0, await table.Follow());
        var motion = await world.See(db => db.Motions.OrderBy(m => m.Number).LastAsync());
        Assert.Equal(("Re-affirm our vision of Dec 1, 2026", MotionState.Open), (motion.Title, motion.State));
        await table.Say(motion.Number, table.Convener, Stance.Endorse);
        await table.Say(motion.Number, clinic.Person, Stance.Endorse);
        Assert.Equal(1, await table.Follow());
        using var ana = await table.Ana();
        Assert.Contains("Dec 2, 2027: re-affirmed by 2 of 2 organizations", (await ana.Get($"{table.Home}/vision/adopted")).Words);
        var process = await table.Gathered();
        await table.Draft(process, "Everyone gets help at once.");
        var proposal = await table.Propose(process);
        await table.Say(proposal.Number, table.Convener, Stance.Endorse);
        await table.Say(proposal.Number, clinic.Person, Stance.Endorse);
        await table.Follow();
        var page = await ana.Get($"{table.Home}/vision/adopted");
        Assert.Contains("Everyone gets help at once.", page.Words);
        page = await ana.Get(page.Link("Former vision, adopted Dec 1, 2026"));
        Assert.Contains("Nobody waits six weeks.", page.Words);
        Assert.Contains("by 2 of 2 organizations, 1 reservation", page.Words);
        Assert.Contains("A newer vision took its place", page.Words);
    }
}
