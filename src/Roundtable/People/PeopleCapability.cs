using Microsoft.AspNetCore.Routing;

namespace Roundtable.People;

/// <summary>Who comes and who they are: accounts without passwords, sessions, access tokens, the site's administrators.</summary>
public static class PeopleCapability
{
    public static IServiceCollection AddPeople(this IServiceCollection services) => services;

    /// <summary>Recognizes who comes, for everything behind it.</summary>
    public static void UsePeople(WebApplication app) => app.Use(ComingApi.Recognize);

    public static void MapPeople(this IEndpointRouteBuilder app) { }
}
