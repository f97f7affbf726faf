using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Roundtable.Platform.Access;
using Roundtable.Platform.Data;
using Roundtable.Platform.Text;

namespace Roundtable.Platform.Web;

/// <summary>Not there, or not for this actor to know: the same 404 either way.</summary>
public sealed class NotFoundException() : Exception("Not found.");

/// <summary>What went wrong, for the page that says so.</summary>
/// <param name="Reference">Number to tell the administrator; the same one is in the log.</param>
public sealed record Mishap(int Status, string? Reference);

/// <summary>Dresses answers that have a status and no body: a page for people, problem details for programs.</summary>
public static class ErrorPages
{
    public const string Path = "/error";

    internal static void UseErrorPages(this WebApplication app) => app.Use(async (http, next) =>
    {
        string? reference = null;
        try
        {
            await next(http);
        }
        catch (NotFoundException) when (!http.Response.HasStarted)
        {
            Clear(http, StatusCodes.Status404NotFound);
        }
        catch (BadHttpRequestException bad) when (!http.Response.HasStarted)
        {
            Clear(http, bad.StatusCode);
        }
        catch (OperationCanceledException) when (http.RequestAborted.IsCancellationRequested)
        {
            return;
        }
        catch (InvalidOperationException unreadable) when (!http.Response.HasStarted && unreadable.Message.StartsWith("Cannot parse the value", StringComparison.Ordinal))
        {
            // What the framework says to an address such as ?page=two.
            Clear(http, StatusCodes.Status400BadRequest);
        }
        catch (Exception bug) when (!http.Response.HasStarted)
        {
            reference = Ids.New().ToString("N")[^8..];
            http.RequestServices.GetRequiredService<ILoggerFactory>().CreateLogger("Roundtable.Errors").LogError(bug, "Failed request, reference {Reference}", reference);
            Clear(http, BusyOrBroken(bug));
        }
        if (http.Response.HasStarted || http.Response.StatusCode < 400 || http.Response.ContentType is not null || http.Response.ContentLength > 0) return;
        await Dress(http, new Mishap(http.Response.StatusCode, reference), next);
    });

    // The disk is full or the database stalls: reads may go on, this write did not happen.
    private static int BusyOrBroken(Exception bug) => bug switch
    {
        Microsoft.EntityFrameworkCore.DbUpdateException { InnerException: { } inner } => BusyOrBroken(inner),
        Microsoft.Data.Sqlite.SqliteException { SqliteErrorCode: 5 or 6 or 10 or 13 } or Npgsql.NpgsqlException { IsTransient: true } => StatusCodes.Status503ServiceUnavailable,
        _ => StatusCodes.Status500InternalServerError,
    };

    /// <summary>
    /// Says so when the framework stopped reading a form: the whole of it, or one text in it, is above its limit. Stands behind
    /// the check of forms, which reads them first and would call them forged.
    /// </summary>
    internal static void UseFormLimits(this WebApplication app) => app.Use((http, next) =>
    {
        if (http.Features.Get<IAntiforgeryValidationFeature>()?.Error?.InnerException is not (InvalidDataException or BadHttpRequestException { StatusCode: StatusCodes.Status413PayloadTooLarge })) return next(http);
        http.Response.StatusCode = StatusCodes.Status413PayloadTooLarge;
        http.Features.Set<IAntiforgeryValidationFeature>(null); // the page that says so comes this way too
        return Task.CompletedTask;
    });

    private static void Clear(HttpContext http, int status)
    {
        http.Response.Clear();
        http.Response.StatusCode = status;
    }

    private static async Task Dress(HttpContext http, Mishap mishap, RequestDelegate next)
    {
        if (IsForPrograms(http.Request.Path))
        {
            var texts = http.RequestServices.GetRequiredService<Texts>();
            await http.RequestServices.GetRequiredService<IProblemDetailsService>().TryWriteAsync(new()
            {
                HttpContext = http,
                ProblemDetails = { Status = mishap.Status, Title = texts[$"error.{mishap.Status}.title"], Extensions = { ["reference"] = mishap.Reference } },
            });
            return;
        }
        http.Features.Set(mishap);
        // Without this the pages' own 404 handling swallows the answer.
        http.Features.Set<IStatusCodeReExecuteFeature>(new StatusCodeReExecuteFeature { OriginalPath = http.Request.Path, OriginalPathBase = "" });
        var (path, method, services) = (http.Request.Path, http.Request.Method, http.RequestServices);
        // The failed page has used up what its scope holds: the database's changes, the one navigation of a page.
        await using var anew = services.CreateAsyncScope();
        http.RequestServices = anew.ServiceProvider;
        Carry(services, anew.ServiceProvider);
        (http.Request.Path, http.Request.Method) = (Path, HttpMethods.Get);
        http.SetEndpoint(null);
        http.Features.Get<IRouteValuesFeature>()?.RouteValues.Clear();
        try
        {
            await next(http);
            if (!http.Response.HasStarted) http.Response.StatusCode = mishap.Status;
        }
        finally
        {
            (http.Request.Path, http.Request.Method, http.RequestServices) = (path, method, services);
        }
    }

    private static void Carry(IServiceProvider from, IServiceProvider to)
    {
        var (before, after) = (from.GetRequiredService<CurrentLanguage>(), to.GetRequiredService<CurrentLanguage>());
        after.Choose(before.Code);
        after.IsInAddress = before.IsInAddress;
        var (was, now) = (from.GetRequiredService<CurrentActor>(), to.GetRequiredService<CurrentActor>());
        (now.Actor, now.Shown) = (was.Actor, was.Shown);
    }

    public static bool IsForPrograms(PathString path) =>
        path.StartsWithSegments("/api") || path.StartsWithSegments("/hsds") || path.StartsWithSegments("/health");
}
