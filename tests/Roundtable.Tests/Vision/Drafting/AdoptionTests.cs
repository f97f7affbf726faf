using NodaTime;
using Roundtable.Decisions;
using Roundtable.Platform;
using Roundtable.Platform.Access;
using Roundtable.Vision;

namespace Roundtable.Tests.Vision;

[Rules]
public class AdoptionTests : DraftingRules
{
    private static readonly Actor self = Actor.System("test");
    private readonly Guid[] more = [Ids.New(), Ids.New(), Ids.New(), Ids.New()];

    private (VisionProcess Process, Motion Motion) Proposed(BallotForm form = BallotForm.Gradient)
    {
        var process = Drafting();
        var motion = Write(process, Facilitator, "Everyone gets help.").Propose(Convener, process, new("Our vision", null, form), RuleTerms.UsualFor(MotionKind.Vision), running: false, Now);
        motion.Open(Convener, [Library, ClinicSeat, .. more], Now + Duration.FromDays(7), Now);
        return (process, motion);
    }

    private AdoptedVision Adopted()
    {
        var (process, motion) = Proposed();
        motion.Cast(Convener, Library, new(Stance.Endorse), Now);
        motion.Cast(Clinic, ClinicSeat, new(Stance.Reservation, "We cannot pay for it."), Now);
        motion.Cast(Of(Role.Representative, more[0]), more[0], new(Stance.StandAside), Now);
        motion.Cast(Of(Role.Representative, more[1]), more[1], new(Stance.Abstain), Now);
        motion.Cast(Of(Role.Representative, more[2]), more[2], new(Stance.Disagree, "Too vague."), Now);
        motion.Settle(self, (Guid[])[Library, ClinicSeat, .. more] is var all ? all.ToHashSet() : [], Now + Duration.FromDays(7));
        Assert.True(process.Follow(self, motion.State, motion.Result, Now));
        return AdoptedVision.Of(self, process, motion, "en", Zone, Now);
    }

    [Fact]
    public void A_draft_becomes_a_motion_about_it()
    {
        var process = Drafting();
        var statement = Write(process, Facilitator, "Everyone gets help.");
        var terms = RuleTerms.UsualFor(MotionKind.Vision);
        var motion = statement.Propose(Convener, process, new("Our vision", "Worded in two rounds.", BallotForm.Consent), terms, running: false, Now);
        Assert.Equal((statement.Id, statement.Text, MotionKind.Vision, Library, DecisionRule.Consent), (motion.SubjectId, motion.Text, motion.Kind, motion.OwnerSeatId, motion.Rule));
        Refused("drafts.proposed-already", () => statement.Propose(Convener, process, new("Our vision", null, BallotForm.Consent), terms, running: true, Now));
        Refused("drafts.form-wrong", () => statement.Propose(Convener, process, new("Our vision", null, BallotForm.YesNo), terms, running: false, Now));
        Refused("access.not-allowed", () => statement.Propose(Of(Role.Representative, Ids.New()), process, new("Our vision", null, BallotForm.Consent), terms, running: false, Now));
    }

    [Fact]
    public void A_facilitator_prepares_and_an_organization_opens()
    {
        var process = Drafting();
        var motion = Write(process, Facilitator, "Everyone gets help.").Propose(Facilitator, process, new("Our vision", null, BallotForm.Consent), RuleTerms.UsualFor(MotionKind.Vision), running: false, Now);
        Assert.Null(motion.OwnerSeatId);
        Refused("decisions.seat-opens", () => motion.Open(Facilitator, [Library, ClinicSeat], Now + Duration.FromDays(7), Now));
        motion.Open(Clinic, [Library, ClinicSeat], Now + Duration.FromDays(7), Now);
        Assert.Equal(ClinicSeat, motion.OwnerSeatId);
    }

    [Fact]
    public void The_stage_follows_the_motion()
    {
        var process = Drafting();
        Assert.False(process.Follow(self, MotionState.Prepared, null, Now));
        Assert.Equal(VisionStage.Drafting, process.Stage);
        process.Follow(self, MotionState.Open, null, Now);
        Assert.Equal(VisionStage.Adopting, process.Stage);
        process.Follow(self, MotionState.Ratifying, null, Now);
        Assert.Equal(VisionStage.Adopting, process.Stage);
        process.Follow(self, MotionState.Decided, MotionResult.NoQuorum, Now);
        Assert.Equal(VisionStage.Drafting, process.Stage);
        process.Follow(self, MotionState.Open, null, Now);
        process.Follow(self, MotionState.Withdrawn, null, Now);
        Assert.Equal(VisionStage.Drafting, process.Stage);
    }

    [Fact]
    public void What_each_organization_said_is_kept_with_its_words()
    {
        var vision = Adopted();
        Assert.Equal(
            [AdoptionSaid.Adopted, AdoptionSaid.WithReservation, AdoptionSaid.StoodAside, AdoptionSaid.Abstained, AdoptionSaid.NotInFavour, AdoptionSaid.DidNotAnswer],
            ((Guid[])[Library, ClinicSeat, .. more]).Select(s => vision.Of(s)!.Said));
        Assert.Equal(("We cannot pay for it.", "Too vague."), (vision.Of(ClinicSeat)!.Words, vision.Of(more[2])!.Words));
        Assert.Equal(("Everyone gets help.", Today.PlusDays(7), true), (vision.Text, vision.AdoptedOn, vision.IsCurrent));
    }

    [Fact]
    public void Later_organizations_adopt_too()
    {
        var vision = Adopted();
        var (late, on) = (Ids.New(), Today.PlusDays(30));
        vision.Adopt(Of(Role.Representative, late), late, null, on, Now);
        vision.Adopt(Of(Role.Alternate, more[2]), more[2], "Only the first year.", on, Now);
        Assert.Equal((AdoptionSaid.Adopted, true, on), (vision.Of(late)!.Said, vision.Of(late)!.IsLater, vision.Of(late)!.SaidOn));
        Assert.Equal((AdoptionSaid.WithReservation, "Only the first year.", AdoptionSaid.NotInFavour, "Too vague."), (vision.Of(more[2])!.Said, vision.Of(more[2])!.Words, vision.Of(more[2])!.SaidBefore, vision.Of(more[2])!.WordsBefore));
        Refused("adopted.already", () => vision.Adopt(Clinic, ClinicSeat, null, on, Now));
        Refused("access.not-allowed", () => vision.Adopt(Of(Role.Liaison, more[3]), more[3], null, on, Now));
        Refused("access.not-allowed", () => vision.Adopt(Convener, more[3], null, on, Now));
        vision.Replace(self, on, Now);
        Refused("adopted.replaced", () => vision.Adopt(Of(Role.Representative, more[3]), more[3], null, on, Now));
    }

    [Fact]
    public void After_a_year_it_is_asked_again_by_itself()
    {
        var vision = Adopted();
        Motion? Ask(LocalDate day) => vision.AskAgain(self, new("Re-affirm our vision", "It is a year old."), Library, [Library, ClinicSeat], RuleTerms.UsualFor(MotionKind.Vision), Zone, Zone.AtStartOfDay(day).ToInstant());
        var year = vision.AdoptedOn.PlusYears(1);
        Assert.Null(Ask(year.PlusDays(-1)));
        var motion = Ask(year)!;
        Assert.Equal((MotionState.Open, vision.Id, Library, year.PlusDays(14)), (motion.State, motion.SubjectId, motion.OwnerSeatId, (motion.ClosesAt!.Value - Duration.Epsilon).InZone(Zone).Date));
        Assert.Null(Ask(year.PlusDays(1)));
        var later = motion.OpenedAt!.Value;
        motion.Cast(Convener, Library, new(Stance.Endorse), later);
        motion.Cast(Clinic, ClinicSeat, new(Stance.Endorse), later);
        vision.Note(self, motion, Zone, later);
        Assert.True(vision.Reaffirmations[0].IsRunning);
        motion.Settle(self, new HashSet<Guid> { Library, ClinicSeat }, later);
        vision.Note(self, motion, Zone, later);
        Assert.Equal((MotionResult.Adopted, 2, 2, false), (vision.Reaffirmations[0].Result, vision.Reaffirmations[0].For, vision.Reaffirmations[0].Seats, vision.Reaffirmations[0].IsRunning));
        Assert.Equal(vision.AdoptedOn.PlusYears(2), vision.ReaffirmsOn);
        vision.Replace(self, year, Now);
        Assert.Null(Ask(vision.AdoptedOn.PlusYears(2)));
    }

    [Fact]
    public void A_public_version_is_shown_only_when_published()
    {
        var vision = Adopted();
        var shown = PublicVision.Of(vision);
        Refused("access.not-allowed", () => shown.Write(Clinic, "Mine.", null, Now));
        Refused("drafts.text-missing", () => shown.Publish(Convener, Partnership, vision, Now));
        shown.Write(Facilitator, "Help for everyone.", "Ayuda para todos.", Now);
        Refused("access.not-allowed", () => shown.Publish(Facilitator, Partnership, vision, Now));
        Refused("adopted.partnership-not-public", () => shown.Publish(Convener, Partnership, vision, Now));
        Partnership.Show(Convener, true, Now);
        shown.Publish(Convener, Partnership, vision, Now);
        shown.Write(Convener, "Help for everyone here.", null, Now);
        Assert.Equal(("Help for everyone.", "Ayuda para todos.", true), (shown.PublishedText, shown.PublishedTranslation, shown.IsChanged));
        shown.Unpublish(Convener, Now);
        Assert.Equal((null, false), (shown.PublishedText, shown.IsPublished));
        Refused("adopted.not-published", () => shown.Unpublish(Convener, Now));
    }
}
