using Microsoft.EntityFrameworkCore;
using NodaTime;
using Roundtable.Platform;
using Roundtable.Platform.Access;
using Roundtable.Platform.Data;

namespace Roundtable.Directory.Imports;

/// <summary>A file's first steps: what it is, what its columns are, and its check.</summary>
public static class Adding
{
    /// <summary>Finds out what a file is and checks it; where its columns must be matched by a person first, it waits for that.</summary>
    /// <param name="wanted">Name of the source it is said to be; none to find out.</param>
    /// <exception cref="Refusal">It is something else, or nothing we can read.</exception>
    public static async Task<ImportPlan> AddFile(this RoundtableDb db, Actor actor, Instant now, string? wanted, SourceFile file, string? columns = null, CancellationToken ct = default)
    {
        var source = await db.SourceOf(wanted, file, columns, ct);
        if (source.Reading.Columns is null && source is OrganizationSheet)
        {
            var waiting = ImportPlan.Wait(actor, now, source, file, source.Reading);
            await db.KeepPlan(waiting, new ImportCheck(), file, ct);
            return waiting;
        }
        var (plan, check) = await db.CheckImport(actor, now, source, file, ct);
        await db.KeepPlan(plan, check, file, ct);
        return plan;
    }

    /// <summary>What the file is. A list of somebody's comes with its columns where they are told, known from an earlier file or certain by their names.</summary>
    /// <exception cref="Refusal">It is another publisher's file than it is said to be; says which.</exception>
    public static async Task<ImportSource> SourceOf(this RoundtableDb db, string? wanted, SourceFile file, string? columns = null, CancellationToken ct = default)
    {
        var recognized = ImportSources.Recognized(file);
        var source = string.IsNullOrEmpty(wanted) ? recognized ?? new OrganizationSheet(file.Reading) : ImportSources.Named(wanted);
        if (recognized is not null && recognized.Name != source.Name && columns is null) throw new Refusal("import.looks-like", "Input.Source", recognized.Title);
        if (source is not OrganizationSheet) return source;
        var look = SheetLook.Of(file, file.Reading);
        if (columns is not null) return new OrganizationSheet(file.Reading.Of(look) with { Columns = ColumnMap.Told(columns, look.Names).Columns });
        var known = look.HeaderRow == 0 ? null : await db.ColumnsKnown(look.Names, ct);
        return known is not null ? new OrganizationSheet(file.Reading.Of(look) with { Columns = known })
            : look.IsCertain && file.Tables.Count == 1 ? new OrganizationSheet(file.Reading.Of(look)) : source;
    }

    /// <summary>What a person last said of a file with the same column names.</summary>
    public static async Task<IReadOnlyDictionary<string, int>?> ColumnsKnown(this RoundtableDb db, IReadOnlyList<string> names, CancellationToken ct = default)
    {
        var key = SheetLook.KeyOf(names);
        var plan = await db.ImportPlans.AsNoTracking().Where(p => p.HeaderKey == key && p.State == PlanState.Done).OrderByDescending(p => p.Number).FirstOrDefaultAsync(ct);
        return plan?.Reading is { Names: { } before, Columns: { } columns } && before.SequenceEqual(names) ? columns : null;
    }

    /// <summary>Reads a waiting file as somebody says, and checks it.</summary>
    /// <exception cref="Refusal">Imported already, or it cannot be read that way; nothing changes.</exception>
    public static async Task ReadAs(this RoundtableDb db, Actor actor, Instant now, ImportPlan plan, Reading reading, CancellationToken ct = default)
    {
        plan.MustBeReadable(actor);
        var file = (await db.FileOf(plan, ct)).As(reading);
        var source = ImportSources.Named(plan.Source) is OrganizationSheet ? new OrganizationSheet(reading) : ImportSources.Named(plan.Source);
        var (check, basedOn, tally) = await db.Look(source, file, ct);
        plan.ReadAgain(actor, now, reading.Of(file), basedOn, tally);
        await db.KeepPlan(plan, check, null, ct);
    }
}
