using CsvHelper;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using Roundtable.Directory;
using Roundtable.Platform;
using Roundtable.Platform.Access;
using Roundtable.Platform.Api;
using Roundtable.Platform.Data;
using Roundtable.Platform.Text;
using Roundtable.Platform.Web;
using Results = Microsoft.AspNetCore.Http.Results;

namespace Roundtable.Partnerships;

/// <summary>Prospects for programs, and their list as a file.</summary>
public static class ProspectsApi
{
    internal static void MapProspectsApi(this IEndpointRouteBuilder app)
    {
        var api = app.MapApi();
        const string prospects = "/partnerships/{partnership}/prospects", prospect = $"{prospects}/{{number:int}}";
        api.MapGet(prospects, List).RequireAuthorization(Policies.Member).WithSummary("Lists the prospects of a partnership.");
        api.MapPost(prospects, Add).RequireAuthorization(Policies.Member).WithSummary("Adds a prospect, from the directory or by name.");
        api.MapGet(prospect, Get).RequireAuthorization(Policies.Member).WithSummary("Shows one prospect.");
        api.MapPost($"{prospect}/stage", Move).RequireAuthorization(Policies.Member).WithSummary("Moves a prospect to another stage.");
        api.MapPost($"{prospect}/outcome", Close).RequireAuthorization(Policies.Member).WithSummary("Ends a prospect, with the outcome.");
        api.MapPost($"{prospect}/contacts", Note).RequireAuthorization(Policies.Member).WithSummary("Notes that somebody was in touch.");
        api.MapPost($"{prospect}/evidence", Prove).RequireAuthorization(Policies.Member).WithSummary("Keeps what shows that they mean it.");
        app.MapGet("/w/{partnership}/prospects.csv", Csv).RequireAuthorization(Policies.Member).WithSummary("The list of prospects as a spreadsheet file.");
    }

    private static async Task<Listing<ProspectShown>> List(string partnership, RoundtableDb db, CurrentActor who, [AsParameters] Paging page, CancellationToken ct) =>
        await db.Prospects.AsNoTracking().VisibleTo(who.Actor).In((await db.Here(who.Actor, partnership)).Id).PageOf(page, ProspectShown.Of, ct);

    private static async Task<One<ProspectShown>> Get(string partnership, int number, RoundtableDb db, CurrentActor who)
    {
        var (_, prospect) = await db.ProspectHere(who.Actor, partnership, number);
        return Answer.One(prospect, ProspectShown.Of(prospect));
    }

    private static async Task<Made<ProspectShown>> Add(string partnership, ProspectWanted wanted, RoundtableDb db, CurrentActor who, IClock clock)
    {
        var here = await db.Here(who.Actor, partnership);
        var known = wanted.Organization is { } id ? await db.Organizations.FirstOrDefaultAsync(o => o.Id == id) ?? throw new Refusal("partnerships.organization-missing", "Organization") : null;
        var name = known?.ShownName ?? wanted.Name;
        await db.MustBeNew(here.Id, known?.Id, name);
        var prospect = Prospect.Add(who.Actor, clock.GetCurrentInstant(), here.Id,
            new(name, known?.ShownCity ?? wanted.Town, known?.Id, known?.Sector ?? wanted.Sector ?? Sector.Other, wanted.Reasons, wanted.Roles, wanted.ContactName, wanted.ContactEmail));
        db.Add(prospect);
        await db.SaveChangesAsync();
        return Answer.Made($"{ApiGroup.Prefix}/partnerships/{here.Slug}/prospects/{prospect.Number}", prospect, ProspectShown.Of(prospect));
    }

    private static Task<One<ProspectShown>> Move(string partnership, int number, StageWanted wanted, RoundtableDb db, CurrentActor who, IClock clock) =>
        Change(db, who, clock, partnership, number, (_, prospect, now) => prospect.Move(who.Actor, now, wanted.Stage));

    private static Task<One<ProspectShown>> Close(string partnership, int number, OutcomeWanted wanted, RoundtableDb db, CurrentActor who, IClock clock) =>
        Change(db, who, clock, partnership, number, (here, prospect, now) => prospect.Close(who.Actor, now, here.Today(now), wanted.Stage, new(wanted.Reason, wanted.Words, wanted.AskAgainOn)));

    private static Task<One<ProspectShown>> Note(string partnership, int number, ContactWanted wanted, RoundtableDb db, CurrentActor who, IClock clock) =>
        Change(db, who, clock, partnership, number, (here, prospect, now) => db.Add(prospect.Note(who.Actor, now, here.Today(now), new(wanted.On ?? here.Today(now), wanted.How, wanted.With, wanted.Note, wanted.NextContactOn))));

    private static Task<One<ProspectShown>> Prove(string partnership, int number, EvidenceWanted wanted, RoundtableDb db, CurrentActor who, IClock clock) =>
        Change(db, who, clock, partnership, number, (here, prospect, now) => prospect.Prove(who.Actor, now, here.Today(now), wanted.Kind, wanted.Words, wanted.On));

    private static async Task<IResult> Csv(string partnership, string? stage, RoundtableDb db, CurrentActor who, IClock clock, Texts t)
    {
        var here = await db.Here(who.Actor, partnership);
        var rows = (await db.Prospects.AsNoTracking().VisibleTo(who.Actor).In(here.Id).ToListAsync()).InOrder();
        var shown = Codes.Read<EngagementStage>(stage);
        var file = new MemoryStream();
        using (var csv = CsvWriter.Create(file, new CsvWriterOptions { NewLine = "\r\n", WriteByteOrderMark = true, Injection = CsvInjection.Escape }, leaveOpen: true))
        {
            csv.WriteRecord([t["partnerships.column.number"], t["prospects.col.name"], t["prospects.col.town"], t["partnerships.column.sector"], t["prospects.col.stage"], t["prospects.key-player"], t["prospects.col.roles"],
                t["prospects.one.concern"], t["prospects.col.known"], t["prospects.one.contact"], t["prospects.paste.col.email"], t["prospects.col.next"], t["prospects.one.evidence"], t["prospects.one.outcome"]]);
            foreach (var p in rows.Where(p => shown is null || p.Stage == shown))
                csv.WriteRecord([$"{p.Number}", p.Name, p.Town ?? "", t.Sector(p.Sector), t[$"prospects.stage.{Codes.Of(p.Stage)}"], p.IsKeyPlayer ? t["prospects.key-player"] : "", string.Join("; ", p.WantedRoles.Select(t.Role)),
                    p.Concern ?? "", p.KnownBy ?? "", p.ContactName ?? "", p.ContactEmail ?? "", Dates.Write(p.NextContactOn) ?? "", p.Evidence ?? "", p.OutcomeReason is { } why ? t[$"prospects.outcome.{Codes.Of(why)}"] : ""]);
        }
        file.Position = 0;
        return Microsoft.AspNetCore.Http.Results.File(file, "text/csv; charset=utf-8", $"{here.Slug}-prospects-{here.Today(clock.GetCurrentInstant()):R}.csv");
    }

    internal static async Task<(Partnership Here, Prospect Prospect)> ProspectHere(this RoundtableDb db, Actor actor, string partnership, int number)
    {
        var here = await db.Here(actor, partnership);
        return (here, await db.Prospects.VisibleTo(actor).In(here.Id).Numbered(number) ?? throw new NotFoundException());
    }

    private static async Task<One<ProspectShown>> Change(RoundtableDb db, CurrentActor who, IClock clock, string partnership, int number, Action<Partnership, Prospect, Instant> act)
    {
        var (here, prospect) = await db.ProspectHere(who.Actor, partnership, number);
        act(here, prospect, clock.GetCurrentInstant());
        await db.SaveChangesAsync();
        return Answer.One(prospect, ProspectShown.Of(prospect));
    }
}

/// <summary>A prospect as programs see it.</summary>
public sealed record ProspectShown(int Number, string Name, string? Town, Sector Sector, Guid? Organization, EngagementStage Stage, Instant StageSince, bool IsKeyPlayer, IReadOnlyList<PartnerRole> Roles,
    string? Concern, IReadOnlyList<string> Reasons, string? KnownBy, string? ContactName, string? ContactEmail, LocalDate? NextContactOn, CommitmentKind? EvidenceKind, string? Evidence,
    OutcomeReason? OutcomeReason, string? OutcomeWords, LocalDate? AskAgainOn)
{
    internal static ProspectShown Of(Prospect p) => new(p.Number, p.Name, p.Town, p.Sector, p.OrganizationId, p.Stage, p.StageSince, p.IsKeyPlayer, p.WantedRoles, p.Concern, p.ReasonLines,
        p.KnownBy, p.ContactName, p.ContactEmail, p.NextContactOn, p.EvidenceKind, p.Evidence, p.OutcomeReason, p.OutcomeWords, p.AskAgainOn);
}

/// <summary>An organization to put on the list.</summary>
/// <param name="Organization">Id in the directory; else the name and town.</param>
public sealed record ProspectWanted(string? Name = null, Guid? Organization = null, string? Town = null, Sector? Sector = null, IReadOnlyList<PartnerRole>? Roles = null,
    string? Reasons = null, string? ContactName = null, string? ContactEmail = null);
/// <summary>Where a prospect is to move.</summary>
public sealed record StageWanted(EngagementStage Stage);
/// <summary>How a prospect ended.</summary>
public sealed record OutcomeWanted(EngagementStage Stage, OutcomeReason? Reason, string? Words = null, LocalDate? AskAgainOn = null);
/// <summary>Somebody was in touch.</summary>
public sealed record ContactWanted(ContactWay How, LocalDate? On = null, string? With = null, string? Note = null, LocalDate? NextContactOn = null);
/// <summary>What shows that they mean it.</summary>
public sealed record EvidenceWanted(CommitmentKind Kind, string? Words, LocalDate? On = null);
