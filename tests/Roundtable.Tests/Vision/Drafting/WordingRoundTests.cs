using NodaTime;
using Roundtable.Platform;
using Roundtable.Platform.Access;
using Roundtable.Vision;

namespace Roundtable.Tests.Vision;

[Rules]
public class WordingRoundTests : DraftingRules
{
    private (VisionProcess Process, Statement Statement, WordingRound Round) Open(LocalDate? until = null)
    {
        var process = Drafting();
        var statement = Write(process, Facilitator, "Everyone gets help.");
        return (process, statement, WordingRound.Open(Facilitator, process, statement, until, Zone, Now));
    }

    [Fact]
    public void A_round_asks_every_asked_seat_for_five_days()
    {
        var (_, _, round) = Open();
        Assert.Equal((Today.PlusDays(5), 2, 0), (round.ClosesOn, round.Answers.Count, round.Answered));
        Assert.Equal(Zone.AtStartOfDay(Today.PlusDays(6)).ToInstant(), round.ClosesAt);
        Assert.True(round.IsOpen(round.ClosesAt - Duration.Epsilon));
        Assert.False(round.IsOpen(round.ClosesAt));
    }

    [Fact]
    public void Who_runs_the_process_opens_it()
    {
        var process = Drafting();
        var statement = Write(process, Clinic, "Everyone gets help.");
        Refused("access.not-allowed", () => WordingRound.Open(Clinic, process, statement, null, Zone, Now));
        Refused("vision.closes-past", () => WordingRound.Open(Convener, process, statement, Today.PlusDays(-1), Zone, Now));
        Refused("vision.closes-late", () => WordingRound.Open(Convener, process, statement, Today.PlusDays(61), Zone, Now));
        process.Become(Convener, VisionStage.Adopting, Now);
        Refused("drafts.being-adopted", () => WordingRound.Open(Convener, process, statement, null, Zone, Now));
    }

    [Fact]
    public void Each_organization_says_fine_a_change_or_a_comment()
    {
        var (process, statement, round) = Open();
        Refused("drafts.say-missing", () => round.Say(Clinic, process, statement, null, null, null, Now));
        Refused("drafts.suggestion-missing", () => round.Say(Clinic, process, statement, WordingSaid.FineWithChange, " ", null, Now));
        Refused("drafts.suggestion-same", () => round.Say(Clinic, process, statement, WordingSaid.FineWithChange, statement.Text, null, Now));
        Refused("drafts.comment-missing", () => round.Say(Clinic, process, statement, WordingSaid.Comment, null, null, Now));
        Refused("drafts.round-not-asked", () => round.Say(Facilitator, process, statement, WordingSaid.Fine, null, null, Now));
        Refused("drafts.round-not-asked", () => round.Say(Of(Role.Representative, Ids.New()), process, statement, WordingSaid.Fine, null, null, Now));
        round.Say(Clinic, process, statement, WordingSaid.FineWithChange, "Everyone gets help soon.", "Time matters.", Now);
        Assert.Equal((WordingSaid.FineWithChange, "Everyone gets help soon.", "Time matters."), (round.Of(ClinicSeat)!.Said, round.Of(ClinicSeat)!.Suggestion, round.Of(ClinicSeat)!.Words));
        Refused("drafts.suggestion-unused", () => round.Say(Clinic, process, statement, WordingSaid.Fine, "Everyone gets help now.", null, Now));
        round.Say(Of(Role.Alternate, ClinicSeat), process, statement, WordingSaid.Fine, statement.Text, null, Now);
        Assert.Equal((WordingSaid.Fine, null, 1), (round.Of(ClinicSeat)!.Said, round.Of(ClinicSeat)!.Suggestion, round.Answered));
    }

    [Fact]
    public void It_ends_when_all_have_answered()
    {
        var (process, statement, round) = Open();
        round.Say(Clinic, process, statement, WordingSaid.Fine, null, null, Now);
        Assert.True(round.IsOpen(Now));
        round.Say(Convener, process, statement, WordingSaid.Comment, null, "Good.", Now);
        Assert.Equal((Instant?)Now, round.ClosedAt);
        Refused("drafts.round-closed", () => round.Say(Clinic, process, statement, WordingSaid.Fine, null, null, Now));
    }

    [Fact]
    public void It_ends_with_its_last_day_or_when_it_is_closed()
    {
        var (process, statement, round) = Open(Today);
        Assert.False(round.Settle(Actor.System("test"), round.ClosesAt - Duration.Epsilon));
        Refused("drafts.round-closed", () => round.Say(Clinic, process, statement, WordingSaid.Fine, null, null, round.ClosesAt));
        Assert.True(round.Settle(Actor.System("test"), round.ClosesAt));
        Assert.False(round.Settle(Actor.System("test"), round.ClosesAt));
        (process, _, round) = Open();
        Refused("access.not-allowed", () => round.Close(Clinic, process, Now));
        round.Close(Facilitator, process, Now);
        Assert.Equal((Instant?)Now, round.ClosedAt);
    }
}
