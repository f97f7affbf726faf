using Microsoft.EntityFrameworkCore;
using Roundtable.Platform.Data;

namespace Roundtable.Directory.Imports;

/// <summary>The rows of a plan that cannot be used, as they stood in the file.</summary>
public static class ProblemRows
{
    /// <summary>While the file waits, whole rows from the file; later what of a list may be kept.</summary>
    public static async Task<(IReadOnlyList<string> Names, IReadOnlyList<(PlannedRow Row, IEnumerable<string> Cells)> Rows)> ProblemsOf(this RoundtableDb db, ImportPlan plan, CancellationToken ct = default)
    {
        var rows = await db.PlannedRows.AsNoTracking().Where(r => r.PlanId == plan.Id && r.Outcome == Outcome.Problem).OrderBy(r => r.Position).ToListAsync(ct);
        // Rows of a package are told by table, row and column: they may be a person's.
        if (!plan.IsReadable || rows.Count == 0 || ImportSources.Named(plan.Source) is PackageSource)
        {
            var known = plan.Reading.Names ?? [];
            return (known, [.. rows.Select(r => (r, r.CellsAs(known.Count)))]);
        }
        using var sheet = (await db.FileOf(plan, ct)).Sheet();
        var header = ImportSources.Of(plan).Header(sheet);
        var cells = rows.Select(r => r.Row).Distinct().ToDictionary(r => r, _ => (IEnumerable<string>)[]);
        for (var has = header is WithoutHeader || sheet.Read(); has; has = sheet.Read())
            if (cells.ContainsKey(sheet.Row)) cells[sheet.Row] = [.. Enumerable.Range(0, header.Width).Select(i => sheet[i])];
        return (header.Names, [.. rows.Select(r => (r, cells[r.Row]))]);
    }
}
