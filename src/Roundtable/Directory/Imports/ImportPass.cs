using Microsoft.EntityFrameworkCore;
using Roundtable.Platform;
using Roundtable.Platform.Data;

namespace Roundtable.Directory.Imports;

/// <summary>A row with what becomes of it.</summary>
public sealed record JudgedRow(int Row, Outcome Outcome, string Key, ParsedRow? Parsed, byte[] Marks, Listing? Known = null, IReadOnlyList<int>? ChangedColumns = null, RowProblem? Problem = null);

/// <summary>Takes the judged rows: to write them down as a plan, or to carry them out.</summary>
public interface IRowTaker
{
    Task Take(IReadOnlyList<JudgedRow> rows, SheetHeader header, CancellationToken ct);
    Task TakeGone(IReadOnlyList<Listing> gone, CancellationToken ct);
}

/// <summary>
/// One walk through a file: each row read, checked, compared with what the directory knows and handed on in batches.
/// The check and the import are the same walk, so they cannot come to different results.
/// </summary>
public sealed class ImportPass(RoundtableDb db, ImportSource given, SourceFile file, PlaceBook places)
{
    private const int BatchSize = 1000;

    /// <summary>Rows of a source whose bodies are read together are sorted in memory.</summary>
    public const int MostWithBodies = 300_000;

    private const double SuspiciousShrink = 0.2;

    private readonly ImportSource source = given.On(file);
    private readonly HashSet<ulong> seen = [];
    private readonly Dictionary<string, int> perRegion = [];
    private readonly Tally tally = new();

    public async Task<Tally> Walk(IRowTaker taker, CancellationToken ct = default)
    {
        using var sheet = new SheetReader(file.Open(), isLoose: source.HasLooseQuotes);
        var header = source.Header(sheet);
        var listedBefore = !source.IsOfPlaces && await db.Listings.AnyAsync(l => l.Source == source.Name, ct);
        var batch = new List<JudgedRow>(BatchSize);
        string? body = null;
        foreach (var row in source.HasBodies ? Together(Rows(sheet, header)) : Rows(sheet, header))
        {
            if (batch.Count >= BatchSize && (!source.HasBodies || row.Parsed?.Body is null || row.Parsed.Body != body)) await HandOn();
            body = row.Parsed?.Body;
            batch.Add(row);
        }
        await HandOn();
        if (tally.Rows == 0) throw new Refusal("import.no-rows", "Input.File");
        if (listedBefore && source.IsWhole) await FindGone(taker, ct);
        return tally;

        async Task HandOn()
        {
            var judged = listedBefore ? await Compare(batch, ct) : source.IsOfPlaces ? ComparePlaces(batch) : batch;
            foreach (var row in judged) tally.Count(row.Outcome, row.Row, row.Key);
            await taker.Take(judged, header, ct);
            batch.Clear();
        }
    }

    private IEnumerable<JudgedRow> Rows(SheetReader sheet, SheetHeader header)
    {
        var row = new SheetRow(sheet, header);
        for (var has = header is WithoutHeader || sheet.Read(); has; has = sheet.Read())
            if (!sheet.IsBlank) yield return Judge(row, sheet);
    }

    // As far as the row alone tells: new, or a problem.
    private JudgedRow Judge(SheetRow row, SheetReader sheet)
    {
        try
        {
            row.MustBeWhole();
            var parsed = source.Read(row, places);
            if (!seen.Add(Marks.Of(parsed.Key))) throw new RowProblem("import.problem.repeated", null, parsed.Key);
            perRegion[parsed.Region] = perRegion.GetValueOrDefault(parsed.Region) + 1;
            return new JudgedRow(sheet.Row, Outcome.New, parsed.Key, parsed, Marks.Of(sheet));
        }
        catch (RowProblem problem)
        {
            return new JudgedRow(sheet.Row, Outcome.Problem, "", null, [], Problem: problem);
        }
    }

    private static List<JudgedRow> Together(IEnumerable<JudgedRow> rows)
    {
        var all = rows.Take(MostWithBodies + 1).ToList();
        if (all.Count > MostWithBodies) throw new Refusal("import.too-many-rows", "Input.File", MostWithBodies);
        return [.. all.OrderBy(r => r.Parsed?.Body, StringComparer.Ordinal).ThenBy(r => r.Parsed?.Rank).ThenBy(r => r.Row)];
    }

    private async Task<List<JudgedRow>> Compare(List<JudgedRow> rows, CancellationToken ct)
    {
        var keys = rows.Where(r => r.Parsed is not null).Select(r => r.Key).ToArray();
        var known = await db.Listings.AsNoTracking().Where(l => l.Source == source.Name && EF.Parameter(keys).Contains(l.Key)).ToDictionaryAsync(l => l.Key, ct);
        return [.. rows.Select(r => r.Parsed is null || !known.TryGetValue(r.Key, out var listing) ? r
            : listing.GoneAt is null && (Marks.AreSame(listing.Marks, r.Marks) || IsOld(r, listing)) ? r with { Outcome = Outcome.Same, Known = listing }
            : r with { Outcome = Outcome.Changed, Known = listing, ChangedColumns = [.. Marks.Differing(listing.Marks, r.Marks)] })];
    }

    // It has moved to another state's file since; this file says what it said before.
    private static bool IsOld(JudgedRow row, Listing listing) =>
        row.Parsed!.Region != listing.Region && listing.Moved is { } before && Marks.AreSame(before, row.Marks);

    private List<JudgedRow> ComparePlaces(List<JudgedRow> rows) =>
        [.. rows.Select(r => r.Parsed?.Place is not { } place || places.Of(place.Kind, place.Code) is not { } known ? r
            : known.Name == place.Name && known.State == place.State && known.At == place.At && known.Population == place.Population && known.CountyFips == place.CountyFips
                ? r with { Outcome = Outcome.Same } : r with { Outcome = Outcome.Changed })];

    // A region counts as covered when the file is about it, not when a stray row mentions it.
    private async Task FindGone(IRowTaker taker, CancellationToken ct)
    {
        var listed = await db.Listings.Where(l => l.Source == source.Name && l.GoneAt == null).GroupBy(l => l.Region).ToDictionaryAsync(g => g.Key, g => g.Count(), ct);
        foreach (var (region, count) in perRegion.OrderBy(r => r.Key, StringComparer.Ordinal))
        {
            if (!listed.TryGetValue(region, out var before) || count < 0.02 * tally.Rows && count < 0.5 * before) continue;
            var gone = 0;
            var batch = new List<Listing>(BatchSize);
            await foreach (var listing in db.Listings.AsNoTracking().Where(l => l.Source == source.Name && l.Region == region && l.GoneAt == null).OrderBy(l => l.Key).AsAsyncEnumerable().WithCancellation(ct))
                if (!seen.Contains(Marks.Of(listing.Key))) batch.Add(listing);
            foreach (var listing in batch)
            {
                tally.Count(Outcome.Gone, 0, listing.Key);
                gone++;
            }
            if (gone > SuspiciousShrink * before) tally.Shrunk.Add(region.Length == 0 ? "?" : region);
            foreach (var some in batch.Chunk(BatchSize)) await taker.TakeGone(some, ct);
        }
    }
}
