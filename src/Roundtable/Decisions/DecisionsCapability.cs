using Microsoft.AspNetCore.Routing;
using NodaTime;
using Roundtable.Partnerships;
using Roundtable.Platform.Jobs;

namespace Roundtable.Decisions;

/// <summary>Motions, ballots by seat and the rules under which organizations decide.</summary>
public static class DecisionsCapability
{
    public static IServiceCollection AddDecisions(this IServiceCollection services) => services
        .AddJob<SettleMotions>("decisions.job.settle", Duration.FromMinutes(1))
        .AddJob<TellOfMotions>("decisions.job.tell", Duration.FromMinutes(1))
        .AddJob<RemindSilent>("decisions.job.remind", Duration.FromMinutes(10))
        .AddNeeds<MotionNeeds>();

    public static void MapDecisions(this IEndpointRouteBuilder app)
    {
        app.MapMotionsApi();
        app.MapAmendmentsApi();
        app.MapDecisionRulesApi();
        app.MapDecisionSheets();
        app.MapFeeds();
    }
}
