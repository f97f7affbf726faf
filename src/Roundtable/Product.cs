using System.CommandLine;
using Microsoft.Extensions.Logging.Console;
using Roundtable.Decisions;
using Roundtable.Demo;
using Roundtable.Directory;
using Roundtable.Layout;
using Roundtable.Partnerships;
using Roundtable.People;
using Roundtable.Platform.Hosting;
using Roundtable.Platform.Operations;
using Roundtable.Vision;

namespace Roundtable;

/// <summary>The whole product: one line per capability.</summary>
public static class Product
{
    public static WebApplication Build(string[] args, Action<WebApplicationBuilder>? adjust = null, bool alone = true)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { ApplicationName = "Roundtable", ContentRootPath = AppContext.BaseDirectory });
        adjust?.Invoke(builder);
        builder.AddPlatform(typeof(Product).Assembly, alone);
        // Programs read what a command answers; what it logs goes beside it.
        if (args is [not "serve", ..]) builder.Services.Configure<ConsoleLoggerOptions>(o => o.LogToStandardErrorThreshold = LogLevel.Trace);
        builder.Services.AddPeople();
        builder.Services.AddDirectory();
        builder.Services.AddPartnerships();
        builder.Services.AddDecisions();
        builder.Services.AddVision();
        builder.Services.AddDemo();
        builder.Services.AddSingleton<Navigation>();

        var app = builder.Build();
        app.UsePlatform(whoComes: PeopleCapability.UsePeople);
        app.MapPeople();
        app.MapDirectory();
        app.MapPartnerships();
        app.MapDecisions();
        app.MapVision();
        app.MapDemo();
        app.MapPages<App>();
        return app;
    }

    internal static async Task<int> Obey(this WebApplication app, string[] args)
    {
        var root = new RootCommand("Roundtable: found, run, open and evaluate a partnership that brings government services to people.");
        var verbs = PlatformVerbs.For(app).Concat(PeopleVerbs.For(app.Services)).Concat(DirectoryVerbs.For(app.Services)).Concat(DemoVerbs.For(app.Services));
        foreach (var verb in verbs) root.Subcommands.Add(verb);
        DemoVerbs.AddOption(root.Subcommands.First(v => v.Name == "serve"), app);
        return await CommandLine.Obey(root, args.Length == 0 ? ["serve"] : args);
    }
}
