using Roundtable.Directory;
using Roundtable.Platform.Text;

namespace Roundtable.Partnerships;

/// <summary>How far a coverage rule is met, proven by who sits at the table.</summary>
/// <param name="Have">Of <paramref name="Of"/>: organizations, languages, counties or needs.</param>
/// <param name="Holes">What is missing, each as a question to the finder.</param>
public sealed record RuleCheck(CoverageRule Rule, int Have, int Of, IReadOnlyList<Hole> Holes)
{
    private const int MostNamed = 4;

    public bool IsMet => Have >= Of;

    /// <summary>Nothing to check yet: no languages or needs are named, or the place has no counties.</summary>
    public bool IsIdle => Of == 0;

    public static RuleCheck For(CoverageRule rule, Coverage coverage, CoverageAims aims, IReadOnlyList<string> counties) => rule.Kind switch
    {
        RuleKind.Role => Counted(rule, coverage.With(rule.Role!.Value), new Hole(rule.Role)),
        RuleKind.Sector => Counted(rule, coverage.From(rule.Sector!.Value), new Hole(Sector: rule.Sector)),
        RuleKind.RolePerLanguage => Each(rule, aims.Languages.Where(l => rule.OverPercent is not { } over || l.Percent is null || l.Percent > over).Select(l => l.Code),
            l => coverage.Speaking(rule.Role!.Value, l), l => new Hole(rule.Role, Language: l)),
        RuleKind.County => Each(rule, counties, coverage.InCounty, c => new Hole(CountyFips: c)),
        _ => Each(rule, aims.Needs.Select(n => n.Code), coverage.Serving, n => new Hole(Need: n)),
    };

    /// <summary>All rules of a partnership.</summary>
    public static IReadOnlyList<RuleCheck> All(Partnership partnership, Coverage coverage, CoverageAims aims) =>
        [.. aims.Rules.OrderBy(r => r.Number).Select(r => For(r, coverage, aims, partnership.Place.CountyFips))];

    /// <summary>"2 of 3 languages have a translator; missing: Vietnamese".</summary>
    public string Say(Texts t, PlaceBook places)
    {
        if (IsIdle) return t[$"coverage.idle.{Codes.Of(Rule.Kind)}"];
        var said = t[$"coverage.have.{Codes.Of(Rule.Kind)}", Have, Of, WhatOf(t)];
        if (IsMet || Rule.Kind is RuleKind.Role or RuleKind.Sector) return said;
        var more = Holes.Count > MostNamed ? t["coverage.and-more", Holes.Count - MostNamed] : null;
        return t["coverage.missing", said, string.Join(", ", [.. Holes.Take(MostNamed).Select(h => h.Name(t, places)), .. more is null ? [] : (string[])[more]])];
    }

    private string WhatOf(Texts t) => Rule.Role is { } role ? t.Role(role) : Rule.Sector is { } sector ? t.Sector(sector) : "";

    private static RuleCheck Counted(CoverageRule rule, int count, Hole hole) => new(rule, Math.Min(count, rule.Least), rule.Least, count >= rule.Least ? [] : [hole]);

    private static RuleCheck Each(CoverageRule rule, IEnumerable<string> all, Func<string, int> count, Func<string, Hole> hole)
    {
        var those = all.ToList();
        var missing = those.Where(one => count(one) < rule.Least).ToList();
        return new(rule, those.Count - missing.Count, those.Count, [.. missing.Select(hole)]);
    }
}

/// <summary>Coverage rules in words.</summary>
public static class RuleWords
{
    public static string Rule(this Texts t, RuleWanted rule) => t[$"coverage.rule.{Codes.Of(rule.Kind)}{(rule is { Kind: RuleKind.RolePerLanguage, OverPercent: not null } ? ".over" : "")}",
        rule.Least, rule.Role is { } role ? t.Role(role) : rule.Sector is { } sector ? t.Sector(sector) : "", rule.OverPercent];
}
