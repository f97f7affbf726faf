using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Roundtable.Platform;
using Roundtable.Platform.Data;
using Roundtable.Platform.Hosting;

namespace Roundtable.Journeys;

/// <summary>The product as installed: own database, own port on loopback, a real browser beside it.</summary>
public sealed class Site : IAsyncDisposable
{
    private static readonly Lazy<Task<IBrowser>> chromium = new(StartChromium);
    private readonly string folder;

    private Site(WebApplication app, string folder, string address) => (App, this.folder, Address) = (app, folder, address);

    public WebApplication App { get; }
    public string Address { get; }

    public static async Task<Site> Open(params (string Key, string Value)[] settings)
    {
        var folder = Path.Combine(Path.GetTempPath(), $"roundtable_journey_{Ids.New():N}");
        System.IO.Directory.CreateDirectory(folder);
        var address = $"http://localhost:{FreePort()}";
        var app = Product.Build([], builder =>
        {
            builder.Environment.EnvironmentName = Environments.Development;
            builder.WebHost.UseUrls(address);
            builder.Configuration["urls"] = address;
            builder.Configuration["Roundtable:BaseUrl"] = address;
            builder.Configuration["Roundtable:DataDirectory"] = folder;
            builder.Configuration["Roundtable:RateLimits"] = "off";
            foreach (var (key, value) in settings) builder.Configuration[$"Roundtable:{key}"] = value;
        });
        await app.Services.Prepare();
        await app.StartAsync();
        return new Site(app, folder, address);
    }

    /// <summary>A person at a browser: width in CSS pixels, with or without JavaScript.</summary>
    public async Task<Traveller> Traveller(int width = 1280, bool script = true, string language = "en")
    {
        var browser = await chromium.Value;
        var context = await browser.NewContextAsync(new()
        {
            BaseURL = Address, JavaScriptEnabled = script, ViewportSize = new() { Width = width, Height = 900 },
            Locale = language, ReducedMotion = ReducedMotion.Reduce,
        });
        context.SetDefaultTimeout(30_000);
        return new Traveller(await context.NewPageAsync(), script, language);
    }

    public async Task<T> See<T>(Func<RoundtableDb, Task<T>> look)
    {
        await using var scope = App.Services.CreateAsyncScope();
        return await look(scope.ServiceProvider.GetRequiredService<RoundtableDb>());
    }

    public string DataFile(string name) => Path.Combine(folder, name);

    private static async Task<IBrowser> StartChromium()
    {
        Assertions.SetDefaultExpectTimeout(15_000);
        var playwright = await Playwright.CreateAsync();
        return await playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = Environment.GetEnvironmentVariable("ROUNDTABLE_CHROMIUM") ?? "/usr/bin/chromium",
            Args = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
        });
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    public async ValueTask DisposeAsync()
    {
        await App.StopAsync();
        await App.DisposeAsync();
        SqliteRules.LetGo();
        System.IO.Directory.Delete(folder, recursive: true);
    }
}
