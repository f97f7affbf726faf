using Roundtable.Platform;
using Sylvan.Data.Csv;

namespace Roundtable.Directory.Imports;

/// <summary>Reads a table of text row by row, in bounded memory. Rows count from 1, the header included, as a spreadsheet shows them.</summary>
public sealed class SheetReader : IDisposable
{
    /// <summary>Characters in one cell.</summary>
    public const int LongestCell = 1_000_000;
    public const int MostColumns = 1_000;
    private const int LongestRow = 4 << 20;

    private readonly CsvDataReader? reader;
    private readonly IEnumerator<string[]>? given;
    private readonly Queue<string[]> ahead = new();
    private readonly char delimiter;
    private string[]? cells;

    /// <summary>Cells of the latest row when its last one has no end; else 0.</summary>
    private int open;

    /// <summary>Rows that are cells already, as in a workbook.</summary>
    public SheetReader(IEnumerable<string[]> rows) => given = rows.GetEnumerator();

    public SheetReader(TextReader text, char? separator = null)
    {
        var begin = new char[4096];
        var read = separator is null ? text.ReadBlock(begin, 0, begin.Length) : 0;
        delimiter = separator ?? SeparatorOf(begin.AsSpan(0, read));
        reader = CsvDataReader.Create(new Watched(new string(begin, 0, read), text, delimiter), new CsvDataReaderOptions
        {
            HasHeaders = false, Delimiter = delimiter, BufferSize = 1 << 16, MaxBufferSize = LongestRow,
            CsvStyle = CsvStyle.Lax, OwnsReader = true, ResultSetMode = ResultSetMode.SingleResult,
        });
    }

    public int Row { get; private set; }
    public int Width => cells?.Length ?? reader!.RowFieldCount;
    public string this[int column] => column >= Width ? "" : cells is null ? reader!.GetString(column) : cells[column];
    public ReadOnlySpan<char> Span(int column) => column >= Width ? [] : cells is null ? reader!.GetFieldSpan(column) : cells[column];

    /// <summary>A row without any text, as spreadsheets leave them at the end.</summary>
    public bool IsBlank
    {
        get
        {
            for (var i = 0; i < Width; i++) if (!Span(i).IsWhiteSpace()) return false;
            return true;
        }
    }

    /// <summary>The next rows, which are still read after.</summary>
    public IReadOnlyList<string[]> Ahead(int rows)
    {
        while (ahead.Count < rows && Next(out var row)) ahead.Enqueue(row ?? [.. Enumerable.Range(0, reader!.RowFieldCount).Select(reader.GetString)]);
        return [.. ahead.Take(rows)];
    }

    /// <exception cref="Refusal">The file cannot be read as a table from here on; says in which row.</exception>
    public bool Read()
    {
        if (!ahead.TryDequeue(out cells) && !Next(out cells)) return false;
        Row++;
        return true;
    }

    // Marks that open a cell and don't close it: what follows, to the end of the file, would be in that cell.
    private bool IsOpen(ReadOnlySpan<char> row) => row.Count('"') % 2 == 1 && (row[0] == '"' || row.IndexOf([delimiter, '"']) >= 0);

    private bool Next(out string[]? row)
    {
        row = null;
        var number = Row + ahead.Count + 1;
        try
        {
            if (given is null ? !reader!.Read() : !given.MoveNext())
                return open == 0 ? false : throw new Refusal("import.row-unreadable", "Input.File", number - 1, open);
            open = given is null && IsOpen(reader!.GetRawRecordSpan()) ? reader.RowFieldCount : 0;
            row = given?.Current;
            if ((row?.Length ?? reader!.RowFieldCount) > MostColumns) throw new Refusal("import.too-many-columns", "Input.File", MostColumns);
            return true;
        }
        catch (CsvRecordTooLargeException)
        {
            throw new Refusal("import.row-too-large", "Input.File", number);
        }
        catch (CsvFormatException damaged)
        {
            throw new Refusal("import.row-unreadable", "Input.File", number, damaged.FieldOrdinal + 1);
        }
    }

    public void Dispose()
    {
        reader?.Dispose();
        given?.Dispose();
    }

    // The separator that occurs most often in the first row, outside quotes.
    private static char SeparatorOf(ReadOnlySpan<char> begin)
    {
        Span<int> seen = stackalloc int[4];
        var quoted = false;
        foreach (var c in begin)
        {
            if (c == '"') quoted = !quoted;
            else if (!quoted && c is '\n' or '\r') break;
            else if (!quoted && ",\t|;".IndexOf(c) is var i and >= 0) seen[i]++;
        }
        var most = 0;
        for (var i = 1; i < seen.Length; i++) if (seen[i] > seen[most]) most = i;
        return ",\t|;"[most];
    }

    /// <summary>
    /// The text from its begin, which was looked at already. Stops at a line with so many separators that the reader,
    /// whose effort grows with their square, would not come to an end.
    /// </summary>
    private sealed class Watched(string begin, TextReader rest, char separator) : TextReader
    {
        private const int MostInLine = 20_000;
        private int at, inLine;

        public override int Read(char[] buffer, int index, int count)
        {
            int read;
            if (at >= begin.Length) read = rest.Read(buffer, index, count);
            else
            {
                read = Math.Min(count, begin.Length - at);
                begin.CopyTo(at, buffer, index, read);
                at += read;
            }
            Watch(buffer.AsSpan(index, read));
            return read;
        }

        private void Watch(ReadOnlySpan<char> text)
        {
            for (int end; (end = text.IndexOfAny('\r', '\n')) >= 0; text = text[(end + 1)..])
            {
                MustEnd(text[..end]);
                inLine = 0;
            }
            MustEnd(text);
        }

        private void MustEnd(ReadOnlySpan<char> part)
        {
            if ((inLine += part.Count(separator)) > MostInLine) throw new Refusal("import.too-many-columns", "Input.File", MostColumns);
        }

        protected override void Dispose(bool disposing) => rest.Dispose();
    }
}
