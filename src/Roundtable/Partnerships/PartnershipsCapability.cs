namespace Roundtable.Partnerships;

/// <summary>Founding, seats, briefs and the ten-step journey.</summary>
public static class PartnershipsCapability
{
    public static IServiceCollection AddPartnerships(this IServiceCollection services) => services.AddScoped<CurrentPartnership>();
}
