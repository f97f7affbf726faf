using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using NodaTime;
using Roundtable.Platform.Access;

namespace Roundtable.People;

/// <summary>Lets a page that stays open warn before its reader is signed out, and lets them stay (WCAG 2.2.1).</summary>
public static class SessionsApi
{
    public const string Path = "/session";

    public static void MapSessions(this IEndpointRouteBuilder app)
    {
        app.MapGet(Path, Left).AllowAnonymous().WithMetadata(NoUse.Itself).WithSummary("How long this browser stays signed in. Asking is no use of the session.");
        app.MapPost(Path, Left).AllowAnonymous().WithSummary("Stays signed in, and says how long.");
    }

    private static IResult Left(HttpContext http, CurrentActor who, IClock clock)
    {
        http.Response.Headers.CacheControl = "no-store";
        return Results.Json(new SessionLeft(SecondsLeft(who, clock)));
    }

    public static int SecondsLeft(CurrentActor who, IClock clock) =>
        who.SessionEnds is { } end ? Math.Max(0, (int)(end - clock.GetCurrentInstant()).TotalSeconds) : 0;
}

/// <param name="Seconds">0 when nobody is signed in.</param>
public sealed record SessionLeft(int Seconds);

/// <summary>Marks what a page asks by itself: nobody sits there, so it lengthens no session.</summary>
internal sealed class NoUse
{
    private NoUse() { }
    public static readonly NoUse Itself = new();
}
