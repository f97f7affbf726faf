using NodaTime;
using Roundtable.Decisions;
using Roundtable.Platform.Data;

namespace Roundtable.Vision;

/// <summary>What an organization said to the vision.</summary>
public enum AdoptionSaid
{
    Adopted,
    WithReservation,
    StoodAside,
    Abstained,
    DidNotAnswer,
    NotInFavour,

    /// <summary>It left the decision for an interest of its own.</summary>
    Recused,

    /// <summary>It answered on a secret ballot, and nobody knows what.</summary>
    InSecret,
}

/// <summary>One organization's word on an adopted vision. What it said then is never overwritten.</summary>
public sealed class Adoption : PartnershipRecord
{
    private Adoption() { }
    internal Adoption(AdoptedVision vision, Guid seat, AdoptionSaid said, string? words, LocalDate on, bool isLater = false) =>
        (PartnershipId, VisionId, SeatId, Said, Words, SaidOn, IsLater) = (vision.PartnershipId, vision.Id, seat, said, words, on, isLater);

    public Guid VisionId { get; private init; }
    public Guid SeatId { get; private init; }
    public AdoptionSaid Said { get; private set; }

    /// <summary>The reservation, or why not; kept with the text for ever.</summary>
    public string? Words { get; private set; }
    public LocalDate SaidOn { get; private set; }

    /// <summary>Adopted after the motion was decided.</summary>
    public bool IsLater { get; private set; }

    /// <summary>What it said to the motion, where it adopted later.</summary>
    public AdoptionSaid? SaidBefore { get; private set; }
    public string? WordsBefore { get; private set; }

    public bool IsFor => Said is AdoptionSaid.Adopted or AdoptionSaid.WithReservation;

    internal void AdoptLater(string? reservation, LocalDate today)
    {
        (SaidBefore, WordsBefore) = (Said, Words);
        (Said, Words, SaidOn, IsLater) = (reservation is null ? AdoptionSaid.Adopted : AdoptionSaid.WithReservation, reservation, today, true);
    }
}

/// <summary>The yearly question whether the vision still holds, and what came of it.</summary>
public sealed class Reaffirmation : PartnershipRecord
{
    /// <summary>Days the organizations have to answer.</summary>
    public const int Days = 14;

    private Reaffirmation() { }
    internal Reaffirmation(AdoptedVision vision, Motion motion, LocalDate on) => (PartnershipId, VisionId, MotionId, OpenedOn) = (vision.PartnershipId, vision.Id, motion.Id, on);

    public Guid VisionId { get; private init; }
    public Guid MotionId { get; private init; }
    public LocalDate OpenedOn { get; private init; }
    public LocalDate? EndedOn { get; private set; }

    /// <summary>None while it runs, and when the motion was withdrawn.</summary>
    public MotionResult? Result { get; private set; }

    /// <summary>Organizations that said the vision still holds, of those that were asked.</summary>
    public int For { get; private set; }
    public int Seats { get; private set; }

    public bool IsRunning => EndedOn is null;

    internal void Take(Motion motion, int inFavour, int seats, LocalDate on) => (Result, For, Seats, EndedOn) = (motion.Result, inFavour, seats, on);
}
