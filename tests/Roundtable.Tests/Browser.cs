using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace Roundtable.Tests;

/// <summary>A browser without JavaScript: keeps cookies, follows redirects, reads pages, fills in forms.</summary>
public sealed class Browser : IDisposable
{
    private readonly HttpClient http;

    public Browser(HttpMessageHandler server)
    {
#pragma warning disable RS0030 // tests speak to the product as a browser does
        http = new HttpClient(new CookieKeeper(Cookies, server)) { BaseAddress = new Uri("http://localhost") };
#pragma warning restore RS0030
    }

    public CookieContainer Cookies { get; } = new();
    public System.Net.Http.Headers.HttpRequestHeaders Headers => http.DefaultRequestHeaders;

    public async Task<Page> Get(string address) => await Arrive(await http.GetAsync(address));
    public Task<HttpResponseMessage> Send(HttpRequestMessage request) => http.SendAsync(request);

    /// <summary>Sends the page's form as it stands, with these inputs filled in. The form is named by what its address or handler holds.</summary>
    public async Task<Page> Submit(Page page, string? form = null, params (string Name, string Value)[] inputs)
    {
        var (target, sent) = Filled(page.Form(form), page, inputs);
        return await Post(target, sent);
    }

    /// <summary>The same for a form with a file; without one, an empty part is sent as browsers do.</summary>
    public async Task<Page> Upload(Page page, string? form, (string Name, byte[] Content)? file, params (string Name, string Value)[] inputs)
    {
        var element = page.Form(form);
        var (target, sent) = Filled(element, page, inputs);
        using var content = new MultipartFormDataContent();
        foreach (var (name, value) in sent) content.Add(new StringContent(value), $"\"{name}\"");
        var part = new ByteArrayContent(file?.Content ?? []);
        part.Headers.ContentDisposition = new("form-data") { Name = $"\"{element.QuerySelector("input[type=file]")!.GetAttribute("name")}\"", FileName = $"\"{file?.Name}\"" };
        part.Headers.ContentType = new("application/octet-stream");
        content.Add(part);
        return await Arrive(await http.PostAsync(target, content));
    }

    public async Task<Page> Post(string address, IEnumerable<KeyValuePair<string, string>> fields)
    {
        using var content = new FormUrlEncodedContent(fields);
        return await Arrive(await http.PostAsync(address, content));
    }

    private static (string Target, List<KeyValuePair<string, string>> Sent) Filled(IHtmlFormElement element, Page page, (string Name, string Value)[] inputs)
    {
        var sent = element.Elements.OfType<IHtmlElement>().SelectMany(Successful).Where(i => inputs.All(given => given.Name != i.Key)).ToList();
        sent.AddRange(inputs.Select(i => KeyValuePair.Create(i.Name, i.Value)));
        return (element.GetAttribute("action") is { Length: > 0 } action ? action : page.Address, sent);
    }

    private async Task<Page> Arrive(HttpResponseMessage response)
    {
        for (var hops = 0; (int)response.StatusCode is >= 301 and <= 308 && response.Headers.Location is { } next && hops < 10; hops++)
            response = await http.GetAsync(next);
        var address = response.RequestMessage!.RequestUri!.PathAndQuery;
        var text = await response.Content.ReadAsStringAsync();
        return new Page(response.StatusCode, address, await new HtmlParser().ParseDocumentAsync(text), response, text);
    }

    private static IEnumerable<KeyValuePair<string, string>> Successful(IHtmlElement element)
    {
        if (element.GetAttribute("name") is not { Length: > 0 } name) yield break;
        switch (element)
        {
            case IHtmlInputElement { Type: "checkbox" or "radio", IsChecked: false } or IHtmlInputElement { Type: "submit" or "file" or "button" } or IHtmlButtonElement:
                yield break;
            case IHtmlInputElement input: yield return KeyValuePair.Create(name, input.Value); break;
            case IHtmlTextAreaElement area: yield return KeyValuePair.Create(name, area.Value); break;
            case IHtmlSelectElement select:
                if (select.Value is { } value) yield return KeyValuePair.Create(name, value);
                break;
        }
    }

    public void Dispose() => http.Dispose();

    private sealed class CookieKeeper(CookieContainer cookies, HttpMessageHandler inner) : DelegatingHandler(inner)
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            if (cookies.GetCookieHeader(request.RequestUri!) is { Length: > 0 } kept) request.Headers.Add("Cookie", kept);
            var response = await base.SendAsync(request, cancellationToken);
            if (response.Headers.TryGetValues("Set-Cookie", out var set))
                foreach (var cookie in set) cookies.SetCookies(request.RequestUri!, cookie);
            response.RequestMessage = request;
            return response;
        }
    }
}

/// <summary>What came back, read as HTML.</summary>
public sealed record Page(HttpStatusCode Status, string Address, IHtmlDocument Html, HttpResponseMessage Response, string Text)
{
    public string Heading => Html.QuerySelector("h1")?.TextContent.Trim() ?? "";

    /// <summary>All words a person sees, blanks folded.</summary>
    public string Words => string.Join(' ', (Html.QuerySelector("main") ?? Html.Body!).TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    /// <summary>The sentences of the error summary.</summary>
    public IReadOnlyList<string> Errors => [.. Html.QuerySelectorAll(".rt-errors li").Select(e => e.TextContent.Trim())];

    /// <summary>The address of the first link with these words.</summary>
    public string Link(string words) => Html.QuerySelectorAll("a").FirstOrDefault(a => a.TextContent.Contains(words, StringComparison.Ordinal))?.GetAttribute("href")
        ?? throw new InvalidOperationException($"No link says \"{words}\" on {Address}: {Words}");

    /// <summary>The form with this handler, else the one that is sent to such an address.</summary>
    public IHtmlFormElement Form(string? which) => Forms.FirstOrDefault(f => which is null ? f.Method == "post" : f.QuerySelector("input[name=_handler]")?.GetAttribute("value") == which)
        ?? Forms.FirstOrDefault(f => which is not null && (f.GetAttribute("action") ?? "").Contains(which, StringComparison.Ordinal))
        ?? throw new InvalidOperationException($"No form {which} on {Address} ({Status}): {Words}");

    private IEnumerable<IHtmlFormElement> Forms => Html.QuerySelectorAll("form").OfType<IHtmlFormElement>();
}
