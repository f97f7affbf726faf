using System.Globalization;
using System.Text;

namespace Roundtable.Benchmarks;

/// <summary>Writes figures as Markdown, where people read them.</summary>
internal static class Report
{
    public static void Give(string part, string markdown, Arguments given)
    {
        Console.WriteLine(markdown);
        if (given["into"] is not { } file) return;
        var (text, begin, end) = (File.ReadAllText(file), $"<!-- bench {part} -->\n", $"<!-- /bench {part} -->");
        var (from, to) = (text.IndexOf(begin, StringComparison.Ordinal), text.IndexOf(end, StringComparison.Ordinal));
        if (from < 0 || to < from) throw new InvalidOperationException($"{file} has no marks for {part}.");
        File.WriteAllText(file, string.Concat(text.AsSpan(0, from + begin.Length), markdown, text.AsSpan(to)));
    }

    public static string Table(IReadOnlyList<string> head, IEnumerable<IReadOnlyList<string>> rows)
    {
        var table = new StringBuilder();
        Line(head);
        Line([.. head.Select((_, i) => i == 0 ? "---" : "---:")]);
        foreach (var row in rows) Line(row);
        return table.ToString();
        void Line(IReadOnlyList<string> cells) => table.Append("| ").AppendJoin(" | ", cells).Append(" |\n");
    }

    public static string Say(double number, string format = "0.00") => number.ToString(format, CultureInfo.InvariantCulture);

    /// <summary>What the figures depend on.</summary>
    public static string Machine() =>
        $"{Environment.ProcessorCount} processors, {System.Runtime.InteropServices.RuntimeInformation.OSDescription.Split('#')[0].Trim()}, .NET {Environment.Version}, client on the same machine, load average {Busy()}.";

    // A busy machine makes latencies worthless; the reader should see it.
    private static string Busy() => File.Exists("/proc/loadavg") ? File.ReadAllText("/proc/loadavg").Split(' ')[0] : "unknown";

    public static void Progress(string what) => Console.Error.WriteLine(what);
}
