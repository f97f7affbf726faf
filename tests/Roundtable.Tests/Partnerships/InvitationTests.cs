using NodaTime;
using Roundtable.Directory;
using Roundtable.Partnerships;
using Roundtable.Platform.Access;
using Roundtable.Platform;

namespace Roundtable.Tests.Partnerships;

public class InvitationTests
{
    private static readonly Instant Now = World.Morning;
    private static readonly LocalDate Today = new(2026, 12, 1);
    private readonly Prospect school = ProspectTests.Adult();
    private readonly Invitation invitation;
    private readonly Actor convener;
    private readonly Actor holder;

    public InvitationTests()
    {
        convener = Actor.Person(Ids.New(), false, [new(school.PartnershipId, Role.Convener)]);
        invitation = Invitation.Write(convener, Now, school, Text());
        invitation.Send(convener, Now, school, Ids.New(), Today);
        holder = HolderOf(invitation);
    }

    private static InvitationText Text(string? email = "kim@example.org", string? words = "Could you help?") => new("Kim Lee", email, "en", "Could you help?", words, "4 hours a month");
    private static Actor HolderOf(Invitation invitation, LinkPurpose purpose = LinkPurpose.Invitation) =>
        Actor.Holder(Link.Make(purpose, Now, Invitation.Asked, out _, invitation.PersonId, invitation.PartnershipId, invitation.Id), []);
    private static string Refused(Action act) => Assert.Throws<Refusal>(act).Key;

    [Fact]
    public void Only_the_convener_and_the_facilitator_write_in_the_partnerships_name() =>
        Assert.Equal("access.not-allowed", Refused(() => Invitation.Write(Actor.Person(Ids.New(), false, [new(school.PartnershipId, Role.Representative)]), Now, school, Text())));

    [Fact]
    public void What_is_missing_is_said_beside_its_field()
    {
        Assert.Equal("invitations.email-missing", Refused(() => Invitation.Write(convener, Now, school, Text(email: ""))));
        Assert.Equal("prospects.email-wrong", Refused(() => Invitation.Write(convener, Now, school, Text(email: "kim"))));
        Assert.Equal("invitations.words-missing", Refused(() => Invitation.Write(convener, Now, school, Text(words: " "))));
    }

    [Fact]
    public void Sending_moves_the_prospect_and_notes_the_follow_up()
    {
        Assert.Equal((EngagementStage.Invited, Today.PlusDays(10), convener.PersonId), (school.Stage, school.NextContactOn, school.NextContactBy));
        Assert.Equal("invitations.already-sent", Refused(() => invitation.Send(convener, Now, school, Ids.New(), Today)));
        Assert.Equal("invitations.already-sent", Refused(() => invitation.Rewrite(convener, Text())));
    }

    [Fact]
    public void A_yes_makes_it_interested_and_an_offer_commits()
    {
        invitation.Accept(holder, Now, school, Today);
        Assert.Equal(EngagementStage.Interested, school.Stage);
        Assert.Equal("answers.offer-missing", Refused(() => invitation.Offer(holder, Now, school, Today, [], " ")));
        invitation.Offer(holder, Now, school, Today, [PartnerRole.Training], "Evening classes");
        Assert.Equal((EngagementStage.Committed, CommitmentKind.Answer), (school.Stage, school.EvidenceKind));
    }

    [Fact]
    public void The_questions_come_after_the_yes_and_may_be_empty_but_the_first()
    {
        Assert.Equal("answers.yes-first", Refused(() => invitation.TellReach(holder, Now, "Newsletter")));
        invitation.Accept(holder, Now, school, Today);
        Assert.Equal("answers.offer-missing", Refused(() => invitation.Complete(holder, Now, null)));
        invitation.Offer(holder, Now, school, Today, [], "We could lend a room");
        invitation.TellReach(holder, Now, "");
        invitation.Complete(holder, Now, "");
        Assert.NotNull(invitation.CompletedAt);
        Assert.Equal(EngagementStage.Interested, school.Stage);
    }

    [Fact]
    public void Not_now_is_an_outcome_and_may_be_asked_again()
    {
        invitation.TurnDown(holder, Now, school, Today, null, null, askAgain: false);
        Assert.Equal((EngagementStage.Declined, OutcomeReason.NoReasonGiven), (school.Stage, school.OutcomeReason));
        invitation.TurnDown(holder, Now, school, Today, OutcomeReason.NoTime, null, askAgain: true);
        Assert.Equal((EngagementStage.Paused, OutcomeReason.NoTime, Today.PlusMonths(6)), (school.Stage, school.OutcomeReason, school.AskAgainOn));
    }

    [Fact]
    public void A_mind_may_change_from_no_to_yes()
    {
        invitation.TurnDown(holder, Now, school, Today, OutcomeReason.NoTime, null, askAgain: false);
        invitation.Accept(holder, Now, school, Today);
        Assert.Equal((EngagementStage.Interested, InvitationAnswer.Yes), (school.Stage, invitation.Answer));
        Assert.Null(school.OutcomeReason);
    }

    [Fact]
    public void Passing_on_ends_the_old_link_and_asks_the_one_named()
    {
        Assert.Equal("answers.same-address", Refused(() => invitation.PassOn(holder, Now, school, "Kim", "KIM@example.org", (_, _) => Ids.New())));
        var next = invitation.PassOn(holder, Now, school, "Pat Moua", "pat@example.org", (_, _) => Ids.New());
        Assert.Equal(("pat@example.org", InvitationState.Sent, invitation.Id), (next.RecipientEmail, next.State, next.PassedFromId));
        Assert.Equal("link.revoked", Refused(() => invitation.Accept(holder, Now, school, Today)));
        next.Accept(HolderOf(next), Now, school, Today);
        Assert.Equal("Pat Moua", school.ContactName);
    }

    [Fact]
    public void A_link_for_anything_else_answers_nothing()
    {
        Assert.Equal("access.not-allowed", Refused(() => invitation.Accept(HolderOf(invitation, LinkPurpose.Personal), Now, school, Today)));
        Assert.Equal("access.not-allowed", Refused(() => invitation.Accept(convener, Now, school, Today)));
        var other = Invitation.Write(convener, Now, school, Text());
        Assert.Equal("access.not-allowed", Refused(() => invitation.Accept(HolderOf(other), Now, school, Today)));
    }

    [Fact]
    public void After_thirty_days_it_is_too_late_until_it_is_sent_again()
    {
        var late = Now + Duration.FromDays(31);
        Assert.Equal(InvitationState.Expired, invitation.StateAt(late));
        Assert.Equal("link.expired", Refused(() => invitation.Accept(holder, late, school, Today)));
        invitation.Renew(convener, late);
        Assert.Equal(InvitationState.Sent, invitation.StateAt(late));
    }

    [Fact]
    public void Taking_it_back_ends_it()
    {
        invitation.Revoke(convener, Now);
        Assert.Equal("link.revoked", Refused(() => invitation.Accept(holder, Now, school, Today)));
        Assert.Equal("link.revoked", Refused(() => invitation.Renew(convener, Now)));
    }

    [Fact]
    public void A_forwarded_mail_is_answered_under_ones_own_name()
    {
        var (kim, mai) = (invitation.PersonId!.Value, Ids.New());
        Assert.Equal("answers.your-name-missing", Refused(() => invitation.AnswerAs(holder, Now, school, " ", "mai@example.org", (_, _) => mai)));
        Assert.Equal("answers.your-email-missing", Refused(() => invitation.AnswerAs(holder, Now, school, "Mai Xiong", " ", (_, _) => mai)));
        Assert.False(invitation.AnswerAs(holder, Now, school, "Kim Lee", "kim@example.org", (_, _) => kim));
        Assert.True(invitation.AnswerAs(holder, Now, school, "Mai Xiong", "mai@example.org", (_, _) => mai));
        invitation.Accept(holder, Now, school, Today);
        Assert.Equal(("Mai Xiong", mai, "Kim Lee", "Mai Xiong"), (invitation.AnsweredByName, invitation.PersonId, invitation.RecipientName, school.ContactName));
    }

    [Theory]
    [InlineData(1, 7)]  // Tuesday: five days on is a Sunday
    [InlineData(2, 7)]
    [InlineData(4, 9)]
    public void Nobody_is_promised_a_call_on_a_weekend(int day, int promised)
    {
        invitation.Accept(holder, Now, school, new LocalDate(2026, 12, day));
        Assert.Equal(new LocalDate(2026, 12, promised), school.NextContactOn);
    }

    [Fact]
    public void A_not_now_waits_until_one_of_us_says_what_comes_of_it()
    {
        invitation.TurnDown(holder, Now, school, Today, OutcomeReason.NoTime, null, askAgain: true);
        Assert.True(school.HasNotNowToRead);
        school.Close(convener, Now, Today, EngagementStage.Paused, new(OutcomeReason.NoTime, null, Today.PlusMonths(6)));
        Assert.Equal((false, Today.PlusMonths(6)), (school.HasNotNowToRead, school.NextContactOn!.Value));
        Assert.Equal("prospects.already-there", Refused(() => school.Close(convener, Now, Today, EngagementStage.Paused, new(OutcomeReason.NoTime, null, null))));
        invitation.TurnDown(holder, Now, school, Today, null, null, askAgain: false);
        school.Close(convener, Now, Today, EngagementStage.Declined, new(OutcomeReason.NoReasonGiven, null, null));
        Assert.Equal((false, null), (school.HasNotNowToRead, school.NextContactOn));
    }
}
