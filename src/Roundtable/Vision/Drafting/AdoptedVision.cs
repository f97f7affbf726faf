using NodaTime;
using Roundtable.Decisions;
using Roundtable.Partnerships;
using Roundtable.Platform;
using Roundtable.Platform.Access;
using Roundtable.Platform.Data;

namespace Roundtable.Vision;

/// <summary>
/// The vision as the organizations adopted it, word for word, with what each of them said. It stands for ever; a later one takes its
/// place and this one stays to be read.
/// </summary>
public sealed class AdoptedVision : PartnershipRecord, INumbered
{
    private readonly List<Adoption> adoptions = [];
    private readonly List<Reaffirmation> reaffirmations = [];

    private AdoptedVision() { }

    public int Number { get; set; }
    public Guid ProcessId { get; private init; }
    public Guid StatementId { get; private init; }
    public Guid MotionId { get; private init; }

    /// <summary>The motion's number, for its address.</summary>
    public int MotionNumber { get; private init; }
    public string Text { get; private init; } = "";

    /// <summary>Code of the language it is written in: the partnership's.</summary>
    public string Language { get; private init; } = "en";
    public Instant AdoptedAt { get; private init; }
    public LocalDate AdoptedOn { get; private init; }

    /// <summary>When a later vision took its place.</summary>
    public LocalDate? ReplacedOn { get; private set; }

    /// <summary>Counts later adoptions and re-affirmations, so that two at once meet.</summary>
    public int Edits { get; private set; }

    /// <summary>One row for each organization that was on the roll, and for those that adopted later.</summary>
    public IReadOnlyList<Adoption> Adoptions => adoptions;
    public IReadOnlyList<Reaffirmation> Reaffirmations => reaffirmations;

    public bool IsCurrent => ReplacedOn is null;
    public Adoption? Of(Guid seat) => adoptions.FirstOrDefault(a => a.SeatId == seat);

    /// <summary>The day on which it is asked again whether the vision still holds.</summary>
    public LocalDate ReaffirmsOn => AdoptedOn.PlusYears(reaffirmations.Count + 1);

    /// <summary>Keeps what a motion has decided.</summary>
    /// <param name="motion">Decided and adopted, about a draft of this process.</param>
    internal static AdoptedVision Of(Actor actor, VisionProcess process, Motion motion, string language, DateTimeZone zone, Instant now)
    {
        if (motion.Result is not MotionResult.Adopted || motion.SubjectId is not { } statement || motion.EndedAt is not { } at) throw new InvalidOperationException("Only an adopted motion makes a vision.");
        var vision = new AdoptedVision
        {
            PartnershipId = process.PartnershipId, ProcessId = process.Id, StatementId = statement, MotionId = motion.Id, MotionNumber = motion.Number,
            Text = motion.Text, Language = language, AdoptedAt = at, AdoptedOn = at.InZone(zone).Date,
        };
        vision.adoptions.AddRange(motion.Roll.Select(entry => new Adoption(vision, entry.SeatId, AdoptionOf(motion, entry), motion.Of(entry.SeatId)?.Words, vision.AdoptedOn)));
        process.Become(actor, VisionStage.Adopted, now);
        vision.Log(actor, now, new AdoptionKept(vision.adoptions.Count(a => a.IsFor), vision.adoptions.Count, vision.adoptions.Count(a => a.Said is AdoptionSaid.WithReservation)));
        return vision;
    }

    /// <summary>An organization makes the vision its own later: it came to the table afterwards, or was not for it then.</summary>
    /// <param name="reservation">Kept with the text for ever; none for a plain yes.</param>
    /// <exception cref="Refusal">Not the representative or alternate of a seat with a vote; adopted already; a former vision.</exception>
    public void Adopt(Actor actor, Guid seat, string? reservation, LocalDate today, Instant now)
    {
        if (!actor.VotesFor(PartnershipId, seat)) throw new Refusal("access.not-allowed");
        if (!IsCurrent) throw new Refusal("adopted.replaced");
        if (Of(seat) is { IsFor: true }) throw new Refusal("adopted.already");
        var words = CardText.Many(reservation, "Reservation", 3000);
        if (Of(seat) is { } before) before.AdoptLater(words, today);
        else adoptions.Add(new Adoption(this, seat, words is null ? AdoptionSaid.Adopted : AdoptionSaid.WithReservation, words, today, isLater: true));
        Edits++;
        Log(actor, now, new VisionAdoptedLater(seat, words is not null));
    }

    /// <summary>A later vision takes its place.</summary>
    internal void Replace(Actor actor, LocalDate today, Instant now)
    {
        if (!IsCurrent) return;
        ReplacedOn = today;
        Edits++;
        Log(actor, now, new VisionReplaced(Number));
    }

    /// <summary>Asks the organizations whether the vision still holds, once its year is over.</summary>
    /// <param name="owner">The convener's seat, which looks after the motion.</param>
    /// <param name="seats">Seats with a vote.</param>
    /// <returns>The motion, open; none when it is not the day or one is running.</returns>
    internal Motion? AskAgain(Actor actor, Reasking asked, Guid owner, IReadOnlyCollection<Guid> seats, RuleTerms terms, DateTimeZone zone, Instant now)
    {
        var today = now.InZone(zone).Date;
        if (!IsCurrent || today < ReaffirmsOn || reaffirmations.Any(r => r.IsRunning) || seats.Count == 0) return null;
        var motion = Motion.Prepare(actor, PartnershipId, owner, MotionKind.Vision, new(asked.Title, Text, asked.Background, BallotForm.Consent, IsSecret: false, IsSenseCheck: false, Dots: 0), terms, now, Id);
        motion.Open(actor, seats, zone.AtStartOfDay(today.PlusDays(Reaffirmation.Days + 1)).ToInstant(), now);
        reaffirmations.Add(new Reaffirmation(this, motion, today));
        Edits++;
        Log(actor, now, new ReaffirmationOpened(motion.Id));
        return motion;
    }

    /// <summary>Notes what came of asking again.</summary>
    internal void Note(Actor actor, Motion motion, DateTimeZone zone, Instant now)
    {
        if (reaffirmations.FirstOrDefault(r => r.MotionId == motion.Id && r.IsRunning) is not { } one || motion.State is not (MotionState.Decided or MotionState.Withdrawn)) return;
        var tally = Tally.Of(motion);
        one.Take(motion, tally.For, tally.Seats, (motion.EndedAt ?? now).InZone(zone).Date);
        Edits++;
        Log(actor, now, new ReaffirmationEnded(motion.Id, one.Result, tally.For, tally.Seats));
    }

    private static AdoptionSaid AdoptionOf(Motion motion, RollEntry entry)
    {
        if (entry.IsRecused) return AdoptionSaid.Recused;
        if (motion.IsSecret) return entry.HasAnswered ? AdoptionSaid.InSecret : AdoptionSaid.DidNotAnswer;
        return motion.Of(entry.SeatId)?.Stance switch
        {
            Stance.Endorse or Stance.MinorPoint => AdoptionSaid.Adopted,
            Stance.Reservation => AdoptionSaid.WithReservation,
            Stance.Abstain => AdoptionSaid.Abstained,
            Stance.StandAside => AdoptionSaid.StoodAside,
            null => AdoptionSaid.DidNotAnswer,
            _ => AdoptionSaid.NotInFavour,
        };
    }
}

/// <summary>The words of the yearly question, in the partnership's language.</summary>
public sealed record Reasking(string Title, string Background);
