using Microsoft.EntityFrameworkCore;
using Roundtable.Partnerships;
using Roundtable.People;
using Roundtable.Platform.Access;
using Roundtable.Platform.Data;
using Roundtable.Vision;

namespace Roundtable.Tests.HouseRules;

internal sealed partial class AccessWorld
{
    // Open boards with two cards in both partnerships, one of them taken back; here also what was over before.
    private async Task GiveBoards(RoundtableDb db, Partnership here, Partnership there, Riverbend story, Action<string, Scene> add)
    {
        async Task<Actor> ActorOf(Person person) => Actor.Person(person.Id, false, [.. (await db.Grants.Where(g => g.PersonId == person.Id).ToListAsync()).Select(g => g.Standing)]);

        async Task<(VisionProcess Process, Card Card, Card Gone)> Open(Partnership partnership, Person runs, Person answers)
        {
            var (runner, speaker, today) = (await ActorOf(runs), await ActorOf(answers), partnership.Today(World.Now));
            foreach (var before in await db.VisionProcesses.Of(partnership).Open().ToListAsync()) before.End(Actor.System("test"), "Makes room.", World.Now);
            var seats = await db.Seats.Of(partnership).Seated().Where(s => !s.IsObserver).Select(s => s.Id).ToListAsync();
            var process = VisionProcess.Prepare(runner, partnership.Id, new()
            {
                Title = "Our vision for 2028", NeedsQuestion = "What is hard?", ResourcesQuestion = "What can you bring?", StrategiesQuestion = "What works?", OutcomesQuestion = "What is different?",
                OpensOn = today, ClosesOn = today.PlusDays(10), AllowsAnonymous = true,
            }, seats, today, World.Now);
            if (partnership == here) process.Entrust(runner, (await db.People.FirstAsync(p => p.FullName == "Facilitator")).Id, false, World.Now);
            process.Open(runner, today, World.Now);
            var seat = process.Asked.First(speaker.SpeaksFor);
            var (card, gone) = (Put("People wait six weeks."), Put("Taken back."));
            gone.TakeBack(speaker, process, null, World.Now);
            db.AddRange(process, card, gone);
            await db.SaveChangesAsync();
            return (process, card, gone);

            Card Put(string text) => Card.Add(speaker, process, seat, new(Board.Needs, text, "en"), CardWay.Page, today, World.Now);
        }

        await db.SaveChangesAsync();
        var (own, other) = (await Open(here, story.Ana, story.Denise), await Open(there, story.Tom, story.Tom));

        void Give(string where, object mine, object others, object missing) => Samples[where] = new($"{mine}", $"{others}", $"{missing}");
        Give("processes/{number}", own.Process.Number, other.Process.Number, 9999);
        foreach (var name in (string[])["card", "cardnumber"]) Give($"cards/{{{name}}}", own.Card.Number, other.Card.Number, 9999);
        foreach (var before in (string[])["boards", "vision"]) Give($"{before}/{{boardcode}}", "needs", "needs", "dreams");

        foreach (var route in (string[])["/w/{partnership}/vision/processes/{number}/cards/{cardnumber}", "/me/{token}/vision/cards/{cardnumber}"])
            add(route, new Scene("taken back", Where: "cards/{cardnumber}", Sample: Samples["cards/{cardnumber}"] with { Own = $"{own.Gone.Number}" }));
        add("/api/v1/partnerships/{partnership}/vision/processes/{number}/cards/{card}/restoration", new Scene("taken back", Where: "cards/{card}", Sample: Samples["cards/{card}"] with { Own = $"{own.Gone.Number}" }));
    }

    private void GiveBodiesOfBoards()
    {
        Bodies["processes"] = """{"title":"Another vision"}""";
        Bodies["closing-day"] = """{"closesOn":"2026-12-20"}""";
        Bodies["closing"] = Bodies["reminders"] = Bodies["restoration"] = "";
        Bodies["ending"] = """{"reason":"Too early"}""";
        Bodies["facilitator"] = """{"fullName":"Kim Lo","email":"kim.lo@example.org"}""";
        Bodies["cards"] = """{"board":"needs","text":"Long waits"}""";
        Bodies["paper"] = """{"seat":1,"cards":[{"board":"needs","text":"Long waits"}]}""";
        Bodies["translation"] = """{"text":"Esperas largas","language":"es"}""";
    }
}
