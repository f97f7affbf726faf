using System.Diagnostics;
using System.Formats.Tar;
using System.IO.Compression;
using System.Text.Json;
using Roundtable.Platform;

namespace Roundtable.Benchmarks;

/// <summary>
/// The directory at national scale: a master file of two million organizations and the real national files taken in, then a thousand mixed
/// searches over HTTP; the same with a hundredth of it, to see what growth costs.
/// </summary>
internal static class DirectoryBench
{
    private const int Country = 1_900_000, Little = 20_000;

    public static async Task<string> Run(Arguments given)
    {
        var (app, data) = (Path.GetFullPath(given.Must("app")), Path.GetFullPath(given.Must("data")));
        var folder = System.IO.Directory.CreateDirectory(Path.Combine(given["scratch"] ?? Path.GetTempPath(), $"roundtable_bench_{Ids.New():N}")).FullName;
        var (taken, asked) = (new List<IReadOnlyList<string>>(), new List<IReadOnlyList<string>>());
        try
        {
            var rows = given.Number("rows", Country);
            var sample = await Packed(Path.Combine(data, "hsds", "hsds-2.0-sample-datapackage.tar.gz"), "all_resources/", Path.Combine(folder, "sample.zip"));
            foreach (var count in new[] { Math.Min(Little, rows), rows })
            {
                var file = Path.Combine(folder, $"{count}.csv");
                await Generate(Path.Combine(data, "bmf", "gen_bmf.py"), count, file);
                foreach (var kind in given["postgres"] is null ? new[] { "SQLite" } : ["SQLite", "PostgreSQL"])
                {
                    var database = kind == "SQLite" ? null : $"{given["postgres"]};Database={await PagesBench.NewDatabase(given["postgres"]!)}";
                    var site = new Site(app, Path.Combine(folder, $"{kind}-{count}"), database);
                    await Take(site, data, file, sample, $"{kind}, {count:N0}", taken);
                    await Ask(site, Questions.From(data, file), $"{kind}, {count:N0}", asked);
                }
            }
            return $"""
                Measured with `bin/bench directory`: {Report.Machine()}

                {Report.Table(["import", "rows", "seconds", "rows/s", "peak memory, MB", "database after, MB"], taken)}
                {Report.Table(["1,000 searches", "kind", "p50, ms", "p95, ms", "p99, ms", "longest, ms", "server memory, MB"], asked)}
                """;
        }
        finally
        {
            if (given["keep"] is null) System.IO.Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task Generate(string generator, int count, string file)
    {
        if (!File.Exists(generator)) throw new InvalidOperationException($"There is no generator {generator}. Say where the data is with --data.");
        Report.Progress($"making {count:N0} rows");
        using var making = Process.Start(new ProcessStartInfo("python3", [generator, "--rows", $"{count}", "--seed", "7", "--out", file]) { RedirectStandardError = true, UseShellExecute = false })!;
        await making.StandardError.ReadToEndAsync();
        await making.WaitForExitAsync();
        if (making.ExitCode != 0) throw new InvalidOperationException("The generator failed.");
    }

    // The data package of an archive's folder, as its publisher would hand it out.
    private static async Task<string> Packed(string archive, string folder, string into)
    {
        await using var packed = new GZipStream(File.OpenRead(archive), CompressionMode.Decompress);
        await using var from = new TarReader(packed);
        await using var zip = await ZipFile.OpenAsync(into, ZipArchiveMode.Create);
        while (await from.GetNextEntryAsync() is { } entry)
            if (entry.DataStream is { } content && entry.Name.StartsWith(folder, StringComparison.Ordinal))
            {
                await using var to = await zip.CreateEntry(entry.Name[folder.Length..]).OpenAsync();
                await content.CopyToAsync(to);
            }
        return into;
    }

    private static async Task Take(Site site, string data, string file, string sample, string of, List<IReadOnlyList<string>> taken)
    {
        foreach (var (source, name) in new[]
        {
            ("zip-areas", "geo/Gaz_zcta_national_2010.txt.gz"), ("counties", "geo/us_counties_pop_est_2019.csv"), ("irs-bmf", file),
            ("pls-outlets", "libraries/pls_fy18_outlet_pud18i.csv.gz"), ("pls-systems", "libraries/pls_fy2018_libraries.csv.gz"), ("ipeds", "edu/ipeds_hd2020.csv.gz"),
            ("museums", "museums/MuseumFile2018_File1_Nulls.csv.gz"), ("dotgov", "gov/dotgov-current-full.csv.gz"), ("government-sites", "gov/1_govt_urls_full.csv.gz"),
            ("hsds", "hsds/open211-miami-hsds-1.1-datapackage-20190729.zip"), ("hsds", sample),
        })
        {
            Report.Progress($"{of}: {source}");
            var done = await site.Command("import", source, Path.Combine(data, name), "--yes", "--json");
            var rows = JsonDocument.Parse(done.Said).RootElement.GetProperty("rows").GetInt32();
            if (source is "zip-areas" or "counties") continue;
            taken.Add([$"{of}: {(source == "hsds" ? Path.GetFileNameWithoutExtension(name)[..6] : source)}", $"{rows:N0}", Report.Say(done.Took.TotalSeconds, "0.0"), $"{rows / done.Took.TotalSeconds:N0}", Report.Say(done.Peak / 1e6, "0"), Report.Say(site.Bytes / 1e6, "0")]);
        }
    }

    private static async Task Ask(Site site, IReadOnlyList<Question> questions, string of, List<IReadOnlyList<string>> asked)
    {
        // The first start tidies the index; the second is measured, its caches empty at first.
        await using (var first = await site.Serve()) await first.Rested();
        await using var server = await site.Serve();
        using var http = Load.Client(server.Address);
        foreach (var round in new[] { "cold", "warming", "warm" })
        {
            Report.Progress($"{of}: {questions.Count:N0} searches, {round}");
            var took = new List<(string Kind, double Ms)>();
            foreach (var question in questions)
            {
                var began = Stopwatch.GetTimestamp();
                using var answer = await http.GetAsync(question.Address);
                await answer.Content.CopyToAsync(Stream.Null);
                took.Add((question.Kind, Stopwatch.GetElapsedTime(began).TotalMilliseconds));
                if (!answer.IsSuccessStatusCode) throw new InvalidOperationException($"{question.Address} answers {answer.StatusCode}.");
            }
            // The program compiles its busiest parts once more meanwhile.
            if (round == "warming") continue;
            foreach (var kind in took.Select(t => t.Kind).Distinct().Order().Append("all"))
            {
                var times = took.Where(t => kind == "all" || t.Kind == kind).Select(t => t.Ms).Order().ToArray();
                string At(double p) => Report.Say(times[Math.Min(times.Length - 1, (int)(p * times.Length))]);
                asked.Add([$"{of}, {round}", kind, At(0.5), At(0.95), At(0.99), At(1), kind == "all" ? Report.Say(server.Memory / 1e6, "0") : ""]);
            }
        }
    }
}

/// <summary>One search, as a program asks it.</summary>
internal sealed record Question(string Kind, string Address);

/// <summary>A thousand searches, the same in each run: what people look for, where, and how they begin to type names.</summary>
internal static class Questions
{
    private const int Count = 1000;
    private static readonly string[] Looked =
    [
        "food pantry", "legal aid", "library", "church", "adult education", "veterans", "housing", "literacy", "immigrants", "senior center", "community college", "clinic",
        "job training", "school district", "museum", "radio station", "shelter", "county clerk", "tax help", "citizenship", "esl", "after school", "mental health", "friends of the library",
    ];
    private static readonly string[] Sectors = ["nonprofit", "library", "government", "education", "social-service", "faith", "health", "business", "media"];

    private static readonly string[] Needs = ["TAX", "BEN", "UNE", "JOB", "IMM", "MED", "VOT"];
    private static readonly string[] Roles = ["training", "advocacy", "assistance", "translation", "assessment"];

    public static IReadOnlyList<Question> From(string data, string file)
    {
        using var packed = new GZipStream(File.OpenRead(Path.Combine(data, "geo", "Gaz_zcta_national_2010.txt.gz")), CompressionMode.Decompress);
        using var lines = new StreamReader(packed);
        var zips = lines.ReadToEnd().Split('\n').Skip(1).Select(l => l.Split('\t')[0]).Where(z => z.Length == 5).ToArray();
        var rows = File.ReadLines(file).Skip(1).Take(20_000).Select(l => l.Split(',')).Where(r => r.Length == 28 && r[5].Length == 2 && r[1].Length > 8).ToArray();
        var turn = 17u;
        // A plain generator (Numerical Recipes), so that each run asks the same.
        T Any<T>(T[] of) => of[(int)((turn = turn * 1664525 + 1013904223) >> 8) % of.Length];
        return [.. Enumerable.Range(0, Count).Select(i => (i % 10) switch
        {
            0 or 1 or 5 or 6 => new Question("words, 25 miles, sector", Address(("q", Any(Looked)), ("near", Any(zips)), ("sector", Any(Sectors)))),
            2 or 7 => new Question("words, 25 miles", Address(("q", Any(Looked)), ("near", Any(zips)))),
            3 or 8 => new Question("beginning of a name, state", Beginning(Any(rows))),
            4 => new Question("a sector, 25 miles", Address(("sector", Any(Sectors)), ("near", Any(zips)))),
            _ => new Question("a hole, 25 miles", i % 20 == 9 ? Address(("need", Any(Needs)), ("near", Any(zips))) : Address(("role", Any(Roles)), ("sector", Any(Sectors)), ("near", Any(zips)))),
        })];
    }

    private static string Beginning(string[] row)
    {
        var words = row[1].Split(' ');
        return Address(("q", words[0].Length > 5 ? words[0][..5] : $"{words[0]} {words[1][..Math.Min(2, words[1].Length)]}"), ("state", row[5]));
    }

    private static string Address(params (string Name, string Value)[] query) => $"/api/v1/organizations?{string.Join('&', query.Select(q => $"{q.Name}={Uri.EscapeDataString(q.Value)}"))}";
}
