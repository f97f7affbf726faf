using Microsoft.EntityFrameworkCore;
using Roundtable.Platform.Access;
using Roundtable.Platform.Data;

namespace Roundtable.Partnerships;

/// <summary>What a table has said it wants covered.</summary>
public sealed record CoverageAims(IReadOnlyList<NeededLanguage> Languages, IReadOnlyList<PlannedNeed> Needs, IReadOnlyList<CoverageRule> Rules)
{
    public static readonly CoverageAims None = new([], [], []);
}

/// <summary>Reads what is covered from seats and prospects, and what should be.</summary>
public static class CoverageQueries
{
    /// <summary>Who covers what in a partnership: seats by what they offer, open prospects by what is hoped of them.</summary>
    public static async Task<Coverage> Coverage(this RoundtableDb db, Actor actor, Partnership partnership, CoverageAims aims)
    {
        var prospects = await db.Prospects.VisibleTo(actor).In(partnership.Id).Open().Where(p => p.SeatId == null && p.Wanted != null).Select(p => new { p.Sector, p.Wanted }).ToListAsync();
        return Partnerships.Coverage.Of(await db.Table(actor, partnership.Id), aims, prospects.Select(p => new Covering(p.Sector, RoleCodes.Read(p.Wanted), [], Seated: false)));
    }

    /// <summary>The aims of these partnerships, in one statement.</summary>
    public static async Task<IReadOnlyDictionary<Guid, CoverageAims>> CoverageAims(this RoundtableDb db, Actor actor, params IReadOnlyCollection<Guid> partnerships)
    {
        var those = partnerships.ToArray();
        var (languages, needs, rules) = (db.LanguageNeeds, db.PlannedNeeds, db.CoverageRules);
        var aims = await db.Partnerships.AsNoTracking().VisibleTo(actor).Where(p => those.Contains(p.Id)).Select(p => new
        {
            p.Id, Languages = languages.Where(l => l.PartnershipId == p.Id).OrderBy(l => l.Id).FirstOrDefault(), Needs = needs.Where(n => n.PartnershipId == p.Id).ToList(), Rules = rules.Where(r => r.PartnershipId == p.Id).ToList(),
        }).AsSingleQuery().ToListAsync();
        return aims.ToDictionary(a => a.Id, a => new CoverageAims(a.Languages?.Languages ?? [], [.. a.Needs.OrderBy(n => n.Position)], [.. a.Rules.OrderBy(r => r.Number)]));
    }

    public static async Task<CoverageAims> CoverageAims(this RoundtableDb db, Actor actor, Partnership partnership) =>
        (await db.CoverageAims(actor, [partnership.Id])).GetValueOrDefault(partnership.Id) ?? Partnerships.CoverageAims.None;
}
