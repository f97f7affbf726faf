using System.Diagnostics;
using System.Net;

namespace Roundtable.Benchmarks;

/// <summary>What came of a run of requests.</summary>
internal sealed record Run(int Requests, TimeSpan Took, TimeSpan Cpu, double[] Latencies)
{
    public double PerSecond => Requests / Took.TotalSeconds;
    public double CpuEach => Cpu.TotalMilliseconds / Requests;
    public double Percentile(double p) => Latencies.Length == 0 ? double.NaN : Latencies[Math.Min(Latencies.Length - 1, (int)(p * Latencies.Length))];
}

/// <summary>Asks for one page again and again, bounded in number and time.</summary>
internal sealed class Load(Child server, string path, string? cookie) : IDisposable
{
    private readonly HttpClient http = Client(server.Address);

    /// <summary>The status of one request, to know that what is measured is the page.</summary>
    public async Task<HttpStatusCode> Look()
    {
        using var response = await Ask();
        return response.StatusCode;
    }

    /// <summary>As fast as it goes, so many at once.</summary>
    public async Task<Run> Closed(int atOnce, int requests, TimeSpan most)
    {
        var (left, done, latencies) = (requests, 0, new List<double>());
        var (cpu, watch) = (server.Cpu, Stopwatch.StartNew());
        await Task.WhenAll(Enumerable.Range(0, atOnce).Select(_ => Task.Run(async () =>
        {
            while (Interlocked.Decrement(ref left) >= 0 && watch.Elapsed < most)
            {
                var took = await Once();
                lock (latencies) { latencies.Add(took); done++; }
            }
        })));
        return new(done, watch.Elapsed, server.Cpu - cpu, [.. latencies.Order()]);
    }

    /// <summary>At a steady rate, whether the last one has been answered or not: waiting counts.</summary>
    public async Task<Run> Steady(double perSecond, int requests, TimeSpan most)
    {
        var (latencies, under) = (new List<double>(), new List<Task>());
        var (cpu, watch) = (server.Cpu, Stopwatch.StartNew());
        for (var i = 0; i < requests && watch.Elapsed < most; i++)
        {
            var due = TimeSpan.FromSeconds(i / perSecond);
            if (due > watch.Elapsed) await Task.Delay(due - watch.Elapsed);
            under.Add(Task.Run(async () =>
            {
                using var response = await Ask();
                await response.Content.CopyToAsync(Stream.Null);
                lock (latencies) latencies.Add((watch.Elapsed - due).TotalMilliseconds);
            }));
        }
        await Task.WhenAll(under);
        return new(latencies.Count, watch.Elapsed, server.Cpu - cpu, [.. latencies.Order()]);
    }

    private async Task<double> Once()
    {
        var began = Stopwatch.GetTimestamp();
        using var response = await Ask();
        await response.Content.CopyToAsync(Stream.Null);
        return Stopwatch.GetElapsedTime(began).TotalMilliseconds;
    }

    private Task<HttpResponseMessage> Ask()
    {
        var request = new HttpRequestMessage(HttpMethod.Get, path);
        if (cookie is not null) request.Headers.Add("Cookie", cookie);
        return http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
    }

    public static HttpClient Client(string address)
    {
#pragma warning disable RS0030 // the measuring client is no part of the product
        return new HttpClient(new SocketsHttpHandler { UseCookies = false, AllowAutoRedirect = false, AutomaticDecompression = DecompressionMethods.None, MaxConnectionsPerServer = 256 }) { BaseAddress = new Uri(address) };
#pragma warning restore RS0030
    }

    public void Dispose() => http.Dispose();
}
