using System.Globalization;
using NodaTime;
using Roundtable.Platform.Data;

namespace Roundtable.Decisions;

/// <summary>Why a ballot no longer counts. It stays in the log.</summary>
public enum BallotEnd { CastAgain, Reworded, Recused }

/// <summary>One seat's recorded choice. A later one takes its place until the motion closes; both stay in the log.</summary>
public sealed class Ballot : PartnershipRecord
{
    private Ballot() { }
    internal Ballot(Motion motion, Guid seat, Guid? by, Vote vote, Instant now) =>
        (PartnershipId, MotionId, SeatId, CastBySeatId, Stance, Words, Marks, CastAt) = (motion.PartnershipId, motion.Id, seat, by, vote.Stance, vote.Words, vote.AsMarks, now);

    public Guid MotionId { get; private init; }
    public Guid SeatId { get; private init; }

    /// <summary>The seat the ballot was entrusted to, when that one cast it.</summary>
    public Guid? CastBySeatId { get; private init; }
    public Stance? Stance { get; private init; }

    /// <summary>The reservation, the objection's reason, or what they want to add. Kept with the decision for ever.</summary>
    public string? Words { get; private init; }

    /// <summary>Dots as "2:1 5:2" (option and dots) or an order as "3 1 2"; see <see cref="Vote"/>.</summary>
    public string? Marks { get; private init; }
    public Instant CastAt { get; private init; }
    public Instant? ReplacedAt { get; private set; }
    public BallotEnd? Ended { get; private set; }

    public bool IsCurrent => ReplacedAt is null;

    internal void End(BallotEnd why, Instant now) => (ReplacedAt, Ended) = (now, why);
}

/// <summary>
/// How many secret ballots said one thing. No seat, no moment, no order: the box only knows how full it is. Every cast writes all rows of
/// the motion, so that the database's own traces do not tell them apart either; what was cast cannot be taken back.
/// </summary>
public sealed class SecretCount
{
    private SecretCount() { }
    internal SecretCount(Motion motion, Stance stance) => (PartnershipId, MotionId, Stance) = (motion.PartnershipId, motion.Id, stance);

    public Guid PartnershipId { get; private init; }
    public Guid MotionId { get; private init; }
    public Stance Stance { get; private init; }
    public int Count { get; private set; }

    /// <summary>Ballots in the whole box; equal in all rows of a motion and to those on the roll who have answered.</summary>
    public int Of { get; private set; }

    internal void Take(bool isThis) => (Count, Of) = (Count + (isThis ? 1 : 0), Of + 1);
}

/// <summary>What somebody says on a ballot: a stance, dots by option, or options in order.</summary>
/// <param name="Words">Needed for a reservation and for an objection.</param>
/// <param name="Dots">Dots given to an option's number.</param>
/// <param name="Order">Numbers of options, the most wanted first; not all need be named.</param>
public sealed record Vote(Stance? Stance = null, string? Words = null, IReadOnlyDictionary<int, int>? Dots = null, IReadOnlyList<int>? Order = null)
{
    internal string? AsMarks => Dots is not null ? string.Join(' ', Dots.Where(d => d.Value > 0).OrderBy(d => d.Key).Select(d => $"{d.Key}:{d.Value}")) : Order is not null ? string.Join(' ', Order) : null;

    public static IReadOnlyDictionary<int, int> DotsOf(string? marks) =>
        (marks ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(m => m.Split(':')).ToDictionary(m => Number(m[0]), m => Number(m[1]));

    public static IReadOnlyList<int> OrderOf(string? marks) => [.. (marks ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(Number)];

    private static int Number(string digits) => int.Parse(digits, CultureInfo.InvariantCulture);
}

/// <summary>One of several things to choose from.</summary>
public sealed class MotionOption : PartnershipRecord
{
    private MotionOption() { }
    internal MotionOption(Motion motion, int number, OptionWanted wanted) => (PartnershipId, MotionId, Number, Text, SubjectId) = (motion.PartnershipId, motion.Id, number, wanted.Text, wanted.SubjectId);

    public Guid MotionId { get; private init; }

    /// <summary>1 for the first.</summary>
    public int Number { get; private init; }
    public string Text { get; private init; } = "";

    /// <summary>The record it stands for, such as a cluster of cards.</summary>
    public Guid? SubjectId { get; private init; }
}

/// <summary>An option as it is put to the vote.</summary>
public sealed record OptionWanted(string Text, Guid? SubjectId = null);
