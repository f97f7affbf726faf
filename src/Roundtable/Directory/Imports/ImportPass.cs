using System.Threading.Channels;
using Microsoft.EntityFrameworkCore;
using Roundtable.Platform;
using Roundtable.Platform.Data;

namespace Roundtable.Directory.Imports;

/// <summary>A row with what becomes of it.</summary>
public sealed record JudgedRow(int Row, Outcome Outcome, string Key, ParsedRow? Parsed, byte[] Marks, Listing? Known = null, IReadOnlyList<int>? ChangedColumns = null, RowProblem? Problem = null, string? Cells = null, bool IsPart = false)
{
    /// <summary>What becomes of it, made ready while others were written.</summary>
    public Organization? Draft { get; init; }
}

/// <summary>Takes the judged rows: to write them down as a plan, or to carry them out.</summary>
public interface IRowTaker
{
    /// <param name="soFar">The count with these rows in it.</param>
    Task Take(IReadOnlyList<JudgedRow> rows, SheetHeader header, Tally soFar, CancellationToken ct);
    Task TakeGone(IReadOnlyList<Listing> gone, CancellationToken ct);

    /// <summary>Makes ready what a row alone tells, on the reading side.</summary>
    JudgedRow Prepare(JudgedRow row) => row;
}

/// <summary>
/// One walk through a file: each row read, checked, compared with what the directory knows and handed on in batches.
/// The check and the import are the same walk, so they cannot come to different results.
/// </summary>
/// <param name="underWay">The plan that is being carried out, perhaps from the middle; none for a check.</param>
public sealed class ImportPass(RoundtableDb db, ImportSource given, SourceFile file, PlaceBook places, ImportPlan? underWay = null)
{
    /// <summary>Rows written at a time; others who write wait no longer than for these.</summary>
    private const int BatchSize = 1000;

    /// <summary>Batches waiting while one is written.</summary>
    private const int Ahead = 1;

    /// <summary>Rows of a source whose bodies are read together are sorted in memory.</summary>
    public const int MostWithBodies = 300_000;

    /// <summary>Bytes; only to make room at once.</summary>
    private const int UsualRow = 160;

    private const double SuspiciousShrink = 0.2;

    private readonly ImportSource source = given.On(file);
    private readonly KeySet seen = new(file.Length / UsualRow);
    private readonly Dictionary<string, int> perRegion = [];
    private readonly Tally tally = new();

    public async Task<Tally> Walk(IRowTaker taker, CancellationToken ct = default)
    {
        await WalkThrough(taker, ct);
        // What a long file left lying about is as large as what the next one takes.
        if (tally.Rows > ImportPlan.MostAtOnce) GC.Collect(2, GCCollectionMode.Aggressive, blocking: true, compacting: true);
        return tally;
    }

    private async Task WalkThrough(IRowTaker taker, CancellationToken ct)
    {
        using var _ = seen;
        using var sheet = source is PackageSource ? null : file.Sheet();
        var header = sheet is null ? new SheetHeader([]) : source.Header(sheet);
        var listedBefore = !source.IsOfPlaces && await db.Listings.AnyAsync(l => l.Source == source.Name, ct);
        if (underWay is { Reached: > 0 }) tally.GoOn(underWay.Reached, underWay.ReachedDigest!);
        var read = 0;
        await foreach (var batch in ReadAhead(sheet, header, listedBefore ? null : taker, ct))
        {
            read += batch.Count;
            if (read <= tally.Rows) continue;
            var rows = batch.Count > read - tally.Rows ? batch[^(read - tally.Rows)..] : batch;
            var judged = listedBefore ? await Compare(rows, ct) : source.IsOfPlaces ? ComparePlaces(rows) : rows;
            foreach (var row in judged) tally.Count(row.Outcome, row.Row, row.Key);
            await taker.Take(judged, header, tally, ct);
        }
        if (tally.Rows == 0) throw new Refusal("import.no-rows", "Input.File");
        if (listedBefore && source.IsWhole) await FindGone(taker, ct);
    }

    // Reading and judging go on while a batch is compared and written.
    private async IAsyncEnumerable<List<JudgedRow>> ReadAhead(SheetReader? sheet, SheetHeader header, IRowTaker? taker, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken ct)
    {
        var batches = Channel.CreateBounded<List<JudgedRow>>(new BoundedChannelOptions(Ahead) { SingleReader = true, SingleWriter = true });
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(ct);
        var reading = Task.Run(async () =>
        {
            try
            {
                foreach (var batch in Batches(sheet, header)) await batches.Writer.WriteAsync(taker is null ? batch : batch.ConvertAll(taker.Prepare), stop.Token);
                batches.Writer.Complete();
            }
            catch (Exception e)
            {
                batches.Writer.Complete(e);
            }
        }, CancellationToken.None);
        try
        {
            await foreach (var batch in batches.Reader.ReadAllAsync(ct)) yield return batch;
        }
        finally
        {
            await stop.CancelAsync();
            await reading;
        }
    }

    private IEnumerable<List<JudgedRow>> Batches(SheetReader? sheet, SheetHeader header)
    {
        var batch = new List<JudgedRow>(BatchSize);
        string? body = null;
        var all = source is PackageSource package ? package.Rows(file, places).Select(Judge) : Rows(sheet!, header);
        foreach (var row in source.HasBodies ? Together(all) : all)
        {
            if (batch.Count >= BatchSize && (!source.HasBodies || row.Parsed?.Body is null || row.Parsed.Body != body))
            {
                yield return batch;
                batch = new(BatchSize);
            }
            body = row.Parsed?.Body;
            batch.Add(row);
        }
        if (batch.Count > 0) yield return batch;
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
            if (!seen.Add(Marks.Of(parsed.Key))) throw new RowProblem("import.problem.repeated", null, parsed.Told ?? parsed.Key);
            perRegion[parsed.Region] = perRegion.GetValueOrDefault(parsed.Region) + 1;
            return new JudgedRow(sheet.Row, Outcome.New, parsed.Key, parsed, Marks.Of(sheet));
        }
        catch (RowProblem problem)
        {
            return new JudgedRow(sheet.Row, Outcome.Problem, "", null, [], Problem: problem, Cells: source.KeepsCells ? row.Cells() : null);
        }
    }

    private JudgedRow Judge(PackageRow row)
    {
        var problem = row.Problem ?? (!row.IsPart && !seen.Add(Marks.Of(row.Parsed!.Key)) ? new RowProblem("import.problem.repeated", $"{row.Table}.id", row.Parsed.Key.Split('/')[^1]) : null);
        if (problem is not null) return new JudgedRow(row.Row, Outcome.Problem, row.Table, null, [], Problem: problem);
        if (!row.IsPart) perRegion[row.Parsed!.Region] = perRegion.GetValueOrDefault(row.Parsed.Region) + 1;
        return new JudgedRow(row.Row, Outcome.New, row.Parsed!.Key, row.Parsed, row.Marks, IsPart: row.IsPart);
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

    private async Task FindGone(IRowTaker taker, CancellationToken ct)
    {
        if (underWay is null) await FindCovered(ct);
        else foreach (var region in underWay.CoveredRegions) tally.Covered[region] = 0;
        var gone = new Dictionary<string, int>();
        string? last = "";
        while (last is not null && tally.Covered.Count > 0)
        {
            var some = await Listed(last, ct);
            last = some.Count < BatchSize ? null : some[^1].Key;
            var missing = some.Where(l => !seen.Has(Marks.Of(l.Key))).ToList();
            foreach (var listing in missing)
            {
                tally.Count(Outcome.Gone, 0, listing.Key);
                gone[listing.Region] = gone.GetValueOrDefault(listing.Region) + 1;
            }
            // What this import marked before it was interrupted is counted, not marked again.
            missing.RemoveAll(l => l.GoneAt is not null);
            if (missing.Count > 0) await taker.TakeGone(missing, ct);
        }
        tally.Shrunk.AddRange(gone.Where(g => g.Value > SuspiciousShrink * tally.Covered[g.Key]).Select(g => g.Key.Length == 0 ? "?" : g.Key).Order(StringComparer.Ordinal));
    }

    private Task<List<Listing>> Listed(string after, CancellationToken ct)
    {
        var (import, regions) = (underWay?.Number ?? -1, tally.Covered.Keys.ToArray());
        return db.Listings.AsNoTracking()
            .Where(l => l.Source == source.Name && string.Compare(l.Key, after) > 0 && EF.Parameter(regions).Contains(l.Region) && (l.GoneAt == null || l.ChangedBy == import))
            .OrderBy(l => l.Key).Take(BatchSize).ToListAsync(ct);
    }

    // A region counts as covered when the file is about it, not when a stray row mentions it.
    private async Task FindCovered(CancellationToken ct)
    {
        var listed = await db.Listings.Where(l => l.Source == source.Name && l.GoneAt == null).GroupBy(l => l.Region).ToDictionaryAsync(g => g.Key, g => g.Count(), ct);
        foreach (var (region, count) in perRegion.OrderBy(r => r.Key, StringComparer.Ordinal))
            if (listed.TryGetValue(region, out var before) && (count >= 0.02 * tally.Rows || count >= 0.5 * before)) tally.Covered[region] = before;
    }
}
