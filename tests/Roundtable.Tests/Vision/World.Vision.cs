using Microsoft.EntityFrameworkCore;
using Roundtable.Partnerships;
using Roundtable.People;
using Roundtable.Platform.Access;
using Roundtable.Vision;

namespace Roundtable.Tests;

/// <summary>A vision process of a test's table.</summary>
internal static class VisionWorld
{
    public static VisionPlan PlanOf(Table table) => new()
    {
        Title = "Our vision for 2028", NeedsQuestion = "What do people here struggle with?", ResourcesQuestion = "What can you bring?", StrategiesQuestion = "What have you seen work?",
        OutcomesQuestion = "In two years, what is different?", GroundRules = "One speaks at a time.", OpensOn = table.Partnership.Today(table.World.Now), ClosesOn = table.Partnership.Today(table.World.Now).PlusDays(10),
    };

    /// <summary>Prepares a process that asks every seat with a vote, and opens its boards unless told.</summary>
    public static async Task<VisionProcess> Boards(this Table table, bool open = true, bool anonymous = false)
    {
        var actor = await table.World.ActorOf(table.Convener);
        return await table.World.Do(async db =>
        {
            var today = table.Partnership.Today(table.World.Now);
            var seats = await db.Seats.Of(table.Partnership).Seated().Where(s => !s.IsObserver).Select(s => s.Id).ToListAsync();
            var process = VisionProcess.Prepare(actor, table.Partnership.Id, PlanOf(table) with { AllowsAnonymous = anonymous }, seats, today, table.World.Now);
            if (open) process.Open(actor, today, table.World.Now);
            db.Add(process);
            return process;
        });
    }

    /// <summary>Puts cards on a board, as an organization's own people would.</summary>
    public static async Task<Card> Card(this Table table, VisionProcess process, SeatedOrganization of, string text = "People wait six weeks.", Board board = Board.Needs, int count = 1)
    {
        var actor = await table.World.ActorOf(of.Person);
        return await table.World.Do(async db =>
        {
            var (known, seat) = ((await db.VisionProcesses.Of(table.Partnership).Numbered(process.Number))!, (await db.Seats.Of(table.Partnership).Numbered(of.Number))!);
            Card? card = null;
            for (var i = 0; i < count; i++)
                db.Add(card = Roundtable.Vision.Card.Add(actor, known, known.AskedOf(seat.Id), new(board, count == 1 ? text : $"{text} ({i + 1})", "en"), CardWay.Page, table.Partnership.Today(table.World.Now), table.World.Now));
            return card!;
        });
    }

    public static Task<Card> Look(this Table table, Card card) => table.World.See(db => db.Cards.AsNoTracking().SingleAsync(c => c.Id == card.Id));
    public static Task<VisionProcess> Look(this Table table, VisionProcess process) => table.World.See(db => db.VisionProcesses.AsNoTracking().SingleAsync(p => p.Id == process.Id));

    /// <summary>Gives a process to somebody from outside.</summary>
    public static async Task<Person> Facilitator(this Table table, VisionProcess process, string name = "Jo Park")
    {
        var (person, actor) = (await table.World.Person(name), await table.World.ActorOf(table.Convener));
        await table.World.Do(async db =>
        {
            var known = (await db.VisionProcesses.Of(table.Partnership).Numbered(process.Number))!;
            known.Entrust(actor, person.Id, hasBallot: false, table.World.Now);
            return known;
        });
        return person;
    }

    public static Task<string> LinkFor(this Table table, Person person, string language = "en") =>
        table.World.Do(db => Task.FromResult(PersonalLinks.Path(db, table.World.Now, person, table.Partnership, language)));
}
