using Microsoft.EntityFrameworkCore;
using NodaTime;
using Roundtable.Directory.Imports;
using Roundtable.Directory.Pages;
using Roundtable.Platform.Access;
using Roundtable.Platform.Api;
using Roundtable.Platform.Data;
using Roundtable.Platform.Text;
using Roundtable.Platform.Web;

namespace Roundtable.Directory.Duplicates;

/// <summary>Pairs that may be the same body, for programs and spreadsheets of administrators.</summary>
public static class DuplicatesApi
{
    private const int MostInASheet = 10_000;

    public static void MapDuplicates(this IEndpointRouteBuilder routes)
    {
        var api = routes.MapApi();
        api.MapGet("/duplicates", List).RequireAuthorization(Policies.Administrator).WithTags("Directory").WithSummary("Lists pairs of organizations that may be the same, the most alike first, at most 100.");
        api.MapPost("/duplicates/{id:guid}/merging", Merge).RequireAuthorization(Policies.Administrator).WithTags("Directory").WithSummary("Says that both are the same: one entry stays and stands for both.");
        api.MapPost("/duplicates/{id:guid}/difference", Differ).RequireAuthorization(Policies.Administrator).WithTags("Directory").WithSummary("Says that they are two; they are not asked about again.");
        api.MapPost("/duplicates/{id:guid}/separation", TakeApart).RequireAuthorization(Policies.Administrator).WithTags("Directory").WithSummary("Makes two entries again of what was merged.");
        routes.MapSheet(DirectoryUrls.Duplicates, Sheet, "Pairs that may be the same, as a list.").RequireAuthorization(Policies.Administrator).WithTags("Directory");
        routes.MapSheet(DirectoryUrls.Sources, Sources, "Where the directory comes from.").RequireAuthorization(Policies.Administrator).WithTags("Directory");
    }

    private static async Task<IEnumerable<PairAnswer>> List(RoundtableDb db, IClock clock, CancellationToken ct) =>
        (await db.DuplicatePairs.AsNoTracking().Waiting(clock.GetCurrentInstant()).MostAlike().Take(100).ToListAsync(ct)).Select(PairAnswer.Of);

    private static Task<One<PairAnswer>> Merge(Guid id, RoundtableDb db, CurrentActor who, IClock clock, IEnumerable<IOrganizationsInUse> uses, CancellationToken ct) =>
        Act(db, id, pair => db.Merge(who.Actor, clock.GetCurrentInstant(), pair, uses, ct), ct);

    private static Task<One<PairAnswer>> Differ(Guid id, RoundtableDb db, CurrentActor who, IClock clock, CancellationToken ct) => Act(db, id, pair =>
    {
        pair.Differ(who.Actor, clock.GetCurrentInstant());
        return Task.CompletedTask;
    }, ct);

    private static Task<One<PairAnswer>> TakeApart(Guid id, RoundtableDb db, CurrentActor who, IClock clock, IEnumerable<IOrganizationsInUse> uses, CancellationToken ct) => Act(db, id, async _ =>
        await db.TakeApart(who.Actor, clock.GetCurrentInstant(), await db.Mergings.Where(m => m.PairId == id).OrderByDescending(m => m.MergedAt).FirstOrDefaultAsync(ct) ?? throw new NotFoundException(), uses, ct), ct);

    private static async Task<One<PairAnswer>> Act(RoundtableDb db, Guid id, Func<DuplicatePair, Task> act, CancellationToken ct)
    {
        var pair = await db.DuplicatePairs.FirstOrDefaultAsync(p => p.Id == id, ct) ?? throw new NotFoundException();
        await act(pair);
        await db.SaveChangesAsync(ct);
        return Answer.One(pair, PairAnswer.Of(pair));
    }

    private static async Task<Sheet> Sheet(RoundtableDb db, IClock clock, Texts t, CancellationToken ct)
    {
        var pairs = await db.DuplicatePairs.AsNoTracking().Waiting(clock.GetCurrentInstant()).MostAlike().Take(MostInASheet).WithBoth(db).ToListAsync(ct);
        return new("duplicates", clock.GetCurrentInstant().InUtc().Date,
            [t["duplicates.column.kept"], t["organization.source"], t["organization.city"], t["duplicates.column.other"], t["organization.source"], t["organization.city"], t["duplicates.column.why"], "Id"],
            pairs.OrderByDescending(p => p.Pair.Likeness).Select(p => new object?[] { p.Kept.ShownName, PairWords.SourceOf(p.Kept, t), p.Kept.ShownCity, p.Other.ShownName, PairWords.SourceOf(p.Other, t), p.Other.ShownCity, PairWords.Why(p.Pair, t), $"{p.Pair.Id}" }));
    }

    private static async Task<Sheet> Sources(RoundtableDb db, IClock clock, Texts t, CancellationToken ct)
    {
        var all = await db.SourceStandings(clock.GetCurrentInstant(), ct);
        return new("sources", clock.GetCurrentInstant().InUtc().Date,
            [t["source.column.source"], t["source.column.what"], t["source.column.rows"], t["source.column.last"], t["source.column.due"], t["source.column.where"], t["source.column.licence"]],
            all.Select(s => new object?[] { s.Source.TitleIn(t), t[$"source.{s.Source.Name}"], s.Rows, s.Last, s.Say(t), s.Source.Refresh?.Where, s.Source.Licence }));
    }
}

/// <summary>Two organizations that may be the same.</summary>
/// <param name="Kept">The one that would stay, or stayed.</param>
/// <param name="Likeness">From 0.78, where somebody is asked, to 1.55.</param>
public sealed record PairAnswer(Guid Id, Guid Kept, Guid Other, double Likeness, IReadOnlyList<string> Why, PairState State)
{
    internal static PairAnswer Of(DuplicatePair p) => new(p.Id, p.KeptId, p.OtherId, Math.Round(p.Likeness, 2), [.. p.ReasonsWhy.Select(Codes.Of)], p.State);
}
