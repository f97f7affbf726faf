using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Roundtable.Platform.Web;

/// <summary>
/// A form on another site may not act here. Pages without sign-in set no cookie to check against,
/// so the browser's own word (<c>Sec-Fetch-Site</c>, else <c>Origin</c>) is asked. Programs send neither.
/// </summary>
public static class SameSiteForms
{
    internal static void UseSameSiteForms(this IApplicationBuilder app) => app.Use((http, next) =>
    {
        if (HttpMethods.IsGet(http.Request.Method) || HttpMethods.IsHead(http.Request.Method) || HttpMethods.IsOptions(http.Request.Method) || IsOurs(http.Request))
            return next(http);
        http.Response.StatusCode = StatusCodes.Status403Forbidden;
        return Task.CompletedTask;
    });

    private static bool IsOurs(HttpRequest request)
    {
        if (request.Headers["Sec-Fetch-Site"].ToString() is { Length: > 0 } site) return site is "same-origin" or "none";
        if (request.Headers.Origin.ToString() is not { Length: > 0 } origin) return true;
        return Uri.TryCreate(origin, UriKind.Absolute, out var from) && string.Equals(from.Authority, request.Host.Value, StringComparison.OrdinalIgnoreCase);
    }
}
