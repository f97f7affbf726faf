using System.Diagnostics;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Console;
using Npgsql;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;
using Roundtable.Platform.Data;

namespace Roundtable.Platform.Operations;

/// <summary>What the people who run the server need: a log, health, telemetry, a proxy they can trust, an end in good order.</summary>
public static class OperationsSetup
{
    /// <summary>Requests and jobs under way get this long when the server stops.</summary>
    public static readonly TimeSpan LongestStop = TimeSpan.FromSeconds(20);

    public static void AddOperations(this WebApplicationBuilder builder, Settings settings)
    {
        var services = builder.Services;
        Log(builder.Logging);
        services.Configure<HostOptions>(o => o.ShutdownTimeout = LongestStop);
        services.AddDataProtection().SetApplicationName("Roundtable").PersistKeysToDbContext<RoundtableDb>();
        services.Configure<ForwardedHeadersOptions>(o => Trust(o, settings));
        if (builder.Configuration["OTEL_EXPORTER_OTLP_ENDPOINT"] is { Length: > 0 }) Watch(services);
    }

    /// <summary>First of all: who really asks, when a trusted proxy says so.</summary>
    public static void UseOperations(this WebApplication app) => app.UseForwardedHeaders();

    public static void MapOperations(this IEndpointRouteBuilder app) => app.MapHealth();

    private static void Log(ILoggingBuilder log)
    {
        log.ClearProviders();
        log.AddConsole(o => o.FormatterName = JsonLines.FormatterName);
        log.AddConsoleFormatter<JsonLines, ConsoleFormatterOptions>();
        log.AddFilter("Microsoft", LogLevel.Warning);
        log.AddFilter("Quartz", LogLevel.Warning);
        // Its failures come as exceptions, told once with a reference; the first migration fails one on purpose.
        log.AddFilter("Microsoft.EntityFrameworkCore.Database.Command", LogLevel.Critical);
        log.AddFilter("Microsoft.EntityFrameworkCore.Database.Connection", LogLevel.Critical);
        // Says at each start that keys are not encrypted: they are in the database, which the operator protects.
        log.AddFilter("Microsoft.AspNetCore.DataProtection", LogLevel.Error);
    }

    // Nothing is known: nothing is believed, whatever the environment says.
    private static void Trust(ForwardedHeadersOptions options, Settings settings)
    {
        options.KnownIPNetworks.Clear();
        options.KnownProxies.Clear();
        foreach (var network in settings.KnownNetworks) options.KnownIPNetworks.Add(network);
        foreach (var proxy in settings.KnownProxies) options.KnownProxies.Add(proxy);
        var anybody = settings.KnownNetworks.Count + settings.KnownProxies.Count > 0;
        options.ForwardedHeaders = anybody ? ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto | ForwardedHeaders.XForwardedHost : ForwardedHeaders.None;
        options.AllowedHosts = [settings.BaseUrl.Host];
        options.ForwardLimit = null;
    }

    private static void Watch(IServiceCollection services) => services.AddOpenTelemetry()
        .ConfigureResource(r => r.AddService("roundtable", serviceVersion: PlatformVerbs.Version))
        .WithTracing(t => t
            .AddAspNetCoreInstrumentation(o =>
            {
                o.EnrichWithHttpRequest = (activity, request) => Clean(activity, request.Path);
                o.Filter = http => !http.Request.Path.StartsWithSegments("/health", StringComparison.Ordinal);
            })
            .AddNpgsql()
            .AddOtlpExporter())
        .WithMetrics(m => m.AddAspNetCoreInstrumentation().AddMeter("System.Runtime").AddOtlpExporter());

    internal static void Clean(Activity activity, string path)
    {
        activity.SetTag("url.path", Redacted.Of(path));
        foreach (var personal in (string[])["url.query", "client.address", "user_agent.original"]) activity.SetTag(personal, null);
    }
}
