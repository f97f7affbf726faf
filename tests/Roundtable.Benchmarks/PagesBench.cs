using System.Globalization;
using System.Net;
using System.Text;
using Roundtable.Platform;

namespace Roundtable.Benchmarks;

/// <summary>What the main pages cost, beside constant text of the same server in the same run.</summary>
internal static class PagesBench
{
    private sealed record Figure(string What, double Cpu, double PerSecond, double IdleP50, double IdleP99, double BusyP50, double BusyP99, long? Statements);

    public static async Task<string> Run(Arguments given)
    {
        var text = new StringBuilder($"Measured with `bin/bench pages`: {Report.Machine()}\n");
        var folder = Path.Combine(Path.GetTempPath(), $"roundtable_bench_{Ids.New():N}");
        System.IO.Directory.CreateDirectory(folder);
        try
        {
            text.Append("\n**SQLite**\n\n").Append(await On($"Data Source={Path.Combine(folder, "bench.db")}", folder, given));
            if (given["postgres"] is { } cluster) text.Append("\n**PostgreSQL**\n\n").Append(await On($"{cluster};Database={await NewDatabase(cluster)}", folder, given));
        }
        finally
        {
            System.IO.Directory.Delete(folder, recursive: true);
        }
        return text.ToString();
    }

    private static async Task<string> On(string database, string folder, Arguments given)
    {
        var address = Child.FreeAddress();
        await using var server = await Child.Start(typeof(PagesBench).Assembly.Location, address, ["serve", "--address", address, "--directory", folder, "--database", database], BenchServer.Ready);
        var (slug, cookie) = server.Said.Split(' ') is [var s, var c] ? (s, c) : throw new InvalidOperationException(server.Said);
        (string, string, string?)[] pages =
        [
            ("Constant text", BenchServer.Constant, null), ("Home of a partnership", $"/w/{slug}", cookie), ("Partner list, 50 rows", $"/w/{slug}/partners", cookie),
            ("Prospect list", $"/w/{slug}/prospects", cookie), ("Motion with its answers", $"/w/{slug}/motions/2", cookie),
            ($"Board of {Stock.Cards:N0} cards", $"/w/{slug}/vision/processes/2/boards/needs", cookie), ("The same, to bring together", $"/w/{slug}/vision/processes/2/clusters/needs", cookie), ("Public start page", "/", null),
        ];
        // All of them first: what is measured first would pay for compiling what they share.
        foreach (var (what, path, who) in pages) await Warm(server, what, path, who, given);
        var figures = new List<Figure?>();
        foreach (var (what, path, who) in pages) figures.Add(await Measure(server, what, path, who, given));
        var constant = figures[0]!;
        var table = Report.Table(
            ["page", "CPU, ms each", "× constant", "requests/s", "of constant", "idle p50, ms", "idle p99, ms", "half load p50, ms", "half load p99, ms", "SQL statements"],
            figures.OfType<Figure>().Select(f => (IReadOnlyList<string>)
            [
                f.What, Report.Say(f.Cpu, "0.000"), Report.Say(f.Cpu / constant.Cpu, "0.0"), Report.Say(f.PerSecond, "0"), Report.Say(100 * f.PerSecond / constant.PerSecond, "0") + " %",
                Report.Say(f.IdleP50), Report.Say(f.IdleP99), Report.Say(f.BusyP50), Report.Say(f.BusyP99), f.Statements?.ToString(CultureInfo.InvariantCulture) ?? "—",
            ]));
        Report.Progress(table);
        return table;
    }

    private static async Task Warm(Child server, string what, string path, string? cookie, Arguments given)
    {
        Report.Progress($"warming {what}");
        using var load = new Load(server, path, cookie);
        await load.Closed(4, 3_000, TimeSpan.FromSeconds(given.Number("seconds", 10)));
    }

    private static async Task<Figure?> Measure(Child server, string what, string path, string? cookie, Arguments given)
    {
        Report.Progress($"{what} {path}");
        using var load = new Load(server, path, cookie);
        if (await load.Look() is not HttpStatusCode.OK and var status)
        {
            Report.Progress($"  left out: it answered {(int)status}");
            return null;
        }
        var (seconds, requests) = (TimeSpan.FromSeconds(given.Number("seconds", 10)), given.Number("requests", 20_000));
        var idle = await load.Closed(1, 500, seconds);
        var top = await load.Closed(8, requests, seconds);
        var busy = await load.Steady(top.PerSecond / 2, requests, seconds);
        return new(what, top.CpuEach, top.PerSecond, idle.Percentile(0.5), idle.Percentile(0.99), busy.Percentile(0.5), busy.Percentile(0.99), await Statements(server, load));
    }

    private static async Task<long> Statements(Child server, Load load)
    {
        using var http = Load.Client(server.Address);
        async Task<long> Total() => long.Parse(await http.GetStringAsync(BenchServer.Statements), CultureInfo.InvariantCulture);
        var fewest = long.MaxValue;
        // Jobs of the server ask too, now and then: the fewest of some tries are the page's own.
        for (var i = 0; i < 5; i++)
        {
            var before = await Total();
            await load.Look();
            fewest = Math.Min(fewest, await Total() - before);
        }
        return fewest;
    }

    internal static async Task<string> NewDatabase(string cluster)
    {
        var name = $"roundtable_bench_{Ids.New():N}";
        await using var connection = new Npgsql.NpgsqlConnection($"{cluster};Database=postgres;Pooling=false");
        await connection.OpenAsync();
        await using var command = new Npgsql.NpgsqlCommand($"CREATE DATABASE \"{name}\"", connection);
        await command.ExecuteNonQueryAsync();
        return name;
    }
}
