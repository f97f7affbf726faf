using NodaTime;

namespace Roundtable.Vision;

/// <summary>Where a vision process stands: who was asked, and who has been heard.</summary>
/// <param name="HasVision">A vision was adopted, in this process or an earlier one.</param>
public sealed record VisionNow(VisionProcess Process, IReadOnlyList<Heard> Asked, bool HasVision)
{
    public IReadOnlyList<Heard> Silent { get; } = [.. Asked.Where(a => !a.HasAnswered)];
    public int Answered => Asked.Count - Silent.Count;
}

/// <summary>One organization that is asked and sits at the table, and how much it has said.</summary>
public sealed record Heard
{
    public required Guid SeatId { get; init; }

    /// <summary>Of the seat.</summary>
    public required int Number { get; init; }
    public required string Name { get; init; }

    /// <summary>With its name, on all boards.</summary>
    public required int Cards { get; init; }
    public required bool HasAnsweredUnnamed { get; init; }
    public required LocalDate? RemindedOn { get; init; }

    public bool HasAnswered => Cards > 0 || HasAnsweredUnnamed;
}
