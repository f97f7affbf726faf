using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using Roundtable.Directory;
using Roundtable.Directory.Search;
using Roundtable.Platform;
using Roundtable.Platform.Access;
using Roundtable.Platform.Api;
using Roundtable.Platform.Data;
using Roundtable.Platform.Text;
using Roundtable.Platform.Web;

namespace Roundtable.Partnerships;

/// <summary>Who is missing, coverage rules, planned needs and ties, for programs.</summary>
public static class CoverageApi
{
    internal static void MapCoverageApi(this IEndpointRouteBuilder app)
    {
        var api = app.MapApi();
        const string here = "/partnerships/{partnership}", rules = $"{here}/coverage-rules", ties = $"{here}/ties";
        api.MapGet($"{here}/coverage", Show).RequireAuthorization(Policies.Member).WithSummary("Shows who is missing: every hole by role and sector, need, language and county, and how far each coverage rule is met.");
        api.MapGet($"{here}/candidates", Candidates).RequireAuthorization(Policies.Member).WithSummary("Ranks organizations that could fill a hole, each with the reasons why and what others did lately.");
        api.MapGet(rules, Rules).RequireAuthorization(Policies.Member).WithSummary("Lists the coverage rules of a partnership.");
        api.MapPost(rules, Agree).RequireAuthorization(Policies.Member).WithSummary("Takes a coverage rule among those the table goes by.");
        api.MapDelete($"{rules}/{{number:int}}", Drop).RequireAuthorization(Policies.Member).WithSummary("Drops a coverage rule.");
        api.MapGet(ties, Ties).RequireAuthorization(Policies.Member).WithSummary("Lists how partners are tied to organizations that are not at the table.");
        api.MapPost(ties, Say).RequireAuthorization(Policies.Member).WithSummary("Says that a partner is tied to an organization.");
        api.MapDelete($"{ties}/{{number:int}}", TakeBack).RequireAuthorization(Policies.Member).WithSummary("Takes a tie back.");
        app.MapSheet("/w/{partnership}/missing", Sheet, "Who is missing: every hole and who covers the rest.").RequireAuthorization(Policies.Member);
    }

    private static async Task<CoverageShown> Show([AsParameters] Call call, PlaceBooks books, Texts t)
    {
        var here = await call.Here();
        var (places, aims) = (await books.Now(call.Db), await call.Db.CoverageAims(call.Actor, here));
        var coverage = await call.Db.Coverage(call.Actor, here, aims);
        return new([.. CoverageTable.Of(here, coverage, aims).Select(l => new CoverageLine(l.By, l.Hole.Name(t, places), l.Hole.Sector, l.Who.Count, l.IsHole, l.Hole.Href(here)))],
            [.. RuleCheck.All(here, coverage, aims).Select(c => RuleShown.From(c, t, places))]);
    }

    private static async Task<IReadOnlyList<CandidateShown>> Candidates([AsParameters] Call call, string? role, string? sector, string? need, string? language, string? county, string? near, string? miles, PlaceBooks books, Texts t, CancellationToken ct)
    {
        var here = await call.Here();
        var places = await books.Now(call.Db, ct);
        var inCounty = county is null ? null : places.Of(PlaceKind.County, county) ?? throw new Refusal("place.unknown", "county", county);
        var input = new SearchInput { Near = inCounty is null ? near : null, Miles = inCounty is null ? miles : "100", Sector = sector, Language = language, Role = role, Need = need };
        var view = await call.Db.Finder(call.Actor, here);
        var search = OrganizationSearch.Of(input, places, inCounty ?? here.Served(places)) with { Concerns = view.Concerns, Known = view.OnlyNew(), Limit = 50 };
        var hole = new Hole(Codes.Read<PartnerRole>(role), search.Sector, need?.Trim().ToUpperInvariant(), search.Language, inCounty?.Code);
        var found = await call.Db.FindOrganizations(hole.Narrow(search), call.Now, ct);
        var elsewhere = await call.Db.Elsewhere(call.Actor, here.Id, [.. found.Organizations.Select(f => f.Organization.Id)], call.Now);
        return [.. found.Organizations.Select(f => new CandidateShown(f.Organization.Id, f.Organization.ShownName, f.Organization.Sector, f.Organization.ShownCity, f.Miles is { } m ? Math.Round(m, 1) : null,
            [.. f.Why.Select(w => w.Say(t))], [.. elsewhere[f.Organization.Id].Select(e => e.Say(t))]))];
    }

    private static async Task<IReadOnlyList<RuleShown>> Rules([AsParameters] Call call, PlaceBooks books, Texts t)
    {
        var here = await call.Here();
        var (places, aims) = (await books.Now(call.Db), await call.Db.CoverageAims(call.Actor, here));
        return [.. RuleCheck.All(here, await call.Db.Coverage(call.Actor, here, aims), aims).Select(c => RuleShown.From(c, t, places))];
    }

    private static async Task<Made<RuleTaken>> Agree([AsParameters] Call call, RuleWanted wanted)
    {
        var here = await call.Here();
        await call.Db.Turn(here.Id, nameof(CoverageRule));
        var rule = CoverageRule.Agree(call.Actor, call.Now, here.Id, wanted, await call.Db.CoverageRules.In(call.Actor).Of(here).ToListAsync());
        call.Db.Add(rule);
        await call.Db.SaveChangesAsync();
        return Answer.Made($"{ApiGroup.Prefix}/partnerships/{here.Slug}/coverage-rules/{rule.Number}", rule, new RuleTaken(rule.Number, rule.Kind, rule.Least, rule.Role, rule.Sector, rule.OverPercent));
    }

    private static async Task<Microsoft.AspNetCore.Http.HttpResults.NoContent> Drop([AsParameters] Call call, int number, Expected expected)
    {
        var here = await call.Here();
        var rule = await call.Db.CoverageRules.In(call.Actor).Of(here).FirstOrDefaultAsync(r => r.Number == number) ?? throw new NotFoundException();
        expected.MustFit(rule);
        rule.Drop(call.Actor, call.Now);
        call.Db.Remove(rule);
        await call.Db.SaveChangesAsync();
        return TypedResults.NoContent();
    }

    private static async Task<Listing<TieShown>> Ties([AsParameters] Call call, [AsParameters] Paging page, CancellationToken ct) =>
        await call.Db.Ties.AsNoTracking().In(call.Actor).Of(await call.Here()).PageOf(page, TieShown.Of, ct);

    private static async Task<Made<TieShown>> Say([AsParameters] Call call, TieWanted wanted)
    {
        var (here, seat) = await call.Seat(wanted.Seat);
        if (!await call.Db.Organizations.AnyAsync(o => o.Id == wanted.Organization)) throw new Refusal("partnerships.organization-missing", "Organization");
        var tie = Tie.Say(call.Actor, call.Now, seat, wanted.Organization, wanted.Kind, wanted.Note, await call.Db.Ties.In(call.Actor).Of(here).Where(t => t.OrganizationId == wanted.Organization).ToListAsync());
        call.Db.Add(tie);
        await call.Db.SaveChangesAsync();
        return Answer.Made($"{ApiGroup.Prefix}/partnerships/{here.Slug}/ties/{tie.Number}", tie, TieShown.Of(tie));
    }

    private static async Task<Microsoft.AspNetCore.Http.HttpResults.NoContent> TakeBack([AsParameters] Call call, int number, Expected expected)
    {
        var here = await call.Here();
        var tie = await call.Db.Ties.In(call.Actor).Of(here).FirstOrDefaultAsync(t => t.Number == number) ?? throw new NotFoundException();
        expected.MustFit(tie);
        tie.TakeBack(call.Actor, call.Now);
        call.Db.Remove(tie);
        await call.Db.SaveChangesAsync();
        return TypedResults.NoContent();
    }

    private static async Task<Sheet> Sheet([AsParameters] Call call, PlaceBooks books, Texts t)
    {
        var here = await call.Here();
        var (places, aims) = (await books.Now(call.Db), await call.Db.CoverageAims(call.Actor, here));
        var lines = CoverageTable.Of(here, await call.Db.Coverage(call.Actor, here, aims), aims);
        return new($"{here.Slug}-missing", here.Today(call.Now), [t["coverage.col.by"], t["coverage.col.what"], t["partnerships.column.sector"], t["coverage.col.who"], t["coverage.col.missing"]],
            lines.Select(l => new object?[] { t[$"coverage.by.{Codes.Of(l.By)}"], l.Hole.Name(t, places), l.Hole.Sector is { } s ? t.Sector(s) : null, string.Join("; ", l.Who), l.IsHole ? t["coverage.missing.yes"] : null }));
    }
}

/// <summary>Who is missing.</summary>
public sealed record CoverageShown(IReadOnlyList<CoverageLine> Lines, IReadOnlyList<RuleShown> Rules);

/// <param name="Name">The role, need, language or county in words.</param>
/// <param name="Count">Organizations at the table that cover it.</param>
/// <param name="Href">The finder, with this as the question.</param>
public sealed record CoverageLine(CoverageBy By, string Name, Sector? Sector, int Count, bool IsHole, string Href);

/// <param name="Words">The rule, and <paramref name="Says"/> how far it is met.</param>
/// <param name="Have">Of <paramref name="Of"/> organizations, languages, counties or needs.</param>
public sealed record RuleShown(int Number, Guid Version, RuleKind Kind, int Least, PartnerRole? Role, Sector? Sector, int? OverPercent, string Words, int Have, int Of, bool IsMet, string Says)
{
    internal static RuleShown From(RuleCheck c, Texts t, PlaceBook places) => new(c.Rule.Number, c.Rule.Version, c.Rule.Kind, c.Rule.Least, c.Rule.Role, c.Rule.Sector, c.Rule.OverPercent, t.Rule(c.Rule.Wanted), c.Have, c.Of, c.IsMet, c.Say(t, places));
}

public sealed record RuleTaken(int Number, RuleKind Kind, int Least, PartnerRole? Role, Sector? Sector, int? OverPercent);

/// <param name="Others">What other partnerships of this site have to do with them.</param>
public sealed record CandidateShown(Guid Organization, string Name, Sector Sector, string? Town, double? Miles, IReadOnlyList<string> Why, IReadOnlyList<string> Others);

/// <param name="Seat">Id of the partner's seat.</param>
public sealed record TieShown(int Number, Guid Organization, Guid Seat, TieKind Kind, string? Note, Instant SaidAt)
{
    internal static TieShown Of(Tie t) => new(t.Number, t.OrganizationId, t.SeatId, t.Kind, t.Note, t.SaidAt);
}

/// <param name="Seat">Number of the partner's seat.</param>
public sealed record TieWanted(int Seat, Guid Organization, TieKind Kind, string? Note = null);
