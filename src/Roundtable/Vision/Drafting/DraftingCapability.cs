using Microsoft.AspNetCore.Routing;
using NodaTime;
using Roundtable.Partnerships;
using Roundtable.Platform.Jobs;

namespace Roundtable.Vision;

/// <summary>The second half of finding a vision: drafts, wording rounds, adoption and everything it comes out as.</summary>
public static class DraftingCapability
{
    internal static IServiceCollection AddDrafting(this IServiceCollection services)
    {
        foreach (var part in (JourneyPart[])[JourneyPart.SharedVision, JourneyPart.CommonVision]) services.AddSingleton<JourneyRule>(new VisionAdopted(part));
        services.AddSingleton<IVisionSource, VisionSource>();
        return services.AddNeeds<WordingNeeds>().AddJob<FollowVisions>("adopted.job", Duration.FromMinutes(1));
    }

    internal static void MapDrafting(this IEndpointRouteBuilder app)
    {
        app.MapDraftsApi();
        app.MapAdoptedVisionApi();
    }
}
