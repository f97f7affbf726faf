using Microsoft.AspNetCore.Routing;
using Roundtable.Partnerships;

namespace Roundtable.Vision;

/// <summary>Finding a vision together: boards, cards, clusters, drafts, adoption.</summary>
public static class VisionCapability
{
    public static IServiceCollection AddVision(this IServiceCollection services)
    {
        services.AddSingleton(new WorkspaceWord(3, "vision.word", "vision"));
        foreach (var part in (JourneyPart[])[JourneyPart.SharedVision, JourneyPart.CommonVision]) services.AddSingleton<JourneyRule>(new VisionGathered(part));
        services.AddJourneyRule<VisionShared>().AddNeeds<VisionNeeds>();
        return services.AddDrafting();
    }

    public static void MapVision(this IEndpointRouteBuilder app)
    {
        app.MapVisionApi();
        app.MapCardsApi();
        app.MapDrafting();
        app.MapClustersApi();
        app.MapClustersSheet();
    }
}
