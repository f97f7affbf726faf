using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using CsCheck;
using Roundtable.Platform;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Roundtable.Platform.Data;
using Roundtable.Platform.Jobs;
using Roundtable.Platform.Mail;

namespace Roundtable.Tests.Platform.Mail;

public class SendLettersTests
{
    [Fact]
    public async Task A_posted_letter_arrives_once()
    {
        await using var mail = await MailWorld.Open();
        var letter = await mail.Post();
        Assert.Equal(1, (await mail.Send())!.Did);
        Assert.Equal(0, (await mail.Send())!.Did);
        var arrived = Assert.Single(mail.Server.Letters);
        Assert.Equal(letter!.MessageId, arrived.MessageId);
        Assert.Equal(LetterState.Sent, (await mail.The(letter)).State);
    }

    [Fact]
    public async Task What_was_not_saved_is_never_sent()
    {
        await using var mail = await MailWorld.Open();
        var number = 0;
        await Gen.Bool.Array[1, 8].SampleAsync(async acts =>
        {
            var before = mail.Server.Letters.Count;
            foreach (var saved in acts)
            {
                await using var scope = mail.Site.Services.CreateAsyncScope();
                var db = scope.ServiceProvider.GetRequiredService<RoundtableDb>();
                await Xunit.Record.ExceptionAsync(() => db.Together(async () =>
                {
                    await scope.ServiceProvider.GetRequiredService<Outbox>().Post(MailWorld.Invitation, new($"{(saved ? "saved" : "lost")}{Interlocked.Increment(ref number)}@example.org", "", "en"), p => p.Subject("mail.site"));
                    await db.SaveChangesAsync();
                    return saved ? 0 : throw new InvalidOperationException("The act fails.");
                }));
            }
            await mail.Send();
            return mail.Server.Letters.Count - before == acts.Count(a => a)
                && mail.Server.Letters.All(l => l.To.Mailboxes.Single().Address.StartsWith("saved", StringComparison.Ordinal));
        }, iter: 10, threads: 1);
    }

    [Fact]
    public async Task Senders_at_once_send_each_letter_once()
    {
        await using var mail = await MailWorld.Open();
        for (var i = 0; i < 24; i++) await mail.Post($"partner{i}@example.org");
        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(mail.Send)));
        Assert.Equal(24, mail.Server.Letters.Count);
        Assert.Equal(24, mail.Server.Letters.Select(l => l.MessageId).Distinct().Count());
        Assert.Equal(24, await mail.Site.See(db => db.Letters.CountAsync(l => l.State == LetterState.Sent)));
    }

    [Fact]
    public async Task A_server_that_says_later_is_asked_again_with_growing_pauses_and_then_given_up()
    {
        await using var mail = await MailWorld.Open();
        var letter = await mail.Post();
        foreach (var pause in Letter.Waits)
        {
            mail.Server.Then("RCPT", "451 4.7.1 Greylisted");
            await mail.Send();
            var now = await mail.The(letter);
            Assert.Equal((LetterState.Waiting, mail.Site.Now + pause), (now.State, now.NextTry));
            Assert.Equal("451 4.7.1 Greylisted", now.Answer);
            mail.Site.Clock.Advance(pause - Duration.FromSeconds(1));
            Assert.Equal(0, (await mail.Send())!.Did);
            Assert.Equal(now.Tries, (await mail.The(letter)).Tries);
            mail.Site.Clock.Advance(Duration.FromSeconds(1));
        }
        mail.Server.Then("RCPT", "451 4.7.1 Greylisted");
        await mail.Send();
        Assert.Equal(LetterState.Failed, (await mail.The(letter)).State);
        Assert.Equal([60, 300, 1800, 7200, 28800], Letter.Waits.Select(w => w.TotalSeconds));
    }

    [Fact]
    public async Task A_server_that_closes_the_line_keeps_nobody_else_from_their_letter()
    {
        await using var mail = await MailWorld.Open();
        var first = await mail.Post("first@example.org");
        mail.Site.Clock.Advance(Duration.FromSeconds(1));
        var second = await mail.Post("second@example.org");
        mail.Server.Then("MAIL", "421 4.3.2 Closing");
        await mail.Send();
        Assert.Equal((LetterState.Waiting, LetterState.Sent), ((await mail.The(first)).State, (await mail.The(second)).State));
    }

    [Fact]
    public async Task A_refused_address_fails_at_once_in_the_words_of_the_server()
    {
        await using var mail = await MailWorld.Open();
        var about = Ids.New();
        var letter = await mail.Post(about: about);
        mail.Server.Then("RCPT", "550 5.1.1 No such person here");
        await mail.Send();
        var failed = await mail.Site.See(db => db.Letters.About(about).SingleAsync());
        Assert.Equal((LetterState.Failed, "mail.reason.refused", "550 5.1.1 No such person here"), (failed.State, failed.Reason, failed.Answer));
        var happening = await mail.Site.See(db => db.Happenings.SingleAsync(h => h.Kind == "letter.failed"));
        Assert.Equal(new LetterFailed("invitation", about, "mail.reason.refused"), happening.Read<LetterFailed>());
        Assert.Equal(letter!.Id, happening.SubjectId);
    }

    [Fact]
    public async Task A_server_that_dies_after_the_text_gets_one_copy_more_and_no_third()
    {
        await using var mail = await MailWorld.Open();
        var letter = await mail.Post();
        mail.Server.Then("TEXT", null);
        await mail.Send();
        Assert.Equal((LetterState.Waiting, 1), await Doubts(mail, letter));
        mail.Site.Clock.Advance(Duration.FromMinutes(1));
        mail.Server.Then("TEXT", null);
        await mail.Send();
        Assert.Equal((LetterState.Failed, 2), await Doubts(mail, letter));
        mail.Site.Clock.Advance(Duration.FromDays(1));
        await mail.Send();
        Assert.Equal(2, mail.Server.Letters.Count);
        Assert.Single(mail.Server.Letters.Select(l => l.MessageId).Distinct());
    }

    private static async Task<(LetterState, int)> Doubts(MailWorld mail, Letter? letter) => await mail.The(letter) is var l ? (l.State, l.Doubts) : default;

    [Fact]
    public async Task The_letters_of_a_sender_that_died_are_sent_when_its_lease_ends()
    {
        await using var mail = await MailWorld.Open();
        var letter = await mail.Post();
        await using (var scope = mail.Site.Services.CreateAsyncScope())
            Assert.NotNull(await scope.ServiceProvider.GetRequiredService<SendLetters>().Take(letter!.Id, default));
        await mail.Send();
        Assert.Empty(mail.Server.Letters);
        mail.Site.Clock.Advance(Letter.Lease + Duration.FromSeconds(1));
        await mail.Send();
        Assert.Single(mail.Server.Letters);
        Assert.Equal((LetterState.Sent, 1), await Doubts(mail, letter));
    }

    [Fact]
    public async Task A_server_that_cannot_be_reached_costs_no_letter_its_tries()
    {
        await using var mail = await MailWorld.Open();
        mail.Server.Greeting = "421 4.3.2 Too busy";
        var letter = await mail.Post();
        await mail.Send();
        var waiting = await mail.The(letter);
        Assert.Equal((LetterState.Waiting, 0, "mail.reason.unreachable"), (waiting.State, waiting.Tries, waiting.Reason));
        Assert.Contains("Too busy", waiting.Answer!, StringComparison.Ordinal);
        mail.Server.Greeting = "220 stub";
        await mail.Send();
        Assert.Equal(LetterState.Sent, (await mail.The(letter)).State);
    }

    [Theory, InlineData("starttls", true), InlineData("starttls", false), InlineData("tls", true)]
    public async Task No_letter_and_no_password_goes_to_a_server_that_cannot_prove_who_it_is(string security, bool offers)
    {
        await using var mail = await MailWorld.Open(security: security, user: "me");
        using var certificate = Unknown();
        if (offers) mail.Server.Certificate = certificate;
        var letter = await mail.The(await mail.PostAndSend());
        Assert.Equal((LetterState.Waiting, "mail.reason.unreachable"), (letter.State, letter.Reason));
        Assert.DoesNotContain(mail.Server.Said, line => line.StartsWith("AUTH", StringComparison.Ordinal) || line.StartsWith("MAIL", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_server_on_this_machine_needs_no_proof()
    {
        await using var mail = await MailWorld.Open(security: "auto");
        using var certificate = Unknown();
        mail.Server.Certificate = certificate;
        Assert.Equal(LetterState.Sent, (await mail.The(await mail.PostAndSend())).State);
    }

    private static X509Certificate2 Unknown()
    {
        using var key = RSA.Create(2048);
        return new CertificateRequest("CN=127.0.0.1", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1).CreateSelfSigned(DateTimeOffset.UnixEpoch, DateTimeOffset.UnixEpoch.AddYears(200));
    }

    [Fact]
    public async Task A_letter_that_comes_too_late_is_not_sent()
    {
        await using var mail = await MailWorld.Open();
        var letter = await mail.Post(kind: MailWorld.Code);
        mail.Site.Clock.Advance(Duration.FromMinutes(16));
        await mail.Send();
        Assert.Empty(mail.Server.Letters);
        var late = await mail.The(letter);
        Assert.Equal((LetterState.Failed, "mail.reason.too-late"), (late.State, late.Reason));
    }

    [Fact]
    public async Task Senders_at_once_give_up_late_letters_without_breaking()
    {
        await using var mail = await MailWorld.Open();
        for (var i = 0; i < 5; i++) await mail.Post($"late{i}@example.org", MailWorld.Code);
        mail.Site.Clock.Advance(Duration.FromHours(1));
        var good = await mail.Post();
        var runs = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(mail.Send)));
        Assert.All(runs, r => Assert.Equal(JobOutcome.Done, r!.Outcome));
        await mail.Send();
        Assert.Equal(good!.MessageId, Assert.Single(mail.Server.Letters).MessageId);
        Assert.Equal(5, await mail.Site.See(db => db.Letters.CountAsync(l => l.State == LetterState.Failed)));
        Assert.Equal(5, await mail.Site.See(db => db.Happenings.CountAsync(h => h.Kind == "letter.failed")));
    }

    [Fact]
    public async Task A_code_is_erased_once_it_is_sent()
    {
        await using var mail = await MailWorld.Open();
        var letter = await mail.Post(kind: MailWorld.Code);
        await mail.Send();
        Assert.Null((await mail.The(letter)).Text);
        Assert.Contains("Please answer", mail.Server.Letters.Single().TextBody, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_mail_server_letters_wait_and_administrators_can_see_it()
    {
        await using var world = await World.Open();
        await using var scope = world.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<RoundtableDb>();
        await scope.ServiceProvider.GetRequiredService<Outbox>().Post(MailWorld.Invitation, new("luis@example.org", "Luis", "en"), p => p.Subject("mail.site"));
        await db.SaveChangesAsync();
        await world.Services.GetRequiredService<JobRunner>().Run<SendLetters>();
        var state = await db.MailState(world.Services.GetRequiredService<Settings>(), world.Now);
        Assert.Equal((false, 1, 0), (state.IsSetUp, state.Waiting, state.Failed));
    }
}
