using MimeKit;
using NodaTime;
using Roundtable.Platform.Mail;

namespace Roundtable.Tests.Platform.Mail;

public class LetterMimeTests
{
    private static async Task<(MimeMessage Arrived, Letter Letter)> Arrive(LetterKind? kind = null, Addressee? to = null, LetterCalendar? calendar = null, Guid? partnership = null, Action<LetterPaper>? write = null)
    {
        await using var mail = await MailWorld.Open();
        var letter = await mail.Act(outbox => outbox.Post(kind ?? MailWorld.Invitation, to ?? new("luis@example.org", "Luis Peña", "es"),
            write ?? (p => p.SubjectAs("Reunión del 1 de diciembre").Greet("Luis Peña").SayAs("Conteste antes del viernes.").Button(outbox.Address("/me/abc"), "mail.choices.start").Close("Ana Ruiz")),
            new("Ana Ruiz via Riverbend County Partnership", "ana@library.example.org"), partnership, calendar: calendar));
        await mail.Send();
        return (Assert.Single(mail.Server.Letters), letter!);
    }

    [Fact]
    public async Task It_comes_from_the_site_in_the_name_of_a_person_and_answers_go_to_them()
    {
        var (arrived, letter) = await Arrive();
        Assert.Equal("\"Ana Ruiz via Riverbend County Partnership\" <notices@roundtable.example.org>", arrived.From.ToString());
        Assert.Equal("ana@library.example.org", arrived.ReplyTo.ToString());
        Assert.Equal(("Luis Peña", "luis@example.org"), (arrived.To.Mailboxes.Single().Name, arrived.To.Mailboxes.Single().Address));
        Assert.Equal("Reunión del 1 de diciembre", arrived.Subject);
        Assert.Equal($"{letter.Id:N}@roundtable.example.org", arrived.MessageId);
        Assert.Equal(World.Morning, Instant.FromDateTimeOffset(arrived.Date));
        Assert.Equal(("auto-generated", "All", "es"), (arrived.Headers["Auto-Submitted"], arrived.Headers["X-Auto-Response-Suppress"], arrived.Body!.Headers["Content-Language"]));
    }

    [Fact]
    public async Task An_address_for_answers_that_is_none_is_left_out()
    {
        await using var mail = await MailWorld.Open();
        await mail.Act(o => o.Post(MailWorld.Invitation, new("luis@example.org", "", "en"), p => p.SubjectAs("Hello"), new("Ana Ruiz", "not an address @")));
        await mail.Send();
        Assert.Empty(Assert.Single(mail.Server.Letters).ReplyTo);
    }

    [Fact]
    public async Task It_can_be_stopped_with_one_click()
    {
        var partnership = Roundtable.Platform.Ids.New();
        var (arrived, letter) = await Arrive(partnership: partnership);
        Assert.Equal($"<invitation.{partnership:N}.roundtable.example.org>", arrived.Headers["List-Id"]);
        Assert.Matches("^<https://roundtable.example.org/u/[A-Za-z0-9_-]{22}>$", arrived.Headers["List-Unsubscribe"]);
        Assert.Equal("List-Unsubscribe=One-Click", arrived.Headers["List-Unsubscribe-Post"]);
        Assert.Contains(letter.StopAddress!, arrived.TextBody, StringComparison.Ordinal);
        Assert.Contains(letter.StopAddress!, arrived.HtmlBody, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_code_asked_for_a_moment_ago_is_no_list_mail()
    {
        var (arrived, _) = await Arrive(MailWorld.Code);
        Assert.Null(arrived.Headers["List-Id"]);
        Assert.Null(arrived.Headers["List-Unsubscribe"]);
    }

    [Fact]
    public async Task A_meeting_comes_both_for_the_calendar_and_as_a_file()
    {
        var (arrived, _) = await Arrive(calendar: new("BEGIN:VCALENDAR\r\nMETHOD:REQUEST\r\nEND:VCALENDAR\r\n", "REQUEST"));
        var parts = arrived.BodyParts.ToList();
        Assert.Equal(["text/plain", "text/html", "text/calendar", "text/calendar"], parts.Select(p => p.ContentType.MimeType));
        Assert.All(parts[2..], p => Assert.Equal("REQUEST", p.ContentType.Parameters["method"]));
        Assert.Equal("invite.ics", arrived.Attachments.Single().ContentDisposition!.FileName);
        Assert.StartsWith("BEGIN:VCALENDAR", ((TextPart)parts[2]).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_line_break_in_a_name_adds_no_header()
    {
        var (arrived, _) = await Arrive(to: new("luis@example.org", "Luis\r\nBcc: everyone@example.org", "en"), write: p => p.SubjectAs("Hello\r\nBcc: all@example.org"));
        Assert.Empty(arrived.Bcc);
        Assert.DoesNotContain(arrived.Headers, h => h.Id == HeaderId.Bcc);
    }
}
