using Roundtable.Decisions;
using Roundtable.Platform;
using static Roundtable.Decisions.Stance;

namespace Roundtable.Tests.Decisions;

[Rules]
public class AmendmentTests
{
    private readonly Panel panel = new(5);
    private readonly Motion motion;

    public AmendmentTests() => motion = panel.Answered(panel.Opened(), Endorse, Block);

    private Amendment Suggested() => Amendment.Suggest(panel[1], motion, panel.Seats[1], "All sites open on Saturdays from May.", "The buses run then.", Panel.Now);
    private static void Refused(string key, Action act) => Assert.Equal(key, Assert.Throws<Refusal>(act).Key);

    [Fact]
    public void Accepted_words_are_answered_anew()
    {
        var amendment = Suggested();
        Refused("access.not-allowed", () => amendment.Accept(panel[2], motion, Panel.Now));
        amendment.Accept(panel[0], motion, Panel.Now);
        Assert.Equal(("All sites open on Saturdays from May.", 2, AmendmentState.Accepted), (motion.Text, motion.Revision, amendment.State));
        Assert.Equal("All sites open on Saturdays.", amendment.Before);
        Assert.Equal(0, Tally.Of(motion).Voted);
        Assert.All(motion.Ballots, b => Assert.Equal(BallotEnd.Reworded, b.Ended));
        Refused("decisions.amendment-settled", () => amendment.Withdraw(panel[1], Panel.Now));
    }

    [Theory]
    [InlineData(Endorse, AmendmentState.Accepted), InlineData(Block, AmendmentState.Declined)]
    public void Put_to_a_vote_it_follows_the_organizations(Stance said, AmendmentState ends)
    {
        var amendment = Suggested();
        var vote = amendment.PutToVote(panel[0], motion, "Change the wording", RuleTerms.UsualFor(MotionKind.General), Panel.Now);
        Assert.Equal((amendment.Id, amendment.Text), (vote.SubjectId!.Value, vote.Text));
        vote.Open(panel[0], panel.Seats, Panel.Deadline - NodaTime.Duration.FromDays(3), Panel.Now);
        panel.Answered(vote, said, Endorse, Endorse, Endorse, Endorse);
        amendment.Follow(panel[0], vote, motion, Panel.Now);
        Assert.Equal(AmendmentState.PutToVote, amendment.State);
        panel.Settle(vote, Panel.Now);
        amendment.Follow(panel[0], vote, motion, Panel.Now);
        Assert.Equal((ends, ends is AmendmentState.Accepted ? amendment.Text : "All sites open on Saturdays."), (amendment.State, motion.Text));
    }

    [Fact]
    public void A_vote_that_ends_after_the_motion_changes_nothing()
    {
        var amendment = Suggested();
        var vote = amendment.PutToVote(panel[0], motion, "Change the wording", RuleTerms.UsualFor(MotionKind.General), Panel.Now);
        vote.Open(panel[0], panel.Seats, Panel.Deadline, Panel.Now);
        panel.Answered(vote, Endorse, Endorse, Endorse);
        panel.Settle(vote);
        amendment.Follow(panel[0], vote, motion, Panel.Deadline);
        Assert.Equal((AmendmentState.Declined, 1), (amendment.State, motion.Revision));
    }

    [Fact]
    public void Its_author_takes_it_back()
    {
        var amendment = Suggested();
        Refused("access.not-allowed", () => amendment.Withdraw(panel[0], Panel.Now));
        amendment.Withdraw(panel[1], Panel.Now);
        Refused("decisions.amendment-settled", () => amendment.Accept(panel[0], motion, Panel.Now));
    }

    [Fact]
    public void The_same_words_are_no_amendment() =>
        Refused("decisions.same-words", () => Amendment.Suggest(panel[1], motion, panel.Seats[1], " All sites open on Saturdays. ", null, Panel.Now));

    [Fact]
    public void What_is_over_or_voted_in_secret_is_not_amended()
    {
        var secret = panel.Opened(DecisionRule.Majority, form: BallotForm.YesNo, secret: true);
        Refused("decisions.secret-keeps-words", () => Amendment.Suggest(panel[1], secret, panel.Seats[1], "Other words", null, Panel.Now));
        panel.Settle(motion);
        Refused("decisions.over", () => Suggested());
    }
}
