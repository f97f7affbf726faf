using System.Net.Http.Headers;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Roundtable.Platform;
using Roundtable.Platform.Access;
using Roundtable.Platform.Api;
using Roundtable.Platform.Data;
using Roundtable.Platform.Web;

namespace Roundtable.Tests.Platform.Api;

/// <summary>A small resource of links, to try the API's door without any capability.</summary>
internal static class Probe
{
    public static readonly Guid Caller = Ids.New();

    public static Task<World> Open(TestDatabase? shared = null) => World.Open(shared, Map);

    public static void Map(WebApplication app)
    {
        app.Use((http, next) =>
        {
            if (http.Request.Headers.Authorization.ToString() is ['B', 'e', 'a', 'r', 'e', 'r', ' ', .. var scopes])
                http.RequestServices.GetRequiredService<CurrentActor>().Actor = Actor.Person(Caller, administrator: false, [], scopes.Split(','));
            return next(http);
        });
        var api = app.MapApi().MapGroup("/probe").AllowAnonymous();
        api.MapGet("", List).WithSummary("Lists.");
        api.MapGet("/{id:guid}", Show).WithSummary("Shows.");
        api.MapPost("", Make).WithSummary("Makes.");
        api.MapPatch("/{id:guid}", Revoke).WithSummary("Revokes.");
        api.MapDelete("/{id:guid}", Remove).WithSummary("Removes.");
        api.MapGet("/secret", () => "secret").NeedsScope("secret").WithSummary("Needs a scope.");
        api.MapPost("/half", Half).WithSummary("Saves and then answers no.");
    }

    public sealed record Input(string Label, LinkPurpose Purpose = LinkPurpose.Api, LocalDate? On = null);
    public sealed record Shown(Guid Id, string? Label, LinkPurpose Purpose, Instant CreatedAt, bool Revoked)
    {
        public static Shown Of(Link l) => new(l.Id, l.Label, l.Purpose, l.CreatedAt, l.RevokedAt is not null);
    }

    private static Task<Listing<Shown>> List([AsParameters] Paging page, string? label, RoundtableDb db, CancellationToken ct) =>
        db.Links.Where(l => l.Label == label).PageOf(page, Shown.Of, ct);

    private static async Task<One<Shown>> Show(Guid id, RoundtableDb db)
    {
        var link = await db.Links.FirstOrDefaultAsync(l => l.Id == id) ?? throw new NotFoundException();
        return Answer.One(link, Shown.Of(link));
    }

    private static async Task<Made<Shown>> Make(Input input, RoundtableDb db, IClock clock)
    {
        if (input.Label == "") throw new Refusal("api.bad-member", "Input.Label", "label");
        var link = Link.Make(input.Purpose, clock.GetCurrentInstant(), Duration.FromDays(1), out _, label: input.Label);
        db.Add(link);
        await db.SaveChangesAsync();
        return Answer.Made($"/api/v1/probe/{link.Id}", link, Shown.Of(link));
    }

    private static async Task<One<Shown>> Revoke(Guid id, Expected expected, RoundtableDb db, IClock clock)
    {
        var link = await db.Links.FirstOrDefaultAsync(l => l.Id == id) ?? throw new NotFoundException();
        expected.MustFit(link);
        link.Revoke(clock.GetCurrentInstant());
        await db.SaveChangesAsync();
        return Answer.One(link, Shown.Of(link));
    }

    private static async Task<IResult> Remove(Guid id, Expected expected, RoundtableDb db)
    {
        var link = await db.Links.FirstOrDefaultAsync(l => l.Id == id) ?? throw new NotFoundException();
        expected.MustFit(link);
        db.Remove(link);
        await db.SaveChangesAsync();
        return TypedResults.NoContent();
    }

    private static async Task<IResult> Half(Input input, RoundtableDb db, IClock clock)
    {
        await Make(input, db, clock);
        return TypedResults.Conflict();
    }

    public static HttpRequestMessage Request(HttpMethod method, string address, string? json = null, string? key = null, string? ifMatch = null, string token = "read,write")
    {
        var request = new HttpRequestMessage(method, address);
        if (token != "") request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        if (key is not null) request.Headers.Add("Idempotency-Key", key);
        if (ifMatch is not null) request.Headers.TryAddWithoutValidation("If-Match", ifMatch);
        if (json is not null) request.Content = new StringContent(json, Encoding.UTF8, "application/json");
        return request;
    }
}
