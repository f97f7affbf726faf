using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http;
using NodaTime;
using Roundtable.Platform.Access;
using Roundtable.Platform.Data;

namespace Roundtable.People;

/// <summary>
/// The moment somebody comes in: opens the session, hands the browser its secret, and hands it out once more when the first
/// answer did not arrive.
/// </summary>
public sealed class ArrivalApi(RoundtableDb db, IDataProtectionProvider protection, CurrentActor who, IClock clock, SignInLimits limits)
{
    private readonly IDataProtector protector = protection.CreateProtector("Roundtable.Arrival");

    /// <summary>The secret, sealed, for the remembered answer to this request.</summary>
    public string? Kept { get; private set; }

    public async Task Arrive(HttpContext http, Person person, SignInBy by, bool shared)
    {
        var now = clock.GetCurrentInstant();
        var session = Session.Start(person, by, shared, http.Request.Headers.UserAgent, now, out var secret);
        if (who.Session is { } before && await db.Sessions.FindAsync([before], http.RequestAborted) is { } old) old.End(who.Actor, now);
        db.Add(session);
        Kept = protector.Protect($"{(shared ? 's' : 'u')}{secret}");
        SessionCookieApi.Give(http, secret, shared);
    }

    public void Again(HttpContext http, string? kept)
    {
        if (kept is null) return;
        var secret = protector.Unprotect(kept);
        SessionCookieApi.Give(http, secret[1..], secret[0] == 's');
    }

    /// <exception cref="BadHttpRequestException">Too many from this network.</exception>
    public async Task MustBeAllowedToTry(HttpContext http)
    {
        if (!await limits.MayTry(db, http.Connection.RemoteIpAddress, clock.GetCurrentInstant())) TooMany(http);
    }

    /// <exception cref="BadHttpRequestException">Too many from this network or for this address.</exception>
    public async Task MustBeAllowedToAsk(HttpContext http, string? email)
    {
        if (!await limits.MayAsk(db, email, http.Connection.RemoteIpAddress, clock.GetCurrentInstant())) TooMany(http);
    }

    private static void TooMany(HttpContext http)
    {
        http.Response.OnStarting(() =>
        {
            http.Response.Headers.RetryAfter = "900";
            return Task.CompletedTask;
        });
        throw new BadHttpRequestException("Too many tries.", StatusCodes.Status429TooManyRequests);
    }
}
