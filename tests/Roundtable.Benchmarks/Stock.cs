using Microsoft.EntityFrameworkCore;
using NodaTime;
using Roundtable.Directory;
using Roundtable.Partnerships;
using Roundtable.People;
using Roundtable.Platform.Access;
using Roundtable.Platform.Data;
using Roundtable.Vision;

namespace Roundtable.Benchmarks;

/// <summary>Brings the lively partnership to fifty partners, each with people and offers, and one of its boards to a thousand cards.</summary>
internal static class Stock
{
    public const int Partners = 50, Cards = 1000;

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
        await FillBoard(db, actor, partnership, seats, now);
        return partnership.Slug;
    }

    /// <summary>A second vision process whose first board is as full as a board can be.</summary>
    private static async Task FillBoard(RoundtableDb db, Actor actor, Partnership partnership, List<Seat> seats, Instant now)
    {
        var (job, today) = (Actor.System("bench"), partnership.Today(now));
        var plan = new VisionPlan { Title = "The next vision", NeedsQuestion = "What is hard?", ResourcesQuestion = "What is there?", StrategiesQuestion = "What works?", OutcomesQuestion = "What changes?", OpensOn = today, ClosesOn = today.PlusDays(10) };
        var process = VisionProcess.Prepare(actor, partnership.Id, plan, [.. seats.Where(s => s.IsSeated).Select(s => s.Id)], today, now);
        process.Open(actor, today, now);
        db.Add(process);
        for (var i = 0; i < Cards; i++)
            db.Add(Card.Add(job, process, process.Asked[i % process.Asked.Count], new(Board.Needs, $"Need {i}: people come with a form half done and nobody can say which office it belongs to.", "en"), CardWay.Paper, today, now));
        await db.SaveChangesAsync();
    }
}
