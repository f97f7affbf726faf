using System.Net;
using System.Net.Http.Json;
using System.Reflection;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Routing;
using Roundtable.Platform.Api;

namespace Roundtable.Tests.HouseRules;

/// <summary>Nobody changes through the API what they have not read: whatever is edited asks for the version it is based on.</summary>
public partial class VersionTests
{
    private static readonly string[] edits = ["PUT", "PATCH", "DELETE"];

    private static IEnumerable<(RouteEndpoint Endpoint, string Method)> Edits(World world) =>
        from endpoint in world.Routes.DataSources.SelectMany(s => s.Endpoints).OfType<RouteEndpoint>()
        where endpoint.Metadata.GetMetadata<ApiEndpoint>() is not null
        from method in endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods ?? []
        where edits.Contains(method)
        select (endpoint, method);

    [Fact]
    public async Task Every_edit_without_If_Match_is_refused()
    {
        var table = await World.Found();
        using var ana = await table.Ana();
        var tried = 0;
        foreach (var (endpoint, method) in Edits(table.World))
        {
            var address = Place().Replace(endpoint.RoutePattern.RawText!, m => m.Value.Contains("partnership", StringComparison.Ordinal) ? table.Partnership.Slug : m.Value.Contains(":guid", StringComparison.Ordinal) ? $"{table.Partnership.Id}" : "1");
            using var answer = await ana.Send(new(new HttpMethod(method), address) { Content = JsonContent.Create(new { }) });
            Assert.True(answer.StatusCode is HttpStatusCode.PreconditionRequired, $"{method} {address} answered {answer.StatusCode}");
            tried++;
        }
        Assert.True(tried >= 5, $"Only {tried} endpoints edit something.");
    }

    [Fact]
    public async Task Every_edit_looks_at_the_version_it_was_sent()
    {
        var world = await World.Shared;
        House.None(Edits(world).Where(e => e.Endpoint.Metadata.GetMetadata<MethodInfo>()!.GetParameters().All(p => p.ParameterType != typeof(Expected))).Select(e => $"{e.Method} {e.Endpoint.RoutePattern.RawText}"),
            "Take an Expected and compare it with the record.");
    }

    [GeneratedRegex(@"\{[^}]+\}")]
    private static partial Regex Place();
}
