using Roundtable.Platform.Access;

namespace Roundtable.Partnerships;

/// <summary>The coverage rules the table goes by: part of the fourth requirement, the right partners.</summary>
public sealed class RulesMet : JourneyRule
{
    public override JourneyPart Part => JourneyPart.IdentifiedPartners;

    public override async Task<Finding> Evaluate(JourneyView view)
    {
        var aims = view.Aims ?? await view.Db.CoverageAims(view.Actor, view.Partnership);
        var href = CoverageUrls.Rules(view.Partnership);
        if (aims.Rules.Count == 0) return new(0, 0, new("coverage.proof.none"));
        var checks = RuleCheck.All(view.Partnership, Coverage.Of(view.Table, aims), aims).Where(c => !c.IsIdle).ToList();
        var met = checks.Count(c => c.IsMet);
        return new(met, checks.Count, new("coverage.proof", met, checks.Count), met < checks.Count ? new("coverage.gap") : null, met < checks.Count ? href : null);
    }
}

/// <summary>Who convenes hears of coverage rules that are not met.</summary>
public sealed class CoverageNeeds : INeedsSource
{
    public async Task<IReadOnlyList<Need>> For(NeedsView view)
    {
        var convened = view.Partnerships.Where(p => view.Actor.Can(PartnershipPermissions.Convene, p.Id)).ToList();
        if (convened.Count == 0) return [];
        var aims = view.Aims ?? await view.Db.CoverageAims(view.Actor, [.. convened.Select(p => p.Id)]);
        var needs = new List<Need>();
        foreach (var p in convened)
        {
            if (!aims.TryGetValue(p.Id, out var these) || these.Rules.Count == 0) continue;
            var table = view.Table.Where(s => s.PartnershipId == p.Id).ToList();
            var open = RuleCheck.All(p, Coverage.Of(table, these), these).Count(c => !c.IsMet && !c.IsIdle);
            if (open > 0) needs.Add(new(p.Id, new("coverage.need", open), new("coverage.need.detail"), new("coverage.need.act"), CoverageUrls.Rules(p), 6));
        }
        return needs;
    }
}
