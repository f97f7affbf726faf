using System.Net;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using Roundtable.Directory;
using Roundtable.Partnerships;
using Roundtable.Platform.Access;
using Roundtable.Platform.Mail;

namespace Roundtable.Tests.Partnerships;

public class InvitingTests
{
    [Fact]
    public async Task An_invitation_is_checked_then_sent_and_the_link_can_be_copied_without_mail()
    {
        var table = await World.Found();
        var school = await table.Prospect();
        using var ana = await table.Ana();
        var page = await ana.Get($"{table.Home}/invitations/new?prospect={school.Number}");
        Assert.Contains("You know how people learn.", page.Text, StringComparison.Ordinal);
        page = await ana.Submit(page, "text", ("Input.RecipientEmail", "kim at example"));
        Assert.Equal("Type an e-mail address like name@example.org.", page.Errors.Single());
        page = await ana.Submit(page, "text", ("Input.RecipientEmail", school.ContactEmail!), ("Input.Takes", "4 hours a month. No money."));
        Assert.Equal("Check and send your invitation", page.Heading);
        Assert.Equal(0, await table.World.See(db => db.Letters.CountAsync(l => l.PartnershipId == table.Partnership.Id)));
        var check = page;
        page = await ana.Submit(check, "send");
        Assert.Equal("Invitation to Kim Lee", page.Heading);
        Assert.Contains("/answer/", page.Html.QuerySelector("input[readonly]")!.GetAttribute("value"), StringComparison.Ordinal);
        await ana.Submit(check, "send");
        var letter = await table.World.See(db => db.Letters.SingleAsync(l => l.PartnershipId == table.Partnership.Id));
        Assert.Equal(("Ana Ruiz via Riverbend County E-Government Roundtable", table.Convener.Email), (letter.SenderShown, letter.ReplyTo));
        Assert.StartsWith("Could Adult School ESL help people in Riverbend County", letter.Subject, StringComparison.Ordinal);
        Assert.Contains("What it takes: 4 hours a month. No money.", letter.Text, StringComparison.Ordinal);
        Assert.Equal(EngagementStage.Invited, (await table.World.Look(school)).Stage);
    }

    [Fact]
    public async Task Opening_the_link_changes_nothing()
    {
        var table = await World.Found();
        var school = await table.Prospect();
        var address = await table.Invite(school);
        using var phone = table.World.Browser();
        foreach (var step in new[] { "", "/offer", "/reach", "/time", "/done", "/not-now", "/someone-else", "/name" }) await phone.Get(address + step);
        var invitation = await table.World.See(db => db.Invitations.SingleAsync(i => i.ProspectId == school.Id));
        Assert.Equal((InvitationState.Sent, null), (invitation.State, invitation.Answer));
        Assert.Null(await table.World.See(db => db.Links.Where(l => l.SubjectId == invitation.Id).Select(l => l.UsedAt).SingleAsync()));
        Assert.Empty(phone.Cookies.GetAllCookies());
    }

    [Fact]
    public async Task A_yes_takes_three_questions_and_ends_in_a_seat_with_a_page_of_ones_own()
    {
        var table = await World.Found();
        var school = await table.Prospect();
        var address = await table.Invite(school);
        using var phone = table.World.Browser();
        var page = await phone.Get(address);
        Assert.Contains("Riverbend Public Library asks", page.Words, StringComparison.Ordinal);
        page = await phone.Submit(page, "answer", ("Answer", "yes"));
        Assert.Equal("What could you offer?", page.Heading);
        page = await phone.Submit(page, "offer");
        Assert.Equal("Choose at least one, or say it in your own words.", page.Errors.Single());
        page = await phone.Submit(page, "offer", ("Input.Roles", "training"), ("Input.Words", "Evening classes"));
        Assert.Equal("How do you reach your people?", page.Heading);
        page = await phone.Submit(page, "reach", ("Input.Reach", "Newsletter on Thursdays"));
        var last = page;
        page = await phone.Submit(last, "time", ("Input.BestTime", ""));
        Assert.Equal("Thank you. Your answer has arrived.", page.Heading);
        Assert.Contains("Ana Ruiz reads your answer and is in touch with you by Monday, December 7, 2026.", page.Words, StringComparison.Ordinal);
        await phone.Submit(last, "time", ("Input.BestTime", ""));
        Assert.Equal(1, await table.World.See(db => db.Letters.CountAsync(l => l.PartnershipId == table.Partnership.Id && l.Kind == "invitation-copy")));
        Assert.Equal(EngagementStage.Committed, (await table.World.Look(school)).Stage);

        using var ana = await table.Ana();
        Assert.Contains("Adult School ESL said yes", (await ana.Get(table.Home)).Words, StringComparison.Ordinal);
        page = await ana.Submit(await ana.Get($"{table.Home}/prospects/{school.Number}/seat"), "seat");
        Assert.Equal(HttpStatusCode.OK, page.Status);
        var seat = await table.World.See(db => db.Seats.SingleAsync(s => s.PartnershipId == table.Partnership.Id && s.Number == 2));
        Assert.Equal([PartnerRole.Training], seat.Offers.Select(o => o.Role));
        Assert.NotNull(seat.Representative);
        Assert.Equal(EngagementStage.Active, (await table.World.Look(school)).Stage);

        var welcome = await table.World.See(db => db.Letters.SingleAsync(l => l.PartnershipId == table.Partnership.Id && l.Kind == "seated"));
        page = await phone.Get(Joining.PathOf(welcome, "me"));
        Assert.Equal("Hello Kim Lee", page.Heading);
        Assert.Contains("Adult School ESL has a seat in", page.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_whole_way_is_in_the_readers_language()
    {
        var table = await World.Found();
        var address = await table.Invite(await table.Prospect(), "es");
        Assert.StartsWith("/es/answer/", address, StringComparison.Ordinal);
        using var phone = table.World.Browser();
        var page = await phone.Submit(await phone.Get(address), "answer", ("Answer", "yes"));
        Assert.Equal(("¿Qué podría ofrecer?", "es"), (page.Heading, page.Html.DocumentElement.GetAttribute("lang")));
    }

    [Fact]
    public async Task Not_now_counts_at_once_and_may_say_more()
    {
        var table = await World.Found();
        var school = await table.Prospect();
        using var phone = table.World.Browser();
        var page = await phone.Submit(await phone.Get(await table.Invite(school)), "answer", ("Answer", "not-now"));
        Assert.Equal(EngagementStage.Declined, (await table.World.Look(school)).Stage);
        page = await phone.Submit(page, "not-now", ("Input.Reason", "no-time"), ("Input.Again", "true"));
        Assert.Contains("We will ask again on Tuesday, June 1, 2027, not before.", page.Words, StringComparison.Ordinal);
        Assert.Equal((EngagementStage.Paused, OutcomeReason.NoTime), await table.World.Look(school) is var s ? (s.Stage, s.OutcomeReason!.Value) : default);

        using var ana = await table.Ana();
        var home = await ana.Get(table.Home);
        Assert.Contains("Adult School ESL said not now", home.Words, StringComparison.Ordinal);
        Assert.Contains("They may be asked again from", home.Words, StringComparison.Ordinal);
        Assert.Contains("Adult School ESL said not now", (await ana.Get($"{table.Home}/prospects/{school.Number}")).Words, StringComparison.Ordinal);
        await ana.Submit(await ana.Get(home.Link("Say what comes next")), "outcome");
        Assert.DoesNotContain("said not now", (await ana.Get(table.Home)).Words, StringComparison.Ordinal);
        Assert.Equal(new LocalDate(2027, 6, 1), (await table.World.Look(school)).NextContactOn);
    }

    [Fact]
    public async Task Somebody_else_gets_a_link_of_their_own_and_the_old_one_ends()
    {
        var table = await World.Found();
        var school = await table.Prospect();
        var address = await table.Invite(school);
        using var phone = table.World.Browser();
        var page = await phone.Submit(await phone.Get(address), "answer", ("Answer", "someone-else"));
        page = await phone.Submit(page, "someone-else", ("Input.Name", "Pat Moua"), ("Input.Email", "pat"));
        Assert.Equal("Type an e-mail address like name@example.org.", page.Errors.Single());
        page = await phone.Submit(page, "someone-else", ("Input.Name", "Pat Moua"), ("Input.Email", $"pat.{table.Partnership.Slug}@example.org"));
        Assert.Equal("You passed this on", page.Heading);
        Assert.Contains("Pat Moua now answers the question that Ana Ruiz sent you.", (await table.Told(school.ContactEmail!)).Text, StringComparison.Ordinal);
        Assert.Equal("You passed this on", (await phone.Get($"{address}/offer")).Heading);
        page = await phone.Submit(await phone.Get(await table.World.AnswerAddress(school)), "answer", ("Answer", "yes"));
        Assert.Equal("What could you offer?", page.Heading);
        Assert.Equal("Pat Moua", (await table.World.Look(school)).ContactName);
    }

    [Fact]
    public async Task Whoever_the_mail_was_forwarded_to_answers_under_their_own_name()
    {
        var table = await World.Found();
        var school = await table.Prospect();
        var address = await table.Invite(school);
        using var phone = table.World.Browser();
        var mai = $"mai.{table.Partnership.Slug}@example.org";
        var page = await phone.Submit(await phone.Get($"{address}/name"), "name", ("Input.Name", "Mai Xiong"), ("Input.Email", ""));
        Assert.Equal("Type your e-mail address.", page.Errors.Single());
        page = await phone.Submit(page, "name", ("Input.Name", "Mai Xiong"), ("Input.Email", mai));
        page = await phone.Submit(page, "answer", ("Answer", "yes"));
        page = await phone.Submit(page, "offer", ("Input.Roles", "training"));
        page = await phone.Submit(page, "reach", ("Input.Reach", ""));
        await phone.Submit(page, "time", ("Input.BestTime", ""));
        using var ana = await table.Ana();
        Assert.Contains("Mai Xiong", (await ana.Get($"{table.Home}/invitations/1")).Words, StringComparison.Ordinal);
        Assert.Contains("Mai Xiong now answers the question that Ana Ruiz sent you.", (await table.Told(school.ContactEmail!)).Text, StringComparison.Ordinal);

        var copy = await table.World.See(db => db.Letters.SingleAsync(l => l.PartnershipId == table.Partnership.Id && l.Kind == "invitation-copy"));
        Assert.Equal(mai, copy.Address);
        Assert.Equal("Hello Mai Xiong", (await phone.Get(Joining.PathOf(copy, "me"))).Heading);
        var seat = await ana.Get($"{table.Home}/prospects/{school.Number}/seat");
        Assert.Equal(mai, seat.Html.QuerySelector("input[name='Input.Email']")!.GetAttribute("value"));
    }

    [Fact]
    public async Task A_link_that_is_too_old_offers_a_new_one_by_mail()
    {
        await using var world = await World.Open();
        var table = await world.FoundHere();
        var school = await table.Prospect();
        var address = await table.Invite(school);
        world.Clock.Advance(Duration.FromDays(31));
        using var phone = world.Browser();
        var page = await phone.Get(address);
        Assert.Equal((HttpStatusCode.Gone, "This link is too old"), (page.Status, page.Heading));
        await phone.Submit(page, "send-another-link");
        var again = await world.AnswerAddress(school);
        Assert.NotEqual(address, again);
        Assert.Equal("What could you offer?", (await phone.Submit(await phone.Get(again), "answer", ("Answer", "yes"))).Heading);
    }

    [Fact]
    public async Task A_link_taken_back_or_of_another_purpose_opens_nothing()
    {
        var table = await World.Found();
        var school = await table.Prospect();
        var address = await table.Invite(school);
        using var ana = await table.Ana();
        var sent = await ana.Get($"{table.Home}/invitations/1");
        Assert.Equal(HttpStatusCode.OK, (await ana.Submit(sent, "revoke")).Status);
        Assert.Equal(HttpStatusCode.OK, (await ana.Submit(sent, "revoke")).Status);
        using var phone = table.World.Browser();
        Assert.Equal(HttpStatusCode.Gone, (await phone.Get(address)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await phone.Get(address.Replace("answer", "me", StringComparison.Ordinal))).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await phone.Get("/answer/nobodys-secret")).Status);
    }

    [Fact]
    public async Task A_mail_that_did_not_arrive_is_shown_to_who_sent_it()
    {
        var table = await World.Found();
        var school = await table.Prospect();
        await table.Invite(school);
        await table.World.Do(async db =>
        {
            var letter = await db.Letters.SingleAsync(l => l.PartnershipId == table.Partnership.Id);
            db.Entry(letter).Property(l => l.State).CurrentValue = LetterState.Failed;
            db.Entry(letter).Property(l => l.Reason).CurrentValue = "mail.reason.refused";
            return letter;
        });
        using var ana = await table.Ana();
        Assert.Contains("Your invitation to Kim Lee did not arrive", (await ana.Get(table.Home)).Words, StringComparison.Ordinal);
        Assert.Contains("This mail did not arrive", (await ana.Get($"{table.Home}/invitations/1")).Words, StringComparison.Ordinal);
    }
}
