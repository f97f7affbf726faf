using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Roundtable.Platform.Data;
using Roundtable.Platform.Jobs;
using Roundtable.Platform.Mail;

namespace Roundtable.Tests.Platform.Mail;

/// <summary>A site of its own beside a mail server of its own.</summary>
public sealed class MailWorld : IAsyncDisposable
{
    public static readonly LetterKind Invitation = new("invitation", "mail.kind.test", "mail.kind.test.why");
    public static readonly LetterKind Code = new("code", "mail.kind.test", "mail.kind.test.why", CanBeStopped: false, Fleeting: true, Life: Duration.FromMinutes(15));

    private MailWorld(World world, SmtpStub server) => (Site, Server) = (world, server);

    public World Site { get; }
    public SmtpStub Server { get; }

    public static async Task<MailWorld> Open(Action<WebApplicationBuilder>? adjust = null, string security = "none", string? user = null)
    {
        var server = new SmtpStub();
        var world = await World.Open(adjust, ("BaseUrl", "https://roundtable.example.org"), ("Mail:Host", "127.0.0.1"),
            ("Mail:Port", server.Port.ToString(CultureInfo.InvariantCulture)), ("Mail:Security", security), ("Mail:From", "notices@roundtable.example.org"),
            ("Mail:User", user ?? ""), ("Mail:Password", user is null ? "" : "s3cret-word"));
        return new(world, server);
    }

    /// <summary>Posts letters and saves them, as one act.</summary>
    public Task<Letter?> Post(string to = "luis@example.org", LetterKind? kind = null, Guid? about = null, Guid? partnership = null) =>
        Act(outbox => outbox.Post(kind ?? Invitation, new(to, "Luis Peña", "en"), p => p.Subject("mail.site").Greet("Luis Peña").SayAs($"Please answer by Friday, {to}.").Close("Ana Ruiz"),
            new("Ana Ruiz via Riverbend County Partnership", "ana@library.example.org"), partnership, about));

    public async Task<T> Act<T>(Func<Outbox, Task<T>> act)
    {
        await using var scope = Site.Services.CreateAsyncScope();
        var result = await act(scope.ServiceProvider.GetRequiredService<Outbox>());
        await scope.ServiceProvider.GetRequiredService<RoundtableDb>().SaveChangesAsync();
        return result;
    }

    public Task<JobRun?> Send() => Site.Services.GetRequiredService<JobRunner>().Run<SendLetters>();
    public async Task<Letter?> PostAndSend()
    {
        var letter = await Post();
        await Send();
        return letter;
    }

    public Task<Letter> The(Letter? letter) => Site.See(db => db.Letters.AsNoTracking().SingleAsync(l => l.Id == letter!.Id));

    public async ValueTask DisposeAsync()
    {
        await Site.DisposeAsync();
        await Server.DisposeAsync();
    }
}
