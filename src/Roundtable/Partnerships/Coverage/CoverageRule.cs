using NodaTime;
using Roundtable.Directory;
using Roundtable.Platform;
using Roundtable.Platform.Access;
using Roundtable.Platform.Data;

namespace Roundtable.Partnerships;

/// <summary>What a coverage rule asks for: a role, a role in each needed language, somebody in each county, a sector, somebody for each planned need.</summary>
public enum RuleKind { Role, RolePerLanguage, County, Sector, Need }

/// <summary>
/// What the table has agreed it must never be without, such as "at least one translator for each language that over 5 percent of people speak".
/// Checked against the records whenever somebody looks; never ticked.
/// </summary>
public sealed class CoverageRule : PartnershipRecord, INumbered
{
    private const int MostRules = 20, MostOfOne = 50;

    private CoverageRule() { }

    public int Number { get; set; }
    public RuleKind Kind { get; private init; }

    /// <summary>Organizations at the least: in all, or per language, county or need.</summary>
    public int Least { get; private init; }
    public PartnerRole? Role { get; private init; }
    public Sector? Sector { get; private init; }

    /// <summary>Only languages that more than so many percent of people speak. One whose share nobody has said counts.</summary>
    public int? OverPercent { get; private init; }
    public Guid? AgreedBy { get; private init; }
    public Instant AgreedAt { get; private init; }

    /// <summary>Takes a rule among those the table goes by.</summary>
    /// <param name="already">Those it goes by.</param>
    /// <exception cref="Refusal">Not the convener, a part of the rule missing, there already, or too many.</exception>
    public static CoverageRule Agree(Actor actor, Instant now, Guid partnership, RuleWanted wanted, IReadOnlyCollection<CoverageRule> already)
    {
        actor.Must(PartnershipPermissions.Convene, partnership);
        var (isByRole, isBySector) = (wanted.Kind is RuleKind.Role or RuleKind.RolePerLanguage, wanted.Kind is RuleKind.Sector);
        if (isByRole && wanted.Role is null) throw new Refusal("coverage.role-missing", "Role");
        if (isBySector && wanted.Sector is null) throw new Refusal("coverage.sector-missing", "Sector");
        if (wanted.Least is < 1 or > MostOfOne) throw new Refusal("coverage.least-wrong", "Least", MostOfOne);
        if (wanted.OverPercent is < 0 or > 99) throw new Refusal("coverage.percent-wrong", "OverPercent");
        if (already.Count >= MostRules) throw new Refusal("coverage.too-many", "Kind", MostRules);
        var rule = new CoverageRule
        {
            PartnershipId = partnership, Kind = wanted.Kind, Least = wanted.Least, Role = isByRole ? wanted.Role : null, Sector = isBySector ? wanted.Sector : null,
            OverPercent = wanted.Kind is RuleKind.RolePerLanguage ? wanted.OverPercent : null, AgreedBy = actor.PersonId, AgreedAt = now,
        };
        if (already.Any(r => r.Wanted == rule.Wanted)) throw new Refusal("coverage.rule-there", "Kind");
        rule.Log(actor, now, new CoverageRuleAgreed(rule.Kind, rule.Least));
        return rule;
    }

    /// <summary>The table no longer goes by it. To be removed with it.</summary>
    public void Drop(Actor actor, Instant now)
    {
        actor.Must(PartnershipPermissions.Convene, PartnershipId);
        Log(actor, now, new CoverageRuleDropped(Kind));
    }

    public RuleWanted Wanted => new(Kind, Least, Role, Sector, OverPercent);
}

/// <summary>A rule as somebody wants it.</summary>
public sealed record RuleWanted(RuleKind Kind, int Least = 1, PartnerRole? Role = null, Sector? Sector = null, int? OverPercent = null)
{
    /// <summary>What most partnerships of this kind need; nothing is taken before the convener says so.</summary>
    public static readonly IReadOnlyList<RuleWanted> Suggested =
    [
        new(RuleKind.RolePerLanguage, Role: PartnerRole.Translation, OverPercent: 5),
        new(RuleKind.Need),
        new(RuleKind.County),
        new(RuleKind.Sector, Sector: Directory.Sector.Government),
        new(RuleKind.Role, Least: 2, Role: PartnerRole.Training),
    ];
}
