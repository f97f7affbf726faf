using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Authorization.Policy;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Roundtable.Platform.Web;

namespace Roundtable.Platform.Access;

/// <summary>Asks the actor of this request, and answers those who may not pass: sign in first, or nothing here.</summary>
public sealed class AccessAnswers : IAuthorizationMiddlewareResultHandler
{
    public const string SignIn = "/sign-in";

    public Task HandleAsync(RequestDelegate next, HttpContext http, AuthorizationPolicy policy, PolicyAuthorizationResult result)
    {
        if (result.Succeeded) return next(http);
        if (http.GetEndpoint() is null || ActorOf(http).IsSignedIn)
            http.Response.StatusCode = StatusCodes.Status404NotFound;
        else if (ErrorPages.IsForPrograms(http.Request.Path))
            http.Response.StatusCode = StatusCodes.Status401Unauthorized;
        else
            http.Response.Redirect($"{SignIn}?to={Uri.EscapeDataString(HttpMethods.IsGet(http.Request.Method) ? http.Request.Path + http.Request.QueryString : http.Request.Path)}");
        return Task.CompletedTask;
    }

    private static Actor ActorOf(HttpContext http) => http.RequestServices.GetRequiredService<CurrentActor>().Actor;

    internal static void AddTo(IServiceCollection services)
    {
        services.AddSingleton<IAuthorizationMiddlewareResultHandler, AccessAnswers>();
        services.AddAuthorizationBuilder()
            .SetFallbackPolicy(new AuthorizationPolicyBuilder().RequireAssertion(_ => false).Build())
            .AddPolicy(Policies.SignedIn, p => p.RequireAssertion(c => Is(c, a => a.IsSignedIn)))
            .AddPolicy(Policies.Administrator, p => p.RequireAssertion(c => Is(c, a => a.IsSignedIn && a.IsAdministrator)))
            .AddPolicy(Policies.Member, p => p.RequireAssertion(c => Is(c, a => a.IsSignedIn)));
    }

    private static bool Is(AuthorizationHandlerContext context, Func<Actor, bool> allowed) =>
        context.Resource is HttpContext http && allowed(ActorOf(http));
}
