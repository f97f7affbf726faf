using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace Roundtable.Benchmarks;

/// <summary>A server of its own process, whose CPU time and memory can be read.</summary>
internal sealed class Child : IAsyncDisposable
{
    private readonly Process process;

    private Child(Process process, string address, string said) => (this.process, Address, Said) = (process, address, said);

    public string Address { get; }

    /// <summary>The line it was waited for.</summary>
    public string Said { get; }
    public TimeSpan Cpu { get { process.Refresh(); return process.TotalProcessorTime; } }
    public long Memory { get { process.Refresh(); return process.WorkingSet64; } }

    /// <summary>Resident and not backed by a file: what the program takes from others. Linux only; elsewhere all of it.</summary>
    public long OwnMemory => File.Exists($"/proc/{process.Id}/status")
        ? File.ReadLines($"/proc/{process.Id}/status").Where(l => l.StartsWith("RssAnon", StringComparison.Ordinal) || l.StartsWith("RssShmem", StringComparison.Ordinal))
            .Sum(l => long.Parse(l.Split(':', 2)[1].Replace("kB", "", StringComparison.Ordinal), CultureInfo.InvariantCulture) * 1024)
        : Memory;

    /// <summary>Waits until what the server does by itself after its start is done: three seconds with next to no CPU, two minutes at most.</summary>
    public async Task Rested()
    {
        await Task.Delay(TimeSpan.FromSeconds(5));
        for (var (watch, before) = (Stopwatch.StartNew(), TimeSpan.Zero); watch.Elapsed < TimeSpan.FromMinutes(2) && Cpu - before > TimeSpan.FromMilliseconds(150); await Task.Delay(TimeSpan.FromSeconds(3)))
            before = Cpu;
    }

    public static string FreeAddress()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return $"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}";
    }

    /// <param name="until">Waits for a line that begins so; none: does not wait.</param>
    public static async Task<Child> Start(string program, string address, IEnumerable<string> arguments, string? until, IReadOnlyDictionary<string, string>? settings = null)
    {
        var start = new ProcessStartInfo("dotnet", [program, .. arguments]) { RedirectStandardOutput = true, UseShellExecute = false };
        foreach (var (key, value) in settings ?? new Dictionary<string, string>()) start.Environment[key] = value;
        var process = Process.Start(start)!;
        var said = "";
        if (until is not null)
            while (await process.StandardOutput.ReadLineAsync() is { } line)
            {
                if (!line.StartsWith(until, StringComparison.Ordinal)) { Report.Progress(line); continue; }
                said = line[until.Length..];
                break;
            }
        if (process.HasExited) throw new InvalidOperationException($"The server ended with {process.ExitCode}.");
        _ = Task.Run(async () => { while (await process.StandardOutput.ReadLineAsync() is not null) { } });
        return new Child(process, address, said);
    }

    public async ValueTask DisposeAsync()
    {
        if (!process.HasExited) process.Kill(entireProcessTree: true);
        await process.WaitForExitAsync();
        process.Dispose();
    }
}
