using AngleSharp.Dom;
using NodaTime;
using Roundtable.Decisions;
using Roundtable.Partnerships;
using Roundtable.People;
using Roundtable.Platform.Access;

namespace Roundtable.Tests.Decisions;

/// <summary>How motions come to a test's table.</summary>
internal static class Putting
{
    /// <summary>Friday a week later, five in the afternoon in Chicago.</summary>
    public static readonly Instant Closes = Instant.FromUtc(2026, 12, 11, 23, 0);

    public static readonly string[] Days = ["Monday", "Wednesday", "Saturday"];

    /// <summary>Puts a motion for the library, and to the vote unless it is only prepared.</summary>
    public static async Task<Motion> Motion(this Table table, BallotForm form = BallotForm.Consent, bool isSecret = false, bool isOpen = true, string title = "Open a help desk", params string[] options)
    {
        var ana = await table.World.ActorOf(table.Convener);
        return await table.World.Do(async db =>
        {
            var kind = isSecret ? MotionKind.Membership : MotionKind.General;
            var motion = Roundtable.Decisions.Motion.Prepare(ana, table.Partnership.Id, ana.SeatIn(table.Partnership.Id), kind,
                new(title, "The desk is open on Tuesdays.\n\nStaff speak English.", null, form, isSecret, false, 5, [.. options.Select(o => new OptionWanted(o))]), RuleTerms.UsualFor(kind), table.World.Now);
            if (isOpen) motion.Open(ana, await db.VotingSeats(table.Partnership.Id), Closes, table.World.Now);
            db.Add(motion);
            return motion;
        });
    }

    public static Task<Motion> Now(this Table table, Motion motion) => table.World.See(async db => (await db.Motions.Of(table.Partnership).Numbered(motion.Number))!);

    /// <summary>An organization at the table and its representative's browser.</summary>
    public static async Task<(SeatedOrganization Seat, Browser Browser)> Partner(this Table table, string name = "Legal Aid of the Valley", string representative = "Lee Vang")
    {
        var seat = await table.Seat(name, representative: representative);
        return (seat, await table.World.SignedIn(seat.Person));
    }

    /// <summary>Somebody who facilitates and sits at no seat.</summary>
    public static async Task<Browser> Facilitator(this Table table)
    {
        var person = await table.World.Person("Flora Facilitator");
        await table.World.Do(db => Task.FromResult(db.Add(new Grant(table.Partnership.Id, person.Id, Role.Facilitator)).Entity));
        return await table.World.SignedIn(person);
    }

    public static Task<string> LinkFor(this Table table, Person person) => table.World.Do(db => Task.FromResult(PersonalLinks.Path(db, table.World.Now, person, table.Partnership, "en")));

    /// <summary>All words of the page with a blank between any two parts, such as the cells of a row.</summary>
    public static string Spaced(this Page page) => string.Join(' ', string.Join(' ', (page.Html.QuerySelector("main") ?? page.Html.Body!).Descendants<IText>().Select(t => t.Data)).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    public static Task<Page> Answer(this Browser browser, Page page, string stance, string words = "") => browser.Submit(page, "answer", ("Input.Stance", stance), ("Input.Words", words));
}
