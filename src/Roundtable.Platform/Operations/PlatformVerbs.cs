using System.CommandLine;
using System.Reflection;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Roundtable.Platform.Data;
using Roundtable.Platform.Happenings;
using Roundtable.Platform.Hosting;

namespace Roundtable.Platform.Operations;

/// <summary>The commands that need no capability: serve, migrate, verify, version.</summary>
public static class PlatformVerbs
{
    public static IEnumerable<Command> For(WebApplication app)
    {
        yield return Verb("serve", "Answers requests until told to stop.", async ct => { await app.Serve(ct); return 0; });
        yield return Verb("migrate", "Brings the database to this version.", async ct => { await app.Services.Migrate(ct); return 0; });
        yield return Verb("version", "Says the version.", _ => { Console.WriteLine(Version); return Task.FromResult(0); });
        var happenings = new Command("happenings", "What happened, and whether the record of it is whole.");
        happenings.Subcommands.Add(Verb("verify", "Finds a changed, inserted or removed happening.", ct => Verify(app.Services, ct)));
        yield return happenings;
        foreach (var verb in Api.ApiVerbs.For(app)) yield return verb;
    }

    public static string Version => Assembly.GetExecutingAssembly().GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion.Split('+')[0];

    public static Command Verb(string name, string what, Func<CancellationToken, Task<int>> act)
    {
        var verb = new Command(name, what);
        verb.SetAction((_, ct) => act(ct));
        return verb;
    }

    /// <summary>Prepares the database, starts, says where, and waits for the end.</summary>
    public static async Task Serve(this WebApplication app, CancellationToken ct = default)
    {
        await app.Services.Prepare(ct);
        await app.StartAsync(ct);
        Console.WriteLine(string.Join(' ', app.Services.GetServices<OpeningLine>().Select(l => l.Say()).OfType<string>().DefaultIfEmpty($"Roundtable is open at {app.Services.GetRequiredService<Settings>().BaseUrl}")));
        await app.WaitForShutdownAsync(ct);
    }

    private static async Task<int> Verify(IServiceProvider root, CancellationToken ct)
    {
        await using var scope = root.CreateAsyncScope();
        var problems = await HappeningLog.Verify(scope.ServiceProvider.GetRequiredService<RoundtableDb>(), ct);
        foreach (var problem in problems) Console.WriteLine(problem);
        if (problems.Count == 0) Console.WriteLine("Every chain is whole.");
        return problems.Count == 0 ? 0 : 1;
    }
}

/// <summary>What is printed once the site answers, such as the address to set it up; nothing when there is nothing to say.</summary>
public sealed record OpeningLine(Func<string?> Say);
