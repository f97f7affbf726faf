using System.IO.Compression;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using Roundtable.Platform;
using Roundtable.Platform.Access;
using Roundtable.Platform.Data;

namespace Roundtable.Directory.Imports;

/// <summary>The way of a file into the directory: check, import, undo. Each is one transaction.</summary>
public static class Importing
{
    private const int Piece = 512 << 10;

    /// <summary>The latest moment an import changed the directory: what a plan is based on.</summary>
    public static async Task<Instant?> LastImport(this RoundtableDb db, CancellationToken ct = default)
    {
        var (done, undone) = (await db.ImportPlans.MaxAsync(p => p.DoneAt, ct), await db.ImportPlans.MaxAsync(p => p.UndoneAt, ct));
        return done is null || undone > done ? undone : done;
    }

    /// <summary>Works out what the file would do. The plan is not saved yet.</summary>
    public static async Task<(ImportPlan Plan, ImportCheck Check)> CheckImport(this RoundtableDb db, Actor actor, Instant now, ImportSource source, SourceFile file, CancellationToken ct = default)
    {
        var check = ImportCheck.On(db);
        var basedOn = await db.LastImport(ct);
        var tally = await new ImportPass(db, source, file, await db.PlaceBook(ct)).Walk(check, ct);
        return (ImportPlan.Make(actor, now, source, file, basedOn, tally), check);
    }

    /// <summary>Saves a plan with its rows, and the file when it must wait for somebody's yes.</summary>
    public static Task<int> KeepPlan(this RoundtableDb db, ImportPlan plan, ImportCheck check, byte[]? content, CancellationToken ct = default) => db.Together(async () =>
    {
        if (db.Entry(plan).State is EntityState.Detached) db.Add(plan);
        if (content is not null) db.AddRange(Packed(content).Select((c, i) => new WaitingFile { PlanId = plan.Id, Piece = i, Content = c }));
        await db.SaveChangesAsync(ct);
        await db.PlannedRows.Where(r => r.PlanId == plan.Id).ExecuteDeleteAsync(ct);
        await using var rows = new BulkRows<PlannedRow>(db);
        await rows.Insert(check.RowsFor(plan.Id), ct);
        return plan.Number;
    }, ct);

    /// <summary>Works out anew what the waiting file would do, now that the directory is another.</summary>
    public static async Task CheckAgain(this RoundtableDb db, Actor actor, Instant now, ImportPlan plan, CancellationToken ct = default)
    {
        var check = ImportCheck.On(db);
        var basedOn = await db.LastImport(ct);
        var tally = await new ImportPass(db, ImportSources.Of(plan), await db.FileOf(plan, ct), await db.PlaceBook(ct)).Walk(check, ct);
        plan.CheckAgain(actor, now, basedOn, tally);
        await db.KeepPlan(plan, check, null, ct);
    }

    /// <summary>The file of a plan that waits.</summary>
    /// <exception cref="Refusal">It was imported or given up already.</exception>
    public static async Task<SourceFile> FileOf(this RoundtableDb db, ImportPlan plan, CancellationToken ct = default)
    {
        var pieces = await db.WaitingFiles.AsNoTracking().Where(f => f.PlanId == plan.Id).OrderBy(f => f.Piece).Select(f => f.Content).ToListAsync(ct);
        if (pieces.Count == 0) throw new Refusal("import.file-not-kept");
        return (await SourceFile.Of(plan.FileName, pieces.SelectMany(p => p).ToArray(), ct)).As(plan.Reading);
    }

    /// <summary>Does what the plan says, all of it or nothing.</summary>
    /// <exception cref="Refusal">The file or the directory is no longer what was checked.</exception>
    public static async Task CarryOut(this RoundtableDb db, Actor actor, Instant now, ImportPlan plan, SourceFile file, bool evenIfShrunk, CancellationToken ct = default)
    {
        var places = await db.PlaceBook(ct);
        await db.Together(async () =>
        {
            if (db.Entry(plan).State is not EntityState.Detached) await db.Entry(plan).ReloadAsync(ct);
            plan.MustStand(actor, await db.LastImport(ct), evenIfShrunk);
            if (file.Hash != plan.FileHash) throw new Refusal("import.stale");
            if (plan.Number == 0) plan.Number = await db.TakeNumbers(nameof(ImportPlan), 1, ct);
            var source = ImportSources.Of(plan);
            await BulkRows<Organization>.WidenCache(db, ct);
            await using var writer = new ImportWriter(db, source, plan.Number, now);
            plan.Finish(actor, now, await new ImportPass(db, source, file, places).Walk(writer, ct));
            if (db.Entry(plan).State is EntityState.Detached) db.Add(plan);
            await db.SaveChangesAsync(ct);
            await db.WaitingFiles.Where(f => f.PlanId == plan.Id).ExecuteDeleteAsync(ct);
            return 0;
        }, ct);
    }

    private static IEnumerable<byte[]> Packed(byte[] content)
    {
        using var packed = new MemoryStream();
        if (content is [0x1f, 0x8b, ..] or [(byte)'P', (byte)'K', ..]) packed.Write(content);
        else using (var gzip = new GZipStream(packed, CompressionLevel.Optimal, leaveOpen: true)) gzip.Write(content);
        return [.. packed.ToArray().Chunk(Piece)];
    }
}
