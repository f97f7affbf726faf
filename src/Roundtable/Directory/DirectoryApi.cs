using Microsoft.EntityFrameworkCore;
using NodaTime;
using Roundtable.Directory.Imports;
using Roundtable.Directory.Search;
using Roundtable.Platform.Access;
using Roundtable.Platform.Api;
using Roundtable.Platform.Data;
using Roundtable.Platform.Text;
using Roundtable.Platform.Web;

namespace Roundtable.Directory;

/// <summary>The directory for programs and spreadsheets. Organizations from open data are public.</summary>
public static class DirectoryApi
{
    public static void MapOrganizations(this IEndpointRouteBuilder routes)
    {
        var api = routes.MapApi();
        api.MapGet("/organizations", List).AllowAnonymous().WithTags("Directory")
            .WithSummary("Finds organizations by words, place and distance, sector, state, level, language, street address, the role they could take and the need they serve, best first, each with the reasons why.");
        api.MapGet("/organizations/{id:guid}", One).AllowAnonymous().WithTags("Directory").WithSummary("One organization.");
        routes.MapSheet("/directory", Found, "The same search as a list of at most 1,000.").AllowAnonymous().AnswersRefusals().WithTags("Directory");
        routes.MapSheet(DirectoryUrls.Imports, Imports, "The files that made the directory.").RequireAuthorization(Policies.Administrator).WithTags("Directory");
        routes.MapSheet("/admin/directory/imports/{id:guid}/problems", Problems, "The rows of an import that have a problem, with the reason.").RequireAuthorization(Policies.Administrator).WithTags("Directory");
    }

    private static async Task<OrganizationPage> List([AsParameters] Asked asked, Cursor? cursor, HttpContext http, RoundtableDb db, CurrentActor who, PlaceBooks places, IClock clock, Texts texts, CancellationToken ct)
    {
        var search = OrganizationSearch.Of(asked.Input, await places.Now(db, ct), who.Actor) with { After = cursor is null ? null : Rank.Of(cursor) };
        var found = await db.FindOrganizations(search, clock.GetCurrentInstant(), ct);
        var next = found.Last?.AsCursor();
        Answer.TellNext(http, next);
        return new OrganizationPage(found.Organizations.Select(f => OrganizationAnswer.Of(f.Organization, texts, f.Miles, [.. f.Why.Select(w => w.Say(texts))])), found.Count, found.IsAtLeast,
            next?.ToString(), found.Instead);
    }

    private static async Task<OrganizationAnswer> One(Guid id, RoundtableDb db, CurrentActor who, Texts texts, CancellationToken ct)
    {
        var organization = await db.Organizations.AsNoTracking().VisibleTo(who.Actor).FirstOrDefaultAsync(o => o.Id == id, ct) ?? throw new NotFoundException();
        var identifiers = await db.Identifiers.AsNoTracking().Where(i => i.OrganizationId == id).OrderBy(i => i.Scheme).ThenBy(i => i.Value).ToListAsync(ct);
        return OrganizationAnswer.Of(organization, texts) with { Identifiers = [.. identifiers.Select(i => new IdentifierAnswer(Codes.Of(i.Scheme), i.Value))] };
    }

    private static async Task<Sheet> Found([AsParameters] Asked asked, RoundtableDb db, CurrentActor who, PlaceBooks places, IClock clock, Texts texts, CancellationToken ct)
    {
        var search = OrganizationSearch.Of(asked.Input with { Limit = null }, await places.Now(db, ct), who.Actor) with { Limit = 1000 };
        var found = await db.FindOrganizations(search, clock.GetCurrentInstant(), ct);
        return new("organizations", clock.GetCurrentInstant().InUtc().Date, ["Name", "Sector", "What they do", "Street", "City", "State", "ZIP", "Phone", "Website", "Miles", "Why", "Source", "Key", "Last confirmed", "Id"],
            found.Organizations.Select(f => (f, o: f.Organization)).Select(x => new object?[]
            {
                x.o.ShownName, texts[$"directory.sector.{Codes.Of(x.o.Sector)}"], x.o.Doing ?? Kinds.Say(x.o.KindCode, texts.Language), x.o.Street, x.o.City, x.o.State, x.o.Zip, x.o.Phone, x.o.Website,
                x.f.Miles is { } miles ? Math.Round(miles, 1) : null, string.Join("; ", x.f.Why.Select(w => w.Say(texts))), x.o.ListedIn, x.o.SourceKey, x.o.LastConfirmed, $"{x.o.Id}",
            }));
    }

    private static async Task<Sheet> Imports(RoundtableDb db, IClock clock, Texts t, CancellationToken ct)
    {
        var plans = await db.ImportPlans.AsNoTracking().OrderByDescending(p => p.Number).ToListAsync(ct);
        return new("imports", clock.GetCurrentInstant().InUtc().Date,
            [t["import.column.number"], t["import.column.source"], t["import.column.file"], t["import.column.state"], .. ((string[])["new", "changed", "same", "problem", "gone"]).Select(o => t[$"import.outcome.{o}"])],
            plans.Select(p => new object?[] { p.Number, p.Source, p.FileName, t[$"import.state.{Codes.Of(p.State)}"], p.New, p.Changed, p.Same, p.Problems, p.Gone }));
    }

    private static async Task<Sheet> Problems(Guid id, RoundtableDb db, IClock clock, Texts texts, CancellationToken ct)
    {
        var plan = await db.ImportPlans.AsNoTracking().FirstOrDefaultAsync(p => p.Id == id, ct) ?? throw new NotFoundException();
        var (names, rows) = await db.ProblemsOf(plan, ct);
        return new("problems", clock.GetCurrentInstant().InUtc().Date, [texts["import.column.row"], .. names, texts["import.column.column"], texts["import.column.problem"]],
            rows.Select(r => (IReadOnlyList<object?>)[r.Row.Row, .. r.Cells, r.Row.Columns, texts[r.Row.Reason!, r.Row.Found]]));
    }

    /// <summary>What may be asked, by the names people see in addresses.</summary>
    public sealed record Asked(string? Q, string? Near, string? Miles, string? Sector, string? State, string? Level, string? Language, string? Street, string? Gone, string? Role, string? Need, string? Limit)
    {
        internal SearchInput Input => new() { Words = Q, Near = Near, Miles = Miles, Sector = Sector, State = State, Level = Level, Language = Language, Street = Street, Gone = Gone, Role = Role, Need = Need, Limit = Limit };
    }
}

/// <param name="Next">Hand it back as <c>cursor</c>; none on the last page.</param>
/// <param name="Instead">The words that were looked for instead, when nothing has the given ones.</param>
public sealed record OrganizationPage(IEnumerable<OrganizationAnswer> Items, int Count, bool IsAtLeast, string? Next, string? Instead);

public sealed record IdentifierAnswer(string Scheme, string Value);

/// <summary>An organization as programs see it.</summary>
public sealed record OrganizationAnswer(Guid Id, string Name, string? Unit, string Sector, string Level, string? LibraryType, string? Does, string? Street, string? City, string? State, string? Zip,
    string? CountyFips, double? Latitude, double? Longitude, string Precision, bool IsPoBoxOnly, string? Website, string? Phone, IReadOnlyList<string> Languages, string? Source, string? SourceKey,
    string LastConfirmed, bool IsListed, double? Miles, IReadOnlyList<string> Why)
{
    public IReadOnlyList<IdentifierAnswer>? Identifiers { get; init; }

    internal static OrganizationAnswer Of(Organization o, Texts texts, double? miles = null, IReadOnlyList<string>? why = null) => new(
        o.Id, o.ShownName, o.Unit, Codes.Of(o.Sector), Codes.Of(o.Level), o.LibraryType is { } type ? Codes.Of(type) : null, o.Doing ?? Kinds.Say(o.KindCode, texts.Language), o.Street, o.City,
        o.State, o.Zip, o.CountyFips, o.Latitude, o.Longitude, Codes.Of(o.Precision), o.IsPoBoxOnly, o.Website, o.Phone, o.LanguageCodes, o.ListedIn, o.SourceKey,
        NodaTime.Text.LocalDatePattern.Iso.Format(o.LastConfirmed), o.NoLongerListed is null, miles is { } m ? Math.Round(m, 1) : null, why ?? []);
}
