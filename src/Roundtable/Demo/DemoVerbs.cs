using System.CommandLine;
using Roundtable.Platform.Access;
using Roundtable.Platform.Hosting;
using Roundtable.Platform.Operations;

namespace Roundtable.Demo;

/// <summary>The demo on the command line: <c>demo load</c>, <c>demo clear</c>, <c>serve --demo</c>.</summary>
public static class DemoVerbs
{
    public static IEnumerable<Command> For(IServiceProvider root)
    {
        var demo = new Command("demo", "Riverbend County, a made-up partnership to look around in.");
        demo.Subcommands.Add(PlatformVerbs.Verb("load", "Loads it; does nothing when it is loaded.",
            ct => Tell(root, (d, a) => d.Load(a, ct), "Riverbend County is loaded.", "Riverbend County was loaded already.", ct)));
        demo.Subcommands.Add(PlatformVerbs.Verb("clear", "Removes it, and only it.",
            ct => Tell(root, (d, a) => d.Clear(a, ct), "Riverbend County is removed.", "No demo data is loaded.", ct)));
        yield return demo;
    }

    /// <summary>Lets <c>serve</c> take <c>--demo</c>.</summary>
    public static void AddOption(Command serve, WebApplication app)
    {
        var option = new Option<bool>("--demo") { Description = "Loads Riverbend County first and prints an address to look around as its convener." };
        serve.Options.Add(option);
        serve.SetAction(async (parsed, ct) =>
        {
            app.Services.GetRequiredService<DemoWish>().IsWished = parsed.GetValue(option);
            await app.Serve(ct);
            return 0;
        });
    }

    private static async Task<int> Tell(IServiceProvider root, Func<DemoData, Actor, Task<bool>> act, string done, string nothing, CancellationToken ct)
    {
        await root.Migrate(ct);
        await using var scope = root.CreateAsyncScope();
        Console.WriteLine(await act(scope.ServiceProvider.GetRequiredService<DemoData>(), Actor.System("command")) ? done : nothing);
        return 0;
    }
}
