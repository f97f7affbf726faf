using System.Text.Json;

namespace Roundtable.Directory.Imports;

/// <summary>How a file is read where that is a choice: kept with its plan, so that the import reads it exactly as the check did.</summary>
public sealed record Reading
{
    /// <summary>Everything is guessed.</summary>
    public static readonly Reading Guessed = new();

    /// <summary>Name of the encoding somebody chose.</summary>
    public string? Encoding { get; init; }

    /// <summary>The sheet of a workbook or the table of a ZIP; the first when not said.</summary>
    public string? Table { get; init; }

    /// <summary>Number of the row with the column names; 0 when there is none.</summary>
    public int? HeaderRow { get; init; }

    /// <summary>Which of our fields stands in which column, counted from 0.</summary>
    public IReadOnlyDictionary<string, int>? Columns { get; init; }

    public string AsText() => JsonSerializer.Serialize(this, JsonSerializerOptions.Web);
    public static Reading Of(string? text) => text is null ? Guessed : JsonSerializer.Deserialize<Reading>(text, JsonSerializerOptions.Web)!;
}
