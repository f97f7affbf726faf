using Microsoft.EntityFrameworkCore;
using NodaTime;
using Roundtable.Decisions;
using Roundtable.Partnerships;
using Roundtable.Platform.Access;
using Roundtable.Platform.Data;

namespace Roundtable.Vision;

/// <summary>Phrases on drafts, comments and wording rounds. Every one begins with who asks.</summary>
public static class DraftingQueries
{
    public static IQueryable<Statement> VisibleTo(this IQueryable<Statement> statements, Actor actor) => statements.In(actor);
    public static IQueryable<StatementComment> VisibleTo(this IQueryable<StatementComment> comments, Actor actor) => comments.In(actor);
    public static IQueryable<WordingRound> VisibleTo(this IQueryable<WordingRound> rounds, Actor actor) => rounds.In(actor);

    /// <summary>Drafts of a process, the first one first.</summary>
    public static IQueryable<Statement> Of(this IQueryable<Statement> statements, VisionProcess process) =>
        statements.Where(s => s.PartnershipId == process.PartnershipId && s.ProcessId == process.Id).OrderBy(s => s.Edition);

    public static IQueryable<StatementComment> Of(this IQueryable<StatementComment> comments, VisionProcess process) =>
        comments.Where(c => c.PartnershipId == process.PartnershipId && c.ProcessId == process.Id).OrderBy(c => c.Number);

    public static IQueryable<WordingRound> Of(this IQueryable<WordingRound> rounds, VisionProcess process) =>
        rounds.Where(r => r.PartnershipId == process.PartnershipId && r.ProcessId == process.Id).OrderBy(r => r.Number);

    public static Task<StatementComment?> Numbered(this IQueryable<StatementComment> comments, int number) => comments.FirstOrDefaultAsync(c => c.Number == number);
    public static Task<WordingRound?> Numbered(this IQueryable<WordingRound> rounds, int number) => rounds.FirstOrDefaultAsync(r => r.Number == number);

    /// <summary>Writes the next draft of a process.</summary>
    public static async Task<Statement> WriteStatement(this RoundtableDb db, Actor actor, VisionProcess process, Draft draft, Instant now)
    {
        var statement = Statement.Write(actor, process, await db.Statements.VisibleTo(actor).Of(process).ToListAsync(), draft, now);
        db.Add(statement);
        return statement;
    }

    /// <summary>Motions about drafts of a process, the latest first.</summary>
    public static IQueryable<Motion> ProposalsOf(this RoundtableDb db, VisionProcess process)
    {
        var drafts = db.Statements.Where(s => s.ProcessId == process.Id);
        return db.Motions.Where(m => m.PartnershipId == process.PartnershipId && m.Kind == MotionKind.Vision && drafts.Any(s => s.Id == m.SubjectId)).OrderByDescending(m => m.Number);
    }

    /// <summary>Prepares the motion about a draft, and puts it to the vote where an organization does so.</summary>
    /// <param name="opens">Puts it to the vote; a facilitator cannot.</param>
    public static async Task<Motion> Propose(this RoundtableDb db, Actor actor, Partnership partnership, VisionProcess process, Statement statement, Proposal wanted, bool opens, Instant now)
    {
        var terms = await db.TermsFor(partnership.Id, MotionKind.Vision);
        var running = await db.ProposalsOf(process).Bare().AnyAsync(m => m.State == MotionState.Prepared || m.State == MotionState.Open || m.State == MotionState.Ratifying);
        var motion = statement.Propose(actor, process, wanted, terms, running, now);
        db.Add(motion);
        if (opens) await db.PutToVote(actor, partnership, process, motion, terms, now);
        return motion;
    }

    /// <summary>Puts a prepared proposal to the vote: the organizations adopt, from today until the rule's days are over.</summary>
    public static async Task PutToVote(this RoundtableDb db, Actor actor, Partnership partnership, VisionProcess process, Motion motion, RuleTerms terms, Instant now)
    {
        var closes = partnership.Zone.AtStartOfDay(partnership.Today(now).PlusDays(terms.OpenDays + 1)).ToInstant();
        motion.Open(actor, await db.VotingSeats(partnership.Id), closes, now);
        process.Follow(actor, motion.State, motion.Result, now);
    }

    /// <summary>Open rounds in which one of these seats has not answered.</summary>
    internal static IQueryable<RoundRow> RoundsToAnswer(this RoundtableDb db, Guid[] seats, Instant now) => db.Rows(db.WordingRounds.IgnoreAutoIncludes()
        .Where(r => r.ClosedAt == null && r.ClosesAt > now && r.Answers.Any(a => a.Said == null && seats.Contains(a.SeatId))));

    /// <summary>The last round of a process, when it is over and nobody has written a draft since.</summary>
    internal static IQueryable<RoundRow> RoundsToRead(this RoundtableDb db, Guid[] partnerships, Instant now)
    {
        var (rounds, statements) = (db.WordingRounds.IgnoreAutoIncludes(), db.Statements);
        return db.Rows(rounds.Where(r => partnerships.Contains(r.PartnershipId) && (r.ClosedAt != null || r.ClosesAt <= now)
            && !statements.Any(s => s.ProcessId == r.ProcessId && s.WrittenAt > r.OpenedAt) && !rounds.Any(o => o.ProcessId == r.ProcessId && o.Number > r.Number)));
    }

    private static IQueryable<RoundRow> Rows(this RoundtableDb db, IQueryable<WordingRound> rounds) =>
        from r in rounds
        join p in db.VisionProcesses.IgnoreAutoIncludes() on r.ProcessId equals p.Id where p.Stage == VisionStage.Drafting
        join s in db.Statements on r.StatementId equals s.Id
        orderby r.Number
        select new RoundRow(r.PartnershipId, p.Number, s.Edition, r.ClosesOn, r.Answers.Count(a => a.Said != null), r.Answers.Count);
}

/// <summary>A wording round as needs see it.</summary>
/// <param name="Process">Its number.</param>
internal sealed record RoundRow(Guid Partnership, int Process, int Edition, LocalDate ClosesOn, int Answered, int Asked);
