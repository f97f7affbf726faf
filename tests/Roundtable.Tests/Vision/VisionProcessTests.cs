using NodaTime;
using Roundtable.Platform;
using Roundtable.Platform.Access;
using Roundtable.Vision;

namespace Roundtable.Tests.Vision;

[Rules]
public class VisionProcessTests : VisionRules
{
    [Fact]
    public void It_goes_from_preparing_to_clustering()
    {
        var process = Prepared();
        Assert.Equal((VisionStage.Preparing, 2, false), (process.Stage, process.Asked.Count, process.IsTaking(Today)));
        process.Open(Convener, Today, Now);
        Assert.True(process.IsTaking(Today));
        Refused("vision.open-already", () => process.Open(Convener, Today, Now));
        process.CloseBoards(Convener, 12, Now);
        Assert.Equal(VisionStage.Clustering, process.Stage);
        Refused("vision.not-collecting", () => process.CloseBoards(Convener, 12, Now));
    }

    [Fact]
    public void Opening_early_makes_today_the_first_day()
    {
        var process = Prepared(Plan with { OpensOn = Today.PlusDays(3) });
        process.Open(Convener, Today.PlusDays(1), Now);
        Assert.Equal(Today.PlusDays(1), process.OpensOn);
        var late = Prepared();
        Refused("vision.closes-past", () => late.Open(Convener, Today.PlusDays(11), Now));
    }

    [Fact]
    public void The_last_day_still_counts_and_the_next_does_not()
    {
        var process = Opened();
        Assert.True(process.IsTaking(Today.PlusDays(10)));
        Assert.False(process.IsTaking(Today.PlusDays(11)));
    }

    [Fact]
    public void Empty_boards_do_not_close()
    {
        var process = Opened();
        Refused("vision.no-cards", () => process.CloseBoards(Convener, 0, Now));
        Assert.Equal(VisionStage.Collecting, process.Stage);
    }

    [Fact]
    public void More_time_opens_closed_boards_again()
    {
        var process = Opened();
        process.CloseBoards(Facilitator, 1, Now);
        process.Extend(Facilitator, Today.PlusDays(14), Today.PlusDays(11), Now);
        Assert.Equal((VisionStage.Collecting, true), (process.Stage, process.IsTaking(Today.PlusDays(14))));
        Refused("vision.closes-past", () => process.Extend(Facilitator, Today, Today.PlusDays(1), Now));
        Refused("vision.closes-late", () => process.Extend(Facilitator, Today.PlusDays(400), Today, Now));
        process.Become(Convener, VisionStage.Drafting, Now);
        Refused("vision.too-late-to-reopen", () => process.Extend(Facilitator, Today.PlusDays(20), Today, Now));
        Refused("vision.not-open-yet", () => Prepared().Extend(Convener, Today.PlusDays(20), Today, Now));
    }

    [Theory]
    [InlineData(0, "vision.closes-before-opens")]
    [InlineData(200, "vision.closes-late")]
    public void Days_fit_each_other(int days, string key) =>
        Refused(key, () => Prepared(Plan with { OpensOn = Today.PlusDays(1), ClosesOn = Today.PlusDays(days) }));

    [Fact]
    public void What_is_missing_is_named()
    {
        Refused("vision.title-missing", () => Prepared(Plan with { Title = "  " }));
        Refused("vision.question-missing", () => Prepared(Plan with { OutcomesQuestion = null }));
        Refused("vision.nobody-asked", () => VisionProcess.Prepare(Convener, Partnership.Id, Plan, [], Today, Now));
        Refused("vision.closes-past", () => Prepared(Plan with { OpensOn = Today.PlusDays(-5), ClosesOn = Today.PlusDays(-1) }));
        Refused("access.not-allowed", () => VisionProcess.Prepare(Clinic, Partnership.Id, Plan, [ClinicSeat], Today, Now));
    }

    [Fact]
    public void What_people_have_read_and_trusted_stays()
    {
        var process = Opened();
        Refused("vision.questions-fixed", () => process.Describe(Convener, Plan with { NeedsQuestion = "Something else?" }, [Library], Today, Now));
        Refused("vision.anonymity-fixed", () => process.Describe(Convener, Plan with { AllowsAnonymous = false }, [Library], Today, Now));
        process.Describe(Facilitator, Plan with { Title = "Our vision", ClosesOn = Today.PlusDays(12), OpensOn = Today.PlusDays(9) }, [Library], Today, Now);
        Assert.Equal(("Our vision", Today, 1), (process.Title, process.OpensOn, process.Asked.Count));
    }

    [Fact]
    public void A_facilitator_has_access_as_long_as_the_task()
    {
        var process = Opened();
        Assert.Equal((Neutral, Role.Facilitator), (Assert.Single(process.Grants).PersonId, process.Grants[0].Role));
        var next = Ids.New();
        Refused("vision.same-facilitator", () => process.Entrust(Convener, Neutral, false, Now));
        Refused("vision.facilitator-votes", () => process.Entrust(Convener, next, hasBallot: true, Now));
        Refused("access.not-allowed", () => process.Entrust(Facilitator, next, false, Now));
        process.Entrust(Convener, next, false, Now);
        Assert.Equal((next, (Guid?)next), (Assert.Single(process.Grants).PersonId, process.FacilitatorId));
        process.End(Convener, "Nobody had time.", Now);
        Assert.Empty(process.Grants);
    }

    [Fact]
    public void A_facilitator_may_stop()
    {
        var process = Opened();
        Refused("access.not-allowed", () => process.Relieve(Clinic, Now));
        process.Relieve(Facilitator, Now);
        Assert.Empty(process.Grants);
        Refused("vision.no-facilitator", () => process.Relieve(Convener, Now));
    }

    [Fact]
    public void Over_is_over()
    {
        var process = Opened();
        Refused("partnerships.reason-missing", () => process.End(Convener, " ", Now));
        Refused("access.not-allowed", () => process.End(Clinic, "No", Now));
        process.End(Convener, "Nobody had time.", Now);
        Refused("vision.over", () => process.Extend(Convener, Today.PlusDays(30), Today, Now));
        Refused("vision.over", () => process.End(Convener, "again", Now));
        Refused("vision.over", () => process.Entrust(Convener, Ids.New(), false, Now));
    }

    [Fact]
    public void Only_the_silent_are_reminded_and_once_a_day()
    {
        var process = Opened();
        Refused("vision.nobody-silent", () => process.Remind(Convener, [], Today, Now));
        Assert.Equal(ClinicSeat, Assert.Single(process.Remind(Facilitator, [ClinicSeat], Today, Now)).SeatId);
        Refused("vision.reminded-today", () => process.Remind(Facilitator, [ClinicSeat], Today, Now));
        Assert.Single(process.Remind(Facilitator, [ClinicSeat], Today.PlusDays(1), Now));
        Refused("vision.not-collecting", () => process.Remind(Facilitator, [ClinicSeat], Today.PlusDays(11), Now));
        Refused("access.not-allowed", () => process.Remind(Clinic, [Library], Today, Now));
    }
}
