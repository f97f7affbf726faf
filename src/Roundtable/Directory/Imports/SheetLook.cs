using Roundtable.Platform;

namespace Roundtable.Directory.Imports;

/// <summary>The begin of somebody's table: where its header stands, and what its columns seem to be. The same rows and choices always give the same look.</summary>
public sealed class SheetLook
{
    public const int MostRows = 50;
    private const int MostTitleRows = 20, LongestSample = 60;

    private readonly IReadOnlyList<string[]> rows;

    private SheetLook(IReadOnlyList<string[]> rows, int headerRow, IReadOnlyList<string> names, ColumnMap map) => (this.rows, HeaderRow, Names, Map) = (rows, headerRow, names, map);

    /// <summary>Counted from 1; 0 when the first row is data already.</summary>
    public int HeaderRow { get; }

    /// <summary>As in the file; a column without a name is called by its letter.</summary>
    public IReadOnlyList<string> Names { get; }
    public ColumnMap Map { get; }
    public IReadOnlyList<string[]> Data => [.. rows.Skip(HeaderRow)];

    /// <summary>Each column that has anything in it means one of our fields by its name, so that nobody needs to be asked.</summary>
    public bool IsCertain => HeaderRow > 0 && Map.At(ColumnMap.Name) is not null
        && Enumerable.Range(0, Names.Count).All(i => ColumnMap.Certain(Names[i]) is { } meant && Map.At(meant) == i || ColumnMap.IsIdle(Names[i], CellsOf(i)));

    /// <summary>The same for every file with these column names.</summary>
    public static string KeyOf(IReadOnlyList<string> names) => $"{Marks.Of(string.Join('\n', names.Select(NameKey.Of))):x16}";

    /// <summary>The first rows as they are, to choose the header from.</summary>
    public IEnumerable<(int Row, string Words)> FirstRows => rows.Take(MostTitleRows).Select((r, i) => (i + 1, Short(string.Join(" · ", r.Where(c => !string.IsNullOrWhiteSpace(c)).Select(c => c.Trim()))))).Where(r => r.Item2.Length > 0);

    /// <summary>Columns that have a name or anything in them.</summary>
    public IEnumerable<int> Columns => Enumerable.Range(0, Names.Count).Where(i => HeaderRow > 0 && Names[i] != ColumnMap.LetterOf(i) || CellsOf(i).Any());

    public IReadOnlyList<string> Samples(int column) => [.. CellsOf(column).Distinct().Take(3).Select(Short)];

    /// <exception cref="Refusal">The table is empty, or the chosen row is not there.</exception>
    public static SheetLook At(SheetReader sheet, Reading choice)
    {
        var rows = sheet.Ahead(MostRows);
        if (rows.All(IsBlank)) throw new Refusal("import.file-empty", "Input.File");
        var header = choice.HeaderRow ?? HeaderOf(rows);
        if (header < 0 || header > rows.Count) throw new Refusal("import.header-missing", "Input.HeaderRow", header);
        var names = header == 0 ? new string[rows.Max(r => r.Length)] : rows[header - 1];
        names = [.. names.Select((n, i) => n?.Trim().TrimStart('\uFEFF') is { Length: > 0 } name ? string.Join(' ', name.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)) : ColumnMap.LetterOf(i))];
        return new(rows, header, names, choice.Columns is { } chosen && chosen.Values.All(c => c >= 0 && c < names.Length) ? new(chosen) : ColumnMap.Guess(names, [.. rows.Skip(header)]));
    }

    public static SheetLook Of(SourceFile file, Reading choice)
    {
        using var sheet = file.Sheet();
        return At(sheet, choice);
    }

    // The first row that names most of our fields; else the first with text, unless that is data.
    private static int HeaderOf(IReadOnlyList<string[]> rows)
    {
        var first = rows.TakeWhile(IsBlank).Count();
        var (best, most) = (first, rows[first].Select(ColumnMap.Certain).OfType<string>().Distinct().Count());
        for (var i = first + 1; i < Math.Min(rows.Count, MostTitleRows); i++)
            if (rows[i].Select(ColumnMap.Certain).OfType<string>().Distinct().Count() is var count && count > Math.Max(1, most)) (best, most) = (i, count);
        return most == 0 && ColumnMap.IsData(rows[first]) ? 0 : best + 1;
    }

    private static bool IsBlank(string[] row) => row.All(string.IsNullOrWhiteSpace);
    private IEnumerable<string> CellsOf(int column) => rows.Skip(HeaderRow).Select(r => column < r.Length ? r[column].Trim() : "").Where(c => c.Length > 0);
    private static string Short(string text) => text.Length > LongestSample ? text[..LongestSample] + "…" : text;
}

/// <summary>The header of a table somebody has: its columns by name, and what each is. Short rows are filled up, long ones are not taken.</summary>
public sealed class MatchedHeader(SheetLook look) : SheetHeader(look.Names)
{
    public ColumnMap Map => look.Map;
    public override bool IsStrict => false;
    public override bool Keeps(int column) => Map.Of(column) is not null;
}
