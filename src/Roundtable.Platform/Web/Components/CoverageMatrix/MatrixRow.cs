namespace Roundtable.Platform.Web;

/// <summary>What is covered for one role, sector by sector.</summary>
public sealed record MatrixRow(string Text, IReadOnlyList<MatrixCell> Cells);

/// <param name="Count">How many cover it.</param>
/// <param name="Href">The list behind the number, or the search that could fill the hole.</param>
/// <param name="IsHole">Asked for by the vision, and nobody there.</param>
public sealed record MatrixCell(int Count, string? Href = null, bool IsHole = false)
{
    /// <summary>What more is known of a hole, such as how many could fill it.</summary>
    public string? Note { get; init; }
}
