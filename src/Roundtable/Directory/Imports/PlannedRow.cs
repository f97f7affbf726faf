using System.Text.Json;

namespace Roundtable.Directory.Imports;

/// <summary>A row of a plan, for the person who checks it: the problems all, of the rest the first few hundred.</summary>
public sealed class PlannedRow
{
    public const int MostProblems = 20_000;
    public const int MostOthers = 500;

    public required Guid PlanId { get; init; }
    public required Outcome Outcome { get; init; }

    /// <summary>Position within its outcome.</summary>
    public required int Position { get; init; }

    /// <summary>As a spreadsheet counts, the header being row 1; 0 for what is gone from the file.</summary>
    public int Row { get; init; }
    public string? Key { get; init; }
    public string? Name { get; init; }

    /// <summary>The column with the problem, or the columns that changed.</summary>
    public string? Columns { get; init; }

    /// <summary>Text key of the reason, and what was found there.</summary>
    public string? Reason { get; init; }
    public string? Found { get; init; }

    /// <summary>Of a problem in a list somebody has: the row as it stood in the file, as JSON.</summary>
    public string? Cells { get; init; }

    /// <summary>The row's cells, one for each column.</summary>
    public IEnumerable<string> CellsAs(int width) => (Cells is null ? [] : JsonSerializer.Deserialize<string[]>(Cells)!).Concat(Enumerable.Repeat("", width)).Take(width);
}

/// <summary>What a listing and its organization said before an import changed them, kept for an undo.</summary>
public sealed class Overwritten
{
    public required int Import { get; init; }
    public required string Source { get; init; }
    public required string Key { get; init; }
    public required Guid OrganizationId { get; init; }
    public required byte[] Marks { get; init; }
    public string Region { get; init; } = "";
    public NodaTime.Instant? GoneAt { get; init; }
    public int ChangedBy { get; init; }

    /// <summary>JSON of the organization's facts before the import first touched it; of the location, where the row is one.</summary>
    public string? Facts { get; init; }
    public string? Location { get; init; }

    /// <summary>JSON of the service, where the row is one.</summary>
    public string? Service { get; init; }
}

/// <summary>A file waiting between its check and its import, packed, in pieces.</summary>
public sealed class WaitingFile
{
    public required Guid PlanId { get; init; }
    public required int Piece { get; init; }
    public required byte[] Content { get; init; }
}
