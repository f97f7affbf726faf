using NodaTime;
using Roundtable.Decisions;
using Roundtable.Platform;
using Roundtable.Platform.Access;
using static Roundtable.Decisions.Stance;

namespace Roundtable.Tests.Decisions;

[Rules]
public class MotionTests
{
    private static readonly Instant Now = Panel.Now;
    private readonly Panel panel = new(7);

    private static void Refused(string key, Action act) => Assert.Equal(key, Assert.Throws<Refusal>(act).Key);

    [Fact]
    public void A_later_ballot_takes_the_place_of_an_earlier_and_both_stay()
    {
        var motion = panel.Opened();
        motion.Cast(panel[1], panel.Seats[1], Panel.Say(Endorse), Now);
        motion.Cast(panel.Speaker(panel.Seats[1], Role.Alternate), panel.Seats[1], Panel.Say(Block), Now);
        Assert.Equal((2, Block), (motion.Ballots.Count, motion.Of(panel.Seats[1])!.Stance));
        Assert.Equal((Endorse, BallotEnd.CastAgain), (motion.Ballots[0].Stance, motion.Ballots[0].Ended));
        Assert.Equal(1, Tally.Of(motion).Voted);
    }

    [Fact]
    public void Only_the_seats_own_people_answer_for_it()
    {
        var motion = panel.Opened();
        Refused("access.not-allowed", () => motion.Cast(panel[1], panel.Seats[2], Panel.Say(Endorse), Now));
        Refused("access.not-allowed", () => motion.Cast(panel.Speaker(panel.Seats[2], Role.Liaison), panel.Seats[2], Panel.Say(Endorse), Now));
        Refused("access.not-allowed", () => motion.Cast(Actor.System("job"), panel.Seats[2], Panel.Say(Endorse), Now));
        Refused("decisions.not-on-roll", () => motion.Cast(panel[1], Ids.New(), Panel.Say(Endorse), Now));
        Assert.Empty(motion.Ballots);
    }

    [Fact]
    public void A_facilitator_has_no_ballot_wherever_they_come_from()
    {
        var motion = panel.Opened();
        Refused("decisions.facilitator-has-no-ballot", () => motion.Cast(panel.Facilitator, panel.Seats[1], Panel.Say(Endorse), Now));
        var inside = Actor.Person(Ids.New(), false, [new(panel.Partnership, Role.Representative, panel.Seats[1]), new(panel.Partnership, Role.Facilitator)]);
        Refused("decisions.facilitator-has-no-ballot", () => motion.Cast(inside, panel.Seats[1], Panel.Say(Endorse), Now));
        Assert.Empty(motion.EntriesOf(inside));
    }

    [Fact]
    public void A_facilitator_prepares_and_an_organization_opens()
    {
        var prepared = Motion.Prepare(panel.Facilitator, panel.Partnership, null, MotionKind.Vision, new("T", "Text", null, BallotForm.Consent, false, false, 0), RuleTerms.UsualFor(MotionKind.Vision), Now);
        Refused("decisions.seat-opens", () => prepared.Open(panel.Facilitator, panel.Seats, Panel.Deadline, Now));
        prepared.Open(panel[3], panel.Seats, Panel.Deadline, Now);
        Assert.Equal(panel.Seats[3], prepared.OwnerSeatId);
        var dots = Motion.Prepare(panel.Facilitator, panel.Partnership, null, MotionKind.Vision, new("T", "Text", null, BallotForm.Dots, false, false, 3, new OptionWanted("A"), new OptionWanted("B")), RuleTerms.UsualFor(MotionKind.Vision), Now);
        dots.Open(panel.Facilitator, panel.Seats, Panel.Deadline, Now);
        Assert.Null(dots.OwnerSeatId);
    }

    [Fact]
    public void Reservations_and_objections_need_words()
    {
        var motion = panel.Opened();
        Refused("decisions.reservation-missing", () => motion.Cast(panel[0], panel.Seats[0], new(Reservation, "  "), Now));
        Refused("decisions.objection-needs-reason", () => motion.Cast(panel[0], panel.Seats[0], new(Block), Now));
        Refused("decisions.stance-missing", () => motion.Cast(panel[0], panel.Seats[0], new(), Now));
        Refused("decisions.stance-not-offered", () => panel.Opened(form: BallotForm.Consent).Cast(panel[0], panel.Seats[0], new(Disagree), Now));
        Assert.Empty(motion.Ballots);
    }

    [Fact]
    public void Nothing_is_cast_from_the_deadline_on()
    {
        var motion = panel.Opened();
        motion.Cast(panel[0], panel.Seats[0], Panel.Say(Endorse), Panel.Deadline - Duration.FromMilliseconds(1));
        Refused("decisions.closed", () => motion.Cast(panel[1], panel.Seats[1], Panel.Say(Endorse), Panel.Deadline));
        Assert.False(panel.Settle(motion, Panel.Deadline - Duration.FromMilliseconds(1)));
        Assert.True(panel.Settle(motion));
        Assert.False(panel.Settle(motion));
        Refused("decisions.closed", () => motion.Cast(panel[0], panel.Seats[0], Panel.Say(Block), Now));
    }

    [Fact]
    public void It_closes_early_when_every_seat_has_answered()
    {
        var motion = panel.Answered(panel.Opened(), Endorse, Endorse, Endorse, Endorse, Endorse, Endorse);
        Assert.False(panel.Settle(motion, Now));
        motion.Recuse(panel[6], panel.Seats[6], "We are paid for it", Now);
        Assert.True(panel.Settle(motion, Now));
        Assert.Equal((MotionState.Decided, MotionResult.Adopted, Now), (motion.State, motion.Result, motion.EndedAt!.Value));
    }

    [Fact]
    public void Who_sits_down_later_has_no_ballot_and_who_leaves_no_longer_counts()
    {
        var motion = panel.Answered(panel.Opened(DecisionRule.Majority, 100), Disagree, Endorse, Endorse);
        panel.Seats.Add(Ids.New());
        Refused("decisions.not-on-roll", () => motion.Cast(panel[7], panel.Seats[7], Panel.Say(Block), Now));
        panel.Seats.RemoveRange(3, 4);
        Assert.True(panel.Settle(motion, Now));
        Assert.Equal((MotionResult.Adopted, 3), (motion.Result, Tally.Of(motion).Seats));
        panel.Seats.Remove(panel.Seats[1]);
        Assert.Equal(MotionResult.Adopted, motion.Result);
    }

    [Fact]
    public void A_ballot_of_who_left_is_not_counted()
    {
        var motion = panel.Answered(panel.Opened(DecisionRule.Majority, 1), Endorse, Disagree);
        panel.Seats.RemoveAt(1);
        Assert.Equal(MotionResult.Adopted, panel.ResultOf(motion));
        Assert.Equal(2, motion.Ballots.Count);
    }

    [Fact]
    public void A_proxy_answers_for_who_entrusted_it()
    {
        var motion = panel.Opened();
        motion.Entrust(panel[1], panel.Seats[1], panel.Seats[2], Now);
        Assert.Equal([panel.Seats[1], panel.Seats[2]], motion.EntriesOf(panel[2]).Select(e => e.SeatId).Order());
        motion.Cast(panel[2], panel.Seats[1], Panel.Say(StandAside), Now);
        Assert.Equal((panel.Seats[2], StandAside), (motion.Of(panel.Seats[1])!.CastBySeatId, motion.Of(panel.Seats[1])!.Stance!.Value));
        motion.Cast(panel[1], panel.Seats[1], Panel.Say(Endorse), Now);
        Assert.Null(motion.On(panel.Seats[1])!.ProxySeatId);
        Refused("access.not-allowed", () => motion.Cast(panel[2], panel.Seats[1], Panel.Say(Block), Now));
        Assert.Equal(Endorse, motion.Of(panel.Seats[1])!.Stance);
    }

    [Fact]
    public void A_proxy_is_not_passed_on()
    {
        var motion = panel.Opened();
        Refused("decisions.proxy-to-itself", () => motion.Entrust(panel[1], panel.Seats[1], panel.Seats[1], Now));
        motion.Entrust(panel[1], panel.Seats[1], panel.Seats[2], Now);
        Refused("decisions.proxy-cannot", () => motion.Entrust(panel[3], panel.Seats[3], panel.Seats[1], Now));
        Refused("decisions.proxy-of-proxy", () => motion.Entrust(panel[2], panel.Seats[2], panel.Seats[3], Now));
        motion.Recuse(panel[2], panel.Seats[2], "We are paid for it", Now);
        Assert.Null(motion.On(panel.Seats[1])!.ProxySeatId);
        motion.Entrust(panel[1], panel.Seats[1], panel.Seats[3], Now);
        motion.Entrust(panel[1], panel.Seats[1], null, Now);
        motion.Entrust(panel[1], panel.Seats[1], null, Now);
        Assert.Null(motion.On(panel.Seats[1])!.ProxySeatId);
        Refused("access.not-allowed", () => motion.Cast(panel[3], panel.Seats[1], Panel.Say(Endorse), Now));
    }

    [Fact]
    public void Who_is_recused_has_no_ballot_until_they_return()
    {
        var motion = panel.Answered(panel.Opened(), Endorse, Block);
        Refused("decisions.reason-missing", () => motion.Recuse(panel[1], panel.Seats[1], " ", Now));
        motion.Recuse(panel[1], panel.Seats[1], "We are paid for it", Now);
        Assert.Equal((1, 6, 0), (Tally.Of(motion).Recused, Tally.Of(motion).Seats, Tally.Of(motion).Objections));
        Refused("decisions.recused", () => motion.Cast(panel[1], panel.Seats[1], Panel.Say(Endorse), Now));
        motion.Return(panel[1], panel.Seats[1], Now);
        motion.Cast(panel[1], panel.Seats[1], Panel.Say(Endorse), Now);
        Assert.Equal(2, Tally.Of(motion).Voted);
    }

    [Fact]
    public void A_board_at_home_has_a_clock_of_its_own()
    {
        var motion = panel.Answered(panel.Opened(), Endorse, Endorse, Endorse, Endorse);
        var march = new LocalDate(2027, 1, 12);
        Refused("decisions.board-missing", () => motion.AwaitBoard(panel[5], panel.Seats[5], "", march, Panel.Zone, Now));
        Refused("decisions.board-too-late", () => motion.AwaitBoard(panel[5], panel.Seats[5], "Our council", new(2027, 3, 12), Panel.Zone, Now));
        Refused("decisions.board-in-the-past", () => motion.AwaitBoard(panel[5], panel.Seats[5], "Our council", new(2026, 11, 30), Panel.Zone, Now));
        motion.AwaitBoard(panel[5], panel.Seats[5], "Our council", march, Panel.Zone, Now);
        Assert.False(panel.Settle(motion));
        Assert.Equal(MotionState.Ratifying, motion.State);
        Refused("decisions.closed", () => motion.Cast(panel[4], panel.Seats[4], Panel.Say(Endorse), Panel.Deadline));
        var late = march.At(new LocalTime(23, 59)).InZoneStrictly(Panel.Zone).ToInstant();
        motion.Cast(panel[5], panel.Seats[5], Panel.Say(Block), late);
        Assert.True(panel.Settle(motion, late));
        Assert.Equal(MotionResult.NotAdopted, motion.Result);
    }

    [Fact]
    public void A_board_that_says_nothing_is_silent_when_its_day_is_over()
    {
        var motion = panel.Answered(panel.Opened(), Endorse, Endorse, Endorse, Endorse);
        motion.AwaitBoard(panel[5], panel.Seats[5], "Our council", new(2027, 1, 12), Panel.Zone, Now);
        var midnight = new LocalDate(2027, 1, 13).AtStartOfDayInZone(Panel.Zone).ToInstant();
        Assert.False(panel.Settle(motion, midnight - Duration.FromMilliseconds(1)));
        Assert.True(panel.Settle(motion, midnight));
        Assert.Equal((MotionResult.Adopted, 4), (motion.Result, Tally.Of(motion).Voted));
    }

    [Fact]
    public void A_secret_ballot_is_nobodys_and_final()
    {
        var motion = panel.Opened(DecisionRule.Majority, form: BallotForm.YesNo, secret: true);
        Assert.Equal([Endorse, Abstain, Disagree], motion.Offered);
        Refused("decisions.secret-has-no-words", () => motion.Cast(panel[1], panel.Seats[1], new(Endorse, "From us"), Now));
        panel.Answered(motion, Endorse, Disagree);
        Assert.Empty(motion.Ballots);
        Assert.All(motion.SecretCounts, c => Assert.Equal(2, c.Of));
        Assert.Equal([1, 0, 1], motion.SecretCounts.OrderBy(c => c.Stance).Select(c => c.Count));
        Assert.Equal([true, true, false, false, false, false, false], panel.Seats.Select(s => motion.On(s)!.HasAnswered));
        Refused("decisions.secret-is-final", () => motion.Cast(panel[1], panel.Seats[1], new(Endorse), Now));
        Refused("decisions.secret-is-final", () => motion.Recuse(panel[1], panel.Seats[1], "We are paid for it", Now));
        Refused("decisions.secret-waits-for-nobody", () => motion.AwaitBoard(panel[5], panel.Seats[5], "Our council", new(2026, 12, 5), Panel.Zone, Now));
    }

    [Fact]
    public void Who_leaves_after_a_secret_ballot_still_counts()
    {
        var motion = panel.Answered(panel.Opened(DecisionRule.Majority, 1, BallotForm.YesNo, secret: true), Endorse, Endorse, Disagree, Endorse, Disagree);
        panel.Seats.RemoveRange(0, 2);
        Assert.Equal(MotionResult.Adopted, panel.ResultOf(motion));
        Assert.Equal(5, Tally.Of(motion).Voted);
        Assert.Equal(5, motion.SecretCounts.Sum(c => c.Count));
    }

    [Fact]
    public void Secret_ballots_need_a_rule_that_allows_them_and_five_seats()
    {
        var small = new Panel(4);
        Refused("decisions.secret-needs-five", () => small.Opened(DecisionRule.Majority, form: BallotForm.YesNo, secret: true));
        Refused("decisions.secret-not-allowed", () => panel.Prepared(secret: true));
        Refused("decisions.secret-not-allowed", () => Motion.Prepare(panel[0], panel.Partnership, panel.Seats[0], MotionKind.General, new("T", "Text", null, BallotForm.YesNo, true, false, 0), new(DecisionRule.Majority, 50, false, 7, 0), Now));
        Refused("decisions.consent-needs-objection", () => panel.Prepared(DecisionRule.Consent, form: BallotForm.YesNo));
    }

    [Fact]
    public void Dots_stay_within_the_budget()
    {
        var motion = panel.Opened(form: BallotForm.Dots, options: ["Forms", "Rides", "Languages"]);
        void Give(params (int Option, int Dots)[] dots) => motion.Cast(panel[0], panel.Seats[0], new(Dots: dots.ToDictionary(d => d.Option, d => d.Dots)), Now);
        Refused("decisions.dots-too-many", () => Give((1, 2), (2, 2)));
        Refused("decisions.option-unknown", () => Give((4, 1)));
        Refused("decisions.option-unknown", () => Give((1, -1)));
        Refused("decisions.dots-missing", () => Give());
        Refused("decisions.dots-too-many", () => Give((1, int.MaxValue), (2, int.MaxValue)));
        Give((3, 2), (1, 1));
        Assert.Equal("1:1 3:2", motion.Of(panel.Seats[0])!.Marks);
    }

    [Fact]
    public void What_is_missing_or_does_not_fit_is_said()
    {
        Refused("decisions.options-missing", () => panel.Prepared(form: BallotForm.Ranking, options: ["Only one"]));
        Refused("decisions.options-unused", () => panel.Prepared(options: ["A", "B"]));
        Refused("decisions.option-twice", () => panel.Prepared(form: BallotForm.Dots, options: ["Forms", "forms "]));
        Refused("decisions.dots-wrong", () => panel.Prepared(form: BallotForm.Dots, dots: 0, options: ["A", "B"]));
        Refused("decisions.closes-in-the-past", () => panel.Prepared().Open(panel[0], panel.Seats, Now, Now));
        Refused("decisions.nobody-votes", () => panel.Prepared().Open(panel[0], [], Panel.Deadline, Now));
        Refused("decisions.opened-already", () => panel.Opened().Open(panel[0], panel.Seats, Panel.Deadline, Now));
        Refused("decisions.not-open", () => panel.Prepared().Cast(panel[0], panel.Seats[0], Panel.Say(Endorse), Now));
    }

    [Fact]
    public void A_withdrawn_motion_takes_no_ballots_and_keeps_those_it_has()
    {
        var motion = panel.Answered(panel.Opened(), Endorse, Endorse);
        Refused("access.not-allowed", () => motion.Withdraw(panel[4], "It is no longer needed", Now));
        Refused("access.not-allowed", () => motion.Withdraw(panel.Facilitator, "It is no longer needed", Now));
        motion.Withdraw(panel[0], "It is no longer needed", Now);
        Refused("decisions.closed", () => motion.Cast(panel[2], panel.Seats[2], Panel.Say(Endorse), Now));
        Assert.False(panel.Settle(motion));
        Assert.Equal(2, motion.Ballots.Count);
    }
}
