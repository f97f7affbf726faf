using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Net.Http.Headers;
using NodaTime;
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
        var feed = await db.Feed(reader, partnership, book.In(person.Language), outbox.Address, DecisionUrls.Feed(token));
        http.Response.Headers.CacheControl = "private, max-age=300";
        return TypedResults.Bytes(feed.Content, "application/atom+xml; charset=utf-8", lastModified: feed.ChangedAt.ToDateTimeOffset(), entityTag: new EntityTagHeaderValue($"\"{feed.Tag}\""));
    }
}
