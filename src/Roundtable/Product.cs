using System.CommandLine;
using Roundtable.Directory;
using Roundtable.Layout;
using Roundtable.Partnerships;
using Roundtable.People;
using Roundtable.Platform.Hosting;
using Roundtable.Platform.Operations;

namespace Roundtable;

/// <summary>The whole product: one line per capability.</summary>
public static class Product
{
    public static WebApplication Build(string[] args, Action<WebApplicationBuilder>? adjust = null, bool alone = true)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { ApplicationName = "Roundtable", ContentRootPath = AppContext.BaseDirectory });
        adjust?.Invoke(builder);
        builder.AddPlatform(typeof(Product).Assembly, alone);
        builder.Services.AddPeople();
        builder.Services.AddPartnerships();
        builder.Services.AddDirectory();
        builder.Services.AddPartnerships();
        builder.Services.AddSingleton<Navigation>();

        var app = builder.Build();
        app.UsePlatform(whoComes: PeopleCapability.UsePeople);
        app.MapPeople();
        app.MapDirectory();
        app.MapPartnerships();
        app.MapPages<App>();
        return app;
    }

    internal static async Task<int> Obey(this WebApplication app, string[] args)
    {
        var root = new RootCommand("Roundtable: found, run, open and evaluate a partnership that brings government services to people.");
        foreach (var verb in PlatformVerbs.For(app).Concat(DirectoryVerbs.For(app.Services))) root.Subcommands.Add(verb);
        foreach (var verb in PlatformVerbs.For(app)) root.Subcommands.Add(verb);
        foreach (var verb in PeopleVerbs.For(app.Services)) root.Subcommands.Add(verb);
        foreach (var verb in PlatformVerbs.For(app).Concat(PeopleVerbs.For(app.Services)).Concat(DirectoryVerbs.For(app.Services))) root.Subcommands.Add(verb);
        return await root.Parse(args.Length == 0 ? ["serve"] : args).InvokeAsync();
    }
}
