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

/// <summary>Prospects for programs.</summary>
public static class ProspectsApi
{
    internal static void MapProspectsApi(this IEndpointRouteBuilder app)
    {
        var api = app.MapApi();
        const string prospects = "/partnerships/{partnership}/prospects", prospect = $"{prospects}/{{number:int}}";
        api.MapGet(prospects, List).RequireAuthorization(Policies.Member).WithSummary("Lists the prospects of a partnership.");
        api.MapPost(prospects, Add).RequireAuthorization(Policies.Member).WithSummary("Adds a prospect, from the directory or by name.");
        api.MapGet(prospect, Get).RequireAuthorization(Policies.Member).WithSummary("Shows one prospect.");
        api.MapDelete(prospect, TakeBack).RequireAuthorization(Policies.Member).WithSummary("Takes a prospect off the list again, as long as nobody was in touch.");
        api.MapPost($"{prospect}/stage", Move).RequireAuthorization(Policies.Member).WithSummary("Moves a prospect to another stage.");
        api.MapPost($"{prospect}/outcome", Close).RequireAuthorization(Policies.Member).WithSummary("Ends a prospect, with the outcome.");
        api.MapPost($"{prospect}/contacts", Note).RequireAuthorization(Policies.Member).WithSummary("Notes that somebody was in touch.");
        api.MapPost($"{prospect}/evidence", Prove).RequireAuthorization(Policies.Member).WithSummary("Keeps what shows that they mean it.");
    }

    private static async Task<Listing<ProspectShown>> List([AsParameters] Call call, [AsParameters] Paging page, CancellationToken ct) =>
        await call.Db.Prospects.AsNoTracking().VisibleTo(call.Actor).Of(await call.Here()).PageOf(page, ProspectShown.Of, ct);

    private static async Task<One<ProspectShown>> Get([AsParameters] Call call, int number, Texts t)
    {
        var (here, prospect) = await call.Prospect(number);
        return Answer.One(prospect, ProspectShown.Of(prospect) with { Others = await call.Db.OthersSaid(call.Actor, prospect, here.Today(call.Now), call.Now, t) });
    }

    private static async Task<Made<ProspectShown>> Add([AsParameters] Call call, ProspectWanted wanted, Texts t)
    {
        var (db, here) = (call.Db, await call.Here());
        var known = wanted.Organization is { } id ? await db.Organizations.FirstOrDefaultAsync(o => o.Id == id) ?? throw new Refusal("partnerships.organization-missing", "Organization") : null;
        var name = known?.ShownName ?? wanted.Name;
        await db.MustBeNew(here.Id, known?.Id, name);
        var prospect = Prospect.Add(call.Actor, call.Now, here.Id,
            new(name, known?.ShownCity ?? wanted.Town, known?.Id, known?.Sector ?? wanted.Sector ?? Sector.Other, wanted.Reasons, wanted.Roles, wanted.ContactName, wanted.ContactEmail, wanted.Concern));
        db.Add(prospect);
        await db.SaveChangesAsync();
        return Answer.Made($"{ApiGroup.Prefix}/partnerships/{here.Slug}/prospects/{prospect.Number}", prospect, ProspectShown.Of(prospect) with { Others = await db.OthersSaid(call.Actor, prospect, here.Today(call.Now), call.Now, t) });
    }

    private static async Task<Microsoft.AspNetCore.Http.HttpResults.NoContent> TakeBack([AsParameters] Call call, int number, Expected expected)
    {
        var (_, prospect) = await call.Prospect(number);
        expected.MustFit(prospect);
        prospect.TakeBack(call.Actor, call.Now);
        call.Db.Remove(prospect);
        await call.Db.SaveChangesAsync();
        return TypedResults.NoContent();
    }

    private static Task<One<ProspectShown>> Move([AsParameters] Call call, int number, StageWanted wanted) =>
        Change(call, number, (_, prospect) => prospect.Move(call.Actor, call.Now, wanted.Stage));

    private static Task<One<ProspectShown>> Close([AsParameters] Call call, int number, OutcomeWanted wanted) =>
        Change(call, number, (today, prospect) => prospect.Close(call.Actor, call.Now, today, wanted.Stage, new(wanted.Reason, wanted.Words, wanted.AskAgainOn)));

    private static Task<One<ProspectShown>> Note([AsParameters] Call call, int number, ContactWanted wanted) =>
        Change(call, number, (today, prospect) => call.Db.Add(prospect.Note(call.Actor, call.Now, today, new(wanted.On ?? today, wanted.How, wanted.With, wanted.Note, wanted.NextContactOn))));

    private static Task<One<ProspectShown>> Prove([AsParameters] Call call, int number, EvidenceWanted wanted) =>
        Change(call, number, (today, prospect) => prospect.Prove(call.Actor, call.Now, today, wanted.Kind, wanted.Words, wanted.On));

    private static async Task<One<ProspectShown>> Change(Call call, int number, Action<LocalDate, Prospect> act)
    {
        var (here, prospect) = await call.Prospect(number);
        act(here.Today(call.Now), prospect);
        await call.Db.SaveChangesAsync();
        return Answer.One(prospect, ProspectShown.Of(prospect));
    }
}

/// <summary>A prospect as programs see it.</summary>
public sealed record ProspectShown(int Number, string Name, string? Town, Sector Sector, Guid? Organization, EngagementStage Stage, Instant StageSince, bool IsKeyPlayer, IReadOnlyList<PartnerRole> Roles,
    string? Concern, IReadOnlyList<string> Reasons, string? KnownBy, string? ContactName, string? ContactEmail, LocalDate? NextContactOn, CommitmentKind? EvidenceKind, string? Evidence,
    OutcomeReason? OutcomeReason, string? OutcomeWords, LocalDate? AskAgainOn)
{
    /// <summary>Who else was in touch with them lately, here or in another partnership of this site; only for one prospect.</summary>
    public IReadOnlyList<string>? Others { get; init; }

    internal static ProspectShown Of(Prospect p) => new(p.Number, p.Name, p.Town, p.Sector, p.OrganizationId, p.Stage, p.StageSince, p.IsKeyPlayer, p.WantedRoles, p.Concern, p.ReasonLines,
        p.KnownBy, p.ContactName, p.ContactEmail, p.NextContactOn, p.EvidenceKind, p.Evidence, p.OutcomeReason, p.OutcomeWords, p.AskAgainOn);
}

/// <summary>An organization to put on the list.</summary>
/// <param name="Organization">Id in the directory; else the name and town.</param>
public sealed record ProspectWanted(string? Name = null, Guid? Organization = null, string? Town = null, Sector? Sector = null, IReadOnlyList<PartnerRole>? Roles = null,
    string? Reasons = null, string? ContactName = null, string? ContactEmail = null, string? Concern = null);
/// <summary>Where a prospect is to move.</summary>
public sealed record StageWanted(EngagementStage Stage);
/// <summary>How a prospect ended.</summary>
public sealed record OutcomeWanted(EngagementStage Stage, OutcomeReason? Reason, string? Words = null, LocalDate? AskAgainOn = null);
/// <summary>Somebody was in touch.</summary>
public sealed record ContactWanted(ContactWay How, LocalDate? On = null, string? With = null, string? Note = null, LocalDate? NextContactOn = null);
/// <summary>What shows that they mean it.</summary>
public sealed record EvidenceWanted(CommitmentKind Kind, string? Words, LocalDate? On = null);
