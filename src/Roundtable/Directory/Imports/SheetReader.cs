using Roundtable.Platform;
using Sylvan.Data.Csv;

namespace Roundtable.Directory.Imports;

/// <summary>Reads a table of text row by row, in bounded memory. Rows count from 1, the header included, as a spreadsheet shows them.</summary>
public sealed class SheetReader : IDisposable
{
    /// <summary>Characters in one cell.</summary>
    public const int LongestCell = 1_000_000;
    private const int LongestRow = 4 << 20;

    private readonly CsvDataReader reader;

    /// <param name="isLoose">Quotation marks may stand in the middle of a cell; then one that is never closed is not noticed.</param>
    public SheetReader(TextReader text, char? separator = null, bool isLoose = false)
    {
        var begin = new char[4096];
        var read = separator is null ? text.ReadBlock(begin, 0, begin.Length) : 0;
        var whole = read == 0 ? text : new Rejoined(new string(begin, 0, read), text);
        reader = CsvDataReader.Create(whole, new CsvDataReaderOptions
        {
            HasHeaders = false, Delimiter = separator ?? SeparatorOf(begin.AsSpan(0, read)), BufferSize = 1 << 16, MaxBufferSize = LongestRow,
            CsvStyle = isLoose ? CsvStyle.Lax : CsvStyle.Standard, OwnsReader = true, ResultSetMode = ResultSetMode.SingleResult,
        });
    }

    public int Row { get; private set; }
    public int Width => reader.RowFieldCount;
    public string this[int column] => column < reader.RowFieldCount ? reader.GetString(column) : "";
    public ReadOnlySpan<char> Span(int column) => column < reader.RowFieldCount ? reader.GetFieldSpan(column) : [];

    /// <summary>A row without any text, as spreadsheets leave them at the end.</summary>
    public bool IsBlank
    {
        get
        {
            for (var i = 0; i < Width; i++) if (!Span(i).IsWhiteSpace()) return false;
            return true;
        }
    }

    /// <exception cref="Refusal">The file cannot be read as a table from here on; says in which row.</exception>
    public bool Read()
    {
        try
        {
            if (!reader.Read()) return false;
            Row++;
            return true;
        }
        catch (CsvRecordTooLargeException)
        {
            throw new Refusal("import.row-too-large", "Input.File", Row + 1);
        }
        catch (CsvFormatException damaged)
        {
            throw new Refusal("import.row-unreadable", "Input.File", Row + 1, damaged.FieldOrdinal + 1);
        }
    }

    public void Dispose() => reader.Dispose();

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

    private sealed class Rejoined(string begin, TextReader rest) : TextReader
    {
        private int at;

        public override int Read(char[] buffer, int index, int count)
        {
            if (at >= begin.Length) return rest.Read(buffer, index, count);
            var taken = Math.Min(count, begin.Length - at);
            begin.CopyTo(at, buffer, index, taken);
            at += taken;
            return taken;
        }

        public override int Read() => at < begin.Length ? begin[at++] : rest.Read();
        public override int Peek() => at < begin.Length ? begin[at] : rest.Peek();
        protected override void Dispose(bool disposing) => rest.Dispose();
    }
}
