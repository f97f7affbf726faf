using NodaTime;
using Roundtable.Directory;
using Roundtable.Directory.Search;
using Roundtable.Partnerships;
using Roundtable.Platform;
using Roundtable.Platform.Access;

namespace Roundtable.Tests.Partnerships;

[Rules]
public class CoverageRuleTests
{
    private static readonly Guid Partnership = Ids.New();
    private static readonly Actor Convener = Actor.Person(Ids.New(), false, [new Standing(Partnership, Role.Convener)]), Partner = Actor.Person(Ids.New(), false, [new Standing(Partnership, Role.Representative)]);
    private static readonly Instant Now = Instant.FromUtc(2026, 12, 1, 15, 0);

    private static readonly Coverage Table = new(
    [
        new(Sector.Library, [PartnerRole.Training, PartnerRole.Translation], ["es"], Seated: true) { Name = "Polk Library", Kinds = ["lib:public"], CountyFips = "50023" },
        new(Sector.Nonprofit, [PartnerRole.Translation], ["so"], Seated: true) { Name = "Valley Center", Kinds = ["P84"], Needs = ["TAX"] },
        new(Sector.Government, [PartnerRole.Translation], ["vi"], Seated: false),
    ]);

    private static readonly CoverageAims Aims = new([new("es", 12), new("so", 6), new("vi", 7), new("ar", 2)],
        [PlannedNeed.Plan(Convener, Now, Partnership, "IMM"), PlannedNeed.Plan(Convener, Now, Partnership, "VET"), PlannedNeed.Plan(Convener, Now, Partnership, "TAX")], []);

    [Fact]
    public void A_translator_for_each_language_over_five_percent_names_the_language_nobody_brings()
    {
        var check = Check(new(RuleKind.RolePerLanguage, Role: PartnerRole.Translation, OverPercent: 5));
        Assert.Equal((2, 3, false), (check.Have, check.Of, check.IsMet));
        Assert.Equal(new Hole(PartnerRole.Translation, Language: "vi"), Assert.Single(check.Holes));
        Assert.Equal(4, Check(new(RuleKind.RolePerLanguage, Role: PartnerRole.Translation)).Of);
    }

    [Fact]
    public void Needs_are_served_by_what_somebody_is_or_what_people_said()
    {
        var check = Check(new(RuleKind.Need));
        Assert.Equal((2, 3), (check.Have, check.Of));
        Assert.Equal("VET", Assert.Single(check.Holes).Need);
    }

    [Fact]
    public void Counties_sectors_and_roles_are_counted_at_the_table_only()
    {
        Assert.Equal("50005", Assert.Single(Check(new(RuleKind.County)).Holes).CountyFips);
        Assert.False(Check(new(RuleKind.Sector, Sector: Sector.Government)).IsMet);
        Assert.True(Check(new(RuleKind.Role, 2, PartnerRole.Translation)).IsMet);
        Assert.Equal((1, 2), (Check(new(RuleKind.Role, 2, PartnerRole.Training)) is var c ? c.Have : 0, 2));
    }

    [Fact]
    public void A_rule_that_nothing_is_said_for_waits()
    {
        var check = RuleCheck.For(Agree(new(RuleKind.RolePerLanguage, Role: PartnerRole.Translation)), Table, CoverageAims.None, []);
        Assert.True(check.IsIdle);
    }

    [Fact]
    public void Only_the_convener_agrees_and_every_part_must_be_there()
    {
        Assert.Equal("access.not-allowed", Assert.Throws<Refusal>(() => CoverageRule.Agree(Partner, Now, Partnership, new(RuleKind.County), [])).Key);
        Assert.Equal("coverage.role-missing", Refused(new(RuleKind.Role)));
        Assert.Equal("coverage.sector-missing", Refused(new(RuleKind.Sector)));
        Assert.Equal("coverage.least-wrong", Refused(new(RuleKind.County, 0)));
        Assert.Equal("coverage.percent-wrong", Refused(new(RuleKind.RolePerLanguage, Role: PartnerRole.Translation, OverPercent: 120)));
        Assert.Equal("coverage.rule-there", Assert.Throws<Refusal>(() => CoverageRule.Agree(Convener, Now, Partnership, new(RuleKind.County), [Agree(new(RuleKind.County))])).Key);
        Assert.All(RuleWanted.Suggested, wanted => Agree(wanted));
    }

    [Fact]
    public void What_serves_comes_before_what_is_near_and_a_tie_before_both()
    {
        var search = new OrganizationSearch { Near = new Place(PlaceKind.County, "1", "Here", "VT", new Point(44, -72)), Concerns = [Concern.Of("vi", PartnerRole.Translation), Concern.Of(PartnerRole.Translation)] };
        double Score(int number, string kind, double miles, string? languages = null, Acquaintances? known = null) =>
            new Ranking(search with { Known = known ?? Acquaintances.None }, 2026).ScoreOf(new Candidate(number, "a", null, Precision.ZipArea, null, 0, "irs-bmf", kind, languages), miles);
        Assert.True(Score(1, "Q30", 24, "en vi") > Score(2, "P84", 1));
        Assert.True(Score(2, "P84", 20) > Score(3, "N6", 1));
        var tied = new Acquaintances(new HashSet<int>(), new Dictionary<int, IReadOnlyList<Why>> { [4] = [Tie.AsWhy(TieKind.BoardMember, "Polk Library")] }, [("veterans post", new("ties.why.same-body", "Post 1"))]);
        Assert.True(Score(4, "P84", 20, known: tied) > Score(1, "Q30", 1, "vi"));
        Assert.Equal("ties.why.same-body", Assert.Single(tied.Of(9, "veterans post 7")).Key);
    }

    [Fact]
    public void Shares_are_percentages_and_go_with_their_language()
    {
        var needs = (LanguageNeeds)Activator.CreateInstance(typeof(LanguageNeeds), nonPublic: true)!;
        var system = Actor.System("test");
        needs.Say(system, Now, ["es", "vi"]);
        needs.SayShares(system, Now, new Dictionary<string, string?> { ["es"] = "12,5 %", ["vi"] = "" });
        Assert.Equal([new("es", 12.5m), new("vi", null)], needs.Languages);
        needs.Say(system, Now, ["vi"]);
        Assert.Equal("", needs.Shares);
        Assert.Equal("Share.vi", Assert.Throws<Refusal>(() => needs.SayShares(system, Now, new Dictionary<string, string?> { ["vi"] = "many" })).Input);
    }

    [Fact]
    public void What_was_added_by_mistake_goes_again_until_somebody_was_in_touch()
    {
        var mine = Prospect.Add(Partner, Now, Partnership, new("Valley Clinic", Concern: "Nobody translates yet."));
        mine.TakeBack(Partner, Now);
        Assert.Equal("Nobody translates yet.", mine.Concern);
        Assert.Equal("prospects.not-yours", Assert.Throws<Refusal>(() => Prospect.Add(Convener, Now, Partnership, new("A")).TakeBack(Partner, Now)).Key);
        mine.Note(Partner, Now, new LocalDate(2026, 12, 1), new(new LocalDate(2026, 12, 1), ContactWay.Phone));
        Assert.Equal("prospects.in-touch-already", Assert.Throws<Refusal>(() => mine.TakeBack(Convener, Now)).Key);
    }

    private static RuleCheck Check(RuleWanted wanted) => RuleCheck.For(Agree(wanted), Table, Aims, ["50023", "50005"]);
    private static CoverageRule Agree(RuleWanted wanted) => CoverageRule.Agree(Convener, Now, Partnership, wanted, []);
    private static string Refused(RuleWanted wanted) => Assert.Throws<Refusal>(() => Agree(wanted)).Key;
}
