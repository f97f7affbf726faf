using System.Diagnostics;
using System.Net;
using System.Text.RegularExpressions;
using Roundtable.Platform;

namespace Roundtable.Benchmarks;

/// <summary>How soon the published program answers, what it holds while nobody comes, and what the first visit downloads.</summary>
internal static partial class StartBench
{
    public static async Task<string> Run(Arguments given)
    {
        var (app, folder) = (Path.GetFullPath(given.Must("app")), Path.Combine(Path.GetTempPath(), $"roundtable_bench_{Ids.New():N}"));
        try
        {
            var rows = new List<IReadOnlyList<string>>();
            await using (await Start(app, folder, "first start, new database", rows)) { }
            await using (var again = await Start(app, folder, "next start", rows))
            {
                var rest = given.Number("rest", 30);
                Report.Progress($"resting {rest} s");
                await Task.Delay(TimeSpan.FromSeconds(rest));
                rows.Add(["memory at rest, resident", $"{Report.Say(again.Memory / 1e6, "0")} MB", "≤ 150 MB"]);
                rows.Add(["of it the program's own, not files the system can take back", $"{Report.Say(again.OwnMemory / 1e6, "0")} MB", ""]);
                foreach (var coding in new[] { "br", "gzip" })
                    rows.Add([$"first page over the wire, {coding}", await Bytes(again.Address, coding), "≤ 100 kB"]);
            }
            return $"Measured with `bin/bench start`: {Report.Machine()}\n\n{Report.Table(["what", "measured", "bar"], rows)}";
        }
        finally
        {
            if (System.IO.Directory.Exists(folder)) System.IO.Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task<Child> Start(string app, string folder, string what, List<IReadOnlyList<string>> rows)
    {
        var address = Child.FreeAddress();
        var watch = Stopwatch.StartNew();
        var child = await Child.Start(app, address, ["serve"], until: null, new Dictionary<string, string>
        {
            ["ASPNETCORE_URLS"] = address, ["Roundtable__BaseUrl"] = address, ["Roundtable__DataDirectory"] = folder, ["ASPNETCORE_ENVIRONMENT"] = "Production",
        });
        using var http = Load.Client(address);
        while (watch.Elapsed < TimeSpan.FromMinutes(2) && !await Answers(http)) await Task.Delay(10);
        rows.Add([$"{what}: to the first page", $"{Report.Say(watch.Elapsed.TotalSeconds)} s", "≤ 2 s"]);
        Report.Progress($"{what}: {watch.Elapsed}");
        return child;
    }

    private static async Task<bool> Answers(HttpClient http)
    {
        try
        {
            using var response = await Page(http, null);
            return response.StatusCode is HttpStatusCode.OK;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    // A fresh site sends its first visitor to a page that explains the setup.
    private static async Task<HttpResponseMessage> Page(HttpClient http, string? coding)
    {
        var response = await Ask(http, "/", coding);
        for (var hops = 0; response.Headers.Location is { } next && hops < 5; hops++) response = await Ask(http, next.ToString(), coding);
        return response;
    }

    private static Task<HttpResponseMessage> Ask(HttpClient http, string address, string? coding)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, address);
        if (coding is not null) request.Headers.AcceptEncoding.ParseAdd(coding);
        return http.SendAsync(request);
    }

    private static async Task<string> Bytes(string address, string coding)
    {
        using var http = Load.Client(address);
        using var plain = await Page(http, null);
        using var page = await Page(http, coding);
        var html = await plain.Content.ReadAsStringAsync();
        var (sum, local) = ((await page.Content.ReadAsByteArrayAsync()).LongLength, new SortedDictionary<string, long>(StringComparer.Ordinal));
        var document = sum;
        foreach (var file in Files().Matches(html).Select(m => WebUtility.HtmlDecode(m.Groups["file"].Value)).Where(f => !f.StartsWith("data:", StringComparison.Ordinal)).Distinct())
        {
            if (file.Contains("://", StringComparison.Ordinal)) throw new InvalidOperationException($"The first page loads {file} from elsewhere.");
            using var answer = await Ask(http, file, coding);
            var bytes = (await answer.Content.ReadAsByteArrayAsync()).LongLength;
            var kind = Path.GetExtension(file.Split('?')[0]).TrimStart('.');
            local[kind] = local.GetValueOrDefault(kind) + bytes;
            sum += bytes;
        }
        return $"{Report.Say(sum / 1e3, "0.0")} kB (page {Report.Say(document / 1e3, "0.0")}{string.Concat(local.Select(l => $", {l.Key} {Report.Say(l.Value / 1e3, "0.0")}"))})";
    }

    // Style sheets, scripts, preloaded fonts, pictures: what a browser fetches without being asked.
    [GeneratedRegex("""<link[^>]*rel="(?:stylesheet|preload|modulepreload|icon)"[^>]*href="(?<file>[^"]+)"|<link[^>]*href="(?<file>[^"]+)"[^>]*rel="(?:stylesheet|preload|modulepreload|icon)"|<(?:script|img)[^>]*src="(?<file>[^"]+)"|<use[^>]*href="(?<file>[^"#]+)""", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Files();
}
