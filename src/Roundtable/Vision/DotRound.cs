using Microsoft.EntityFrameworkCore;
using NodaTime;
using Roundtable.Decisions;
using Roundtable.Partnerships;
using Roundtable.Platform;
using Roundtable.Platform.Access;
using Roundtable.Platform.Data;
using Placed = Roundtable.Decisions.Placed;

namespace Roundtable.Vision;

/// <summary>
/// A dot vote on clusters: every organization spreads some dots over them and so says what matters most. It is a motion like any other;
/// who facilitates prepares and opens it and has no ballot.
/// </summary>
/// <param name="Places">In the order the dots made; nothing before it is decided, so that nobody votes by the others' dots.</param>
/// <param name="Seats">Organizations that may give dots.</param>
public sealed record DotRound(Guid Motion, int Number, string Title, MotionState State, Instant? ClosesAt, int Dots, IReadOnlyList<Placed> Places, int Seats, int Answered)
{
    public const int UsualDots = 3;
    public const int UsualDays = 3;

    public bool IsRunning => State is MotionState.Open or MotionState.Ratifying;

    /// <summary>What a cluster got.</summary>
    public Placed? Of(Cluster cluster) => Places.FirstOrDefault(p => p.Option.SubjectId == cluster.Id);

    /// <summary>Prepares a dot vote on these clusters; nobody gives dots before it is opened.</summary>
    /// <param name="boardName">What a board is called, to tell clusters of the same name on two boards apart.</param>
    /// <exception cref="Refusal">Not allowed; not the time for it; fewer than two clusters, or one that is gone; too many dots.</exception>
    public static Motion Prepare(Actor actor, VisionProcess process, IReadOnlyList<Cluster> clusters, DotPlan plan, RuleTerms terms, Func<Board, string> boardName, Instant now)
    {
        process.MustRun(actor);
        if (!process.IsSorting) throw new Refusal(process.Stage is VisionStage.Preparing ? "vision.not-open-yet" : "vision.clusters-fixed");
        if (clusters.Any(c => c.ProcessId != process.Id || !c.IsOnBoard)) throw new Refusal("vision.cluster-gone", "Clusters");
        if (clusters.Count < 2) throw new Refusal("vision.dots-two-clusters", "Clusters");
        var twice = clusters.GroupBy(c => Folded.Of(c.Name)).Where(g => g.Count() > 1).Select(g => g.Key).ToHashSet();
        var options = clusters.Select(c => new OptionWanted(twice.Contains(Folded.Of(c.Name)) ? $"{c.Name} ({boardName(c.Board)})" : c.Name, c.Id));
        return Decisions.Motion.Prepare(actor, process.PartnershipId, owner: null, MotionKind.Vision,
            new Wording(plan.Title, plan.Text, null, BallotForm.Dots, IsSecret: false, IsSenseCheck: false, plan.Dots, [.. options]), terms, now, process.Id);
    }

    /// <summary>The moment a last day ends where the partnership is.</summary>
    public static Instant EndOf(LocalDate day, Partnership partnership) => partnership.Zone.AtStartOfDay(day.PlusDays(1)).ToInstant();
}

/// <summary>A dot vote as typed.</summary>
/// <param name="Dots">For each organization.</param>
public sealed record DotPlan(string? Title, string? Text, int Dots);

/// <summary>Finds the dot votes of a process.</summary>
public static class DotQueries
{
    /// <summary>All that were opened, the newest first: one statement, and one more when some are decided.</summary>
    public static async Task<IReadOnlyList<DotRound>> DotRounds(this RoundtableDb db, Actor actor, VisionProcess process)
    {
        var found = await db.Motions.VisibleTo(actor).Where(m => m.PartnershipId == process.PartnershipId && m.SubjectId == process.Id && m.Form == BallotForm.Dots && m.OpenedAt != null && m.State != MotionState.Withdrawn)
            .IgnoreAutoIncludes().AsNoTracking().OrderByDescending(m => m.Number)
            .Select(m => new
            {
                m.Id, m.Number, m.Title, m.State, m.ClosesAt, m.Dots, Options = m.Options.ToList(),
                Seats = m.Roll.Count(r => r.RecusedAt == null && !r.HasLeft), Answered = m.Roll.Count(r => r.RecusedAt == null && !r.HasLeft && r.HasAnswered),
            }).ToListAsync();
        var decided = found.Where(m => m.State is MotionState.Decided).Select(m => m.Id).ToArray();
        var marks = decided.Length == 0 ? null : (await (from b in db.Ballots
                                                         join r in db.RollEntries on new { b.MotionId, b.SeatId } equals new { r.MotionId, r.SeatId }
                                                         where decided.Contains(b.MotionId) && b.ReplacedAt == null && r.RecusedAt == null && !r.HasLeft
                                                         select new { b.MotionId, b.Marks }).ToListAsync()).ToLookup(b => b.MotionId, b => b.Marks);
        return [.. found.Select(m => new DotRound(m.Id, m.Number, m.Title, m.State, m.ClosesAt, m.Dots,
            m.State is MotionState.Decided ? Priorities.ByDots([.. m.Options.OrderBy(o => o.Number)], [.. marks![m.Id].Select(Vote.DotsOf)]) : [], m.Seats, m.Answered))];
    }
}
