using Microsoft.AspNetCore.Authorization;

namespace Roundtable.Platform.Access;

/// <summary>Who may reach an endpoint at all. What they may do there is the record's own permission.</summary>
public static class Policies
{
    public const string SignedIn = "signed-in";
    public const string Administrator = "administrator";

    /// <summary>Signed in and in a partnership; which one, the page's <c>VisibleTo</c> decides. Missing and not allowed to know are the same 404.</summary>
    public const string Member = "member";
}

/// <summary>Anybody may open this page; nothing on it needs a name.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class PublicPageAttribute : Attribute, IAllowAnonymous;

/// <summary>The secret in the address says who comes; the page checks its purpose, and only a POST uses it.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class LinkPageAttribute : Attribute, IAllowAnonymous;

/// <summary>A page for development only: it does not exist in production.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class DevelopmentPageAttribute : Attribute, IAllowAnonymous;
