using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Roundtable.Platform;
using Roundtable.Platform.Data;
using Roundtable.Platform.Mail;

namespace Roundtable.Tests.Platform.Mail;

public class OutboxTests
{
    private static Task<Letter?> Post(Outbox outbox, string to) => outbox.Post(MailWorld.Invitation, new(to, "", "en"), p => p.Subject("mail.site"));

    [Fact]
    public async Task Letters_to_more_than_one_person_wait_two_minutes_and_can_be_cancelled()
    {
        await using var mail = await MailWorld.Open();
        var batch = await mail.Act(async outbox =>
        {
            await Post(outbox, "first@example.org");
            await Post(outbox, "second@example.org");
            return outbox.Batch;
        });
        await mail.Send();
        Assert.Empty(mail.Server.Letters);
        await mail.Site.Do(async db =>
        {
            var second = await db.Letters.InBatch(batch).SingleAsync(l => l.Address == "second@example.org");
            second.Cancel(mail.Site.Now);
            return second;
        });
        mail.Site.Clock.Advance(Letter.CancelWindow);
        await mail.Send();
        Assert.Equal("first@example.org", mail.Server.Letters.Single().To.Mailboxes.Single().Address);
        var sent = await mail.Site.See(db => db.Letters.InBatch(batch).SingleAsync(l => l.Address == "first@example.org"));
        Assert.Equal("mail.already-sent", Assert.Throws<Refusal>(() => sent.Cancel(mail.Site.Now)).Key);
    }

    [Fact]
    public async Task Cancelling_what_a_sender_has_just_taken_is_a_conflict()
    {
        await using var mail = await MailWorld.Open();
        var letter = await mail.Post();
        await Assert.ThrowsAsync<DbUpdateConcurrencyException>(() => mail.Site.Do(async db =>
        {
            var mine = await db.Letters.SingleAsync(l => l.Id == letter!.Id);
            await mail.Send();
            mine.Cancel(mail.Site.Now);
            return mine;
        }));
        Assert.Equal(LetterState.Sent, (await mail.The(letter)).State);
    }

    [Fact]
    public async Task The_bell_rings_when_a_letter_is_saved_and_not_when_it_is_lost()
    {
        await using var mail = await MailWorld.Open();
        var bell = mail.Site.Services.GetRequiredService<LetterBell>();
        await Assert.ThrowsAsync<InvalidOperationException>(() => mail.Act<Letter?>(async outbox =>
        {
            await Post(outbox, "lost@example.org");
            throw new InvalidOperationException("The act fails.");
        }));
        Assert.False(await bell.Wait(TimeSpan.Zero, default));
        await mail.Post();
        Assert.True(await bell.Wait(TimeSpan.Zero, default));
    }

    [Fact]
    public async Task A_failed_letter_can_be_tried_again_and_a_sent_one_not()
    {
        await using var mail = await MailWorld.Open();
        var letter = await mail.Post();
        mail.Server.Then("RCPT", "550 5.1.1 Unknown");
        await mail.Send();
        await Again(mail, letter);
        await mail.Send();
        Assert.Single(mail.Server.Letters);
        Assert.Equal("mail.not-again", (await Assert.ThrowsAsync<Refusal>(() => Again(mail, letter))).Key);
    }

    private static Task<Letter> Again(MailWorld mail, Letter? letter) => mail.Site.Do(async db =>
    {
        var mine = await db.Letters.SingleAsync(l => l.Id == letter!.Id);
        mine.TryAgain(Roundtable.Platform.Access.Actor.System("test"), mail.Site.Now);
        return mine;
    });

    [Fact]
    public async Task A_letter_leaves_at_once_on_a_running_site()
    {
        await using var server = new SmtpStub();
        await using var world = await World.Alone(("Mail:Host", "127.0.0.1"), ("Mail:Port", $"{server.Port}"), ("Mail:Security", "none"));
        await using (var scope = world.Services.CreateAsyncScope())
        {
            await Post(scope.ServiceProvider.GetRequiredService<Outbox>(), "luis@example.org");
            await scope.ServiceProvider.GetRequiredService<RoundtableDb>().SaveChangesAsync();
        }
        for (var i = 0; i < 50 && server.Letters.Count == 0; i++) await Task.Delay(100);
        Assert.Single(server.Letters);
    }
}
