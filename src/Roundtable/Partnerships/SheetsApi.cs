using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using Roundtable.Directory;
using Roundtable.Directory.Search;
using Roundtable.Platform.Access;
using Roundtable.Platform.Api;
using Roundtable.Platform.Data;
using Roundtable.Platform.Text;

namespace Roundtable.Partnerships;

/// <summary>The lists of a partnership as files for spreadsheets.</summary>
public static class SheetsApi
{
    internal static void MapPartnershipSheets(this IEndpointRouteBuilder app)
    {
        app.MapSheet("/w/{partnership}/partners", Partners, "The list of partners.").RequireAuthorization(Policies.Member);
        app.MapSheet("/w/{partnership}/prospects", Prospects, "The list of prospects, of one stage if one is named.").RequireAuthorization(Policies.Member);
        app.MapSheet("/w/{partnership}/finder/map", Map, "Who is where: those at the table, those on the list and those the finder finds.").RequireAuthorization(Policies.Member).AnswersRefusals();
        app.MapSheet("/admin/partnerships", All, "The partnerships of the site.").RequireAuthorization(Policies.Administrator);
    }

    private static async Task<Sheet> All(RoundtableDb db, CurrentActor who, IClock clock, Texts t) =>
        new("partnerships", clock.GetCurrentInstant().InUtc().Date,
            [t["partnerships.column.name"], t["partnerships.new.check.level"], t["partnerships.new.check.place"], t["partnerships.column.convener"], t["partnerships.column.seats"], t["partnerships.column.founded"]],
            (await db.AllPartnerships(who.Actor)).Select(p => new object?[] { p.Name, t.Level(p.Level), p.Place, p.Convener, p.Seats, p.FoundedAt.InUtc().Date }));

    private static async Task<Sheet> Partners([AsParameters] Call call, Texts t)
    {
        var here = await call.Here();
        return new($"{here.Slug}-partners", here.Today(call.Now),
            [t["partnerships.column.number"], t["partnerships.column.organization"], t["partnerships.column.sector"], t["partnerships.new.city"], t["partnerships.column.roles"], t["partnerships.column.people"], t["partnerships.column.state"], t["partnerships.column.since"], t["partnerships.term.until"]],
            (await call.Db.Table(call.Actor, here.Id)).Select(s => new object?[]
            {
                s.Number, s.Name, t.Sector(s.Sector), s.City, string.Join("; ", s.Offers.Select(t.Role)), string.Join("; ", Seat.Roles.Where(s.Has).Select(t.Holding)),
                t[s.IsObserver ? "partnerships.state.observer" : "partnerships.state.seated"], here.Today(s.SeatedAt), s.TermUntil,
            }));
    }

    private static async Task<Sheet> Map([AsParameters] Call call, [AsParameters] FinderQuestion question, PlaceBooks books, Texts t, CancellationToken ct)
    {
        var (here, places) = (await call.Here(), await books.Now(call.Db, ct));
        var view = await call.Db.Finder(call.Actor, here);
        var (search, _) = question.In(here, places, view);
        var found = await call.Db.FindOrganizations(search with { Limit = WhoIsWhere.Candidates }, call.Now, ct);
        var map = await call.Db.FinderMap(call.Actor, here, view.Table, found.Organizations, places, t);
        return new($"{here.Slug}-map", here.Today(call.Now), [t["finder.map.number"], t["finder.map.name"], t["finder.map.what"], t["finder.map.county"], t["finder.map.in-miles"]],
            map.Rows.Select(r => new object?[] { r.Number, r.Name, r.What, r.County, r.Miles is { } miles ? Math.Round(miles, 1) : null }));
    }

    private static async Task<Sheet> Prospects([AsParameters] Call call, string? stage, Texts t)
    {
        var here = await call.Here();
        var all = await call.Db.Prospects.AsNoTracking().VisibleTo(call.Actor).Of(here).ToListAsync();
        var shown = Codes.Read<EngagementStage>(stage);
        return new($"{here.Slug}-prospects", here.Today(call.Now),
            [t["partnerships.column.number"], t["prospects.col.name"], t["prospects.col.town"], t["partnerships.column.sector"], t["prospects.col.stage"], t["prospects.key-player"], t["prospects.col.roles"],
                t["prospects.one.concern"], t["prospects.col.known"], t["prospects.one.contact"], t["prospects.paste.col.email"], t["prospects.col.next"], t["prospects.one.evidence"], t["prospects.one.outcome"]],
            all.InOrder().Where(p => shown is null || p.Stage == shown).Select(p => new object?[]
            {
                p.Number, p.Name, p.Town, t.Sector(p.Sector), t[$"prospects.stage.{Codes.Of(p.Stage)}"], p.IsKeyPlayer ? t["prospects.key-player"] : null, string.Join("; ", p.WantedRoles.Select(t.Role)),
                p.Concern, p.KnownBy, p.ContactName, p.ContactEmail, p.NextContactOn, p.Evidence, p.OutcomeReason is { } why ? t[$"prospects.outcome.{Codes.Of(why)}"] : null,
            }));
    }
}
