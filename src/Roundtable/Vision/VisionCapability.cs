using Microsoft.AspNetCore.Routing;
using Roundtable.Partnerships;

namespace Roundtable.Vision;

/// <summary>Finding a vision together: boards, cards, clusters, drafts, adoption.</summary>
public static class VisionCapability
{
    public static IServiceCollection AddVision(this IServiceCollection services)
    {
        services.AddSingleton(new WorkspaceWord(3, "vision.word", "vision"));
        return services.AddDrafting();
    }

    public static void MapVision(this IEndpointRouteBuilder app)
    {
        app.MapDrafting();
    }
}
