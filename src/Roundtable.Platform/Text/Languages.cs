using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Roundtable.Platform.Access;
using System.Globalization;

namespace Roundtable.Platform.Text;

/// <summary>The language of this request or piece of work. Mails are written in their reader's: <c>Texts.In</c>.</summary>
public sealed class CurrentLanguage(TextBook book)
{
    private Texts? texts;

    public string Code { get; private set; } = TextBook.Default;

    /// <summary>Said by the address (<c>/es/…</c>), so nothing else may change it.</summary>
    public bool IsInAddress { get; internal set; }
    public Texts Texts => texts ??= book.In(Code);

    public void Choose(string code)
    {
        Code = code;
        texts = null;
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = Texts.Culture;
    }
}

/// <summary>
/// Which language a page comes in: the address (<c>/es/…</c>), else the choice kept in a cookie, else the person's own, else English.
/// Nobody is sent elsewhere because of a browser setting.
/// </summary>
public static class Languages
{
    public const string Cookie = "rt-language";

    /// <summary>Takes <c>/es</c> off the path before routing.</summary>
    internal static void UseLanguagePrefix(this IApplicationBuilder app) => app.Use((http, next) =>
    {
        foreach (var code in Offered(http))
            if (http.Request.Path.StartsWithSegments($"/{code}", out var rest))
            {
                http.Request.Path = rest.HasValue ? rest : "/";
                var language = http.RequestServices.GetRequiredService<CurrentLanguage>();
                language.Choose(code);
                language.IsInAddress = true;
                break;
            }
        return next(http);
    });

    internal static void UseLanguage(this IApplicationBuilder app) => app.Use((http, next) =>
    {
        var language = http.RequestServices.GetRequiredService<CurrentLanguage>();
        var who = http.RequestServices.GetRequiredService<CurrentActor>();
        var own = who.Language ?? who.Shown?.Language;
        if (!language.IsInAddress)
            language.Choose(http.Request.Cookies[Cookie] is { } chosen && Offered(http).Contains(chosen) ? chosen : own ?? TextBook.Default);
        return next(http);
    });

    /// <summary>Keeps a choice and goes back to the page it was made on.</summary>
    internal static void MapLanguageChoice(this IEndpointRouteBuilder app) =>
        app.MapGet("/language/{code}", (string code, string? to, HttpContext http) =>
        {
            if (!Offered(http).Contains(code)) return Results.NotFound();
            http.Response.Cookies.Append(Cookie, code, new CookieOptions { HttpOnly = true, SameSite = SameSiteMode.Lax, Secure = http.Request.IsHttps, MaxAge = TimeSpan.FromDays(365) });
            return Results.LocalRedirect(to is ['/', not ('/' or '\\'), ..] ? to : "/");
        }).AllowAnonymous().WithSummary("Keeps the language somebody chose.");

    private static IEnumerable<string> Offered(HttpContext http) =>
        http.RequestServices.GetRequiredService<IWebHostEnvironment>().IsDevelopment() ? [.. TextBook.Languages, TextBook.PseudoRightToLeft] : TextBook.Languages;
}
