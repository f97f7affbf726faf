using Roundtable.Vision;

namespace Roundtable.Tests.Vision;

[Rules]
public class VisionGapsTests : ClusterRules
{
    private IEnumerable<string> Found() => VisionGaps.Of(Partnership, Process, new Dictionary<Guid, string> { [Library] = "Library", [ClinicSeat] = "Clinic" }, Cards, Clusters)
        .Select(g => $"{g.Says.Key} {string.Join(' ', g.Says.With)} > {g.Href[(g.Href.IndexOf("processes", StringComparison.Ordinal) + 10)..]}");

    [Fact]
    public void Who_has_not_answered_and_what_is_empty_is_named()
    {
        Assert.Equal(["vision.gaps.silent 2 2 Clinic, Library > 0", "vision.gaps.empty.needs  > 0/boards/needs", "vision.gaps.empty.resources  > 0/boards/resources", "vision.gaps.empty.strategies  > 0/boards/strategies", "vision.gaps.empty.outcomes  > 0/boards/outcomes"], Found());
        Said("Forms");
        Assert.Contains("vision.gaps.silent 1 2 Library > 0", Found());
        Process.AskedOf(Library)!.HearUnnamed();
        Assert.DoesNotContain(Found(), g => g.StartsWith("vision.gaps.silent", StringComparison.Ordinal));
        Assert.Empty(VisionGaps.Of(Partnership, Prepared(), new Dictionary<Guid, string>(), [], []));
    }

    [Fact]
    public void Needs_that_nothing_serves_or_shows_are_gaps_with_the_one_screen_that_closes_them()
    {
        foreach (var board in Boards.All) Said($"{board}", board);
        Process.AskedOf(Library)!.HearUnnamed();
        Assert.Contains("vision.gaps.no-evidence.cards 1 > 0/boards/needs", Found());
        Made("Immigration forms", Board.Needs, 1);
        Assert.Equal(["vision.gaps.no-resource Immigration forms > 0/clusters/resources", "vision.gaps.no-strategy Immigration forms > 0/clusters/strategies", "vision.gaps.no-outcome Immigration forms > 0/clusters/outcomes",
            "vision.gaps.no-evidence Immigration forms > 0/clusters/1", "vision.gaps.alone.resources 1 > 0/clusters/resources", "vision.gaps.alone.strategies 1 > 0/clusters/strategies", "vision.gaps.alone.outcomes 1 > 0/clusters/outcomes"], Found());
        var hands = Made("Volunteers", Board.Resources, 2);
        Assert.Contains("vision.gaps.no-resource Immigration forms > 0/clusters/1", Found());
        Kept(On(Board.Resources).Tie(Facilitator, hands.Number, 1, Now));
        Assert.DoesNotContain(Found(), g => g.StartsWith("vision.gaps.no-resource", StringComparison.Ordinal));
        Kept(On(Board.Resources).Dissolve(Facilitator, hands.Number, Now));
        Assert.Contains("vision.gaps.no-resource Immigration forms > 0/clusters/resources", Found());
    }

    [Fact]
    public void Nothing_is_missing_once_everything_is_there()
    {
        Process.AskedOf(Library)!.HearUnnamed();
        Said("Forms", evidence: "census.gov");
        Made("Forms", Board.Needs, 1);
        foreach (var board in Boards.All.Skip(1))
        {
            Said($"{board}", board);
            var serving = Made($"{board}", board, Cards.Count);
            Kept(On(board).Tie(Facilitator, serving.Number, 1, Now));
        }
        Assert.Empty(Found());
    }
}
