using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Roundtable.Platform.Text;
using Roundtable.Platform.Web;

namespace Roundtable.Platform.Api;

/// <summary>Tells programs why the domain said no: RFC 9457 problem details with the same sentence a person reads, and the input it belongs to.</summary>
public static class RefusalAnswers
{
    public static TBuilder AnswersRefusals<TBuilder>(this TBuilder endpoints) where TBuilder : IEndpointConventionBuilder =>
        endpoints.AddEndpointFilter(async (context, next) =>
        {
            try
            {
                return await next(context);
            }
            catch (NotFoundException)
            {
                return TypedResults.NotFound();
            }
            catch (Refusal refusal)
            {
                return TypedResults.Problem(
                    detail: context.HttpContext.RequestServices.GetRequiredService<Texts>().Of(refusal), statusCode: StatusCodes.Status422UnprocessableEntity,
                    title: "Refused", extensions: new Dictionary<string, object?> { ["code"] = refusal.Key, ["input"] = refusal.Input });
            }
        });
}
