using MimeKit;
using NodaTime;

namespace Roundtable.Platform.Mail;

/// <summary>A letter as it travels: MIME with the headers that mail readers and filters go by.</summary>
public static class LetterMime
{
    public static MimeMessage Of(Letter letter, MailSettings mail, Uri site, Instant now)
    {
        var message = new MimeMessage
        {
            Subject = letter.Subject,
            MessageId = letter.MessageId,
            Date = (letter.FirstTriedAt ?? now).ToDateTimeOffset(),
        };
        var from = MailboxAddress.Parse(mail.From);
        message.From.Add(new MailboxAddress(letter.SenderShown, from.Address));
        if (MailboxAddress.TryParse(letter.ReplyTo ?? "", out var reply)) message.ReplyTo.Add(reply);
        message.To.Add(new MailboxAddress(letter.Name, MailboxAddress.Parse(letter.Address).Address));
        message.Headers.Add(HeaderId.AutoSubmitted, "auto-generated");
        message.Headers.Add("X-Auto-Response-Suppress", "All");
        if (letter.CanBeStopped) Stoppable(message, letter, site);
        message.Body = Body(letter);
        message.Body.Headers.Add(HeaderId.ContentLanguage, letter.Language);
        return message;
    }

    // One-click needs https; over http the link still shows its page.
    private static void Stoppable(MimeMessage message, Letter letter, Uri site)
    {
        var scope = letter.PartnershipId is { } p ? $"{p:N}." : "";
        message.Headers.Add(HeaderId.ListId, $"<{letter.Kind}.{scope}{site.Host}>");
        if (letter.StopAddress is not { } stop) return;
        message.Headers.Add(HeaderId.ListUnsubscribe, $"<{stop}>");
        if (site.Scheme == Uri.UriSchemeHttps) message.Headers.Add("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
    }

    private static MimeEntity Body(Letter letter)
    {
        var ways = new MultipartAlternative
        {
            Part("plain", letter.Text ?? ""),
            Part("html", letter.Html ?? ""),
        };
        if (letter.Calendar is null) return ways;
        var meeting = Part("calendar", letter.Calendar);
        meeting.ContentType.Parameters.Add("method", letter.CalendarMethod ?? "REQUEST");
        ways.Add(meeting);
        var file = Part("calendar", letter.Calendar);
        file.ContentType.Parameters.Add("method", letter.CalendarMethod ?? "REQUEST");
        file.ContentDisposition = new ContentDisposition(ContentDisposition.Attachment) { FileName = "invite.ics" };
        return new Multipart("mixed") { ways, file };
    }

    private static TextPart Part(string kind, string text)
    {
        var part = new TextPart(kind) { ContentTransferEncoding = ContentEncoding.QuotedPrintable };
        part.SetText(System.Text.Encoding.UTF8, text);
        return part;
    }
}
