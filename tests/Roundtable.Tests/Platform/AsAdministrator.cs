using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Roundtable.Platform;
using Roundtable.Platform.Access;

namespace Roundtable.Tests.Platform;

/// <summary>Everybody who comes is the administrator: for Platform's own pages, which know no people.</summary>
internal sealed class AsAdministrator : IStartupFilter
{
    private static readonly Guid Person = Ids.New();

    public static void Comes(WebApplicationBuilder builder) => builder.Services.AddSingleton<IStartupFilter, AsAdministrator>();

    public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
    {
        app.Use((http, after) =>
        {
            http.RequestServices.GetRequiredService<CurrentActor>().Actor = Actor.Person(Person, administrator: true, []);
            return after(http);
        });
        next(app);
    };
}
