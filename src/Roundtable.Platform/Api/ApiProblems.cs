using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Roundtable.Platform.Text;
using Roundtable.Platform.Web;

namespace Roundtable.Platform.Api;

/// <summary>Why a request cannot be answered, before or beside what the domain says.</summary>
/// <param name="code">Key of the sentence; programs read it, so it never changes.</param>
public sealed class ApiProblem(int status, string code, params object[] with) : Exception(code)
{
    public int Status => status;
    public string Code => Message;
    public IReadOnlyList<object> With => with;

    /// <summary>The input it belongs to.</summary>
    public string? Input { get; init; }
}

/// <summary>Says no in RFC 9457: <c>title</c> for people, <c>code</c> for programs, <c>errors</c> by input.</summary>
internal static class ApiProblems
{
    public const string ScopeMissing = "api.scope-missing";

    /// <summary>What the exception means to the caller; nothing when it is a bug.</summary>
    public static ApiProblem? Of(Exception no) => no switch
    {
        ApiProblem problem => problem,
        Refusal refusal => new(StatusCodes.Status422UnprocessableEntity, refusal.Key, [.. refusal.With]) { Input = refusal.Input },
        NotFoundException => new(StatusCodes.Status404NotFound, "error.404.title"),
        DbUpdateConcurrencyException => new(StatusCodes.Status412PreconditionFailed, "api.stale"),
        BadHttpRequestException { InnerException: JsonException json } => OfJson(json),
        // The framework's sentence names our type.
        BadHttpRequestException { StatusCode: StatusCodes.Status400BadRequest } bad when bad.Message.Contains("\"Cursor ", StringComparison.Ordinal) => new(bad.StatusCode, "api.cursor") { Input = "cursor" },
        BadHttpRequestException { StatusCode: StatusCodes.Status400BadRequest } bad => new(bad.StatusCode, "api.unreadable", bad.Message),
        BadHttpRequestException { StatusCode: StatusCodes.Status415UnsupportedMediaType } bad => new(bad.StatusCode, "api.not-json"),
        _ => null,
    };

    public static Task Write(HttpContext http, ApiProblem problem)
    {
        var texts = http.RequestServices.GetRequiredService<Texts>();
        var sentence = texts[problem.Code, [.. problem.With]];
        var details = new ProblemDetails { Status = problem.Status, Title = sentence, Extensions = { ["code"] = problem.Code } };
        if (problem.Input is { } input)
            details.Extensions["errors"] = new Dictionary<string, string[]> { [NameOf(input)] = [sentence] };
        http.Response.Clear();
        http.Response.StatusCode = problem.Status;
        // RFC 6750, 3.1
        if (problem.Code == ScopeMissing) http.Response.Headers.WWWAuthenticate = $"Bearer error=\"insufficient_scope\", scope=\"{problem.With[0]}\"";
        return http.Response.WriteAsJsonAsync(details, ApiJson.Options, "application/problem+json", http.RequestAborted);
    }

    private static ApiProblem OfJson(JsonException json)
    {
        var member = json.Path?.TrimStart('$', '.');
        return json.Message.Contains("could not be mapped to any .NET member", StringComparison.Ordinal) ? new(StatusCodes.Status400BadRequest, "api.unknown-member", Unknown(json)) { Input = Unknown(json) }
            : string.IsNullOrEmpty(member) ? new(StatusCodes.Status400BadRequest, "api.not-json")
            : new(StatusCodes.Status400BadRequest, "api.bad-member", member) { Input = member };
    }

    private static string Unknown(JsonException json) => json.Message.Split('\'') is [_, var name, ..] ? name : json.Path ?? "";

    /// <summary>The form's <c>Input.Email</c> is the API's <c>email</c>.</summary>
    private static string NameOf(string input) =>
        string.Join('.', (input.StartsWith("Input.", StringComparison.Ordinal) ? input[6..] : input).Split('.').Select(JsonNamingPolicy.CamelCase.ConvertName));
}
