using NodaTime;
using Roundtable.Partnerships;

namespace Roundtable.Vision.Pages.Processes;

/// <summary>What a process is to be, as typed.</summary>
public sealed class ProcessInput
{
    public string? Title { get; set; }
    public string? NeedsQuestion { get; set; }
    public string? ResourcesQuestion { get; set; }
    public string? StrategiesQuestion { get; set; }
    public string? OutcomesQuestion { get; set; }
    public string? GroundRules { get; set; }
    public string? OpensOn { get; set; }
    public string? ClosesOn { get; set; }

    /// <summary>Ids of seats.</summary>
    public string[]? Asked { get; set; }
    public bool AllowsAnonymous { get; set; }
    public PersonInput Facilitator { get; set; } = new();

    internal string? Question(Board board) => board switch { Board.Needs => NeedsQuestion, Board.Resources => ResourcesQuestion, Board.Strategies => StrategiesQuestion, _ => OutcomesQuestion };

    internal static ProcessInput Of(VisionPlan plan, IEnumerable<Guid> asked) => new()
    {
        Title = plan.Title, NeedsQuestion = plan.NeedsQuestion, ResourcesQuestion = plan.ResourcesQuestion, StrategiesQuestion = plan.StrategiesQuestion, OutcomesQuestion = plan.OutcomesQuestion,
        GroundRules = plan.GroundRules, OpensOn = Dates.Write(plan.OpensOn), ClosesOn = Dates.Write(plan.ClosesOn), AllowsAnonymous = plan.AllowsAnonymous, Asked = [.. asked.Select(a => $"{a}")],
    };

    /// <param name="fixedAs">The process whose boards are open: its questions, first day and anonymity stay.</param>
    internal VisionPlan Plan(LocalDate today, VisionProcess? fixedAs = null) => new()
    {
        Title = Title, GroundRules = GroundRules, ClosesOn = Dates.Typed(ClosesOn, "ClosesOn") ?? today.PlusDays(VisionPlan.Usual),
        NeedsQuestion = fixedAs?.NeedsQuestion ?? NeedsQuestion, ResourcesQuestion = fixedAs?.ResourcesQuestion ?? ResourcesQuestion,
        StrategiesQuestion = fixedAs?.StrategiesQuestion ?? StrategiesQuestion, OutcomesQuestion = fixedAs?.OutcomesQuestion ?? OutcomesQuestion,
        OpensOn = fixedAs?.OpensOn ?? Dates.Typed(OpensOn, "OpensOn") ?? today, AllowsAnonymous = fixedAs?.AllowsAnonymous ?? AllowsAnonymous,
    };

    /// <summary>Those of the table that were ticked.</summary>
    internal IReadOnlyList<Guid> Seats(IEnumerable<Guid> table) => [.. table.Where(t => Asked?.Contains($"{t}") == true)];
}

/// <summary>A person by name and e-mail; nobody while both are empty.</summary>
public sealed class PersonInput
{
    public string? FullName { get; set; }
    public string? Email { get; set; }

    internal bool IsNamed => !string.IsNullOrWhiteSpace(FullName) || !string.IsNullOrWhiteSpace(Email);
}
