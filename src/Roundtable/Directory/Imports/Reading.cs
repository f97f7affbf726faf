using System.Text.Json;
using System.Text.Json.Serialization;

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

    /// <summary>The names of all columns, where they are matched.</summary>
    public IReadOnlyList<string>? Names { get; init; }

    /// <summary>The encoding that was guessed, and words that depend on it; none where nothing had to be guessed.</summary>
    public string? GuessedEncoding { get; init; }
    public string? Sample { get; init; }

    /// <summary>Letters were lost before the file came here; the sample shows some.</summary>
    public bool LooksDamaged { get; init; }

    [JsonIgnore]
    public string? EncodingUsed => Encoding ?? GuessedEncoding;

    /// <summary>The other one that it could be.</summary>
    [JsonIgnore]
    public string OtherEncoding => EncodingUsed == TextEncoding.Macintosh ? TextEncoding.Windows : TextEncoding.Macintosh;

    /// <summary>The sample as it reads in an encoding.</summary>
    public string SampleIn(string encoding) => Sample is null || GuessedEncoding is null ? "" : TextEncoding.Named(encoding).GetString(TextEncoding.Named(GuessedEncoding).GetBytes(Sample));

    /// <summary>With what the file itself tells.</summary>
    internal Reading Of(SourceFile file) => this with
    {
        Encoding = file.Reading.Encoding,
        Table = file.Reading.Table,
        GuessedEncoding = file.Text.IsGuessed ? file.Text.Encoding.WebName : null,
        Sample = file.Text.Sample,
        LooksDamaged = file.Text.LooksDamaged,
    };

    /// <summary>With what was found in the table, to be found again the same.</summary>
    internal Reading Of(SheetLook look) => this with { HeaderRow = look.HeaderRow, Columns = look.Map.Columns, Names = look.Names };

    public string AsText() => JsonSerializer.Serialize(this, JsonSerializerOptions.Web);
    public static Reading From(string? text) => text is null ? Guessed : JsonSerializer.Deserialize<Reading>(text, JsonSerializerOptions.Web)!;
}
