using Roundtable.Decisions;
using Roundtable.Directory;
using static Roundtable.Decisions.Stance;

namespace Roundtable.Tests.Decisions;

[Rules]
public class VerdictTests
{
    private readonly Panel panel = new(7);

    private MotionResult? Result(DecisionRule rule, params Stance[] stances) => panel.ResultOf(panel.Answered(panel.Opened(rule), stances));

    // Five of seven answer; the quorum of half is four.
    [Theory]
    [InlineData(DecisionRule.Unanimity, MotionResult.Adopted, Endorse, MinorPoint, Reservation, Endorse, Abstain)]
    [InlineData(DecisionRule.Unanimity, MotionResult.NotAdopted, Endorse, Endorse, Endorse, Endorse, StandAside)]
    [InlineData(DecisionRule.Unanimity, MotionResult.NotAdopted, Endorse, Endorse, Endorse, Endorse, Disagree)]
    [InlineData(DecisionRule.Unanimity, MotionResult.NotAdopted, Abstain, Abstain, Abstain, Abstain, Abstain)]
    [InlineData(DecisionRule.Consensus, MotionResult.Adopted, Endorse, Endorse, Reservation, StandAside, StandAside)]
    [InlineData(DecisionRule.Consensus, MotionResult.NotAdopted, Endorse, Endorse, StandAside, StandAside, Abstain)]
    [InlineData(DecisionRule.Consensus, MotionResult.NotAdopted, Endorse, Endorse, Endorse, Endorse, Disagree)]
    [InlineData(DecisionRule.Consensus, MotionResult.NotAdopted, Endorse, Endorse, Endorse, Endorse, Block)]
    [InlineData(DecisionRule.Consent, MotionResult.Adopted, Endorse, Disagree, DisagreeStrongly, StandAside, Abstain)]
    [InlineData(DecisionRule.Consent, MotionResult.NotAdopted, Endorse, Endorse, Endorse, Endorse, Block)]
    [InlineData(DecisionRule.Consent, MotionResult.Adopted, Abstain, Abstain, Abstain, Abstain, Abstain)]
    [InlineData(DecisionRule.Majority, MotionResult.Adopted, Endorse, Endorse, Endorse, Disagree, Block)]
    [InlineData(DecisionRule.Majority, MotionResult.NotAdopted, Endorse, Endorse, Disagree, DisagreeStrongly, Abstain)]
    [InlineData(DecisionRule.Majority, MotionResult.Adopted, Endorse, Abstain, Abstain, StandAside, StandAside)]
    [InlineData(DecisionRule.Majority, MotionResult.NotAdopted, Abstain, Abstain, StandAside, StandAside, StandAside)]
    [InlineData(DecisionRule.TwoThirds, MotionResult.Adopted, Endorse, Reservation, Disagree, Abstain, StandAside)]
    [InlineData(DecisionRule.TwoThirds, MotionResult.NotAdopted, Endorse, Endorse, Endorse, Disagree, Block)]
    [InlineData(DecisionRule.TwoThirds, MotionResult.NotAdopted, Abstain, Abstain, Abstain, Abstain, Abstain)]
    public void A_rule_decides(DecisionRule rule, MotionResult result, params Stance[] stances) => Assert.Equal(result, Result(rule, stances));

    [Theory]
    [InlineData(7, 50, 4), InlineData(8, 50, 4), InlineData(7, 66, 5), InlineData(3, 66, 2), InlineData(6, 34, 3), InlineData(1, 1, 1), InlineData(0, 50, 1), InlineData(7, 100, 7)]
    public void A_quorum_is_a_share_of_the_seats_rounded_up(int seats, int percent, int needed) => Assert.Equal(needed, Verdict.QuorumOf(seats, percent));

    public static TheoryData<DecisionRule, int> RulesAndQuorums => new(from r in Enum.GetValues<DecisionRule>() from q in (int[])[1, 34, 50, 66, 100] select (r, q));

    [Theory, MemberData(nameof(RulesAndQuorums))]
    public void Under_its_quorum_no_rule_decides(DecisionRule rule, int percent)
    {
        var needed = Verdict.QuorumOf(7, percent);
        Assert.Equal(MotionResult.NoQuorum, panel.ResultOf(panel.Answered(panel.Opened(rule, percent), [.. Enumerable.Repeat(Endorse, needed - 1)])));
        Assert.Equal(MotionResult.Adopted, panel.ResultOf(panel.Answered(panel.Opened(rule, percent), [.. Enumerable.Repeat(Endorse, needed)])));
    }

    [Theory, MemberData(nameof(RulesAndQuorums))]
    public void With_nobody_answering_nothing_is_decided(DecisionRule rule, int percent) => Assert.Equal(MotionResult.NoQuorum, panel.ResultOf(panel.Opened(rule, percent)));

    [Theory, MemberData(nameof(RulesAndQuorums))]
    public void Where_all_are_recused_nothing_is_decided(DecisionRule rule, int percent)
    {
        var motion = panel.Opened(rule, percent);
        for (var i = 0; i < 7; i++) motion.Recuse(panel[i], panel.Seats[i], "We are paid for it", Panel.Now);
        Assert.Equal(MotionResult.NoQuorum, panel.ResultOf(motion));
    }

    [Fact]
    public void The_recused_do_not_count_for_the_quorum()
    {
        var motion = panel.Answered(panel.Opened(DecisionRule.Majority, 66), Endorse, Endorse);
        for (var i = 2; i < 6; i++) motion.Recuse(panel[i], panel.Seats[i], "We are paid for it", Panel.Now);
        Assert.Equal(2, Verdict.Of(motion).Quorum);
        Assert.Equal(MotionResult.Adopted, panel.ResultOf(motion));
    }

    [Fact]
    public void It_says_why_in_words()
    {
        var motion = panel.Answered(panel.Opened(), Endorse, Endorse, Endorse, Reservation, StandAside);
        Assert.Equal(["answered 5 7", "quorum 4", "no-objection", "reservations 1", "adopted"], Verdict.Of(motion).Because.Select(s => string.Join(' ', s.With.Prepend(s.Key["decisions.said.".Length..]))));
        motion = panel.Answered(panel.Opened(DecisionRule.Majority), Endorse, Endorse, Disagree, Disagree);
        Assert.Equal(["answered 4 7", "quorum 4", "sides 2 2", "tie", "not-adopted"], Verdict.Of(motion).Because.Select(s => string.Join(' ', s.With.Prepend(s.Key["decisions.said.".Length..]))));
        motion = panel.Answered(panel.Opened(DecisionRule.TwoThirds), Endorse, Endorse, Disagree, Disagree);
        Assert.Equal("decisions.said.two-thirds 2 2 3", Verdict.Of(motion).Because.Select(s => string.Join(' ', s.With.Prepend(s.Key))).ElementAt(2));
    }

    [Fact]
    public void A_sense_check_has_no_effect() => Assert.Equal(MotionResult.NoEffect, panel.ResultOf(panel.Answered(panel.Opened(sense: true), Block, Endorse, Endorse, Endorse)));

    [Fact]
    public void Under_five_secret_ballots_have_no_result()
    {
        foreach (var rule in (DecisionRule[])[DecisionRule.Majority, DecisionRule.TwoThirds, DecisionRule.Unanimity])
        {
            Assert.Equal(MotionResult.TooFew, panel.ResultOf(panel.Answered(panel.Opened(rule, 1, BallotForm.YesNo, secret: true), Endorse, Endorse, Endorse, Endorse)));
            Assert.Equal(MotionResult.Adopted, panel.ResultOf(panel.Answered(panel.Opened(rule, 1, BallotForm.YesNo, secret: true), Endorse, Endorse, Endorse, Endorse, Endorse)));
        }
    }

    [Fact]
    public void Every_result_and_sentence_has_a_code() => Assert.Equal(6, Enum.GetValues<MotionResult>().Select(Codes.Of).Distinct().Count());
}
