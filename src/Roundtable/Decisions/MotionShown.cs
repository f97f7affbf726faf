using NodaTime;
using Roundtable.Directory;
using Roundtable.Partnerships;
using Roundtable.Platform.Text;

namespace Roundtable.Decisions;

/// <summary>A motion in a list.</summary>
public sealed record MotionLine(int Number, MotionKind Kind, string Title, BallotForm Form, bool IsSecret, bool IsSenseCheck, MotionState State, MotionResult? Result,
    Instant? OpenedAt, Instant? ClosesAt, Instant? EndedAt, string? Outcome, LocalDate? ReviewOn)
{
    internal static MotionLine Of(Motion m) => new(m.Number, m.Kind, m.Title, m.Form, m.IsSecret, m.IsSenseCheck, m.State, m.Result, m.OpenedAt, m.ClosesAt, m.EndedAt, m.Outcome, m.ReviewOn);
}

/// <summary>A motion as programs see it; seats by their numbers.</summary>
/// <param name="Owner">The seat that put it.</param>
/// <param name="Tally">Of a secret motion only once it is decided, and never of fewer than five ballots.</param>
/// <param name="Verdict">What is decided; while it runs, what it would be if it closed now.</param>
/// <param name="Order">Options in the order found.</param>
public sealed record MotionShown(int Number, MotionKind Kind, string Title, string Text, string? Background, BallotForm Form, bool IsSecret, bool IsSenseCheck, int? Dots, IReadOnlyList<OptionShown> Options,
    int? Owner, DecisionRule Rule, int QuorumPercent, int RatificationDays, MotionState State, int Revision, Instant PreparedAt, Instant? OpenedAt, Instant? ClosesAt, Instant? EndedAt,
    MotionResult? Result, TallyShown? Tally, VerdictShown? Verdict, IReadOnlyList<PlacedShown>? Order, string? Outcome, int? OutcomeSeat, LocalDate? ReviewOn, string? WithdrawalReason,
    IReadOnlyList<Stance> Offered, IReadOnlyList<RollShown> Roll)
{
    internal static MotionShown Of(Motion m, IReadOnlyDictionary<Guid, SeatName> seats, Texts t)
    {
        var counts = m.State is MotionState.Decided && m.Result is not MotionResult.TooFew || m.IsRunning && !m.IsSecret;
        return new(m.Number, m.Kind, m.Title, m.Text, m.Background, m.Form, m.IsSecret, m.IsSenseCheck, m.Form is BallotForm.Dots ? m.Dots : null, [.. m.Options.OrderBy(o => o.Number).Select(o => new OptionShown(o.Number, o.Text))],
            m.OwnerSeatId is { } owner ? seats[owner].Number : null, m.Rule, m.QuorumPercent, m.RatificationDays, m.State, m.Revision, m.PreparedAt, m.OpenedAt, m.ClosesAt, m.EndedAt,
            m.Result, counts ? TallyShown.Of(Decisions.Tally.Of(m)) : null, counts || m.State is MotionState.Decided ? VerdictShown.Of(Decisions.Verdict.Of(m), t) : null,
            counts && m.Form.Prioritizes() ? [.. Priorities.Of(m).Select(p => new PlacedShown(p.Option.Number, p.Place, p.Points, p.Seats))] : null,
            m.Outcome, m.OutcomeSeatId is { } sees ? seats[sees].Number : null, m.ReviewOn, m.WithdrawalReason, m.Offered,
            [.. m.Roll.OrderBy(r => seats[r.SeatId].Number).Select(r => new RollShown(seats[r.SeatId].Number, r.HasAnswered, r.RecusalReason, r.ProxySeatId is { } by ? seats[by].Number : null, r.RatifiedBy, r.RatifiesOn, r.HasLeft))]);
    }
}

/// <summary>One of the things to choose from, as programs see it.</summary>
public sealed record OptionShown(int Number, string Text);

/// <param name="Seats">Seats that may answer.</param>
/// <param name="Stances">How many said what.</param>
public sealed record TallyShown(int Seats, int Voted, int Recused, int For, int Against, IReadOnlyDictionary<string, int> Stances)
{
    internal static TallyShown Of(Tally t) => new(t.Seats, t.Voted, t.Recused, t.For, t.Against, t.Stances.OrderBy(s => s.Key).ToDictionary(s => Codes.Of(s.Key), s => s.Value));
}

/// <param name="Quorum">Seats that had to answer.</param>
/// <param name="Words">All of it in one line.</param>
public sealed record VerdictShown(MotionResult Result, int Quorum, IReadOnlyList<ReasonShown> Because, string Words)
{
    internal static VerdictShown Of(Verdict v, Texts t) => new(v.Result, v.Quorum, [.. v.Because.Select(s => new ReasonShown(s.Key.Split('.')[^1], t.Of(s)))], t.Of(v));
}

/// <summary>One sentence of a verdict, with its code.</summary>
public sealed record ReasonShown(string Code, string Words);

/// <param name="Points">Dots; for a ranking, first choices when it went out or won.</param>
public sealed record PlacedShown(int Option, int Place, int Points, int Seats);

/// <param name="RecusalReason">Why the organization left this decision.</param>
/// <param name="Proxy">The seat that answers for it.</param>
public sealed record RollShown(int Seat, bool HasAnswered, string? RecusalReason, int? Proxy, string? Board, LocalDate? BoardOn, bool HasLeft);

/// <param name="CastBy">The seat it was entrusted to, when that one cast it.</param>
/// <param name="Ended">Why it no longer counts; none while it does.</param>
public sealed record BallotShown(int Seat, int? CastBy, Stance? Stance, string? StanceWords, string? Words, IReadOnlyDictionary<int, int>? Dots, IReadOnlyList<int>? Order, Instant CastAt, Instant? ReplacedAt, BallotEnd? Ended)
{
    internal static BallotShown Of(Ballot b, IReadOnlyDictionary<Guid, SeatName> seats, Texts t) => new(seats[b.SeatId].Number, b.CastBySeatId is { } by ? seats[by].Number : null, b.Stance, b.Stance is { } said ? t.Stance(said) : null, b.Words,
        b.Marks?.Contains(':', StringComparison.Ordinal) == true ? Vote.DotsOf(b.Marks) : null, b.Marks?.Contains(':', StringComparison.Ordinal) == false ? Vote.OrderOf(b.Marks) : null, b.CastAt, b.ReplacedAt, b.Ended);
}

/// <param name="Letters">How many were written.</param>
public sealed record ReminderShown(int Letters);

/// <summary>A motion to prepare or to change.</summary>
/// <param name="Seat">Number of the seat that puts it; the own one when not said.</param>
/// <param name="Options">What is put in order.</param>
public sealed record MotionWanted(string? Title = null, string? Text = null, string? Background = null, MotionKind Kind = MotionKind.General, BallotForm Form = BallotForm.Consent, bool IsSecret = false, bool IsSenseCheck = false,
    int Dots = 0, IReadOnlyList<string>? Options = null, int? Seat = null)
{
    internal Wording Wording => new(Title, Text, Background, Form, IsSecret, IsSenseCheck, Dots, [.. (Options ?? []).Select(o => new OptionWanted(o))]);
}

/// <param name="ClosesAt">The deadline; the end of the day that the rule's days lead to, when not said.</param>
public sealed record OpeningWanted(Instant? ClosesAt = null);

/// <param name="Seat">Whose answer; the own seat's when not said.</param>
/// <param name="Dots">Dots by the option's number.</param>
/// <param name="Order">Numbers of options, the most wanted first.</param>
public sealed record BallotWanted(int? Seat = null, Stance? Stance = null, string? Words = null, IReadOnlyDictionary<int, int>? Dots = null, IReadOnlyList<int>? Order = null);

/// <summary>That an organization leaves a decision.</summary>
public sealed record RecusalWanted(int? Seat = null, string? Reason = null);

/// <param name="To">Number of the seat that is to answer.</param>
public sealed record ProxyWanted(int To, int? Seat = null);

/// <param name="Board">Who decides at home, such as "our council".</param>
public sealed record BoardWanted(LocalDate On, string? Board = null, int? Seat = null);

/// <param name="Seat">Who sees to it.</param>
public sealed record OutcomeOf(string? Outcome = null, int? Seat = null, LocalDate? ReviewOn = null);
