using NodaTime;

namespace Roundtable.Vision;

/// <summary>What a vision process is to be: its title, the four questions, the ground rules and its days.</summary>
public sealed record VisionPlan
{
    /// <summary>Days the boards are open unless told.</summary>
    public const int Usual = 10;

    /// <summary>Most days the boards may be open: longer is a process nobody ends.</summary>
    public const int Longest = 180;

    public string? Title { get; init; }
    public string? NeedsQuestion { get; init; }
    public string? ResourcesQuestion { get; init; }
    public string? StrategiesQuestion { get; init; }
    public string? OutcomesQuestion { get; init; }
    public string? GroundRules { get; init; }
    public LocalDate OpensOn { get; init; }
    public LocalDate ClosesOn { get; init; }
    public bool AllowsAnonymous { get; init; }

    public string? Question(Board board) => board switch
    {
        Board.Needs => NeedsQuestion,
        Board.Resources => ResourcesQuestion,
        Board.Strategies => StrategiesQuestion,
        _ => OutcomesQuestion,
    };
}
