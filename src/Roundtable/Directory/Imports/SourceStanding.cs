using Microsoft.EntityFrameworkCore;
using NodaTime;
using Roundtable.Platform.Data;
using Roundtable.Platform.Text;

namespace Roundtable.Directory.Imports;

/// <summary>What the directory has of a source, and when it is time for a new file.</summary>
/// <param name="Rows">Known from it, those no longer listed included; places for a source of places are not counted.</param>
public sealed record SourceStanding(ImportSource Source, int Rows, LocalDate? Last, LocalDate? Due, bool IsDue)
{
    private const int Month = 31;

    /// <summary>How often its publisher makes a new file.</summary>
    public string SayRenewed(Texts texts) => texts[Source.Refresh?.Every switch { null => "source.renewed.once", <= Month => "source.renewed.month", _ => "source.renewed.year" }];
    public string Say(Texts texts) => Source.Refresh is { Every: null } ? texts["source.once"] : Last is null ? "" : IsDue ? texts["source.due"] : Due is { } on ? texts["source.due-on", on] : "";
}

/// <summary>How up to date the directory is.</summary>
public static class SourceQueries
{
    public static async Task<IReadOnlyList<SourceStanding>> SourceStandings(this RoundtableDb db, Instant now, CancellationToken ct = default) =>
        await db.Standings(now, await db.Listings.GroupBy(l => l.Source).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, ct), ct);

    /// <summary>Those that publishers renew, without counting their rows.</summary>
    public static async Task<IReadOnlyList<SourceStanding>> Renewals(this RoundtableDb db, Instant now) => [.. (await db.Standings(now, [])).Where(s => s.Source.Refresh is not null)];

    private static async Task<IReadOnlyList<SourceStanding>> Standings(this RoundtableDb db, Instant now, Dictionary<string, int> rows, CancellationToken ct = default)
    {
        var last = await db.ImportPlans.Where(p => p.State == PlanState.Done).GroupBy(p => p.Source).Select(g => new { g.Key, At = g.Max(p => p.DoneAt) }).ToDictionaryAsync(g => g.Key, g => g.At, ct);
        var today = now.InUtc().Date;
        return
        [
            .. ImportSources.All.Select(s =>
            {
                var at = last.GetValueOrDefault(s.Name)?.InUtc().Date;
                var due = at is { } day && s.Refresh?.Every is { } every ? day.PlusDays(every) : (LocalDate?)null;
                return new SourceStanding(s, rows.GetValueOrDefault(s.Name), at, due, due <= today);
            }),
        ];
    }
}
