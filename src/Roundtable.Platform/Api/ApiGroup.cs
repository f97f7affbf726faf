using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Roundtable.Platform.Api;

/// <summary>
/// The door for programs. Everything mapped on <see cref="MapApi"/> answers refusals as problem details, checks a token's scopes,
/// gives a repeated request its first answer, and asks for <c>If-Match</c> where something is changed.
/// </summary>
public static class ApiGroup
{
    public const string Prefix = "/api/v1";

    public static RouteGroupBuilder MapApi(this IEndpointRouteBuilder app, string prefix = Prefix)
    {
        var group = app.MapGroup(prefix);
        group.WithMetadata(ApiEndpoint.Itself);
        ((IEndpointConventionBuilder)group).Finally(ApiEnvelope.Wrap);
        return group;
    }

    /// <summary>What a token needs beside <c>read</c> or <c>write</c> to come in here.</summary>
    public static T NeedsScope<T>(this T endpoint, string scope) where T : IEndpointConventionBuilder => endpoint.WithMetadata(new NeededScope(scope));

    /// <summary>Whether what is there is changed or taken away: then the caller says which version they read.</summary>
    internal static bool IsEdit(string method) => HttpMethods.IsPut(method) || HttpMethods.IsPatch(method) || HttpMethods.IsDelete(method);

    internal static void AddApi(this IServiceCollection services)
    {
        services.Configure<RouteHandlerOptions>(o => o.ThrowOnBadRequest = true);
        services.Configure<JsonOptions>(o => ApiJson.Set(o.SerializerOptions));
        services.AddApiDocument();
    }
}

/// <summary>Marks what was mapped on the API.</summary>
public sealed class ApiEndpoint
{
    private ApiEndpoint() { }
    public static readonly ApiEndpoint Itself = new();
}

/// <summary>A scope beside <c>read</c> and <c>write</c> that a token must have been given.</summary>
public sealed record NeededScope(string Scope);
