using Microsoft.AspNetCore.Routing;
using Roundtable.Partnerships;

namespace Roundtable.Decisions;

/// <summary>Motions, ballots by seat and the rules under which organizations decide.</summary>
public static class DecisionsCapability
{
    public static IServiceCollection AddDecisions(this IServiceCollection services)
    {
        // Decisions stand under Meetings: the map of the workspace has ten words.
        services.AddSingleton(new WorkspaceWord(6, "decisions.word", "decisions", "motions"));
        return services;
    }

    public static void MapDecisions(this IEndpointRouteBuilder app) => _ = app;
}
