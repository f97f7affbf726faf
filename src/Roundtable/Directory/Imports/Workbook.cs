using System.Globalization;
using System.Xml;
using MiniExcelLibs;
using Roundtable.Platform;

namespace Roundtable.Directory.Imports;

/// <summary>An Excel file as tables of text: numbers as written, days as ISO 8601.</summary>
internal static class Workbook
{
    private const int MostSheets = 50, Deepest = 100;
    private const long MostCells = 20_000_000;

    /// <summary>Reads one XML part from end to end before a library does: no declarations of types or entities, no depth, no cell or sheet beyond bounds.</summary>
    /// <exception cref="Refusal">Nothing a spreadsheet program writes.</exception>
    public static void MustBeSafe(Stream part)
    {
        try
        {
            using var xml = XmlReader.Create(part, new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, CloseInput = false });
            var (row, column, widest) = (0L, 0, 0);
            var chunk = new char[4096];
            while (xml.Read())
            {
                if (xml.Depth > Deepest) throw new Refusal("import.workbook-damaged", "Input.File");
                if (xml.NodeType is XmlNodeType.Text or XmlNodeType.CDATA) MustFit(xml, chunk, row);
                if (xml.NodeType is not XmlNodeType.Element) continue;
                switch (xml.LocalName)
                {
                    case "row":
                        row = long.TryParse(xml.GetAttribute("r"), NumberStyles.None, CultureInfo.InvariantCulture, out var told) ? told : row + 1;
                        column = 0;
                        break;
                    case "c":
                        column = ColumnOf(xml.GetAttribute("r")) is var at and > 0 ? at : column + 1;
                        widest = Math.Max(widest, column);
                        break;
                    case "dimension":
                        widest = Math.Max(widest, ColumnOf(xml.GetAttribute("ref")?.Split(':')[^1]));
                        break;
                }
                if (widest > SheetReader.MostColumns) throw new Refusal("import.too-many-columns", "Input.File", SheetReader.MostColumns);
                if (row > 1 << 20 || row * widest > MostCells) throw new Refusal("import.too-many-rows", "Input.File", MostCells / Math.Max(1, widest));
            }
        }
        catch (XmlException)
        {
            throw new Refusal("import.workbook-damaged", "Input.File");
        }
    }

    /// <summary>Names of the sheets that have rows.</summary>
    public static IReadOnlyList<string> Sheets(Stream stream) => Guarded(() =>
        (IReadOnlyList<string>)[.. stream.GetSheetNames().Take(MostSheets).Where(s => stream.Query(sheetName: s, excelType: ExcelType.XLSX).Any())]);

    public static IEnumerable<string[]> Rows(Stream stream, string sheet)
    {
        using var owned = stream;
        using var rows = Guarded(() => stream.Query(sheetName: sheet, excelType: ExcelType.XLSX).GetEnumerator());
        while (Guarded(rows.MoveNext)) yield return [.. ((IDictionary<string, object?>)rows.Current).Values.Select(Text)];
    }

    private static void MustFit(XmlReader xml, char[] chunk, long row)
    {
        var length = 0;
        int read;
        while ((read = xml.ReadValueChunk(chunk, 0, chunk.Length)) > 0)
            if ((length += read) > SheetReader.LongestCell) throw new Refusal("import.cell-too-large", "Input.File", row);
    }

    // "AB12" is column 28.
    private static int ColumnOf(string? cell)
    {
        var column = 0;
        foreach (var c in cell ?? "")
        {
            if (!char.IsAsciiLetter(c) || column > SheetReader.MostColumns) break;
            column = column * 26 + (c & 31);
        }
        return column;
    }

    private static string Text(object? cell) => cell switch
    {
        null => "",
        string text => text,
        DateTime at => at.ToString(at.TimeOfDay == default ? "yyyy-MM-dd" : "yyyy-MM-ddTHH:mm:ss", CultureInfo.InvariantCulture),
        double number when number == Math.Floor(number) && Math.Abs(number) < 1e15 => ((long)number).ToString(CultureInfo.InvariantCulture),
        IFormattable other => other.ToString(null, CultureInfo.InvariantCulture),
        _ => cell.ToString() ?? "",
    };

    // The library answers a workbook that lacks a part with whatever exception comes first.
    private static T Guarded<T>(Func<T> read)
    {
        try
        {
            return read();
        }
        catch (Exception damaged) when (damaged is not (Refusal or OperationCanceledException or OutOfMemoryException))
        {
            throw new Refusal("import.workbook-damaged", "Input.File");
        }
    }
}
