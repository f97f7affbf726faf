using NodaTime;
using Roundtable.Decisions;
using Roundtable.Platform;
using Roundtable.Platform.Access;
using Roundtable.Vision;

namespace Roundtable.Tests.Vision;

[Rules]
public class DotRoundTests : ClusterRules
{
    private static readonly DotPlan Plan3 = new("What matters most?", "Give your dots to what matters most.", 3);
    private readonly Cluster forms, tech;

    public DotRoundTests()
    {
        Five();
        (forms, tech) = (Made("Forms", Board.Needs, 1, 2), Made("Technology", Board.Needs, 3, 4));
    }

    private Motion Prepared(Actor by, DotPlan? plan = null, params Cluster[] clusters) => DotRound.Prepare(by, Process, clusters.Length == 0 ? [forms, tech] : clusters, plan ?? Plan3, RuleTerms.UsualFor(MotionKind.Vision), b => $"{b}", Now);

    [Fact]
    public void Who_facilitates_prepares_and_opens_it_and_gives_no_dots()
    {
        var motion = Prepared(Facilitator);
        Assert.Equal((MotionKind.Vision, BallotForm.Dots, 3, (Guid?)Process.Id, (Guid?)null), (motion.Kind, motion.Form, motion.Dots, motion.SubjectId, motion.OwnerSeatId));
        Assert.Equal([forms.Id, tech.Id], motion.Options.Select(o => o.SubjectId!.Value));
        motion.Open(Facilitator, [Library, ClinicSeat], DotRound.EndOf(Today.PlusDays(3), Partnership), Now);
        Refused("decisions.facilitator-has-no-ballot", () => motion.Cast(Facilitator, ClinicSeat, new Vote(Dots: new Dictionary<int, int> { [1] = 3 }), Now));
        motion.Cast(Clinic, ClinicSeat, new Vote(Dots: new Dictionary<int, int> { [1] = 1, [2] = 2 }), Now);
        Assert.Equal([2, 1], Priorities.Of(motion).Select(p => p.Points));
    }

    [Fact]
    public void It_closes_at_the_end_of_the_day_where_the_partnership_is() =>
        Assert.Equal(new LocalDate(2026, 12, 5).AtMidnight(), DotRound.EndOf(new(2026, 12, 4), Partnership).InZone(Partnership.Zone).LocalDateTime);

    [Fact]
    public void What_does_not_fit_is_refused()
    {
        Refused("access.not-allowed", () => Prepared(Clinic));
        Refused("vision.dots-two-clusters", () => Prepared(Facilitator, null, forms));
        Refused("decisions.dots-wrong", () => Prepared(Convener, Plan3 with { Dots = 0 }));
        Refused("decisions.title-missing", () => Prepared(Convener, Plan3 with { Title = " " }));
        Kept(On().Dissolve(Facilitator, tech.Number, Now));
        Refused("vision.cluster-gone", () => Prepared(Facilitator));
        Process.CloseBoards(Convener, 5, Now);
        Process.Become(Convener, VisionStage.Drafting, Now);
        Refused("vision.clusters-fixed", () => Prepared(Facilitator));
    }

    [Fact]
    public void Clusters_of_the_same_name_on_two_boards_are_told_apart()
    {
        Said("Forms", Board.Outcomes);
        var motion = Prepared(Facilitator, null, forms, tech, Made("forms", Board.Outcomes, 6));
        Assert.Equal(["Forms (Needs)", "Technology", "forms (Outcomes)"], motion.Options.Select(o => o.Text));
    }
}
