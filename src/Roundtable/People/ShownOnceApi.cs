using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http;

namespace Roundtable.People;

/// <summary>A secret on its way to the next page, which shows it once: sealed, in a cookie for that page only.</summary>
public sealed class ShownOnceApi(IDataProtectionProvider protection)
{
    private const string Name = "rt-once";
    private readonly ITimeLimitedDataProtector seal = protection.CreateProtector("Roundtable.ShownOnce").ToTimeLimitedDataProtector();

    /// <summary>The sealed secret, for the remembered answer to this request.</summary>
    public string? Kept { get; private set; }

    public void Give(HttpContext http, string page, string secret) => Again(http, page, Kept = seal.Protect(secret, TimeSpan.FromMinutes(5)));

    public void Again(HttpContext http, string page, string? kept)
    {
        if (kept is not null) http.Response.Cookies.Append(Name, kept, Options(http, page));
    }

    public string? Take(HttpContext http, string page)
    {
        if (http.Request.Cookies[Name] is not { } kept) return null;
        http.Response.Cookies.Delete(Name, Options(http, page));
        http.Response.Headers.CacheControl = "no-cache, no-store";
        try
        {
            return seal.Unprotect(kept);
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    private static CookieOptions Options(HttpContext http, string page) =>
        new() { HttpOnly = true, SameSite = SameSiteMode.Strict, Secure = http.Request.IsHttps, Path = page, IsEssential = true };
}
