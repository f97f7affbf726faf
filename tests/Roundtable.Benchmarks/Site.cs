using System.Diagnostics;
using System.Net;

namespace Roundtable.Benchmarks;

/// <summary>The published program with a data directory of its own: its commands, and its server.</summary>
internal sealed class Site(string app, string folder, string? database)
{
    /// <summary>What the embedded database takes on disk; 0 for the other.</summary>
    public long Bytes => database is null ? System.IO.Directory.EnumerateFiles(folder, "roundtable.db*").Sum(f => new FileInfo(f).Length) : 0;

    /// <summary>Runs one command to its end.</summary>
    /// <returns>What it said, how long it took and the most memory it held.</returns>
    public async Task<(string Said, TimeSpan Took, long Peak)> Command(params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", [app, .. arguments]) { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false };
        foreach (var (key, value) in Settings("http://127.0.0.1")) start.Environment[key] = value;
        var watch = Stopwatch.StartNew();
        using var process = Process.Start(start)!;
        var (said, wrong, peak) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync(), 0L);
        while (!process.WaitForExit(50)) peak = Math.Max(peak, PeakOf(process));
        return process.ExitCode == 0 ? (await said, watch.Elapsed, peak) : throw new InvalidOperationException($"{string.Join(' ', arguments)}: {await said} {await wrong}");
    }

    private static long PeakOf(Process process)
    {
        try
        {
            process.Refresh();
            return process.PeakWorkingSet64;
        }
        catch (InvalidOperationException)
        {
            // It ended just now.
            return 0;
        }
    }

    public async Task<Child> Serve()
    {
        var address = Child.FreeAddress();
        var child = await Child.Start(app, address, ["serve"], until: null, Settings(address));
        using var http = Load.Client(address);
        for (var watch = Stopwatch.StartNew(); watch.Elapsed < TimeSpan.FromMinutes(2); await Task.Delay(50))
            try
            {
                using var answer = await http.GetAsync("/health/live");
                if (answer.StatusCode is HttpStatusCode.OK) return child;
            }
            catch (HttpRequestException)
            {
                // Not listening yet.
            }
        throw new InvalidOperationException("The server does not answer.");
    }

    private Dictionary<string, string> Settings(string address)
    {
        var settings = new Dictionary<string, string>
        {
            ["ASPNETCORE_URLS"] = address, ["Roundtable__BaseUrl"] = address, ["Roundtable__DataDirectory"] = folder, ["ASPNETCORE_ENVIRONMENT"] = "Production", ["Roundtable__RateLimits"] = "off",
        };
        if (database is not null) settings["Roundtable__Database"] = database;
        return settings;
    }
}
