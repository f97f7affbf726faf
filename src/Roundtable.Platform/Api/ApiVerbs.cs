using System.CommandLine;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Roundtable.Platform.Access;

namespace Roundtable.Platform.Api;

/// <summary>The command that says which endpoints there are and who may reach them.</summary>
public static class ApiVerbs
{
    public static IEnumerable<Command> For(WebApplication app)
    {
        var json = new Option<bool>("--json") { Description = "As JSON, for scripts." };
        var endpoints = new Command("endpoints", "Lists every endpoint: method, route, who may reach it.") { json };
        endpoints.SetAction(parsed =>
        {
            var all = EndpointList.Of(app);
            if (parsed.GetValue(json)) Console.WriteLine(JsonSerializer.Serialize(all, ApiJson.Options));
            else foreach (var e in all) Console.WriteLine(Line(e));
            return all.Any(e => e.Policy is null) ? 1 : 0;
        });
        yield return endpoints;
    }

    private static string Line(EndpointEntry e) =>
        $"{e.Method,-6} {e.Route}  {e.Policy ?? "nobody"}{(e.PartnershipScoped ? ", partnership" : "")}{(e.NeedsIdempotencyKey ? ", key" : "")}";
}
