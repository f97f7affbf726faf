using System.IO.Compression;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using Roundtable.Directory.Search;
using Roundtable.Platform;
using Roundtable.Platform.Access;
using Roundtable.Platform.Data;

namespace Roundtable.Directory.Imports;

/// <summary>The way of a file into the directory: check it, then carry out exactly what was checked.</summary>
public static class Importing
{
    private const int Piece = 512 << 10;

    /// <summary>The latest moment an import changed the directory: what a plan is based on.</summary>
    public static async Task<Instant?> LastImport(this RoundtableDb db, CancellationToken ct = default)
    {
        var last = await db.ImportPlans.GroupBy(_ => 1).Select(g => new { Started = g.Max(p => p.StartedAt), Done = g.Max(p => p.DoneAt), Undone = g.Max(p => p.UndoneAt) }).SingleOrDefaultAsync(ct);
        return new[] { last?.Started, last?.Done, last?.Undone }.Max();
    }

    /// <summary>The number of the import that is being carried out or taken back; none when the directory rests.</summary>
    public static Task<int?> ImportUnderWay(this RoundtableDb db, CancellationToken ct = default) =>
        db.ImportPlans.Where(p => p.State == PlanState.UnderWay || p.State == PlanState.Undoing).OrderBy(p => p.Number).Select(p => (int?)p.Number).FirstOrDefaultAsync(ct);

    /// <summary>Works out what the file would do. The plan is not saved yet.</summary>
    public static async Task<(ImportPlan Plan, ImportCheck Check)> CheckImport(this RoundtableDb db, Actor actor, Instant now, ImportSource source, SourceFile file, CancellationToken ct = default)
    {
        var (check, basedOn, tally) = await db.Look(source, file, ct);
        return (ImportPlan.Make(actor, now, source, file, basedOn, tally), check);
    }

    /// <summary>One walk through the file without doing anything, and the state of the directory it was made on.</summary>
    /// <exception cref="Refusal">An import is under way: what it has brought so far would count as known.</exception>
    internal static async Task<(ImportCheck Check, Instant? BasedOn, Tally Tally)> Look(this RoundtableDb db, ImportSource source, SourceFile file, CancellationToken ct)
    {
        if (await db.ImportUnderWay(ct) is { } another) throw new Refusal("import.another", null, another);
        var (check, basedOn) = (ImportCheck.On(db), await db.LastImport(ct));
        return (check, basedOn, await new ImportPass(db, source, file, await db.PlaceBook(ct)).Walk(check, ct));
    }

    /// <summary>Saves a plan with its rows, and the file when it must wait for somebody's yes.</summary>
    public static Task<int> KeepPlan(this RoundtableDb db, ImportPlan plan, ImportCheck check, SourceFile? waiting, CancellationToken ct = default) => db.Together(async () =>
    {
        if (db.Entry(plan).State is EntityState.Detached) db.Add(plan);
        await db.SaveChangesAsync(ct);
        if (waiting is not null) await db.Wait(plan, waiting, ct);
        await db.PlannedRows.Where(r => r.PlanId == plan.Id).ExecuteDeleteAsync(ct);
        using var rows = new BulkRows<PlannedRow>(db);
        await rows.Insert(check.RowsFor(plan.Id), ct);
        return plan.Number;
    }, ct);

    /// <summary>Works out anew what the waiting file would do, now that the directory is another.</summary>
    public static async Task CheckAgain(this RoundtableDb db, Actor actor, Instant now, ImportPlan plan, CancellationToken ct = default)
    {
        var (check, basedOn, tally) = await db.Look(ImportSources.Of(plan), await db.FileOf(plan, ct), ct);
        plan.CheckAgain(actor, now, basedOn, tally);
        await db.KeepPlan(plan, check, null, ct);
    }

    /// <summary>The file of a plan that waits.</summary>
    /// <exception cref="Refusal">It was imported or given up already.</exception>
    public static async Task<SourceFile> FileOf(this RoundtableDb db, ImportPlan plan, CancellationToken ct = default)
    {
        var pieces = db.WaitingFiles.AsNoTracking().Where(f => f.PlanId == plan.Id).OrderBy(f => f.Piece).Select(f => f.Content);
        if (await pieces.SumAsync(p => p.Length, ct) is not (> 0 and var length)) throw new Refusal("import.file-not-kept");
        var (content, at) = (new byte[length], 0);
        await foreach (var piece in pieces.AsAsyncEnumerable().WithCancellation(ct))
        {
            piece.CopyTo(content, at);
            at += piece.Length;
        }
        return (await SourceFile.Of(plan.FileName, content, ct)).As(plan.Reading);
    }

    /// <summary>Does what the plan says, all of it or nothing.</summary>
    /// <exception cref="Refusal">The file or the directory is no longer what was checked.</exception>
    public static async Task CarryOut(this RoundtableDb db, Actor actor, Instant now, ImportPlan plan, SourceFile file, bool evenIfShrunk, CancellationToken ct = default)
    {
        if (file.Hash != plan.FileHash) throw new Refusal("import.stale");
        await file.Given().DisposeAsync();
        await db.StartImport(actor, now, plan, evenIfShrunk, ct);
        await db.GoOn(actor, now, plan, file, ct);
    }

    /// <summary>The yes to a plan. From here on it is carried out, whatever interrupts.</summary>
    /// <exception cref="Refusal">See <see cref="ImportPlan.Start"/>.</exception>
    public static Task StartImport(this RoundtableDb db, Actor actor, Instant now, ImportPlan plan, bool evenIfShrunk, CancellationToken ct = default) => db.Together(async () =>
    {
        await db.Turn(Guid.Empty, nameof(ImportPlan), ct);
        if (db.Entry(plan).State is EntityState.Detached) db.Add(plan);
        else await db.Entry(plan).ReloadAsync(ct);
        plan.Start(actor, now, await db.LastImport(ct), evenIfShrunk, await db.ImportUnderWay(ct));
        return await db.SaveChangesAsync(ct);
    }, ct);

    /// <summary>Carries a started plan out, from where it stopped.</summary>
    public static async Task GoOn(this RoundtableDb db, Actor actor, Instant now, ImportPlan plan, SourceFile file, CancellationToken ct = default)
    {
        var (source, places) = (ImportSources.Of(plan), await db.PlaceBook(ct));
        await using var connection = await BulkConnection.Open(db, ct);
        using var writer = await ImportWriter.For(db, source, plan, now, ct);
        var tally = await new ImportPass(db, source, file, places, plan).Walk(writer, ct);
        await db.Together(async () =>
        {
            plan.Finish(actor, now, tally);
            await db.SaveChangesAsync(ct);
            if (source.IsOfPlaces) await db.PlaceBookChanged(ct);
            return await db.WaitingFiles.Where(f => f.PlanId == plan.Id).ExecuteDeleteAsync(ct);
        }, ct);
        if (!plan.IsSmall && !source.IsOfPlaces) await db.LearnWords(ct);
    }

    // Piece by piece by way of the disk: what people send may be large.
    private static async Task Wait(this RoundtableDb db, ImportPlan plan, SourceFile file, CancellationToken ct)
    {
        await using var given = file.Given();
        await using var packed = new FileStream(Path.Combine(Path.GetTempPath(), $"{Ids.New():N}"), FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None, 1 << 16, FileOptions.DeleteOnClose | FileOptions.Asynchronous);
        if (file.IsPacked) await given.CopyToAsync(packed, ct);
        else await using (var gzip = new GZipStream(packed, CompressionLevel.Optimal, leaveOpen: true)) await given.CopyToAsync(gzip, ct);
        packed.Position = 0;
        var buffer = new byte[Piece];
        for (int read, piece = 0; (read = await packed.ReadAtLeastAsync(buffer, Piece, throwOnEndOfStream: false, ct)) > 0; piece++)
        {
            var row = db.Add(new WaitingFile { PlanId = plan.Id, Piece = piece, Content = buffer[..read] });
            await db.SaveChangesAsync(ct);
            row.State = EntityState.Detached;
        }
    }
}
