using Microsoft.AspNetCore.Routing;
using NodaTime;
using Roundtable.Partnerships;
using Roundtable.Platform.Jobs;

namespace Roundtable.Decisions;

/// <summary>Motions, ballots by seat and the rules under which organizations decide.</summary>
public static class DecisionsCapability
{
    public static IServiceCollection AddDecisions(this IServiceCollection services)
    {
        services.AddJob<SettleMotions>("decisions.job.settle", Duration.FromMinutes(1));
        services.AddJob<TellOfMotions>("decisions.job.tell", Duration.FromMinutes(1));
        services.AddJob<RemindSilent>("decisions.job.remind", Duration.FromMinutes(10));
        services.AddNeeds<MotionNeeds>();
        // Decisions stand under Meetings: the map of the workspace has ten words.
        services.AddSingleton(new WorkspaceWord(6, "decisions.word", "decisions", "motions"));
        return services;
    }

    public static void MapDecisions(this IEndpointRouteBuilder app)
    {
        app.MapMotionsApi();
        app.MapAmendmentsApi();
        app.MapDecisionRulesApi();
        app.MapDecisionSheets();
        app.MapFeeds();
    }
}
