using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Roundtable.Platform.Access;

/// <summary>Who may reach an endpoint at all. What they may do there is the record's own permission.</summary>
public static class Policies
{
    public const string SignedIn = "signed-in";
    public const string Administrator = "administrator";

    /// <summary>Signed in and in a partnership; which one, the page's <c>VisibleTo</c> decides. Missing and not allowed to know are the same 404.</summary>
    public const string Member = "member";
}

/// <summary>
/// A page that needs no sign-in sets no cookie, so its forms are checked by <c>SameSiteForms</c> instead of a token in a cookie.
/// </summary>
[AttributeUsage(AttributeTargets.Class)]
public abstract class OpenPageAttribute : Attribute, IAllowAnonymous, IAntiforgeryMetadata
{
    public bool RequiresValidation => false;
}

/// <summary>Anybody may open this page; nothing on it needs a name.</summary>
public sealed class PublicPageAttribute : OpenPageAttribute;

/// <summary>The secret in the address says who comes; the page checks its purpose, and only a POST uses it.</summary>
public sealed class LinkPageAttribute : OpenPageAttribute;

/// <summary>A page for development only: it does not exist in production.</summary>
public sealed class DevelopmentPageAttribute : OpenPageAttribute
{
    internal static void Hide(EndpointBuilder endpoint)
    {
        if (endpoint.Metadata.OfType<DevelopmentPageAttribute>().Any())
            endpoint.RequestDelegate = http => { http.Response.StatusCode = StatusCodes.Status404NotFound; return Task.CompletedTask; };
    }
}
