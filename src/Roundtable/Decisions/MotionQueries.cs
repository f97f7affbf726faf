using Microsoft.EntityFrameworkCore;
using NodaTime;
using Roundtable.Directory;
using Roundtable.Partnerships;
using Roundtable.People;
using Roundtable.Platform.Access;
using Roundtable.Platform.Data;

namespace Roundtable.Decisions;

/// <summary>Phrases for finding motions and what belongs to them. Every one begins with who asks.</summary>
public static class MotionQueries
{
    /// <summary>Everybody in the partnership sees its motions; what is only prepared, those who may put one.</summary>
    public static IQueryable<Motion> VisibleTo(this IQueryable<Motion> motions, Actor actor)
    {
        var putting = actor.Standings.Where(s => DecisionPermissions.Put.Roles.Contains(s.Role)).Select(s => s.PartnershipId).Distinct().ToArray();
        return actor.IsSystem ? motions : motions.In(actor).Where(m => m.State != MotionState.Prepared || putting.Contains(m.PartnershipId));
    }

    public static IQueryable<Amendment> VisibleTo(this IQueryable<Amendment> amendments, Actor actor) => amendments.In(actor);
    public static IQueryable<AgreedRule> VisibleTo(this IQueryable<AgreedRule> rules, Actor actor) => rules.In(actor);

    public static Task<Motion?> Numbered(this IQueryable<Motion> motions, int number) => motions.AsSplitQuery().FirstOrDefaultAsync(m => m.Number == number);

    /// <summary>Without roll, ballots and options.</summary>
    public static IQueryable<Motion> Bare(this IQueryable<Motion> motions) => motions.IgnoreAutoIncludes();
    public static IQueryable<Motion> Running(this IQueryable<Motion> motions) => motions.Where(m => m.State == MotionState.Open || m.State == MotionState.Ratifying);

    /// <summary>What is decided or withdrawn: the decision log.</summary>
    /// <param name="withdrawn">Only what was taken back.</param>
    public static IQueryable<Motion> Over(this IQueryable<Motion> motions, MotionKind? kind = null, MotionResult? result = null, bool withdrawn = false)
    {
        var over = motions.Where(m => m.State == MotionState.Withdrawn || m.State == MotionState.Decided && !withdrawn);
        if (kind is { } k) over = over.Where(m => m.Kind == k);
        return result is { } r ? over.Where(m => m.Result == r) : over;
    }

    /// <summary>Those of the motions that an own organization has not answered yet.</summary>
    public static async Task<HashSet<Guid>> Unanswered(this RoundtableDb db, Actor actor, Partnership partnership, Guid[] motions)
    {
        var own = actor.Standings.Where(s => s.SeatId is { } seat && actor.VotesFor(partnership.Id, seat)).Select(s => s.SeatId!.Value).Distinct().ToArray();
        return own.Length == 0 ? [] : [.. await db.RollEntries.In(actor).Of(partnership).Where(r => motions.Contains(r.MotionId) && own.Contains(r.SeatId) && !r.HasAnswered && r.RecusedAt == null && !r.HasLeft).Select(r => r.MotionId).ToListAsync()];
    }

    /// <summary>How a partnership decides a kind of motion: as it agreed, else as usual.</summary>
    public static async Task<RuleTerms> TermsFor(this RoundtableDb db, Guid partnership, MotionKind kind) =>
        (await db.AgreedRules.AsNoTracking().FirstOrDefaultAsync(r => r.PartnershipId == partnership && r.Kind == kind))?.Terms ?? RuleTerms.UsualFor(kind);

    /// <summary>How a partnership decides every kind of motion.</summary>
    public static async Task<IReadOnlyDictionary<MotionKind, RuleTerms>> AllTerms(this RoundtableDb db, Actor actor, Partnership partnership)
    {
        var agreed = await db.AgreedRules.AsNoTracking().VisibleTo(actor).Of(partnership).ToListAsync();
        return Enum.GetValues<MotionKind>().ToDictionary(k => k, k => agreed.Find(r => r.Kind == k)?.Terms ?? RuleTerms.UsualFor(k));
    }

    /// <summary>Seats with a vote that sit at the table today.</summary>
    public static async Task<IReadOnlyList<Guid>> VotingSeats(this RoundtableDb db, Guid partnership) =>
        await db.Seats.IgnoreAutoIncludes().Where(s => s.PartnershipId == partnership && s.State == SeatState.Seated && !s.IsObserver).OrderBy(s => s.Number).Select(s => s.Id).ToListAsync();

    /// <summary>
    /// Answers or settles a motion, one after the other: whoever comes second sees what the first one did. The motion must be read in here,
    /// after the turn, and not before. Inside <see cref="RoundtableDb.Together{T}"/> or a page's submit with <c>inTurn</c>.
    /// </summary>
    /// <param name="act">What the seat does; the motion is settled afterwards, if that was the last answer.</param>
    /// <returns>None when there is no such motion for the actor.</returns>
    public static async Task<Motion?> Answer(this RoundtableDb db, Actor actor, Partnership partnership, int number, IClock clock, Action<Motion, Instant> act)
    {
        await db.Turn(partnership.Id, nameof(Ballot));
        foreach (var known in db.ChangeTracker.Entries().Where(e => e.Entity is Motion or RollEntry or Ballot or SecretCount or MotionOption).ToList()) known.State = EntityState.Detached;
        if (await db.Motions.VisibleTo(actor).Of(partnership).Numbered(number) is not { } motion) return null;
        act(motion, clock.GetCurrentInstant());
        // What is decided or taken back may have been the vote about another motion's wording.
        if (motion.Settle(actor, (await db.VotingSeats(partnership.Id)).ToHashSet(), clock.GetCurrentInstant()) || motion.State is MotionState.Withdrawn) await db.FollowAmendment(actor, motion, clock.GetCurrentInstant());
        return motion;
    }

    /// <summary>Lists of motions, without their ballots: one statement.</summary>
    public static async Task<IReadOnlyList<MotionView>> Views(this IQueryable<Motion> motions, RoundtableDb db) =>
        await (from m in motions.IgnoreAutoIncludes()
               join s in db.Seats.IgnoreAutoIncludes() on m.OwnerSeatId equals s.Id into seats
               from s in seats.DefaultIfEmpty()
               join o in db.Organizations on s.OrganizationId equals o.Id into owners
               from o in owners.DefaultIfEmpty()
               select new MotionView(m.Id, m.PartnershipId, m.Number, m.Title, m.Kind, m.Form, m.State, m.Result, m.Rule, o == null ? null : o.ShownName, m.OpenedAt, m.ClosesAt, m.EndedAt, m.Outcome, m.ReviewOn, m.IsSenseCheck,
                   m.Roll.Count(r => r.RecusedAt == null && !r.HasLeft), m.Roll.Count(r => r.RecusedAt == null && !r.HasLeft && r.HasAnswered))).ToListAsync();

    /// <summary>The representatives and alternates of seats, to write to them; not who facilitates, who has no ballot, or who wants no mail.</summary>
    public static async Task<IReadOnlyList<Voter>> VotersOf(this RoundtableDb db, Guid partnership, IReadOnlyCollection<Guid> seats)
    {
        var (those, grants) = (seats.ToArray(), db.Grants);
        var found = await (from g in db.Grants where g.PartnershipId == partnership && g.SeatId != null && those.Contains(g.SeatId.Value) && (g.Role == Role.Representative || g.Role == Role.Alternate)
                           join p in db.People on g.PersonId equals p.Id where p.SuspendedAt == null && p.Email != "" && !p.StopEverything && !grants.Any(f => f.PartnershipId == partnership && f.PersonId == p.Id && f.Role == Role.Facilitator)
                           select new Voter(g.SeatId!.Value, p)).AsNoTracking().ToListAsync();
        return [.. found.DistinctBy(v => (v.SeatId, v.Person.Id))];
    }
}

/// <summary>A motion as lists show it.</summary>
/// <param name="Owner">Name of the organization that put it; none for one the facilitator prepared.</param>
/// <param name="Seats">Seats that may answer.</param>
public sealed record MotionView(Guid Id, Guid PartnershipId, int Number, string Title, MotionKind Kind, BallotForm Form, MotionState State, MotionResult? Result, DecisionRule Rule, string? Owner,
    Instant? OpenedAt, Instant? ClosesAt, Instant? EndedAt, string? Outcome, LocalDate? ReviewOn, bool IsSenseCheck, int Seats, int Answered);

/// <summary>Somebody who may answer for a seat.</summary>
public sealed record Voter(Guid SeatId, Person Person);
