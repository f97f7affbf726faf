using System.Globalization;
using CsvHelper;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using MiniExcelLibs;
using MiniExcelLibs.Attributes;
using MiniExcelLibs.OpenXml;
using NodaTime;
using NodaTime.Text;

namespace Roundtable.Platform.Api;

/// <summary>
/// A table as a file for spreadsheets, as XLSX or CSV by the address's ending. Cells are text, numbers, days or nothing;
/// in neither file does text begin a formula.
/// </summary>
/// <param name="name">First part of the file's name; the day follows.</param>
public sealed class Sheet(string name, LocalDate today, IReadOnlyList<string> header, IEnumerable<IReadOnlyList<object?>> rows) : IResult
{
    private static readonly CsvWriterOptions Csv = new() { NewLine = "\r\n", Injection = CsvInjection.Escape, WriteByteOrderMark = true };

    public Task ExecuteAsync(HttpContext http)
    {
        var excel = http.Request.Path.Value!.EndsWith(".xlsx", StringComparison.OrdinalIgnoreCase);
        var (content, type) = excel ? (AsXlsx(), "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet") : (AsCsv(), "text/csv; charset=utf-8");
        return TypedResults.File(content, type, $"{name}-{LocalDatePattern.Iso.Format(today)}.{(excel ? "xlsx" : "csv")}").ExecuteAsync(http);
    }

    /// <summary>UTF-8 with its mark, CRLF, days as ISO 8601 (RFC 4180).</summary>
    public byte[] AsCsv()
    {
        using var stream = new MemoryStream();
        using (var writer = CsvWriter.Create(stream, Csv, leaveOpen: true))
            foreach (var row in rows.Prepend(header))
            {
                foreach (var cell in row) writer.WriteField(cell switch { LocalDate day => LocalDatePattern.Iso.Format(day), IFormattable n => n.ToString(null, CultureInfo.InvariantCulture), _ => cell?.ToString() ?? "" });
                writer.EndRecord();
            }
        return stream.ToArray();
    }

    /// <summary>Typed numbers and days, the header row frozen.</summary>
    public byte[] AsXlsx()
    {
        var cells = rows.Select(r => r.Select(c => c is LocalDate day ? day.ToDateTimeUnspecified() : c).ToList()).ToList();
        var columns = header.Select((h, i) => new DynamicExcelColumn(KeyOf(i)) { Index = i, Name = h, Width = 22, Format = cells.Any(r => r[i] is DateTime) ? "yyyy-mm-dd" : null });
        using var stream = new MemoryStream();
        stream.SaveAs(cells.Count > 0 ? cells.Select(r => r.Select((c, i) => (Cell: c, i)).ToDictionary(c => KeyOf(c.i), c => c.Cell)) : [header.Select((_, i) => i).ToDictionary(KeyOf, _ => (object?)null)],
            configuration: new OpenXmlConfiguration { DynamicColumns = [.. columns], FreezeRowCount = 1, EnableWriteNullValueCell = false });
        return stream.ToArray();
    }

    private static string KeyOf(int column) => column.ToString(CultureInfo.InvariantCulture);
}

public static class SheetEndpoints
{
    /// <summary>A table's files: the same at <c>address.csv</c> and <c>address.xlsx</c>. The handler returns a <see cref="Sheet"/>; links come from <c>SheetLinks</c>.</summary>
    public static IEndpointConventionBuilder MapSheet(this IEndpointRouteBuilder app, string address, Delegate table, string summary)
    {
        var both = app.MapGroup("");
        foreach (var ending in (string[])["csv", "xlsx"]) both.MapGet($"{address}.{ending}", table).WithSummary($"{summary} As {ending.ToUpperInvariant()}.");
        return both;
    }
}
