using NodaTime;
using Roundtable.Directory;
using Roundtable.Partnerships;
using Roundtable.Platform;
using Roundtable.Platform.Access;

namespace Roundtable.Tests.Partnerships;

public class ProspectTests
{
    private static readonly Guid Partnership = Ids.New();
    private static readonly Actor Convener = Actor.Person(Ids.New(), false, [new(Partnership, Role.Convener)]);
    private static readonly Actor Observer = Actor.Person(Ids.New(), false, [new(Partnership, Role.Observer)]);
    private static readonly Instant Now = World.Morning;
    private static readonly LocalDate Today = new(2026, 12, 1);

    internal static Prospect Adult(string? email = "kim@example.org") =>
        Prospect.Add(Convener, Now, Partnership, new("Adult School ESL", "Riverbend", Sector: Sector.Education, Roles: [PartnerRole.Training], ContactName: "Kim Lee", ContactEmail: email));

    private static string Refused(Action act) => Assert.Throws<Refusal>(act).Key;

    [Fact]
    public void A_prospect_without_a_name_is_refused() =>
        Assert.Equal("prospects.name-missing", Refused(() => Prospect.Add(Convener, Now, Partnership, new(" "))));

    [Fact]
    public void Somebody_from_outside_or_an_observer_adds_nobody()
    {
        Assert.Equal("access.not-allowed", Refused(() => Prospect.Add(Actor.Anonymous, Now, Partnership, new("Adult School"))));
        Assert.Equal("access.not-allowed", Refused(() => Prospect.Add(Observer, Now, Partnership, new("Adult School"))));
    }

    [Fact]
    public void A_wrong_address_is_refused_beside_its_field() =>
        Assert.Equal(("prospects.email-wrong", "ContactEmail"), Assert.Throws<Refusal>(() => Adult("kim at example")) is var no ? (no.Key, no.Input) : default);

    [Fact]
    public void The_first_contact_moves_it_and_plans_the_next()
    {
        var school = Adult();
        Assert.Equal("prospects.contact-first", Refused(() => school.Move(Convener, Now, EngagementStage.Contacted)));
        school.Note(Convener, Now, Today, new(Today, ContactWay.Phone, "Kim Lee", "Wants to hear more", Today.PlusDays(7)));
        Assert.Equal((EngagementStage.Contacted, Today.PlusDays(7), Convener.PersonId), (school.Stage, school.NextContactOn, school.NextContactBy));
    }

    [Fact]
    public void A_contact_of_tomorrow_is_refused() =>
        Assert.Equal("prospects.date-future", Refused(() => Adult().Note(Convener, Now, Today, new(Today.PlusDays(1), ContactWay.Phone))));

    [Fact]
    public void Committed_asks_for_evidence()
    {
        var school = Adult();
        Assert.Equal("prospects.evidence-first", Refused(() => school.Move(Convener, Now, EngagementStage.Committed)));
        Assert.Equal("prospects.evidence-missing", Refused(() => school.Prove(Convener, Now, Today, CommitmentKind.Spoken, " ", Today)));
        school.Prove(Convener, Now, Today, CommitmentKind.LetterOfCommitment, "Twelve evening classes a year", null);
        school.Move(Convener, Now, EngagementStage.Committed);
        Assert.Equal((EngagementStage.Committed, Today), (school.Stage, school.EvidenceOn));
    }

    [Fact]
    public void Nothing_closes_without_an_outcome()
    {
        var school = Adult();
        Assert.Equal("prospects.outcome-missing", Refused(() => school.Move(Convener, Now, EngagementStage.Declined)));
        Assert.Equal("prospects.reason-missing", Refused(() => school.Close(Convener, Now, Today, EngagementStage.Declined, new(null, "They said no"))));
        Assert.Equal("prospects.words-missing", Refused(() => school.Close(Convener, Now, Today, EngagementStage.Declined, new(OutcomeReason.Other))));
        Assert.Equal("prospects.next-date-past", Refused(() => school.Close(Convener, Now, Today, EngagementStage.Paused, new(OutcomeReason.Later, null, Today))));
        Assert.Equal("prospects.no-such-way", Refused(() => school.Close(Convener, Now, Today, EngagementStage.Withdrawn, new(OutcomeReason.Changed))));
        Assert.Equal(EngagementStage.Prospect, school.Stage);
        school.Close(Convener, Now, Today, EngagementStage.Paused, new(OutcomeReason.NoTime, null, Today.PlusMonths(6)));
        Assert.Equal((EngagementStage.Paused, Today.PlusMonths(6)), (school.Stage, school.NextContactOn));
    }

    [Fact]
    public void A_closed_one_that_goes_on_has_no_outcome_any_more()
    {
        var school = Adult();
        school.Close(Convener, Now, Today, EngagementStage.Declined, new(OutcomeReason.NoTime));
        school.Move(Convener, Now, EngagementStage.Interested);
        Assert.Null(school.OutcomeReason);
        Assert.Null(school.ClosedAt);
    }

    [Fact]
    public void Only_a_seat_makes_it_active_and_only_after_a_yes()
    {
        var school = Adult();
        Assert.Equal("prospects.seat-first", Refused(() => school.Move(Convener, Now, EngagementStage.Active)));
        Assert.Equal("prospects.not-ready", Refused(() => school.TakeSeat(Convener, Now, Ids.New())));
        school.Move(Convener, Now, EngagementStage.Interested);
        school.TakeSeat(Convener, Now, Ids.New());
        Assert.Equal(EngagementStage.Active, school.Stage);
        Assert.Equal("invitations.already-seated", Refused(() => school.TakeSeat(Convener, Now, Ids.New())));
    }

    [Fact]
    public void Every_stage_leads_on_or_is_closed_with_a_way_back() =>
        Assert.All(Enum.GetValues<EngagementStage>(), s => Assert.True(s.Moves().Any() || s.Closings().Any()));

    [Fact]
    public void Who_does_the_next_contact_is_known_only_with_a_date()
    {
        var school = Adult();
        Assert.Equal("prospects.next-date-missing", Refused(() => school.Describe(Convener, Now, new() { NextContactBy = Ids.New() })));
        school.Describe(Convener, Now, new() { Concern = "People who learn English", IsKeyPlayer = true, NextContactOn = Today.PlusDays(3) });
        Assert.Equal((true, Convener.PersonId), (school.IsKeyPlayer, school.NextContactBy));
    }
}
