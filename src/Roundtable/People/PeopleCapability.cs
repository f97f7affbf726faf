using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Routing;
using NodaTime;
using Roundtable.Platform;
using Roundtable.Platform.Data;
using Roundtable.Platform.Hosting;
using Roundtable.Platform.Jobs;
using Roundtable.Platform.Operations;

namespace Roundtable.People;

/// <summary>Who comes and who they are: accounts without passwords, sessions, access tokens, the site's administrators.</summary>
public static class PeopleCapability
{
    public static IServiceCollection AddPeople(this IServiceCollection services)
    {
        services.AddSingleton<SignInLimits>();
        services.AddSingleton<SetupToken>();
        services.AddScoped<ArrivalApi>();
        services.AddScoped<ShownOnceApi>();
        services.AddPasskeys();
        services.AddJob<PeopleTidying>("people.job.tidying", "0 10 4 * * ?");
        services.AtStart((s, ct) => s.GetRequiredService<SetupToken>().Renew(s.GetRequiredService<RoundtableDb>(), s.GetRequiredService<IClock>().GetCurrentInstant(), ct));
        services.AddSingleton(s => new OpeningLine(() => s.GetRequiredService<SetupToken>().OpeningLine));
        return services;
    }

    /// <summary>Recognizes who comes, for everything behind it.</summary>
    public static void UsePeople(WebApplication app) => app.Use(ComingApi.Recognize);

    public static void MapPeople(this IEndpointRouteBuilder app)
    {
        app.MapPasskeys();
        app.MapSessions();
        app.MapPeopleSheet();
    }

    private static void AddPasskeys(this IServiceCollection services)
    {
        services.AddIdentityCore<Person>();
        services.AddScoped<IUserStore<Person>, PasskeyStoreApi>();
        services.AddScoped<IPasskeyHandler<Person>, PasskeyHandler<Person>>();
        services.AddScoped<PasskeysApi>();
        services.AddOptions<IdentityPasskeyOptions>().Configure<Settings>((options, settings) =>
        {
            options.ServerDomain = settings.BaseUrl.Host;
            options.ResidentKeyRequirement = "required";
            options.UserVerificationRequirement = "preferred";
            options.ValidateOrigin = context => ValueTask.FromResult(!context.CrossOrigin && context.Origin == settings.BaseUrl.GetLeftPart(UriPartial.Authority));
        });
    }
}
