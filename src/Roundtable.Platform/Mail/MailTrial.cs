using System.Text;
using MailKit;
using MimeKit;
using NodaTime;
using Roundtable.Platform.Access;
using Roundtable.Platform.Text;

namespace Roundtable.Platform.Mail;

/// <summary>An administrator's test: one letter handed over at once, and the conversation with the server kept for a day.</summary>
public sealed class MailTrial(MailServer server, Settings settings, TextBook book, IClock clock, CurrentActor who)
{
    private const int Longest = 20_000;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    /// <exception cref="Refusal">Not an address.</exception>
    public async Task<MailTest> Send(string? address, string language, CancellationToken ct)
    {
        if (!MailboxAddress.TryParse(address?.Trim() ?? "", out var to) || !to.Address.Contains('@')) throw new Refusal("mail.test.no-address", "Input.Address");
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(ct);
        patience.CancelAfter(Patience);
        using var said = new MemoryStream();
        string? trouble = null;
        using (var log = new ProtocolLogger(said, leaveOpen: true) { RedactSecrets = true })
            trouble = await Hand(log, to.Address, language, patience.Token);
        var conversation = Encoding.UTF8.GetString(said.ToArray()).ReplaceLineEndings("\n");
        if (conversation.Length > Longest) conversation = conversation[..Longest];
        return new MailTest(who.Actor.PersonId, clock.GetCurrentInstant(), trouble is null, trouble is null ? conversation : $"{conversation}\n{trouble}");
    }

    private async Task<string?> Hand(ProtocolLogger log, string address, string language, CancellationToken ct)
    {
        var now = clock.GetCurrentInstant();
        var texts = book.In(language);
        var letter = new Letter(LetterKind.Test, new(address, "", texts.Language), new(texts["mail.site"]), Ids.New(), null, null, null, settings.BaseUrl.Host, now);
        var paper = new LetterPaper(texts).Subject("mail.test.subject").Greet(null).Say("mail.test.text", settings.BaseUrl).Close();
        paper.WhyUnlessSaid(LetterKind.Test.Why, texts["mail.site"]);
        letter.Write(paper, null);
        try
        {
            using var client = await server.Connect(log, ct);
            var answer = await MailServer.Hand(client, () => LetterMime.Of(letter, settings.Mail, settings.BaseUrl, now), ct);
            if (client.IsConnected) await client.DisconnectAsync(quit: true, ct);
            return answer.Outcome is Handing.Taken ? null : answer.Answer ?? texts[answer.Reason];
        }
        catch (Exception e) when (MailServer.IsTrouble(e))
        {
            return MailServer.Words(e.Message);
        }
    }
}
