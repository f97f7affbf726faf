using System.Reflection;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.StaticWebAssets;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using NodaTime;
using Roundtable.Platform.Access;
using Roundtable.Platform.Api;
using Roundtable.Platform.Data;
using Roundtable.Platform.Jobs;
using Roundtable.Platform.Mail;
using Roundtable.Platform.Operations;
using Roundtable.Platform.Text;
using Roundtable.Platform.Web;

namespace Roundtable.Platform.Hosting;

/// <summary>What every part of the product stands on: settings, database, texts, access, pages.</summary>
public static class PlatformHost
{
    public const string DefaultUrl = "http://localhost:5080";

    /// <summary>Reads the settings and adds Platform's parts.</summary>
    /// <param name="product">The assembly with the capabilities.</param>
    /// <param name="alone">Runs jobs and sends mail by itself; off in tests, which do so when they want to.</param>
    /// <exception cref="BadSetting">A setting that cannot be meant stops the start.</exception>
    public static Settings AddPlatform(this WebApplicationBuilder builder, Assembly product, bool alone = true)
    {
        var configuration = builder.Configuration;
        configuration.AddJsonFile("/etc/roundtable/roundtable.json", optional: true, reloadOnChange: false);
        if (Directory.Exists("/run/secrets")) configuration.AddKeyPerFile("/run/secrets", optional: true);
        configuration.AddEnvironmentVariables();
        if (configuration["urls"] is null && configuration["http_ports"] is null) builder.WebHost.UseUrls(DefaultUrl);
        if ((configuration["urls"] ?? "").Split(';', StringSplitOptions.RemoveEmptyEntries).FirstOrDefault(u => !IsAddress(u)) is { } bad) throw new BadSetting("ASPNETCORE_URLS", bad, DefaultUrl);
        StaticWebAssetsLoader.UseStaticWebAssets(builder.Environment, configuration);

        var settings = Settings.From(configuration, builder.Environment.IsDevelopment());
        try
        {
            Directory.CreateDirectory(settings.DataDirectory);
        }
        catch (Exception no) when (no is IOException or UnauthorizedAccessException)
        {
            throw new BadSetting("Roundtable__DataDirectory", settings.DataDirectory, "/var/lib/roundtable");
        }
        builder.AddOperations(settings);
        var services = builder.Services;
        services.AddSingleton(settings);
        services.TryAddSingleton(ClockOf(settings));
        services.AddSingleton(new TextBook(typeof(PlatformHost).Assembly, product));
        services.AddScoped<CurrentLanguage>();
        services.AddScoped(s => s.GetRequiredService<CurrentLanguage>().Texts);
        services.AddScoped<CurrentActor>();
        AccessAnswers.AddTo(services);
        services.AddRoundtableData(settings.Database, new ModelParts(typeof(PlatformHost).Assembly, product));
        services.AddMail(settings, alone);
        services.AddJobs(settings, alone);
        services.AddHttpContextAccessor();
        services.AddRazorComponents();
        services.AddAntiforgery(o =>
        {
            o.Cookie.Name = "rt-form";
            o.Cookie.SameSite = SameSiteMode.Strict;
        });
        KeptReady.AddTo(services);
        services.AddProblemDetails();
        services.AddApi();
        return settings;
    }

    /// <summary>The order in which a request meets Platform's parts.</summary>
    /// <param name="whoComes">Finds out who asks: the capability that knows people adds its own.</param>
    public static WebApplication UsePlatform(this WebApplication app, Action<WebApplication> whoComes)
    {
        app.UseOperations();
        app.UsePageHeaders();
        app.UseLanguagePrefix();
        app.UseErrorPages();
        app.UseSameSiteForms();
        app.UseRouting();
        app.UseOutputCache();
        whoComes(app);
        app.UseLanguage();
        app.UseAuthorization();
        app.UseAntiforgery();
        app.UseFormLimits();
        return app;
    }

    /// <summary>Pages of the product and of Platform itself, and the files they need.</summary>
    public static void MapPages<TApp>(this WebApplication app)
    {
        app.MapStaticAssets().AllowAnonymous();
        var pages = app.MapRazorComponents<TApp>().AddAdditionalAssemblies(typeof(PlatformHost).Assembly);
        if (!app.Environment.IsDevelopment()) pages.Finally(DevelopmentPageAttribute.Hide);
        app.MapLanguageChoice();
        app.MapMail();
        app.MapJobSheet();
        app.MapOperations();
        app.MapApiDocument();
    }

    private static bool IsAddress(string url)
    {
        try
        {
            return BindingAddress.Parse(url).Port is >= 0 and <= 65535;
        }
        catch (FormatException)
        {
            return false;
        }
    }

    private static IClock ClockOf(Settings settings)
    {
#pragma warning disable RS0030 // the one place where the real clock enters
        var real = SystemClock.Instance;
#pragma warning restore RS0030
        return settings.ClockStartsAt is { } start ? new ShiftedClock(real, start - real.GetCurrentInstant()) : real;
    }

    private sealed class ShiftedClock(IClock real, Duration by) : IClock
    {
        public Instant GetCurrentInstant() => real.GetCurrentInstant() + by;
    }
}
