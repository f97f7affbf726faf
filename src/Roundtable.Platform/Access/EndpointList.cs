using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Components.Endpoints;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.StaticAssets;
using Roundtable.Platform.Api;
using Roundtable.Platform.Web;

namespace Roundtable.Platform.Access;

/// <summary>One way into the product, and who may take it.</summary>
/// <param name="Policy">One of <see cref="EndpointList.Policies"/>; none when nobody said, and then nobody may.</param>
/// <param name="PartnershipScoped">The address names a partnership, whose own roles decide further.</param>
/// <param name="NeedsIdempotencyKey">A form sends <c>_key</c>, a program <c>Idempotency-Key</c>.</param>
public sealed record EndpointEntry(string Method, string Route, string? Policy, bool PartnershipScoped, bool NeedsIdempotencyKey, string? Summary);

/// <summary>Every endpoint of the running product, as <c>bin/roundtable endpoints</c> prints it and the access matrix tries it.</summary>
public static class EndpointList
{
    /// <summary>Who may reach an endpoint: a policy, or what kind of open door it is.</summary>
    public static readonly IReadOnlyList<string> Policies =
        [Access.Policies.SignedIn, Access.Policies.Administrator, Access.Policies.Member, "public", "link", "development", "anonymous-file"];

    public static IReadOnlyList<EndpointEntry> Of(IEndpointRouteBuilder app) =>
        [.. app.DataSources.SelectMany(d => d.Endpoints).OfType<RouteEndpoint>().SelectMany(Entries).Where(e => !notOurs.Contains(e.Route)).Distinct()
            .OrderBy(e => e.Route, StringComparer.Ordinal).ThenBy(e => e.Method, StringComparer.Ordinal)];

    // The framework's own, for scripts this product does not use and for files that are not there; the fallback policy denies them to everybody.
    private static readonly string[] notOurs = ["/_framework/opaque-redirect", "/{**path:file}"];

    private static IEnumerable<EndpointEntry> Entries(RouteEndpoint endpoint)
    {
        var page = endpoint.Metadata.GetMetadata<ComponentTypeMetadata>()?.Type;
        var methods = endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods ?? ["*"];
        var route = "/" + (endpoint.RoutePattern.RawText ?? "").Trim('/');
        foreach (var method in methods.Where(m => page is null ? m is not "HEAD" || methods.Count == 1 : m is "GET" || m is "POST" && Markup.Holds<ActForm>(page)))
            yield return new(method, route, PolicyOf(endpoint, route), route.Contains("{partnership", StringComparison.OrdinalIgnoreCase),
                method is not ("GET" or "HEAD") && (page is not null || endpoint.Metadata.GetMetadata<ApiEndpoint>() is not null),
                page?.Name ?? endpoint.Metadata.GetMetadata<IEndpointSummaryMetadata>()?.Summary);
    }

    private static string? PolicyOf(RouteEndpoint endpoint, string route)
    {
        if (endpoint.Metadata.GetMetadata<StaticAssetDescriptor>() is not null) return "anonymous-file";
        if (endpoint.Metadata.GetMetadata<DevelopmentPageAttribute>() is not null) return "development";
        if (endpoint.Metadata.GetMetadata<IAllowAnonymous>() is { } open)
            return open is LinkPageAttribute || route.Contains("{token", StringComparison.OrdinalIgnoreCase) ? "link" : "public";
        return endpoint.Metadata.OfType<IAuthorizeData>().Select(a => a.Policy).OfType<string>().OrderBy(p => p == Access.Policies.Administrator ? 0 : p == Access.Policies.Member ? 1 : 2).FirstOrDefault();
    }
}
