using CsvHelper;
using Microsoft.AspNetCore.Http;
using NodaTime;
using NodaTime.Text;

namespace Roundtable.Platform.Api;

/// <summary>Rows as a file for spreadsheets: UTF-8 with its mark, CRLF, and nothing that a spreadsheet would run as a formula.</summary>
public static class Sheet
{
    private static readonly CsvWriterOptions Options = new() { NewLine = "\r\n", Injection = CsvInjection.Escape, WriteByteOrderMark = true };

    /// <param name="name">First part of the file's name; today's date follows.</param>
    public static IResult Answer(string name, IClock clock, IReadOnlyList<string> header, IEnumerable<IReadOnlyList<string?>> rows) =>
        Results.File(Write(header, rows), "text/csv; charset=utf-8", $"{name}-{LocalDatePattern.Iso.Format(clock.GetCurrentInstant().InUtc().Date)}.csv");

    public static byte[] Write(IReadOnlyList<string> header, IEnumerable<IReadOnlyList<string?>> rows)
    {
        using var stream = new MemoryStream();
        using (var writer = CsvWriter.Create(stream, Options, leaveOpen: true))
            foreach (var row in rows.Prepend(header))
            {
                foreach (var cell in row) writer.WriteField(cell ?? "");
                writer.EndRecord();
            }
        return stream.ToArray();
    }
}
