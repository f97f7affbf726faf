using System.Reflection;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Routing;
using Roundtable.Platform.Data;

namespace Roundtable.Platform.Api;

/// <summary>What an endpoint answers with: one record with its <c>ETag</c>, a new one with its address, or a page of a list.</summary>
public static class Answer
{
    /// <summary>One record; <c>304</c> when the caller has this version.</summary>
    public static One<T> One<T>(Record record, T shown) => new(record.Version, shown);

    /// <summary>A record made by this request. Save before, so that it has its version.</summary>
    public static Made<T> Made<T>(string address, Record record, T shown) => new(address, record.Version, shown);

    /// <summary>Says in the <c>Link</c> header where the next page is, when there is one.</summary>
    public static void TellNext(HttpContext http, Cursor? next)
    {
        if (next is null) return;
        var query = QueryString.Create(http.Request.Query.Where(q => q.Key != "cursor").Append(KeyValuePair.Create("cursor", new Microsoft.Extensions.Primitives.StringValues($"{next}"))));
        http.Response.Headers.Link = $"<{http.Request.PathBase}{http.Request.Path}{query}>; rel=\"next\"";
    }

    internal static string TagOf(Guid version) => $"\"{version:N}\"";
}

/// <summary>One record as the API shows it.</summary>
public sealed class One<T>(Guid version, T shown) : IResult, IEndpointMetadataProvider
{
    public T Shown => shown;

    public Task ExecuteAsync(HttpContext http)
    {
        var tag = Answer.TagOf(version);
        http.Response.Headers.ETag = tag;
        if (HttpMethods.IsGet(http.Request.Method) && http.Request.Headers.IfNoneMatch.SelectMany(v => (v ?? "").Split(',')).Select(v => v.Trim()).Any(v => v == "*" || v == tag || v == $"W/{tag}"))
        {
            http.Response.StatusCode = StatusCodes.Status304NotModified;
            return Task.CompletedTask;
        }
        return http.Response.WriteAsJsonAsync(shown, ApiJson.Options, http.RequestAborted);
    }

    public static void PopulateMetadata(MethodInfo method, EndpointBuilder builder) =>
        builder.Metadata.Add(new ProducesResponseTypeMetadata(StatusCodes.Status200OK, typeof(T), ["application/json"]));
}

/// <summary>A record that this request made, and where it is.</summary>
public sealed class Made<T>(string address, Guid version, T shown) : IResult, IEndpointMetadataProvider
{
    public Task ExecuteAsync(HttpContext http)
    {
        http.Response.StatusCode = StatusCodes.Status201Created;
        http.Response.Headers.Location = address;
        http.Response.Headers.ETag = Answer.TagOf(version);
        return http.Response.WriteAsJsonAsync(shown, ApiJson.Options, http.RequestAborted);
    }

    public static void PopulateMetadata(MethodInfo method, EndpointBuilder builder) =>
        builder.Metadata.Add(new ProducesResponseTypeMetadata(StatusCodes.Status201Created, typeof(T), ["application/json"]));
}

/// <summary>A page of a list: <c>items</c>, and <c>next</c> when there is more; the next page's address is in the <c>Link</c> header too.</summary>
public sealed class Listing<T>(IReadOnlyList<T> items, Cursor? next) : IResult, IEndpointMetadataProvider
{
    public IReadOnlyList<T> Items => items;
    public Cursor? Next => next;

    public Task ExecuteAsync(HttpContext http)
    {
        Answer.TellNext(http, next);
        return http.Response.WriteAsJsonAsync(new ListPage<T>(items, next?.ToString()), ApiJson.Options, http.RequestAborted);
    }

    public static void PopulateMetadata(MethodInfo method, EndpointBuilder builder) =>
        builder.Metadata.Add(new ProducesResponseTypeMetadata(StatusCodes.Status200OK, typeof(ListPage<T>), ["application/json"]));
}

/// <param name="Next">Hand it back as <c>cursor</c>; none on the last page.</param>
public sealed record ListPage<T>(IReadOnlyList<T> Items, string? Next);

/// <summary>The version the caller based a change on, from <c>If-Match</c>. Every PUT, PATCH and DELETE of a record takes one.</summary>
public sealed class Expected
{
    private readonly string[] tags;
    private Expected(string[] tags) => this.tags = tags;

    public static ValueTask<Expected?> BindAsync(HttpContext http) =>
        ValueTask.FromResult<Expected?>(new([.. http.Request.Headers.IfMatch.SelectMany(v => (v ?? "").Split(',')).Select(v => v.Trim())]));

    /// <exception cref="ApiProblem">Somebody changed the record since.</exception>
    public void MustFit(Record record) => MustFit(record.Version);

    /// <inheritdoc cref="MustFit(Record)"/>
    /// <param name="version">Of what may not have been written yet: <see cref="Guid.Empty"/> until it is.</param>
    public void MustFit(Guid version)
    {
        if (!tags.Contains("*") && !tags.Contains(Answer.TagOf(version))) throw new ApiProblem(StatusCodes.Status412PreconditionFailed, "api.stale");
    }
}
