using NodaTime;
using Roundtable.Platform.Access;
using Roundtable.Platform.Data;

namespace Roundtable.Partnerships;

/// <summary>The vision as the partnership's home shows it, in the purpose's place.</summary>
/// <param name="Have">Organizations at the table with a vote that adopted it.</param>
/// <param name="Of">All organizations at the table with a vote.</param>
/// <param name="Href">The page with the adoption of each organization.</param>
public sealed record VisionShown(string Text, LocalDate AdoptedOn, int Have, int Of, int Reservations, string Href)
{
    /// <summary>"Adopted Dec 8, 2026 by 6 of 7 organizations, 1 reservation".</summary>
    public required Sentence Adopted { get; init; }
}

/// <summary>Where the home finds the adopted vision; the capability that keeps visions registers it.</summary>
public interface IVisionSource
{
    /// <returns>None until a vision is adopted.</returns>
    Task<VisionShown?> Current(RoundtableDb db, Actor actor, Partnership partnership, IReadOnlyList<SeatView> table);
}
