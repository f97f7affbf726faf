namespace Roundtable.Decisions;

/// <summary>
/// What one organization says to a proposal: the eight steps of the gradient of agreement, from full support to veto
/// (after Kaner, <i>Facilitator's Guide to Participatory Decision-Making</i>; own words). Shorter ballots offer some of them.
/// </summary>
public enum Stance { Endorse, MinorPoint, Reservation, Abstain, StandAside, Disagree, DisagreeStrongly, Block }

/// <summary>What the steps of the gradient mean for a count.</summary>
public static class Stances
{
    public static bool IsYes(this Stance stance) => stance <= Stance.Reservation;

    /// <summary>Counts against where yes and no are counted.</summary>
    public static bool IsNo(this Stance stance) => stance >= Stance.Disagree;

    /// <summary>Says nothing without its words: what the reservation is, why it is blocked.</summary>
    public static bool NeedsWords(this Stance stance) => stance is Stance.Reservation or Stance.Block;
}

/// <summary>How organizations answer.</summary>
public enum BallotForm
{
    /// <summary>Yes, yes with a reservation, abstain, no.</summary>
    YesNo,

    /// <summary>Yes, yes with a reservation, abstain, stand aside, object with a reason.</summary>
    Consent,

    /// <summary>All eight steps.</summary>
    Gradient,

    /// <summary>So many dots to spread over the options.</summary>
    Dots,

    /// <summary>The options in the order in which the organization prefers them.</summary>
    Ranking,
}

/// <summary>What each way of answering offers.</summary>
public static class BallotForms
{
    private static readonly Stance[] yesNo = [Stance.Endorse, Stance.Reservation, Stance.Abstain, Stance.Disagree];
    private static readonly Stance[] consent = [Stance.Endorse, Stance.Reservation, Stance.Abstain, Stance.StandAside, Stance.Block];

    /// <summary>What may be said, from the most to the least in favour; nothing where options are put in order.</summary>
    public static IReadOnlyList<Stance> Stances(this BallotForm form) => form switch
    {
        BallotForm.YesNo => yesNo,
        BallotForm.Consent => consent,
        BallotForm.Gradient => Enum.GetValues<Stance>(),
        _ => [],
    };

    /// <summary>Puts options in an order instead of adopting one proposal.</summary>
    public static bool Prioritizes(this BallotForm form) => form is BallotForm.Dots or BallotForm.Ranking;
}
