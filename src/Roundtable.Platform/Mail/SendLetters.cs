using MailKit.Net.Smtp;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using Roundtable.Platform.Access;
using Roundtable.Platform.Data;
using Roundtable.Platform.Jobs;

namespace Roundtable.Platform.Mail;

/// <summary>
/// Sends the letters whose time has come. Each is taken by a conditional update, so that two senders never send the same one;
/// a sender that dies loses its letters when their lease ends.
/// </summary>
public sealed class SendLetters(RoundtableDb db, MailServer server, Settings settings, IClock clock, CurrentActor who) : Job
{
    private const int AtOnce = 200;

    private Instant Now => clock.GetCurrentInstant();

    public override async Task<int> Run(CancellationToken ct)
    {
        if (!server.IsSetUp) return 0;
        await GiveUpLate(ct);
        var due = await db.Letters.Due(Now).OrderBy(l => l.NextTry).Select(l => l.Id).Take(AtOnce).ToListAsync(ct);
        if (due.Count == 0) return 0;
        SmtpClient? client = null;
        try
        {
            var sent = 0;
            foreach (var id in due)
            {
                if (ct.IsCancellationRequested) break;
                if (client is not { IsConnected: true })
                {
                    client?.Dispose();
                    client = await Reach(ct);
                    if (client is null) break;
                }
                if (await Take(id, ct) is { } letter && await Send(client, letter)) sent++;
            }
            if (client is { IsConnected: true }) await client.DisconnectAsync(quit: true, CancellationToken.None);
            return sent;
        }
        finally
        {
            client?.Dispose();
        }
    }

    // A server that cannot be reached is no letter's fault: they keep their tries and say why they wait.
    private async Task<SmtpClient?> Reach(CancellationToken ct)
    {
        try
        {
            return await server.Connect(ct: ct);
        }
        catch (Exception e) when (MailServer.IsTrouble(e) && !ct.IsCancellationRequested)
        {
            var (now, said) = (Now, MailServer.Words(e.Message));
            await db.Together(() => db.Letters.Where(l => l.State == LetterState.Waiting && l.NextTry <= now)
                .ExecuteUpdateAsync(l => l.SetProperty(x => x.Reason, "mail.reason.unreachable").SetProperty(x => x.Answer, said), ct), ct);
            return null;
        }
    }

    internal async Task<Letter?> Take(Guid id, CancellationToken ct)
    {
        var (now, version) = (Now, Ids.New());
        var taken = await db.Together(() => db.Letters.Where(l => l.Id == id).Due(now).ExecuteUpdateAsync(l => l
            .SetProperty(x => x.Doubts, x => x.State == LetterState.Sending ? x.Doubts + 1 : x.Doubts)
            .SetProperty(x => x.State, LetterState.Sending)
            .SetProperty(x => x.LeasedUntil, now + Letter.Lease)
            .SetProperty(x => x.FirstTriedAt, x => x.FirstTriedAt ?? now)
            .SetProperty(x => x.Tries, x => x.Tries + 1)
            .SetProperty(x => x.Version, version), ct), ct);
        if (taken == 0) return null;
        db.ChangeTracker.Clear();
        return await db.Letters.SingleAsync(l => l.Id == id, ct);
    }

    // Once begun, a letter is finished and its fate written down even while the program stops.
    private async Task<bool> Send(SmtpClient client, Letter letter)
    {
        if (letter.Doubts > 1)
        {
            letter.Fail(who.Actor, Now, "mail.reason.doubt", null);
        }
        else
        {
            var answer = await MailServer.Hand(client, () => LetterMime.Of(letter, settings.Mail, settings.BaseUrl, Now), CancellationToken.None);
            Settle(letter, answer);
        }
        await db.SaveChangesAsync(CancellationToken.None);
        return letter.State is LetterState.Sent;
    }

    private void Settle(Letter letter, HandingAnswer answer)
    {
        switch (answer.Outcome)
        {
            case Handing.Taken: letter.Deliver(Now); break;
            case Handing.Never: letter.Fail(who.Actor, Now, answer.Reason, answer.Answer); break;
            case Handing.Doubtful: letter.Doubt(who.Actor, Now, answer.Answer); break;
            default: letter.Postpone(who.Actor, Now, answer.Reason, answer.Answer); break;
        }
    }

    private async Task GiveUpLate(CancellationToken ct)
    {
        var now = Now;
        var late = await db.Letters.Where(l => l.State == LetterState.Waiting && l.LastChance < now).OrderBy(l => l.LastChance).Take(AtOnce).ToListAsync(ct);
        if (late.Count == 0) return;
        foreach (var letter in late) letter.Fail(who.Actor, now, "mail.reason.too-late", letter.Answer);
        try
        {
            await db.SaveChangesAsync(ct);
        }
        catch (DbUpdateConcurrencyException)
        {
            // Another sender gives up the same letters; what it leaves is for the next run.
        }
        db.ChangeTracker.Clear();
    }
}
