using Microsoft.AspNetCore.Routing;

namespace Roundtable.Partnerships;

/// <summary>Founding, seats, briefs and the ten-step journey.</summary>
public static class PartnershipsCapability
{
    public static IServiceCollection AddPartnerships(this IServiceCollection services)
    {
        services.AddScoped<CurrentPartnership>();
        services.AddSingleton<Waiting>();
        services.AddSingleton<Homes>();
        services.AddSingleton<Directory.Imports.IOrganizationsInUse, OrganizationsInUse>();
        foreach (var part in (JourneyPart[])[JourneyPart.CommonConcern, JourneyPart.IdentifiedPartners]) services.AddSingleton<JourneyRule>(new PartnersFound(part));
        services.AddJourneyRule<Owned>().AddJourneyRule<AgendasKnown>().AddJourneyRule<PartnershipCreated>().AddJourneyRule<RulesMet>();
        services.AddNeeds<SeatNeeds>().AddNeeds<ProspectNeeds>().AddNeeds<CoverageNeeds>();
        services.AddSingleton(new WorkspaceWord(1, "partnerships.word.home", "", "settings"));
        services.AddSingleton(new WorkspaceWord(2, "partnerships.word.partners", "partners", "briefs", "prospects", "missing", "finder", "ties", "invitations"));
        return services;
    }

    /// <summary>Adds a rule that scores a step or requirement from this capability's records.</summary>
    public static IServiceCollection AddJourneyRule<TRule>(this IServiceCollection services) where TRule : JourneyRule => services.AddSingleton<JourneyRule, TRule>();

    /// <summary>Adds a source of what needs a person.</summary>
    public static IServiceCollection AddNeeds<TSource>(this IServiceCollection services) where TSource : class, INeedsSource => services.AddSingleton<INeedsSource, TSource>();

    public static void MapPartnerships(this IEndpointRouteBuilder app) => Map(app);

    private static void Map(IEndpointRouteBuilder app)
    {
        app.MapPartnershipsApi();
        app.MapSeatsApi();
        app.MapProspectsApi();
        app.MapInvitationsApi();
        app.MapCoverageApi();
        app.MapCoverageAimsApi();
        app.MapPartnershipSheets();
    }
}
