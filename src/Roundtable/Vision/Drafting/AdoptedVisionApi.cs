using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using Roundtable.Decisions;
using Roundtable.Partnerships;
using Roundtable.Platform;
using Roundtable.Platform.Access;
using Roundtable.Platform.Api;
using Roundtable.Platform.Text;
using Roundtable.Platform.Web;

namespace Roundtable.Vision;

/// <summary>The adopted vision for programs, its public version, and the files it comes out as.</summary>
public static class AdoptedVisionApi
{
    internal static void MapAdoptedVisionApi(this IEndpointRouteBuilder app)
    {
        var api = app.MapApi();
        const string adopted = "/partnerships/{partnership}/vision/adopted", shown = $"{adopted}/public";
        api.MapGet(adopted, Get).RequireAuthorization(Policies.Member).WithSummary("Shows the vision that stands, with what each organization said.");
        api.MapGet($"{adopted}/{{vision:int}}", Former).RequireAuthorization(Policies.Member).WithSummary("Shows one vision, also a former one.");
        api.MapGet("/partnerships/{partnership}/vision/history", List).RequireAuthorization(Policies.Member).WithSummary("Lists every vision the partnership has adopted.");
        api.MapPost($"{adopted}/adoptions", Adopt).RequireAuthorization(Policies.Member).WithSummary("Adopts the vision for your organization afterwards, with a reservation or without.");
        api.MapGet(shown, Public).RequireAuthorization(Policies.Member).WithSummary("Shows the vision's public version, published or not.");
        api.MapPut(shown, Write).RequireAuthorization(Policies.Member).WithSummary("Writes the public version; nobody outside sees it yet.");
        api.MapPost($"{shown}/publication", Publish).RequireAuthorization(Policies.Member).WithSummary("Shows the public version to everybody.");
        api.MapDelete($"{shown}/publication", Unpublish).RequireAuthorization(Policies.Member).WithSummary("Takes the public version off the public page.");
        app.MapSheet("/w/{partnership}/vision/adopted/adoptions", Sheet, "What each organization said to the vision.").RequireAuthorization(Policies.Member);
        app.MapGet("/w/{partnership}/vision/adopted.docx", Word).RequireAuthorization(Policies.Member).WithSummary("The vision as a Word file.");
        app.MapGet("/w/{partnership}/vision/adopted.md", Markdown).RequireAuthorization(Policies.Member).WithSummary("The vision as Markdown.");
    }

    private static async Task<One<AdoptedShown>> Get([AsParameters] Call call) => await Shown(call, await Standing(call));

    private static async Task<One<AdoptedShown>> Former([AsParameters] Call call, int vision) =>
        await Shown(call, await call.Db.AdoptedVisions.AsNoTracking().VisibleTo(call.Actor).Of(await call.Here()).Numbered(vision) ?? throw new NotFoundException());

    private static async Task<Listing<VisionLine>> List([AsParameters] Call call, [AsParameters] Paging page, CancellationToken ct) =>
        await call.Db.AdoptedVisions.IgnoreAutoIncludes().AsNoTracking().VisibleTo(call.Actor).Of(await call.Here()).PageOf(page, VisionLine.Of, ct);

    private static async Task<One<AdoptedShown>> Adopt([AsParameters] Call call, AdoptionWanted wanted)
    {
        var (here, vision) = (await call.Here(), await Standing(call));
        vision.Adopt(call.Actor, call.Actor.SeatIn(here.Id) ?? throw new Refusal("access.not-allowed"), wanted.Reservation, here.Today(call.Now), call.Now);
        await call.Db.SaveChangesAsync();
        return await Shown(call, vision);
    }

    private static async Task<One<PublicShown>> Public([AsParameters] Call call)
    {
        var shown = await call.Db.PublicVisions.AsNoTracking().VisibleTo(call.Actor).Of(await Standing(call)) ?? throw new NotFoundException();
        return Platform.Api.Answer.One(shown, PublicShown.Of(shown));
    }

    private static async Task<One<PublicShown>> Write([AsParameters] Call call, PublicWanted wanted, Expected expected)
    {
        var vision = await Standing(call);
        call.Actor.Must(VisionPermissions.Run, vision.PartnershipId);
        var shown = await call.Db.PublicVisions.VisibleTo(call.Actor).Of(vision);
        expected.MustFit(shown?.Version ?? Guid.Empty);
        if (shown is null) call.Db.Add(shown = PublicVision.Of(vision));
        shown.Write(call.Actor, wanted.Text, wanted.Translation, call.Now);
        await call.Db.SaveChangesAsync();
        return Platform.Api.Answer.One(shown, PublicShown.Of(shown));
    }

    private static async Task<One<PublicShown>> Publish([AsParameters] Call call)
    {
        var (here, vision) = (await call.Here(), await Standing(call));
        return await Change(call, vision, shown => shown.Publish(call.Actor, here, vision, call.Now));
    }

    private static async Task<One<PublicShown>> Unpublish([AsParameters] Call call, Expected expected) =>
        await Change(call, await Standing(call), shown => { expected.MustFit(shown); shown.Unpublish(call.Actor, call.Now); });

    private static async Task<One<PublicShown>> Change(Call call, AdoptedVision vision, Action<PublicVision> act)
    {
        var shown = await call.Db.PublicVisions.VisibleTo(call.Actor).Of(vision) ?? throw new NotFoundException();
        act(shown);
        await call.Db.SaveChangesAsync();
        return Platform.Api.Answer.One(shown, PublicShown.Of(shown));
    }

    private static async Task<Sheet> Sheet([AsParameters] Call call, Texts t)
    {
        var here = await call.Here();
        var vision = await Standing(call);
        return new($"{here.Slug}-vision", here.Today(call.Now), [t["partnerships.column.number"], t["partnerships.column.organization"], t["adopted.column.said"], t["adopted.column.on"], t["adopted.column.words"], t["adopted.column.before"], t["adopted.column.left"]],
            (await call.Db.Rows(vision)).Select(r => new object?[] { r.Number, r.Name, t.Adoption(r), r.Adoption?.SaidOn, r.Adoption?.Words, t.Before(r), r.WithdrawnOn }));
    }

    private static async Task<IResult> Word([AsParameters] Call call, Texts t)
    {
        var here = await call.Here();
        var file = await call.Db.VisionDocument(await Standing(call), here, t.In(here.Language));
        return Results.File(file.Word(), Platform.Documents.WordDocument.ContentType, $"{here.Slug}-vision.docx");
    }

    private static async Task<IResult> Markdown([AsParameters] Call call, Texts t)
    {
        var here = await call.Here();
        var file = await call.Db.VisionDocument(await Standing(call), here, t.In(here.Language));
        return Results.File(System.Text.Encoding.UTF8.GetBytes(file.Markdown()), "text/markdown; charset=utf-8", $"{here.Slug}-vision.md");
    }

    private static async Task<AdoptedVision> Standing(Call call) =>
        await call.Db.AdoptedVisions.VisibleTo(call.Actor).Of(await call.Here()).Standing() ?? throw new NotFoundException();

    private static async Task<One<AdoptedShown>> Shown(Call call, AdoptedVision vision) => Platform.Api.Answer.One(vision, AdoptedShown.Of(vision, await call.Db.Rows(vision)));
}

public sealed record VisionLine(int Number, string Text, LocalDate AdoptedOn, LocalDate? ReplacedOn, int Motion)
{
    internal static VisionLine Of(AdoptedVision v) => new(v.Number, v.Text, v.AdoptedOn, v.ReplacedOn, v.MotionNumber);
}

/// <param name="Motion">Number of the motion that adopted it.</param>
/// <param name="ReaffirmsOn">When it is asked again whether it still holds.</param>
public sealed record AdoptedShown(int Number, string Text, string Language, LocalDate AdoptedOn, LocalDate? ReplacedOn, int Motion, LocalDate? ReaffirmsOn, IReadOnlyList<AdoptionShown> Adoptions, IReadOnlyList<ReaffirmationShown> Reaffirmations)
{
    internal static AdoptedShown Of(AdoptedVision v, IReadOnlyList<AdoptionRow> rows) => new(v.Number, v.Text, v.Language, v.AdoptedOn, v.ReplacedOn, v.MotionNumber, v.IsCurrent ? v.ReaffirmsOn : null,
        [.. rows.Select(r => new AdoptionShown(r.Number, r.Name, r.Adoption?.Said, r.Adoption?.Words, r.Adoption?.SaidOn, r.Adoption?.IsLater ?? false, r.Adoption?.SaidBefore, r.Adoption?.WordsBefore, r.WithdrawnOn))],
        [.. v.Reaffirmations.OrderBy(r => r.OpenedOn).Select(r => new ReaffirmationShown(r.OpenedOn, r.EndedOn, r.Result, r.For, r.Seats))]);
}

/// <param name="Said">None for an organization that joined later and has said nothing yet.</param>
/// <param name="Words">The reservation, or why not.</param>
public sealed record AdoptionShown(int Seat, string Organization, AdoptionSaid? Said, string? Words, LocalDate? SaidOn, bool IsLater, AdoptionSaid? SaidBefore, string? WordsBefore, LocalDate? WithdrawnOn);

public sealed record ReaffirmationShown(LocalDate OpenedOn, LocalDate? EndedOn, MotionResult? Result, int For, int Seats);

/// <param name="Reservation">Kept with the vision for ever; none for a plain yes.</param>
public sealed record AdoptionWanted(string? Reservation = null);

/// <param name="Translation">The same in the site's other language.</param>
public sealed record PublicWanted(string? Text, string? Translation = null);

/// <param name="IsChanged">What visitors read is older than what was written since.</param>
public sealed record PublicShown(string Text, string? Translation, Instant WrittenAt, string? PublishedText, string? PublishedTranslation, Instant? PublishedAt, bool IsChanged)
{
    internal static PublicShown Of(PublicVision v) => new(v.Text, v.Translation, v.WrittenAt, v.PublishedText, v.PublishedTranslation, v.PublishedAt, v.IsChanged);
}
