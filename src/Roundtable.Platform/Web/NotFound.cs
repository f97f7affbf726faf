using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Roundtable.Platform.Web;

/// <summary>Not there, or not for this actor to know: the same 404 either way.</summary>
public sealed class NotFoundException() : Exception("Not found.");

public static class NotFoundAnswers
{
    /// <summary>Turns the exception into an empty 404, which the status page then dresses.</summary>
    public static IApplicationBuilder UseNotFound(this IApplicationBuilder app) => app.Use(async (context, next) =>
    {
        try
        {
            await next(context);
        }
        catch (NotFoundException) when (!context.Response.HasStarted)
        {
            context.Response.Clear();
            context.Response.StatusCode = StatusCodes.Status404NotFound;
        }
    });
}
