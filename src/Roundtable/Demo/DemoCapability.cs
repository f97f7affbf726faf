using Microsoft.AspNetCore.Routing;
using Roundtable.Platform;
using Roundtable.Platform.Access;
using Roundtable.Platform.Hosting;
using Roundtable.Platform.Operations;

namespace Roundtable.Demo;

/// <summary>Riverbend County: a made-up partnership to look around in, and to take away before real work begins.</summary>
public static class DemoCapability
{
    public static IServiceCollection AddDemo(this IServiceCollection services)
    {
        services.AddSingleton<DemoPresence>();
        services.AddSingleton<DemoWish>();
        services.AddScoped<DemoData>();
        services.AtStart(LoadIfWished);
        services.AddSingleton(s => new OpeningLine(s.GetRequiredService<DemoWish>().Say));
        return services;
    }

    public static void MapDemo(this IEndpointRouteBuilder app) { }

    private static async Task LoadIfWished(IServiceProvider scope, CancellationToken ct)
    {
        var wish = scope.GetRequiredService<DemoWish>();
        if (!wish.IsWished) return;
        var demo = scope.GetRequiredService<DemoData>();
        await demo.Load(Actor.System("demo"), ct);
        wish.SignInAddress = await demo.LetIn(ct) is { } path ? new Uri(scope.GetRequiredService<Settings>().BaseUrl, path) : null;
    }
}

/// <summary>That <c>serve --demo</c> was asked for, and what the console then says.</summary>
internal sealed class DemoWish
{
    public bool IsWished { get; set; }
    public Uri? SignInAddress { get; set; }

    public string? Say() => SignInAddress is null ? null : $"\nLook around Riverbend County as its convener, Ana Ruiz: {SignInAddress} (opens once, for 24 hours)";
}
