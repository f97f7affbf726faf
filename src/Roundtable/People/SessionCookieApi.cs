using Microsoft.AspNetCore.Http;
using NodaTime;

namespace Roundtable.People;

/// <summary>The session's secret as the browser keeps it: not for scripts, not for other sites.</summary>
internal static class SessionCookieApi
{
    public const string Name = "rt-session";

    // Kept as long as the site remembers the session: who comes back on Monday to a form of Friday is still recognized as its sender.
    private static readonly Duration Kept = PeopleTidying.SessionsKept;

    /// <summary>On a shared computer the browser forgets it when closed.</summary>
    public static void Give(HttpContext http, string secret, bool shared) =>
        http.Response.Cookies.Append(Name, secret, Options(http, shared ? null : Kept.ToTimeSpan()));

    public static void Clear(HttpContext http) => http.Response.Cookies.Delete(Name, Options(http, null));

    private static CookieOptions Options(HttpContext http, TimeSpan? life) => new()
    {
        HttpOnly = true, SameSite = SameSiteMode.Lax, Secure = http.Request.IsHttps, Path = "/", MaxAge = life, IsEssential = true,
    };
}
