using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using Roundtable.Platform.Data;
using Roundtable.Platform.Mail;

namespace Roundtable.Platform.Operations;

/// <summary>Whether this node may be sent requests, for load balancers and people on call. Says which part, never a secret.</summary>
/// <param name="Database">The database answers.</param>
/// <param name="Migrations">It is at this program's version.</param>
/// <param name="Disk">The data directory takes writes and has room.</param>
/// <param name="Outbox"><c>late</c> when mail has waited for an hour: worth a look, but no reason to turn people away.</param>
public sealed record Readiness(string Database, string Migrations, string Disk, string Outbox)
{
    public const string Fine = "ok";

    public bool IsReady => Database is Fine && Migrations is Fine && Disk is Fine;
    public string Status => !IsReady ? "not ready" : Outbox is Fine or "not set up" ? "ready" : "ready, but look";
}

public static class Health
{
    public const long RoomNeeded = 50L << 20;
    public static readonly Duration LateAfter = Duration.FromHours(1);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);
    private static readonly string[] Asked = [HttpMethods.Get, HttpMethods.Head];

    internal static void MapHealth(this IEndpointRouteBuilder app)
    {
        app.MapMethods("/health/live", Asked, () => Results.Json(new { status = "live" })).AllowAnonymous().WithSummary("Whether the process answers.");
        app.MapMethods("/health/ready", Asked, Ready).AllowAnonymous().WithSummary("Whether this node may be sent requests: database, migrations, disk, outbox.");
    }

    private static async Task<IResult> Ready(HttpContext http, RoundtableDb db, Settings settings, IClock clock)
    {
        var readiness = await Look(db, settings, clock.GetCurrentInstant(), http.RequestAborted);
        http.Response.Headers.CacheControl = "no-store";
        if (!readiness.IsReady) http.Response.Headers.RetryAfter = "10";
        return Results.Json(new { status = readiness.Status, readiness.Database, readiness.Migrations, readiness.Disk, readiness.Outbox },
            statusCode: readiness.IsReady ? StatusCodes.Status200OK : StatusCodes.Status503ServiceUnavailable);
    }

    internal static async Task<Readiness> Look(RoundtableDb db, Settings settings, Instant now, CancellationToken asked)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(asked);
        patience.CancelAfter(Patience);
        var disk = Disk(settings.DataDirectory);
        var migrations = await Said(async () => (await db.Database.GetPendingMigrationsAsync(patience.Token)).Any() ? "pending" : Readiness.Fine);
        if (migrations is "no answer") return new(migrations, "unknown", disk, "unknown");
        var outbox = migrations is Readiness.Fine ? await Said(() => Outbox(db, settings, now, patience.Token)) : "unknown";
        return new(Readiness.Fine, migrations, disk, outbox);
    }

    private static async Task<string> Outbox(RoundtableDb db, Settings settings, Instant now, CancellationToken ct)
    {
        var mail = await db.MailState(settings, now, ct);
        return !mail.IsSetUp ? "not set up" : mail.OldestDue is { } oldest && now - oldest > LateAfter ? "late" : Readiness.Fine;
    }

    private static async Task<string> Said(Func<Task<string>> ask)
    {
        try
        {
            return await ask();
        }
        catch (Exception e) when (e is System.Data.Common.DbException or InvalidOperationException or OperationCanceledException or TimeoutException or System.Net.Sockets.SocketException)
        {
            return "no answer";
        }
    }

    private static string Disk(string directory)
    {
        try
        {
            if (new DriveInfo(directory).AvailableFreeSpace < RoomNeeded) return "less than 50 MB free";
            var probe = Path.Combine(directory, $".ready-{Ids.New():N}");
            File.WriteAllText(probe, "");
            File.Delete(probe);
            return Readiness.Fine;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException)
        {
            return "cannot be written";
        }
    }
}
