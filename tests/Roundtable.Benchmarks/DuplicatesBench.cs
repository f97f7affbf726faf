using System.Globalization;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Roundtable.Directory;
using Roundtable.Directory.Duplicates;
using Roundtable.Directory.Imports;
using Roundtable.Platform.Access;
using Roundtable.Platform.Data;
using Roundtable.Platform.Hosting;

namespace Roundtable.Benchmarks;

/// <summary>
/// How well suggested duplicates hold: colleges and museums are imported without their tax numbers beside the tax office's lists of six states,
/// and each suggestion is judged by the numbers that were left out.
/// </summary>
internal static class DuplicatesBench
{
    private static readonly string[] States = ["vt", "ri", "me", "id", "dc", "nh"];

    public static async Task<string> Run(Arguments given)
    {
        var data = given.Must("data");
        var folder = System.IO.Directory.CreateTempSubdirectory("roundtable-bench-");
        try
        {
            var app = Product.Build([], builder =>
            {
                builder.Configuration["Roundtable:BaseUrl"] = "http://localhost";
                builder.Configuration["Roundtable:DataDirectory"] = folder.FullName;
                builder.Configuration["Roundtable:Database"] = "";
            }, alone: false);
            await app.Services.Prepare();
            var eins = new Dictionary<(string Source, string Key), string>();
            var truth = Truth(data, "ipeds", "colleges_ipeds_to_bmf.csv").Concat(Truth(data, "museums", "museums_to_bmf.csv")).ToDictionary(t => (t.Source, t.Id));
            foreach (var state in States) await Import(app.Services, "irs-bmf", await SourceFile.Of(Path.Combine(data, $"bmf/2026-04_eo_{state}.csv.gz")));
            foreach (var (source, file, key) in ((string, string, string)[])[("ipeds", "edu/ipeds_hd2020.csv.gz", "UNITID"), ("museums", "museums/MuseumFile2018_File1_Nulls.csv.gz", "MID")])
                await Import(app.Services, source, await Without(Path.Combine(data, file), source, key, truth, eins));
            return await Measure(app.Services, truth, eins);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static async Task<string> Measure(IServiceProvider services, Dictionary<(string, string), Pair> truth, Dictionary<(string Source, string Key), string> eins)
    {
        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<RoundtableDb>();
        var asked = await db.Organizations.AsNoTracking().Where(o => o.ListedIn != "irs-bmf").OrderBy(o => o.Number).ToListAsync();
        var (right, wrong, unknown, found) = (0, 0, 0, new HashSet<(string, string)>());
        var seen = new HashSet<(Guid, Guid)>();
        var watch = System.Diagnostics.Stopwatch.StartNew();
        foreach (var organization in asked)
            foreach (var like in await db.LikeThis(organization))
            {
                var (one, other) = (Ein(organization), Ein(like.Organization));
                if (one is not null && one == other && like.Organization.ListedIn == "irs-bmf" && truth.ContainsKey(Key(organization))) found.Add(Key(organization));
                if (!seen.Add((organization.Id, like.Organization.Id)) || seen.Contains((like.Organization.Id, organization.Id))) continue;
                if (one is null || other is null) unknown++;
                else if (one == other) right++;
                else
                {
                    wrong++;
                    Report.Progress($"wrong {like.Likeness.Score.ToString("0.00", CultureInfo.InvariantCulture)}: {organization.ShownName}, {organization.Street}, {organization.City} {organization.State} | {like.Organization.ShownName}, {like.Organization.AlsoKnownAs}, {like.Organization.Street}, {like.Organization.City} ({like.Organization.ListedIn})");
                }
            }
        foreach (var missed in truth.Values.Where(t => !found.Contains((t.Source, t.Id)))) Report.Progress($"missed: {missed.Name} | {missed.Listed}");
        string Share(string source) => $"{found.Count(f => f.Item1 == source)} of {truth.Values.Count(t => t.Source == source)}";
        return $"Measured with `bin/bench duplicates`: {Report.Machine()}\n\n" + Report.Table(["", "measured", "bar"],
        [
            ["suggestions right", $"{right}", ""], ["suggestions wrong", $"{wrong}", ""], ["one of both has no tax number: not judged", $"{unknown}", ""],
            ["precision", Report.Say(right / (double)Math.Max(1, right + wrong), "0.000"), "≥ 0.95"],
            ["recall of the known pairs", Report.Say(found.Count / (double)truth.Count, "0.000"), "≥ 0.60"],
            ["— colleges found", Share("ipeds"), ""], ["— museums found", Share("museums"), ""],
            ["entries asked about", $"{asked.Count}", ""], ["time for one of them", $"{Report.Say(watch.Elapsed.TotalMilliseconds / asked.Count)} ms", ""],
        ]);
        string? Ein(Organization o) => eins.GetValueOrDefault(Key(o)) ?? (o.ListedIn == "irs-bmf" ? o.SourceKey : null);
        static (string, string) Key(Organization o) => (o.ListedIn!, o.SourceKey!);
    }

    // The file without its EINs, which are set aside; with those pairs of the truth that other files of the same source list.
    private static async Task<SourceFile> Without(string path, string source, string keyColumn, Dictionary<(string, string), Pair> truth, Dictionary<(string Source, string Key), string> eins)
    {
        var file = await SourceFile.Of(path);
        var text = new StringBuilder();
        using var sheet = file.Sheet();
        var header = SheetHeader.Read(sheet);
        var (ein, key) = (header.At("EIN")!.Value, header.At(keyColumn)!.Value);
        Line(header.Names);
        var seen = new HashSet<string>();
        while (sheet.Read())
        {
            string[] cells = [.. Enumerable.Range(0, sheet.Width).Select(i => sheet[i])];
            seen.Add(cells[key]);
            if (cells[ein].Trim() is { Length: > 6 } number) eins[(source, cells[key])] = number.PadLeft(9, '0');
            cells[ein] = source == "ipeds" ? "-2" : " ";
            Line(cells);
        }
        foreach (var pair in truth.Values.Where(t => t.Source == source && !seen.Contains(t.Id)))
        {
            eins[(source, pair.Id)] = pair.Ein;
            Line(header.Names.Select(n => n switch { "MID" => pair.Id, "COMMONNAME" => pair.Name, "ADCITY" => pair.City, "ADSTATE" => pair.State, "ADZIP" => pair.Zip, _ => "" }));
        }
        return await SourceFile.Of(source, Encoding.UTF8.GetBytes(text.ToString()));
        void Line(IEnumerable<string> cells) => text.AppendJoin(',', cells.Select(c => $"\"{c.Replace("\"", "\"\"", StringComparison.Ordinal)}\"")).Append('\n');
    }

    private static async Task Import(IServiceProvider services, string source, SourceFile file)
    {
        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<RoundtableDb>();
        var (actor, now) = (Actor.System("bench"), scope.ServiceProvider.GetRequiredService<IClock>().GetCurrentInstant());
        var (plan, _) = await db.CheckImport(actor, now, ImportSources.Named(source), file);
        await db.CarryOut(actor, now, plan, file, evenIfShrunk: true);
        Report.Progress($"{source} {file.Name}: {plan.New} new, {plan.Problems} problems");
    }

    private static List<Pair> Truth(string data, string source, string name)
    {
        using var reader = new StreamReader(Path.Combine(data, "truth", name));
        using var sheet = new SheetReader(reader, ',');
        var header = SheetHeader.Read(sheet);
        var pairs = new List<Pair>();
        while (sheet.Read())
            pairs.Add(new(source, Cell("source_id"), Cell("source_name"), Cell("source_city"), Cell("source_state"), Cell("source_zip"), Cell("ein"), Cell("bmf_name")));
        return pairs;
        string Cell(string column) => sheet[header.At(column)!.Value];
    }

    private sealed record Pair(string Source, string Id, string Name, string City, string State, string Zip, string Ein, string Listed);
}
