using NodaTime;
using Roundtable.Platform.Access;
using Roundtable.Platform.Data;

namespace Roundtable.Partnerships;

/// <summary>The six things a partnership requires and the ten steps to success, as the guidance names them.</summary>
public enum JourneyPart
{
    CommonVision, StrategicPlan, CreatedPartnership, IdentifiedPartners, Funding, TrainingPlan,
    CommonConcern, Ownership, SharedVision, Agendas, PlanWithTasks, GoodMeetings, Communication, InformedCommunity, Appreciation, Evaluation,
}

/// <summary>A sentence of the texts and what it names.</summary>
public sealed record Sentence(string Key, params IReadOnlyList<object> With);

/// <summary>What a rule found in the records: how much of how much, the sentence that proves it, and the one screen that closes the gap.</summary>
/// <param name="Have">Not more than <paramref name="Of"/>.</param>
/// <param name="Gap">Words of the link.</param>
public sealed record Finding(int Have, int Of, Sentence Proof, Sentence? Gap = null, string? GapHref = null);

/// <summary>How far a step is. Never said by a checkbox.</summary>
public enum JourneyState { Idle, Going, Done }

/// <summary>
/// Scores one step or requirement from records. Each capability registers its own with <c>AddJourneyRule</c>;
/// several rules of one step are added up.
/// </summary>
public abstract class JourneyRule
{
    public abstract JourneyPart Part { get; }
    public abstract Task<Finding> Evaluate(JourneyView view);
}

/// <summary>What a rule may look at: the partnership, who asks, and who sits at the table, which is read once for all rules.</summary>
public sealed class JourneyView(RoundtableDb db, Actor actor, Partnership partnership, Instant now, IReadOnlyList<SeatView> table)
{
    public RoundtableDb Db => db;
    public Actor Actor => actor;
    public Partnership Partnership => partnership;
    public Instant Now => now;

    /// <summary>Every seated organization.</summary>
    public IReadOnlyList<SeatView> Table => table;

    /// <summary>Those with a vote.</summary>
    public IReadOnlyList<SeatView> Members { get; } = [.. table.Where(s => !s.IsObserver)];

    /// <summary>What the table wants covered, where it has been read already.</summary>
    public CoverageAims? Aims { get; init; }

    /// <summary>The adopted vision, where it has been looked for already.</summary>
    public (bool IsKnown, VisionShown? Vision) Vision { get; init; }

    /// <summary>The form that closes a seat's gap, for those who keep the seat; others see on the seat's page whom to ask.</summary>
    public string ScreenOf(SeatView seat, Func<Partnership, int, string> form) => actor.MayKeep(seat) ? form(partnership, seat.Number) : Urls.Seat(partnership, seat.Number);
}

/// <summary>One step or requirement, scored.</summary>
public sealed record JourneyLine(JourneyPart Part, IReadOnlyList<Finding> Findings)
{
    public int Have => Findings.Sum(f => Math.Min(f.Have, f.Of));
    public int Of => Findings.Sum(f => f.Of);
    public JourneyState State => Of > 0 && Have >= Of ? JourneyState.Done : Have > 0 ? JourneyState.Going : JourneyState.Idle;
}

/// <summary>The whole journey of one partnership, as its records prove it today.</summary>
public sealed class Journey(IReadOnlyDictionary<JourneyPart, JourneyLine> lines)
{
    public static readonly IReadOnlyList<JourneyPart> AllSteps =
    [
        JourneyPart.CommonConcern, JourneyPart.Ownership, JourneyPart.SharedVision, JourneyPart.Agendas, JourneyPart.PlanWithTasks,
        JourneyPart.GoodMeetings, JourneyPart.Communication, JourneyPart.InformedCommunity, JourneyPart.Appreciation, JourneyPart.Evaluation,
    ];

    public static readonly IReadOnlyList<JourneyPart> AllRequirements =
        [JourneyPart.CommonVision, JourneyPart.StrategicPlan, JourneyPart.CreatedPartnership, JourneyPart.IdentifiedPartners, JourneyPart.Funding, JourneyPart.TrainingPlan];

    public IReadOnlyList<JourneyLine> Steps => [.. AllSteps.Select(p => lines[p])];
    public IReadOnlyList<JourneyLine> Requirements => [.. AllRequirements.Select(p => lines[p])];
    public JourneyLine this[JourneyPart part] => lines[part];

    /// <summary>Asks every rule. A part without a rule, or with nothing to count yet, is not yet started: its text says what would prove it.</summary>
    public static async Task<Journey> Of(JourneyView view, IEnumerable<JourneyRule> rules)
    {
        var findings = new List<(JourneyPart Part, Finding Finding)>();
        foreach (var rule in rules) findings.Add((rule.Part, await rule.Evaluate(view)));
        return new(Enum.GetValues<JourneyPart>().ToDictionary(p => p, p => new JourneyLine(p, [.. findings.Where(f => f.Part == p).Select(f => f.Finding)])));
    }
}
