using Microsoft.EntityFrameworkCore;
using NodaTime;
using Roundtable.Directory;
using Roundtable.Partnerships;
using Roundtable.People;
using Roundtable.Platform.Access;
using Roundtable.Platform.Data;
using Roundtable.Platform.Mail;

namespace Roundtable.Decisions;

/// <summary>
/// The letters of a motion: each to the people of the seats it concerns, once, with one button to the motion on their personal page.
/// Who speaks for several organizations gets one letter for all of them.
/// </summary>
public static class MotionLetters
{
    // Each holds a secret link: the text is erased once it is on its way.
    public static readonly LetterKind Opened = new("motion-opened", "decisions.mail.opened", "decisions.mail.why", Fleeting: true);
    public static readonly LetterKind Reminder = new("motion-reminder", "decisions.mail.reminder", "decisions.mail.why", Fleeting: true, Life: Duration.FromDays(2));
    public static readonly LetterKind Reworded = new("motion-reworded", "decisions.mail.reworded", "decisions.mail.why", Fleeting: true);
    public static readonly LetterKind Decided = new("motion-decided", "decisions.mail.decided", "decisions.mail.why", Fleeting: true);
    public static readonly LetterKind Board = new("motion-board", "decisions.mail.board", "decisions.mail.why", Fleeting: true, Life: Duration.FromDays(3));

    // Letters name organizations to those on the roll, whoever posts them.
    private static readonly Actor postman = Actor.System(nameof(MotionLetters));

    // A link serves as long as the motion can be answered, and the result read.
    private static readonly Duration linkAfter = Duration.FromDays(60);

    /// <summary>Asks every seat on the roll that has not answered yet.</summary>
    public static Task<int> PostOpened(this Outbox outbox, RoundtableDb db, Motion motion, Partnership partnership, Instant now) =>
        outbox.Post(db, Opened, motion, partnership, motion.Roll.Where(r => r.IsSilent), now, "decisions.mail.answer", (paper, who) => paper
            .Subject("decisions.mail.opened.subject", motion.LastDay(partnership), motion.Title).Greet(who.Name)
            .Say("decisions.mail.opened.ask", who.Organizations, motion.Deadline(partnership, paper), partnership.Name)
            .Proposal(motion), paper => paper.Say(motion.IsSecret ? "decisions.mail.secret" : "decisions.mail.one-answer"));

    /// <summary>Tells those whose answers went with the old words that they are asked anew.</summary>
    public static Task<int> PostReworded(this Outbox outbox, RoundtableDb db, Motion motion, Partnership partnership, Instant now) =>
        outbox.Post(db, Reworded, motion, partnership, motion.Roll.Where(r => r.IsSilent), now, "decisions.mail.answer-anew", (paper, who) => paper
            .Subject("decisions.mail.reworded.subject", motion.LastDay(partnership), motion.Title).Greet(who.Name)
            .Say("decisions.mail.reworded.ask", who.Organizations, motion.Deadline(partnership, paper))
            .Proposal(motion), paper => paper.Say("decisions.mail.reworded.old"));

    /// <summary>Reminds the people of these silent seats; for one that entrusted its answer, those who are to give it.</summary>
    public static Task<int> PostReminder(this Outbox outbox, RoundtableDb db, Motion motion, Partnership partnership, IEnumerable<RollEntry> silent, Instant now) =>
        outbox.Post(db, Reminder, motion, partnership, silent, now, "decisions.mail.answer", (paper, who) => paper
            .Subject("decisions.mail.reminder.subject", motion.LastDay(partnership), motion.Title).Greet(who.Name)
            .Say("decisions.mail.reminder.ask", who.Organizations, motion.Deadline(partnership, paper)), paper => paper.Say("decisions.mail.abstain"));

    /// <summary>Tells one seat that its board's day comes.</summary>
    public static Task<int> PostBoard(this Outbox outbox, RoundtableDb db, Motion motion, Partnership partnership, RollEntry entry, Instant now) =>
        outbox.Post(db, Board, motion, partnership, [entry], now, "decisions.mail.answer", (paper, who) => paper
            .Subject("decisions.mail.board.subject", entry.RatifiesOn, motion.Title).Greet(who.Name)
            .Say("decisions.mail.board.ask", entry.RatifiedBy, entry.RatifiesOn, who.Organizations), paper => paper.Say("decisions.mail.board.late"));

    /// <summary>Tells everybody on the roll what is decided and why, with the reservations.</summary>
    public static async Task<int> PostDecided(this Outbox outbox, RoundtableDb db, Motion motion, Partnership partnership, Instant now)
    {
        var names = await db.SeatNames(postman, partnership);
        return await outbox.Post(db, Decided, motion, partnership, motion.Roll, now, "decisions.mail.read", (paper, who) =>
        {
            paper.Subject($"decisions.mail.decided.subject.{Codes.Of(motion.Result!.Value)}", motion.Title).Greet(who.Name)
                .SayAs(paper.T.Of(Verdict.Of(motion))).Proposal(motion);
            if (motion.Form.Prioritizes()) paper.Say("decisions.mail.decided.order").List(Priorities.Of(motion).Select(o => $"{o.Place}. {o.Option.Text}"));
            var reserved = motion.Reserved(names, paper.T);
            if (reserved.Count > 0) paper.Say("decisions.mail.decided.reservations").List(reserved);
        }, _ => { });
    }

    /// <summary>Reservations and objections of those that count, each with who said it.</summary>
    public static IReadOnlyList<string> Reserved(this Motion motion, IReadOnlyDictionary<Guid, SeatName> names, Platform.Text.Texts t) =>
        [.. motion.Ballots.Where(b => b is { IsCurrent: true, Stance: Stance.Reservation or Stance.Block } && motion.On(b.SeatId) is { Counts: true }).OrderBy(b => b.CastAt)
            .Select(b => t["decisions.mail.decided.said", names[b.SeatId].Name, b.Words])];

    /// <summary>The day of the deadline where the partnership is; midnight belongs to the day before.</summary>
    public static LocalDate LastDay(this Motion motion, Partnership partnership) => partnership.Today(motion.ClosesAt!.Value - Duration.FromMinutes(1));

    private static string Deadline(this Motion motion, Partnership partnership, LetterPaper paper) =>
        Platform.Text.Moments.Moment(paper.T, motion.ClosesAt!.Value, partnership.TimeZone);

    private static LetterPaper Proposal(this LetterPaper paper, Motion motion)
    {
        paper.SayAs(motion.Text);
        return motion is { Options.Count: > 0, State: not MotionState.Decided } ? paper.List(motion.Options.Select(o => $"{o.Number}. {o.Text}")) : paper;
    }

    private static async Task<int> Post(this Outbox outbox, RoundtableDb db, LetterKind kind, Motion motion, Partnership partnership, IEnumerable<RollEntry> entries, Instant now, string button,
        Action<LetterPaper, Asked> write, Action<LetterPaper> end)
    {
        var isOver = motion.State is MotionState.Decided;
        var asked = entries.ToLookup(e => isOver ? e.SeatId : e.ProxySeatId ?? e.SeatId, e => e.SeatId);
        if (asked.Count == 0) return 0;
        var names = await db.SeatNames(postman, partnership);
        var sender = new LetterSender(partnership.Name, await db.ConvenersAddress(partnership));
        var life = Duration.Max(Duration.Zero, (motion.ClosesAt ?? now) - now) + Duration.FromDays(motion.RatificationDays) + linkAfter;
        var posted = 0;
        var voters = await db.VotersOf(partnership.Id, [.. asked.Select(a => a.Key)]);
        // A result asks nothing of anybody.
        foreach (var of in voters.Where(v => !isOver || v.Person.Notifications is not NotificationChoice.OnlyWhatNeedsMe).GroupBy(v => v.Person.Id).OrderBy(g => g.Key))
        {
            var person = of.First().Person;
            var who = new Asked(person.FullName, string.Join(", ", of.SelectMany(v => asked[v.SeatId]).Distinct().Select(s => names[s].Name).Order(StringComparer.CurrentCulture)));
            var link = Link.Make(LinkPurpose.Personal, now, life, out var secret, person.Id, partnership.Id);
            var letter = await outbox.Post(kind, new Addressee(person.Email, person.FullName, person.Language, person.Id), paper =>
            {
                write(paper, who);
                paper.Button(outbox.Address($"{PersonalLinks.Of(secret, person.Language)}{DecisionUrls.Step(motion.Number)}"), button);
                end(paper);
                paper.Close(partnership.Name);
            }, sender, partnership.Id, motion.Id);
            if (letter is null) continue;
            db.Add(link);
            posted++;
        }
        return posted;
    }

    private static Task<string?> ConvenersAddress(this RoundtableDb db, Partnership partnership) =>
        (from g in db.Grants where g.PartnershipId == partnership.Id && g.Role == Role.Convener
         join p in db.People on g.PersonId equals p.Id where p.SuspendedAt == null && p.Email != "" orderby g.Id select p.Email).FirstOrDefaultAsync();

    /// <param name="Organizations">Those this person is asked for.</param>
    private sealed record Asked(string Name, string Organizations);
}
