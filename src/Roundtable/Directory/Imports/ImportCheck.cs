using Microsoft.EntityFrameworkCore;
using Roundtable.Platform.Data;

namespace Roundtable.Directory.Imports;

/// <summary>Writes down what an import would do, without doing it.</summary>
public sealed class ImportCheck(Func<IEnumerable<Guid>, Task<Dictionary<Guid, string>>>? namesOf = null) : IRowTaker
{
    private readonly Dictionary<Outcome, List<PlannedRow>> kept = Enum.GetValues<Outcome>().ToDictionary(o => o, _ => new List<PlannedRow>());

    public Task Take(IReadOnlyList<JudgedRow> rows, SheetHeader header, Tally soFar, CancellationToken ct)
    {
        foreach (var row in rows)
            Keep(row.Outcome, position => new PlannedRow
            {
                PlanId = Guid.Empty, Outcome = row.Outcome, Position = position, Row = row.Row, Key = row.Key, Name = row.Parsed?.Shown,
                Columns = row.Problem?.Column ?? (row.ChangedColumns is { Count: > 0 } changed ? string.Join(", ", changed.Select(header.NameOf)) : null),
                Reason = row.Problem?.Key ?? (row.Known?.GoneAt is not null ? "import.listed-again" : null), Found = row.Problem?.Found, Cells = row.Cells,
            });
        return Task.CompletedTask;
    }

    public async Task TakeGone(IReadOnlyList<Listing> gone, CancellationToken ct)
    {
        var names = namesOf is null || kept[Outcome.Gone].Count >= PlannedRow.MostOthers ? [] : await namesOf(gone.Select(g => g.OrganizationId));
        foreach (var listing in gone)
            Keep(Outcome.Gone, position => new PlannedRow
            {
                PlanId = Guid.Empty, Outcome = Outcome.Gone, Position = position, Key = listing.Key, Name = names.GetValueOrDefault(listing.OrganizationId),
            });
    }

    /// <summary>The rows for the plan, each with its id.</summary>
    public IReadOnlyList<PlannedRow> RowsFor(Guid plan) =>
        [.. kept.Values.SelectMany(r => r).Select(r => new PlannedRow { PlanId = plan, Outcome = r.Outcome, Position = r.Position, Row = r.Row, Key = r.Key, Name = r.Name, Columns = r.Columns, Reason = r.Reason, Found = r.Found, Cells = r.Cells })];

    public IReadOnlyList<PlannedRow> Problems => kept[Outcome.Problem];

    public static ImportCheck On(RoundtableDb db) => new(async ids =>
    {
        var wanted = ids.Distinct().ToArray();
        return await db.Organizations.Where(o => EF.Parameter(wanted).Contains(o.Id)).ToDictionaryAsync(o => o.Id, o => o.ShownName);
    });

    private void Keep(Outcome outcome, Func<int, PlannedRow> row)
    {
        var list = kept[outcome];
        if (list.Count < (outcome is Outcome.Problem ? PlannedRow.MostProblems : PlannedRow.MostOthers)) list.Add(row(list.Count + 1));
    }
}
