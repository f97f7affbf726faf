using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Roundtable.Platform.Text;
using Roundtable.Platform.Web;

namespace Roundtable.Tests.Platform.Web;

/// <summary>Draws one component outside any page and reads what came out.</summary>
internal static class Drawing
{
    private static readonly TextBook Book = new(typeof(FormField).Assembly);

    public static async Task<IHtmlDocument> Of<T>(object? parameters = null, FormErrors? errors = null, string language = "en", string address = "http://localhost/here?near=05602")
        where T : IComponent =>
        await Of(typeof(T), parameters, errors, language, address);

    public static async Task<IHtmlDocument> Of(Type component, object? parameters = null, FormErrors? errors = null, string language = "en", string address = "http://localhost/here")
    {
        await using var services = new ServiceCollection()
            .AddSingleton(Book.In(language)).AddSingleton<NavigationManager>(new StandingStill(address))
            .AddSingleton<ILoggerFactory>(NullLoggerFactory.Instance).BuildServiceProvider();
        await using var renderer = new HtmlRenderer(services, NullLoggerFactory.Instance);
        RenderFragment inside = builder =>
        {
            builder.OpenComponent(0, component);
            foreach (var property in parameters?.GetType().GetProperties() ?? []) builder.AddAttribute(1, property.Name, property.GetValue(parameters));
            builder.CloseComponent();
        };
        var html = await renderer.Dispatcher.InvokeAsync(async () => (await renderer.RenderComponentAsync<CascadingValue<FormErrors>>(ParameterView.FromDictionary(new Dictionary<string, object?>
        {
            ["Value"] = errors ?? new FormErrors(), ["ChildContent"] = inside,
        }))).ToHtmlString());
        return await new HtmlParser().ParseDocumentAsync($"<!DOCTYPE html><body>{html}</body>");
    }

    public static RenderFragment Words(string text) => builder => builder.AddContent(0, text);

    public static string Read(this AngleSharp.Dom.INode? node) => string.Join(' ', (node?.TextContent ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private sealed class StandingStill : NavigationManager
    {
        public StandingStill(string address) => Initialize("http://localhost/", address);
    }
}
