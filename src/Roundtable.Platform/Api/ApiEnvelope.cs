using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Roundtable.Platform.Access;
using Roundtable.Platform.Data;
using Roundtable.Platform.Web;

namespace Roundtable.Platform.Api;

/// <summary>
/// What surrounds every API endpoint, binding included. A write runs in one transaction together with the answer kept for a repeat;
/// two at once with the same key meet at that answer's primary key, and the later one gives the earlier one's answer.
/// </summary>
internal static class ApiEnvelope
{
    public const string Replayed = "Idempotency-Replayed";

    internal static void Wrap(EndpointBuilder endpoint)
    {
        if (endpoint.RequestDelegate is not { } inner) return;
        var metadata = new EndpointMetadataCollection(endpoint.Metadata);
        var open = metadata.GetMetadata<IAllowAnonymous>() is not null;
        var scopes = metadata.OfType<NeededScope>().Select(n => n.Scope).ToArray();
        endpoint.RequestDelegate = async http =>
        {
            try
            {
                var reads = HttpMethods.IsGet(http.Request.Method) || HttpMethods.IsHead(http.Request.Method);
                MustHaveScopes(http, reads, open, scopes);
                if (reads) await inner(http);
                else await Write(http, inner);
            }
            catch (Exception no) when (!http.Response.HasStarted && ApiProblems.Of(no) is not null)
            {
                await ApiProblems.Write(http, ApiProblems.Of(no)!);
            }
        };
    }

    private static void MustHaveScopes(HttpContext http, bool reads, bool open, string[] needed)
    {
        if (ActorOf(http).Scopes is not { } given) return;
        var all = reads && open ? needed : [.. needed, reads ? "read" : "write"];
        if (all.FirstOrDefault(s => !given.Contains(s)) is { } missing)
            throw new ApiProblem(StatusCodes.Status403Forbidden, ApiProblems.ScopeMissing, missing);
    }

    private static async Task Write(HttpContext http, RequestDelegate inner)
    {
        if (ApiGroup.IsEdit(http.Request.Method) && http.Request.Headers.IfMatch.Count == 0)
            throw new ApiProblem(StatusCodes.Status428PreconditionRequired, "api.if-match-missing");
        var key = http.Request.Headers[Repeat.Header].ToString();
        if (key.Length == 0 && ActorOf(http).Scopes is not null) throw new ApiProblem(StatusCodes.Status400BadRequest, "api.key-missing");
        if (key.Length > 200) throw new ApiProblem(StatusCodes.Status400BadRequest, "api.key-too-long");

        var db = http.RequestServices.GetRequiredService<RoundtableDb>();
        var now = http.RequestServices.GetRequiredService<IClock>().GetCurrentInstant();
        var repeat = await Repeat.Of(key, await Sent(http.Request), http, ActorOf(http), db, now);
        if (repeat.Answered is { } before)
        {
            await Again(http, before, repeat.IsOther);
            return;
        }
        var (body, answer) = (http.Response.Body, new MemoryStream());
        http.Response.Body = answer;
        var (notDone, trouble) = (false, (Exception?)null);
        try
        {
            await db.Together(async () =>
            {
                if (await repeat.AnswerOfTheOther(db) is not null) throw new NotDone();
                await inner(http);
                if (http.Response.StatusCode >= 400) throw new NotDone();
                if (repeat.Answer(http.Response.StatusCode, Header(http.Response.Headers.Location), Text(answer), Header(http.Response.Headers.ETag)) is { } kept) db.Add(kept);
                return await db.SaveChangesAsync(http.RequestAborted);
            }, http.RequestAborted);
        }
        catch (NotDone)
        {
            notDone = true;
        }
        catch (Exception bad)
        {
            trouble = bad;
        }
        finally
        {
            http.Response.Body = body;
        }
        // Whatever stopped this one, the other request with the same key may have been the cause, and has the answer.
        if ((trouble is not null || notDone) && await repeat.AnswerOfTheOther(db) is { } other)
            await Again(http, other, repeat.IsOther);
        else if (trouble is not null)
            System.Runtime.ExceptionServices.ExceptionDispatchInfo.Throw(trouble);
        else if (answer.Length > 0)
            await http.Response.Body.WriteAsync(answer.GetBuffer().AsMemory(0, (int)answer.Length), http.RequestAborted);
    }

    private static async Task Again(HttpContext http, RememberedAnswer before, bool other)
    {
        if (other) throw new ApiProblem(StatusCodes.Status422UnprocessableEntity, "api.key-used");
        http.Response.Clear();
        http.Response.StatusCode = before.Status;
        http.Response.Headers[Replayed] = "true";
        if (before.Location is not null) http.Response.Headers.Location = before.Location;
        if (before.ETag is not null) http.Response.Headers.ETag = before.ETag;
        if (before.Body is null) return;
        http.Response.ContentType = "application/json; charset=utf-8";
        await http.Response.WriteAsync(before.Body, http.RequestAborted);
    }

    /// <summary>The same key with another body, address or expectation is another request.</summary>
    private static async Task<string> Sent(HttpRequest request)
    {
        request.EnableBuffering();
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var buffer = new byte[16 * 1024];
        int read;
        while ((read = await request.Body.ReadAsync(buffer, request.HttpContext.RequestAborted)) > 0) hash.AppendData(buffer.AsSpan(0, read));
        request.Body.Position = 0;
        return $"{request.QueryString}\n{request.Headers.IfMatch}\n{Convert.ToHexStringLower(hash.GetHashAndReset())}";
    }

    private static string? Text(MemoryStream answer) => answer.Length == 0 ? null : Encoding.UTF8.GetString(answer.GetBuffer(), 0, (int)answer.Length);
    private static string? Header(Microsoft.Extensions.Primitives.StringValues value) => value.Count == 0 ? null : value.ToString();
    private static Actor ActorOf(HttpContext http) => http.RequestServices.GetRequiredService<CurrentActor>().Actor;

    /// <summary>The endpoint answered no by itself, or another request was first: nothing written is kept.</summary>
    private sealed class NotDone : Exception;
}
