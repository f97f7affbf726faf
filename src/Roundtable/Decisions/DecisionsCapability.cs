using Microsoft.AspNetCore.Routing;

namespace Roundtable.Decisions;

/// <summary>Motions, ballots by seat and the rules under which organizations decide.</summary>
public static class DecisionsCapability
{
    public static IServiceCollection AddDecisions(this IServiceCollection services) => services;

    public static void MapDecisions(this IEndpointRouteBuilder app) => _ = app;
}
