using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Net.Http.Headers;
using NodaTime;
using NodaTime.Extensions;
using Roundtable.Partnerships;
using Roundtable.People;
using Roundtable.Platform.Access;
using Roundtable.Platform.Data;
using Roundtable.Platform.Mail;
using Roundtable.Platform.Text;
using Roundtable.Platform.Web;

namespace Roundtable.Decisions;

/// <summary>Where feed readers fetch the decision log.</summary>
public static class FeedApi
{
    internal static void MapFeeds(this IEndpointRouteBuilder app) =>
        app.MapGet("/feeds/{token}/decisions.atom", Read).AllowAnonymous().WithSummary("The decision log as an Atom feed, by the address a person made for their reader.");

    // 410 tells a reader not to come again.
    private static async Task<IResult> Read(string token, RoundtableDb db, IClock clock, TextBook book, Outbox outbox, HttpContext http, CancellationToken ct)
    {
        var link = await db.Links.AsNoTracking().OfSecret(LinkPurpose.Feed, token) ?? throw new NotFoundException();
        var person = await db.People.AsNoTracking().FirstOrDefaultAsync(p => p.Id == link.PersonId && p.SuspendedAt == null && p.Email != "", ct);
        var grants = await db.Grants.AsNoTracking().Where(g => g.PersonId == link.PersonId && g.PartnershipId == link.PartnershipId).ToListAsync(ct);
        if (link.StateAt(clock.GetCurrentInstant()) is not LinkState.Good || person is null || grants.Count == 0) return TypedResults.StatusCode(StatusCodes.Status410Gone);
        var reader = Actor.Holder(link, [.. grants.Select(g => g.Standing)]);
        var partnership = await db.Partnerships.AsNoTracking().VisibleTo(reader).FirstAsync(ct);
        var feed = await db.Feed(reader, partnership, book.In(person.Language), outbox.Address, DecisionUrls.FeedOf(token));
        var (tag, asked, answered) = (new EntityTagHeaderValue($"\"{feed.Tag}\""), http.Request.GetTypedHeaders(), http.Response.GetTypedHeaders());
        (answered.ETag, answered.LastModified, answered.CacheControl) = (tag, feed.ChangedAt.ToDateTimeOffset(), new() { Private = true, MaxAge = TimeSpan.FromMinutes(5) });
        // The tag decides where the reader sends one: what follows from a decision may be written down within the same second.
        var isKnown = asked.IfNoneMatch is { Count: > 0 } known ? known.Any(k => k.Compare(tag, useStrongComparison: false)) : asked.IfModifiedSince?.ToInstant() >= feed.ChangedAt;
        return isKnown ? TypedResults.StatusCode(StatusCodes.Status304NotModified) : TypedResults.Bytes(feed.Content, "application/atom+xml; charset=utf-8");
    }
}
