using System.Globalization;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.OpenApi;
using Roundtable.Platform.Operations;
using Roundtable.Platform.Web;

namespace Roundtable.Platform.Api;

/// <summary>The API described for programs: OpenAPI 3.1 at <c>/openapi/v1.json</c>, written from the endpoints themselves.</summary>
public static class ApiDocument
{
    public const string Address = "/openapi/v1.json";
    private const string Token = "token";

    internal static void AddApiDocument(this IServiceCollection services) => services.AddOpenApi("v1", o =>
    {
        o.OpenApiVersion = OpenApiSpecVersion.OpenApi3_1;
        o.ShouldInclude = d => d.ActionDescriptor.EndpointMetadata.OfType<ApiEndpoint>().Any();
        o.AddDocumentTransformer((document, _, _) =>
        {
            document.Info = new() { Title = "Roundtable", Version = PlatformVerbs.Version, Description = "Partnerships, their seats and prospects, and the directory of organizations. Every no is a problem document (RFC 9457)." };
            document.Components ??= new();
            document.Components.SecuritySchemes = new Dictionary<string, IOpenApiSecurityScheme>
            {
                [Token] = new OpenApiSecurityScheme { Type = SecuritySchemeType.Http, Scheme = "bearer", Description = "A personal access token. Make one under your profile." },
            };
            return Task.CompletedTask;
        });
        o.AddOperationTransformer((operation, context, _) =>
        {
            Describe(operation, context);
            return Task.CompletedTask;
        });
    });

    internal static void MapApiDocument(this WebApplication app) => app.MapOpenApi("/openapi/{documentName}.json").AllowAnonymous().WithSummary("Describes the API in OpenAPI 3.1.");

    private static void Describe(OpenApiOperation operation, OpenApiOperationTransformerContext context)
    {
        var metadata = context.Description.ActionDescriptor.EndpointMetadata;
        var method = context.Description.HttpMethod ?? "GET";
        var open = metadata.OfType<IAllowAnonymous>().Any();
        var writes = !HttpMethods.IsGet(method);
        if (!open) operation.Security = [new() { [new OpenApiSecuritySchemeReference(Token, context.Document)] = [] }];
        operation.Parameters ??= [];
        if (writes) operation.Parameters.Add(Header(Repeat.Header, "Any text of your own, once per thing you want done. Sent again within 24 hours it gives the same answer and no second effect.", required: !open));
        var versioned = ApiGroup.IsEdit(method);
        if (versioned) operation.Parameters.Add(Header("If-Match", "The ETag of what you read.", required: true));
        operation.Responses ??= [];
        int[] problems = [400, .. open ? (int[])[] : [401, 403], 404, .. writes ? (int[])[412] : [], 422, .. versioned ? (int[])[428] : []];
        foreach (var status in problems)
            operation.Responses.TryAdd(status.ToString(CultureInfo.InvariantCulture), new OpenApiResponse
            {
                Description = Meaning(status),
                Content = new Dictionary<string, OpenApiMediaType> { ["application/problem+json"] = new() },
            });
    }

    private static OpenApiParameter Header(string name, string what, bool required) =>
        new() { Name = name, In = ParameterLocation.Header, Required = required, Description = what, Schema = new OpenApiSchema { Type = JsonSchemaType.String } };

    private static string Meaning(int status) => status switch
    {
        400 => "The request could not be read.",
        401 => "No token, or one that is no longer good.",
        403 => "The token lacks the scope.",
        404 => "Not there, or not for you to know.",
        412 => "Somebody changed it since you read it.",
        422 => "Refused: the title says why.",
        _ => "The header If-Match is missing.",
    };
}
