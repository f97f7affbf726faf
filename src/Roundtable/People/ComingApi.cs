using System.Data.Common;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using Roundtable.Platform.Access;
using Roundtable.Platform.Data;
using Roundtable.Platform.Web;

namespace Roundtable.People;

/// <summary>Finds out who comes: by the session's cookie, by an access token, or by the personal link in the address.</summary>
public static class ComingApi
{
    /// <summary>Sets who acts for the rest of the request; answers at once where a token does not fit.</summary>
    internal static async Task Recognize(HttpContext http, RequestDelegate next)
    {
        var who = http.RequestServices.GetRequiredService<CurrentActor>();
        var now = http.RequestServices.GetRequiredService<IClock>().GetCurrentInstant();
        var db = http.RequestServices.GetRequiredService<RoundtableDb>();
        if (ErrorPages.IsForPrograms(http.Request.Path) && AccessToken.SecretIn(http.Request.Headers.Authorization) is { } token)
        {
            if (await ByToken(db, token, now, http.RequestAborted) is not { } holder)
            {
                http.Response.Headers.WWWAuthenticate = "Bearer";
                http.Response.StatusCode = StatusCodes.Status401Unauthorized;
                return;
            }
            Seat(who, holder);
        }
        else if (http.Request.Cookies[SessionCookieApi.Name] is { Length: > 0 } secret)
        {
            if (await BySession(db, secret, http.RequestAborted) is not { } known || known.Session is not { } session) SessionCookieApi.Clear(http);
            else if (!session.IsOpen(now)) http.Features.Set(new LapsedSession(known.PersonId));
            else
            {
                Seat(who, known);
                (who.Session, who.SessionEnds) = (session.Id, session.EndsAt);
                if (now - session.LastSeenAt >= Session.Grain && http.GetEndpoint()?.Metadata.GetMetadata<NoUse>() is null && await Slide(http, db, session, secret, now))
                    who.SessionEnds = session.EndIfSeen(now);
            }
        }
        if (http.GetEndpoint()?.Metadata.GetMetadata<LinkPageAttribute>() is not null && http.Request.RouteValues["Token"] is string address
            && await OfLink(db, address, http.RequestAborted) is { } holding)
        {
            if (holding.IsSuspended)
            {
                http.Response.StatusCode = StatusCodes.Status404NotFound;
                return;
            }
            who.Language = holding.Language;
        }
        if (await KeptFormApi.Keep(http, db, who, now)) return;
        await next(http);
    }

    private static void Seat(CurrentActor who, Known known)
    {
        who.Actor = Actor.Person(known.PersonId, known.IsAdministrator, [.. known.Grants.Select(g => g.Standing)], known.Scopes);
        who.Shown = new PersonShown(known.Called, known.Language, known.TimeZone);
    }

    // One query each: who it is and what they are in every partnership.
    private static async Task<Known?> BySession(RoundtableDb db, string secret, CancellationToken ct)
    {
        var (hash, grants) = (Link.HashOf(secret), db.Grants.AsNoTracking());
        var found = await (from s in db.Sessions.AsNoTracking() join p in db.People.AsNoTracking() on s.PersonId equals p.Id
                           where s.Hash == hash && p.SuspendedAt == null
                           select new { Session = s, Person = p, Grants = grants.Where(g => g.PersonId == p.Id).ToList() }).FirstOrDefaultAsync(ct);
        return found is null ? null : Known.Of(found.Person, found.Grants, found.Session, null);
    }

    private static async Task<Known?> ByToken(RoundtableDb db, string secret, Instant now, CancellationToken ct)
    {
        var (hash, grants) = (Link.HashOf(secret), db.Grants.AsNoTracking());
        var found = await (from l in db.Links.AsNoTracking() join p in db.People.AsNoTracking() on l.PersonId equals p.Id
                           where l.Hash == hash && l.Purpose == LinkPurpose.Api && p.SuspendedAt == null
                           select new { Link = l, Person = p, Grants = grants.Where(g => g.PersonId == p.Id).ToList() }).FirstOrDefaultAsync(ct);
        return found is null || found.Link.StateAt(now) is not LinkState.Good ? null : Known.Of(found.Person, found.Grants, null, AccessToken.ScopesIn(found.Link.Scopes));
    }

    private static Task<Holding?> OfLink(RoundtableDb db, string token, CancellationToken ct)
    {
        var hash = Link.HashOf(token);
        return (from l in db.Links join p in db.People on l.PersonId equals p.Id where l.Hash == hash select new Holding(p.Language, p.SuspendedAt != null)).FirstOrDefaultAsync(ct);
    }

    // The last use is a convenience: a database that cannot write now must not keep anybody from reading.
    private static async Task<bool> Slide(HttpContext http, RoundtableDb db, Session session, string secret, Instant now)
    {
        try
        {
            await db.Together(() => db.Sessions.Where(s => s.Id == session.Id && s.LastSeenAt < now).ExecuteUpdateAsync(s => s.SetProperty(x => x.LastSeenAt, now), http.RequestAborted), http.RequestAborted);
            SessionCookieApi.Give(http, secret, session.IsShared);
            return true;
        }
        catch (DbException)
        {
            return false;
        }
    }

    private sealed record Holding(string Language, bool IsSuspended);

    private sealed record Known(Guid PersonId, string Called, string Language, string TimeZone, bool IsAdministrator, IReadOnlyList<Grant> Grants, Session? Session, IReadOnlyList<string>? Scopes)
    {
        public static Known Of(Person p, IReadOnlyList<Grant> grants, Session? session, IReadOnlyList<string>? scopes) =>
            new(p.Id, p.Called, p.Language, p.TimeZone, p.IsAdministrator, grants, session, scopes);
    }
}

/// <summary>Somebody was signed in here until the session ended.</summary>
internal sealed record LapsedSession(Guid PersonId);
