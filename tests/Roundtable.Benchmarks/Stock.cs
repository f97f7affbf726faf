using Microsoft.EntityFrameworkCore;
using NodaTime;
using Roundtable.Directory;
using Roundtable.Partnerships;
using Roundtable.People;
using Roundtable.Platform.Access;
using Roundtable.Platform.Data;

namespace Roundtable.Benchmarks;

/// <summary>Brings the lively partnership to fifty partners, each with people and offers.</summary>
internal static class Stock
{
    public const int Partners = 50;

    public static async Task<string> Fill(RoundtableDb db, Person ana, Instant now)
    {
        var partnership = await db.Partnerships.OrderBy(p => p.Slug).FirstAsync(p => p.Slug.StartsWith("riverbend"));
        var seats = await db.Seats.Of(partnership).ToListAsync();
        var actor = Actor.Person(ana.Id, administrator: false, [.. seats.SelectMany(s => s.Grants).Where(g => g.PersonId == ana.Id).Select(g => g.Standing)]);
        var today = partnership.Today(now);
        for (var i = seats.Count; i < Partners; i++)
        {
            var entry = new OrganizationEntry { Name = $"Neighbourhood Association {i}", Sector = (Sector)(i % 9), City = "Riverbend", State = "WI", Languages = ["en"] };
            var organization = Organization.Describe(actor, now, entry, new Located(new Point(44.9, -89.7), Precision.City));
            var person = Person.Known($"Sample Person {i}", $"sample.{i}@example.org", "en", now);
            var seat = Seat.Take(actor, partnership, organization.Id, seats, now);
            seat.Fill(actor, Role.Representative, person.Id, today, now);
            seat.Offer(actor, [new((PartnerRole)(i % 5), i, OfferUnit.HoursAMonth, "As agreed at the table", ["en"])], now);
            db.AddRange(organization, person, seat);
            seats.Add(seat);
        }
        await db.SaveChangesAsync();
        return partnership.Slug;
    }
}
