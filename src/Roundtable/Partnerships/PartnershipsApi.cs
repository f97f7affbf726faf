using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using Roundtable.Directory;
using Roundtable.Platform;
using Roundtable.Platform.Access;
using Roundtable.Platform.Api;
using Roundtable.Platform.Data;
using Roundtable.Platform.Text;

namespace Roundtable.Partnerships;

/// <summary>Partnerships, their journey and needs, for programs.</summary>
public static class PartnershipsApi
{
    internal static void MapPartnershipsApi(this IEndpointRouteBuilder app)
    {
        var api = app.MapApi();
        api.MapGet("/partnerships", List).RequireAuthorization(Policies.Member).WithSummary("Lists the partnerships you have a part in.");
        api.MapPost("/partnerships", Found).RequireAuthorization(Policies.SignedIn).WithSummary("Founds a partnership and seats the organization that founds it.");
        api.MapGet("/partnerships/{partnership}", Get).RequireAuthorization(Policies.Member).WithSummary("Shows one partnership.");
        api.MapPatch("/partnerships/{partnership}", Describe).RequireAuthorization(Policies.Member).WithSummary("Changes what a partnership is called and is for.");
        api.MapGet("/partnerships/{partnership}/journey", Journeyed).RequireAuthorization(Policies.Member).WithSummary("Shows the six requirements and ten steps, each scored from records.");
        api.MapGet("/needs", Needed).RequireAuthorization(Policies.Member).WithSummary("Lists what needs you, the most urgent first.");
    }

    private static Task<Listing<PartnershipShown>> List(RoundtableDb db, CurrentActor who, [AsParameters] Paging page, CancellationToken ct) =>
        db.Partnerships.AsNoTracking().VisibleTo(who.Actor).PageOf(page, PartnershipShown.Of, ct);

    private static async Task<One<PartnershipShown>> Get([AsParameters] Call call)
    {
        var found = await call.Here();
        return Answer.One(found, PartnershipShown.Of(found));
    }

    private static async Task<Made<PartnershipShown>> Found(FoundingWanted wanted, RoundtableDb db, CurrentActor who, IClock clock, Texts t)
    {
        var (actor, now) = (who.Actor, clock.GetCurrentInstant());
        var draft = new FoundingDraft(actor.PersonId!.Value, now);
        var place = await db.PlaceMeant(wanted.Level, wanted.State, wanted.Level is Level.Local ? string.Join(',', wanted.Counties ?? []) : null, t["partnerships.country"]);
        draft.Aim(actor, wanted.Purpose, wanted.Name, wanted.Level, wanted.Parent, place, null, now);
        draft.Gather(actor, wanted.OrganizationId, wanted.Organization, wanted.Sector, wanted.City, string.Join('\n', wanted.Others ?? []), now);
        var founded = await db.Found(actor, draft, t["partnerships.new.name.suggested", place.Shown.Split(',')[0]], wanted.Language ?? TextBook.Default, now);
        await db.SaveChangesAsync();
        return Answer.Made($"{ApiGroup.Prefix}/partnerships/{founded.Slug}", founded, PartnershipShown.Of(founded));
    }

    private static async Task<One<PartnershipShown>> Describe([AsParameters] Call call, PartnershipChange change, Expected expected)
    {
        var found = await call.Here();
        expected.MustFit(found);
        var parent = found.ParentId is { } above ? await call.Db.Partnerships.FirstOrDefaultAsync(p => p.Id == above) : null;
        found.Describe(call.Actor, change.Name ?? found.Name, change.Purpose ?? found.Purpose, found.Place, found.Level, parent, change.TimeZone ?? found.TimeZone, change.Language ?? found.Language, call.Now);
        if (change.IsPublic is { } shown) found.Show(call.Actor, shown, call.Now);
        await call.Db.SaveChangesAsync();
        return Answer.One(found, PartnershipShown.Of(found));
    }

    private static async Task<JourneyShown> Journeyed([AsParameters] Call call, Texts t, IEnumerable<JourneyRule> rules)
    {
        var found = await call.Here();
        var journey = await Journey.Of(new(call.Db, call.Actor, found, call.Now, await call.Db.Table(call.Actor, found.Id)), rules);
        return new([.. journey.Requirements.Select(Line)], [.. journey.Steps.Select(Line)]);

        LineShown Line(JourneyLine line) => new(line.Part, t[$"partnerships.part.{Codes.Of(line.Part)}"], line.State, line.Have, line.Of,
            line.Findings.Count == 0 ? [t[$"partnerships.part.{Codes.Of(line.Part)}.idle"]] : [.. line.Findings.Select(f => t.Of(f.Proof))],
            [.. line.Findings.Where(f => f.Gap is not null).Select(f => new GapShown(t.Of(f.Gap!), f.GapHref))]);
    }

    private static async Task<IReadOnlyList<NeedShown>> Needed(RoundtableDb db, CurrentActor who, IClock clock, Texts t, IEnumerable<INeedsSource> sources)
    {
        var mine = await db.Partnerships.AsNoTracking().VisibleTo(who.Actor).ToListAsync();
        var table = await db.Table(who.Actor, [.. mine.Select(p => p.Id)]);
        var needs = await Needs.For(new(db, who.Actor, mine, table, clock.GetCurrentInstant()), sources);
        return [.. needs.Select(n => new NeedShown(mine.First(p => p.Id == n.PartnershipId).Slug, t.Of(n.Title), n.Detail is null ? null : t.Of(n.Detail), t.Of(n.Act), n.Href, n.Due))];
    }
}

public sealed record PartnershipShown(Guid Id, string Slug, string Name, string Purpose, Level Level, Guid? Parent, string? State, IReadOnlyList<string> Counties, string Place,
    string TimeZone, string Language, Guid ConvenerOrganization, bool IsPublic, Instant FoundedAt)
{
    internal static PartnershipShown Of(Partnership p) =>
        new(p.Id, p.Slug, p.Name, p.Purpose, p.Level, p.ParentId, p.PlaceState, p.Place.CountyFips, p.PlaceShown, p.TimeZone, p.Language, p.ConvenerId, p.IsPublic, p.FoundedAt);
}

/// <param name="Counties">Names or ZIP codes.</param>
/// <param name="Others">Who is already in: name, town, e-mail, person, one a line.</param>
public sealed record FoundingWanted(string Purpose, Level Level = Level.Local, string? State = null, IReadOnlyList<string>? Counties = null, string? Name = null, Guid? Parent = null,
    Guid? OrganizationId = null, string? Organization = null, Sector Sector = Sector.Other, string? City = null, IReadOnlyList<string>? Others = null, string? Language = null);

public sealed record PartnershipChange(string? Name = null, string? Purpose = null, string? TimeZone = null, string? Language = null, bool? IsPublic = null);
public sealed record JourneyShown(IReadOnlyList<LineShown> Requirements, IReadOnlyList<LineShown> Steps);
public sealed record LineShown(JourneyPart Part, string Name, JourneyState State, int Have, int Of, IReadOnlyList<string> Proof, IReadOnlyList<GapShown> Gaps);
public sealed record GapShown(string Text, string? Href);
public sealed record NeedShown(string Partnership, string Title, string? Detail, string Act, string Href, LocalDate? Due);
