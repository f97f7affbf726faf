using System.Diagnostics.CodeAnalysis;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Roundtable.Platform.Api;

/// <summary>
/// Maps the handlers of a group as the framework's methods of the same name do, but reads no body and writes no answer's shape before somebody asks:
/// preparing all of them would be a fifth of every start.
/// </summary>
public static class HandlerMapping
{
    public static IEndpointConventionBuilder MapGet(this RouteGroupBuilder group, [StringSyntax("Route")] string pattern, Delegate handler) => group.Map(HttpMethods.Get, pattern, handler);
    public static IEndpointConventionBuilder MapPost(this RouteGroupBuilder group, [StringSyntax("Route")] string pattern, Delegate handler) => group.Map(HttpMethods.Post, pattern, handler);
    public static IEndpointConventionBuilder MapPut(this RouteGroupBuilder group, [StringSyntax("Route")] string pattern, Delegate handler) => group.Map(HttpMethods.Put, pattern, handler);
    public static IEndpointConventionBuilder MapPatch(this RouteGroupBuilder group, [StringSyntax("Route")] string pattern, Delegate handler) => group.Map(HttpMethods.Patch, pattern, handler);
    public static IEndpointConventionBuilder MapDelete(this RouteGroupBuilder group, [StringSyntax("Route")] string pattern, Delegate handler) => group.Map(HttpMethods.Delete, pattern, handler);

    private static IEndpointConventionBuilder Map(this RouteGroupBuilder group, string method, string pattern, Delegate handler)
    {
        var made = new Lazy<RequestDelegate>(() => throw new InvalidOperationException("The endpoint was never built."));
        var endpoint = group.MapMethods(pattern, [method], http => made.Value(http));
        endpoint.Add(building =>
        {
            var route = (RouteEndpointBuilder)building;
            foreach (var said in handler.Method.GetCustomAttributes(inherit: true)) route.Metadata.Add(said);
            route.Metadata.Add(handler.Method);
            var known = RequestDelegateFactory.InferMetadata(handler.Method, Options(route, route));
            // Filters of the group stand around what is mapped here; a builder without any keeps them from standing inside as well.
            var bare = new RouteEndpointBuilder(null, route.RoutePattern, 0) { ApplicationServices = route.ApplicationServices };
            made = new(() => RequestDelegateFactory.Create(handler, Options(route, bare), known).RequestDelegate);
        });
        return endpoint;
    }

    private static RequestDelegateFactoryOptions Options(RouteEndpointBuilder route, EndpointBuilder into) => new()
    {
        ServiceProvider = route.ApplicationServices,
        RouteParameterNames = [.. route.RoutePattern.Parameters.Select(p => p.Name)],
        ThrowOnBadRequest = route.ApplicationServices.GetRequiredService<IOptions<RouteHandlerOptions>>().Value.ThrowOnBadRequest,
        EndpointBuilder = into,
    };
}
