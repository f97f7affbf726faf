using NodaTime;
using Roundtable.Platform;
using Roundtable.Platform.Access;

namespace Roundtable.Decisions;

/// <summary>How seats answer, and when it is over.</summary>
public sealed partial class Motion
{
    /// <summary>Days before a board's day on which its seat is reminded.</summary>
    public const int BoardNotice = 3;

    /// <summary>The roll's entry of a seat.</summary>
    public RollEntry? On(Guid seat) => roll.FirstOrDefault(r => r.SeatId == seat);

    /// <summary>The ballot of a seat that counts.</summary>
    public Ballot? Of(Guid seat) => ballots.FirstOrDefault(b => b.SeatId == seat && b.IsCurrent);

    /// <summary>Seats this actor may answer for: the own one, and those entrusted to it.</summary>
    public IReadOnlyList<RollEntry> EntriesOf(Actor actor) =>
        [.. roll.Where(r => r.Counts && (actor.VotesFor(PartnershipId, r.SeatId) || r.ProxySeatId is { } by && actor.VotesFor(PartnershipId, by)))];

    /// <summary>Whether a seat can still answer.</summary>
    public bool TakesAnswers(RollEntry entry, Instant now) => State switch
    {
        MotionState.Open => now < ClosesAt || entry.IsPending(now),
        MotionState.Ratifying => entry.IsPending(now),
        _ => false,
    };

    /// <summary>Records a seat's answer. An earlier one gives way and stays in the log; a secret one is final.</summary>
    /// <exception cref="Refusal">Not open, closed, not on the roll, recused, not this seat's people; a choice that is not on the ballot; words missing; too many dots.</exception>
    public void Cast(Actor actor, Guid seat, Vote vote, Instant now)
    {
        var entry = MustAnswer(seat, now);
        var by = MustCastFor(actor, entry);
        var said = Checked(vote);
        if (IsSecret && entry.HasAnswered) throw new Refusal("decisions.secret-is-final");
        if (IsSecret)
        {
            entry.HasAnswered = true;
            foreach (var count in secretCounts) count.Take(count.Stance == said.Stance);
            Log(actor, now, new SecretBallotCast(seat, by));
            return;
        }
        var before = Of(seat);
        before?.End(BallotEnd.CastAgain, now);
        ballots.Add(new Ballot(this, seat, by, said, now));
        entry.HasAnswered = true;
        if (by is null) entry.ProxySeatId = null;
        Log(actor, now, new BallotCast(seat, by, said.Stance, said.AsMarks, before is not null));
    }

    /// <summary>The organization leaves this decision because it has an interest of its own in it; it no longer counts for the quorum.</summary>
    public void Recuse(Actor actor, Guid seat, string? reason, Instant now)
    {
        var entry = MustAnswer(seat, now);
        actor.MustVoteFor(PartnershipId, seat);
        var why = Partnerships.Words.Many(reason, "Reason", 1000) ?? throw new Refusal("decisions.reason-missing", "Reason");
        if (IsSecret && entry.HasAnswered) throw new Refusal("decisions.secret-is-final");
        Of(seat)?.End(BallotEnd.Recused, now);
        (entry.HasAnswered, entry.RecusedAt, entry.RecusalReason, entry.ProxySeatId) = (false, now, why, null);
        foreach (var entrusted in roll.Where(r => r.ProxySeatId == seat)) entrusted.ProxySeatId = null;
        Log(actor, now, new SeatRecused(seat, IsBack: false));
    }

    /// <summary>Takes the recusal back: the organization decides with the others after all.</summary>
    public void Return(Actor actor, Guid seat, Instant now)
    {
        var entry = On(seat) ?? throw new Refusal("decisions.not-on-roll");
        actor.MustVoteFor(PartnershipId, seat);
        if (!entry.IsRecused) throw new Refusal("decisions.not-recused");
        if (State is not MotionState.Open || now >= ClosesAt) throw new Refusal("decisions.closed");
        (entry.RecusedAt, entry.RecusalReason) = (null, null);
        Log(actor, now, new SeatRecused(seat, IsBack: true));
    }

    /// <summary>Lets another organization answer for this one; none takes that back. Whoever answers themselves does so too.</summary>
    /// <exception cref="Refusal">To itself, to one not on the roll or recused, to one that has entrusted its own, or answered already.</exception>
    public void Entrust(Actor actor, Guid seat, Guid? to, Instant now)
    {
        var entry = MustAnswer(seat, now);
        actor.MustVoteFor(PartnershipId, seat);
        if (entry.HasAnswered) throw new Refusal("decisions.answered-already");
        if (to is { } other)
        {
            if (other == seat) throw new Refusal("decisions.proxy-to-itself", "To");
            if (On(other) is not { Counts: true, ProxySeatId: null }) throw new Refusal("decisions.proxy-cannot", "To");
            if (roll.Any(r => r.ProxySeatId == seat)) throw new Refusal("decisions.proxy-of-proxy", "To");
        }
        if (entry.ProxySeatId == to) return;
        entry.ProxySeatId = to;
        Log(actor, now, new BallotEntrusted(seat, to));
    }

    /// <summary>Says that a board at home decides on a day: the answer waits for it, with a clock of its own.</summary>
    /// <exception cref="Refusal">A day past, or later than the rule lets a board take; secret; answered already.</exception>
    public void AwaitBoard(Actor actor, Guid seat, string? board, LocalDate on, DateTimeZone zone, Instant now)
    {
        var entry = MustAnswer(seat, now);
        actor.MustVoteFor(PartnershipId, seat);
        var who = Partnerships.Words.One(board, "Board", 150, "decisions.board-missing");
        if (IsSecret) throw new Refusal("decisions.secret-waits-for-nobody");
        if (entry.HasAnswered) throw new Refusal("decisions.answered-already");
        var last = ClosesAt!.Value.InZone(zone).Date.PlusDays(RatificationDays);
        if (on < now.InZone(zone).Date) throw new Refusal("decisions.board-in-the-past", "On");
        if (on > last) throw new Refusal("decisions.board-too-late", "On", last);
        (entry.RatifiesOn, entry.RatifiesBy, entry.RatifiedBy) = (on, zone.AtStartOfDay(on.PlusDays(1)).ToInstant(), who);
        var (early, today) = (on.PlusDays(-BoardNotice), now.InZone(zone).Date);
        entry.RemindsOn = early > today ? early : on > today ? on : null;
        Log(actor, now, new RatificationAwaited(seat, $"{on:R}"));
    }

    /// <summary>The seat's people were reminded of their board's day.</summary>
    public void BoardReminded(Guid seat) => On(seat)?.RemindsOn = null;

    /// <summary>
    /// Works out what is decided, once it can be: every seat has answered, or the deadline and the days of the boards are over.
    /// Does nothing before; called after each answer and by the clock.
    /// </summary>
    /// <param name="seated">Seats that sit at the table today: who has left no longer counts.</param>
    /// <returns>Whether it was decided just now.</returns>
    public bool Settle(Actor actor, IReadOnlySet<Guid> seated, Instant now)
    {
        if (!IsRunning) return false;
        // A secret ballot cannot be taken out of the box again: who has answered still counts.
        foreach (var gone in roll.Where(r => !r.HasLeft && !seated.Contains(r.SeatId) && !(IsSecret && r.HasAnswered)))
        {
            gone.HasLeft = true;
            foreach (var entrusted in roll.Where(r => r.ProxySeatId == gone.SeatId)) entrusted.ProxySeatId = null;
        }
        var isOver = now >= ClosesAt;
        if (isOver && State is MotionState.Open && roll.Any(r => r.IsPending(now))) State = MotionState.Ratifying;
        if (roll.Any(r => r.IsSilent) && (!isOver || roll.Any(r => r.IsPending(now)))) return false;
        var verdict = Verdict.Of(this);
        (State, EndedAt, Result) = (MotionState.Decided, now, verdict.Result);
        var tally = Tally.Of(this);
        Log(actor, now, new MotionDecided(verdict.Result, tally.Voted, tally.Seats));
        return true;
    }

    private RollEntry MustAnswer(Guid seat, Instant now)
    {
        if (State is MotionState.Prepared) throw new Refusal("decisions.not-open");
        var entry = On(seat) ?? throw new Refusal("decisions.not-on-roll");
        if (!TakesAnswers(entry, now)) throw new Refusal("decisions.closed");
        if (entry.IsRecused) throw new Refusal("decisions.recused");
        if (entry.HasLeft) throw new Refusal("decisions.not-on-roll");
        return entry;
    }

    /// <returns>The seat that casts for another; none for the own one.</returns>
    private Guid? MustCastFor(Actor actor, RollEntry entry)
    {
        if (actor.VotesFor(PartnershipId, entry.SeatId)) return null;
        if (entry.ProxySeatId is { } by && actor.VotesFor(PartnershipId, by))
            return Of(entry.SeatId) is { CastBySeatId: null } ? throw new Refusal("decisions.answered-already") : by;
        actor.MustVoteFor(PartnershipId, entry.SeatId);
        return null;
    }

    private Vote Checked(Vote vote)
    {
        var words = Partnerships.Words.Many(vote.Words, "Words", 3000);
        if (Form.Prioritizes()) return Form is BallotForm.Dots ? new Vote(Words: words, Dots: CheckedDots(vote.Dots)) : new Vote(Words: words, Order: CheckedOrder(vote.Order));
        if (vote.Stance is not { } stance) throw new Refusal("decisions.stance-missing", "Stance");
        if (!Offered.Contains(stance)) throw new Refusal("decisions.stance-not-offered", "Stance");
        if (IsSecret) return words is null ? new Vote(stance) : throw new Refusal("decisions.secret-has-no-words", "Words");
        if (stance.NeedsWords() && words is null) throw new Refusal(stance is Stance.Block ? "decisions.objection-needs-reason" : "decisions.reservation-missing", "Words");
        return new Vote(stance, words);
    }

    private Dictionary<int, int> CheckedDots(IReadOnlyDictionary<int, int>? dots)
    {
        var given = (dots ?? new Dictionary<int, int>()).Where(d => d.Value != 0).ToDictionary(d => d.Key, d => d.Value);
        if (given.Count == 0) throw new Refusal("decisions.dots-missing", "Dots");
        if (given.Any(d => d.Value < 0 || d.Key < 1 || d.Key > options.Count)) throw new Refusal("decisions.option-unknown", "Dots");
        if (given.Values.Sum(v => (long)v) is var sum && sum > Dots) throw new Refusal("decisions.dots-too-many", "Dots", sum, Dots);
        return given;
    }

    private IReadOnlyList<int> CheckedOrder(IReadOnlyList<int>? order)
    {
        if (order is not { Count: > 0 }) throw new Refusal("decisions.order-missing", "Order");
        if (order.Any(o => o < 1 || o > options.Count)) throw new Refusal("decisions.option-unknown", "Order");
        return order.Distinct().Count() == order.Count ? order : throw new Refusal("decisions.order-twice", "Order");
    }
}
