using NodaTime;
using Roundtable.Partnerships;
using Roundtable.Platform;
using Roundtable.Platform.Access;
using Roundtable.Platform.Data;

namespace Roundtable.Decisions;

/// <summary>What a motion is about; each kind may have its own rule.</summary>
public enum MotionKind { General, Vision, Plan, Agreement, Money, Membership }

/// <summary>When a proposal stands. Every rule also needs its quorum.</summary>
public enum DecisionRule
{
    /// <summary>Everybody who takes a side says yes and nobody stands aside.</summary>
    Unanimity,

    /// <summary>All can live with it: nobody is against, and more support it than stand aside.</summary>
    Consensus,

    /// <summary>No reasoned objection remains.</summary>
    Consent,

    /// <summary>More for than against; who abstains or stands aside takes no side.</summary>
    Majority,

    /// <summary>At least two thirds of those who take a side are for it.</summary>
    TwoThirds,
}

/// <summary>The terms under which one motion is decided, as they were when it was opened.</summary>
/// <param name="QuorumPercent">Share of the voting seats, in percent, that must answer; what is not whole is rounded up.</param>
/// <param name="AllowsSecret">Whether ballots may be secret.</param>
/// <param name="OpenDays">Days a motion is open when nothing else is said.</param>
/// <param name="RatificationDays">Days after the deadline that a home board may take; 0 for none.</param>
public sealed record RuleTerms(DecisionRule Rule, int QuorumPercent, bool AllowsSecret, int OpenDays, int RatificationDays)
{
    /// <summary>Consent of half the seats within seven days; vision and agreement need more seats, membership may be secret.</summary>
    public static RuleTerms UsualFor(MotionKind kind) => kind switch
    {
        MotionKind.Vision => new(DecisionRule.Consent, 66, false, 7, 60),
        MotionKind.Agreement => new(DecisionRule.Consent, 66, false, 14, 90),
        MotionKind.Money => new(DecisionRule.TwoThirds, 66, false, 7, 60),
        MotionKind.Membership => new(DecisionRule.TwoThirds, 50, true, 7, 30),
        _ => new(DecisionRule.Consent, 50, false, 7, 30),
    };
}

/// <summary>How a partnership has agreed to decide one kind of motion. Motions already open keep the terms they were opened with.</summary>
public sealed class AgreedRule : PartnershipRecord
{
    private AgreedRule() { }
    public AgreedRule(Guid partnership, MotionKind kind) => (PartnershipId, Kind) = (partnership, kind);

    public MotionKind Kind { get; private init; }
    public DecisionRule Rule { get; private set; }
    public int QuorumPercent { get; private set; }
    public bool AllowsSecret { get; private set; }
    public int OpenDays { get; private set; }
    public int RatificationDays { get; private set; }
    public Instant AgreedAt { get; private set; }

    public RuleTerms Terms => new(Rule, QuorumPercent, AllowsSecret, OpenDays, RatificationDays);

    /// <exception cref="Refusal">Not the convener or facilitator; a share outside 1 to 100; open for less than a day or more than a year.</exception>
    public void Agree(Actor actor, RuleTerms terms, Instant now)
    {
        actor.Must(DecisionPermissions.KeepProcess, PartnershipId);
        if (terms.QuorumPercent is < 1 or > 100) throw new Refusal("decisions.quorum-wrong", "QuorumPercent");
        if (terms.OpenDays is < 1 or > 365) throw new Refusal("decisions.days-wrong", "OpenDays");
        if (terms.RatificationDays is < 0 or > 365) throw new Refusal("decisions.days-wrong", "RatificationDays");
        (Rule, QuorumPercent, AllowsSecret, OpenDays, RatificationDays, AgreedAt) = (terms.Rule, terms.QuorumPercent, terms.AllowsSecret, terms.OpenDays, terms.RatificationDays, now);
        Log(actor, now, new RuleAgreed(Kind, Rule, QuorumPercent));
    }
}
