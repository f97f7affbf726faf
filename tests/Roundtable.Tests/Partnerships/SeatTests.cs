using NodaTime;
using Roundtable.Directory;
using Roundtable.Partnerships;
using Roundtable.Platform;
using Roundtable.Platform.Access;

namespace Roundtable.Tests.Partnerships;

public class SeatTests
{
    private static readonly Instant Now = World.Morning;
    private static readonly LocalDate Today = new(2026, 12, 1);
    private readonly Partnership partnership;
    private readonly Seat own, seat;
    private readonly Actor convener;
    private readonly Guid somebody = Ids.New();

    public SeatTests()
    {
        var founded = Founding.Somewhere();
        (partnership, own, convener) = (founded.Partnership, founded.Seat, founded.Founder(Founding.Ana));
        seat = Seat.Take(convener, partnership, Ids.New(), [own], Now);
    }

    [Fact]
    public void The_founder_convenes_and_represents()
    {
        Assert.Equal(convener.PersonId, own.Representative);
        Assert.Equal([Role.Representative, Role.Convener], own.Grants.Select(g => g.Role));
        Assert.True(convener.Can(PartnershipPermissions.Convene, partnership.Id));
    }

    [Fact]
    public void Filling_a_filled_role_is_refused()
    {
        seat.Fill(convener, Role.Representative, somebody, Today, Now);
        Refused("partnerships.role-filled", () => seat.Fill(convener, Role.Representative, Ids.New(), Today, Now));
        Assert.Equal(somebody, seat.Representative);
    }

    [Fact]
    public void Nobody_is_representative_and_alternate_at_once()
    {
        seat.Fill(convener, Role.Representative, somebody, Today, Now);
        Refused("partnerships.alternate-is-representative", () => seat.Fill(convener, Role.Alternate, somebody, Today, Now));
        seat.Fill(convener, Role.Signer, somebody, Today, Now);
    }

    [Fact]
    public void Grants_follow_the_roles()
    {
        seat.Fill(convener, Role.Representative, somebody, Today, Now);
        Assert.Equal((somebody, Role.Representative, (Guid?)seat.Id), (seat.Grants[0].PersonId, seat.Grants[0].Role, seat.Grants[0].SeatId));
        var next = Ids.New();
        seat.Succeed(convener, Role.Representative, next, Today.PlusDays(3), Now);
        Assert.Equal(next, Assert.Single(seat.Grants).PersonId);
        seat.Vacate(convener, Role.Representative, Today.PlusDays(4), Now);
        Assert.Empty(seat.Grants);
    }

    [Fact]
    public void Succession_is_history_and_not_overwriting()
    {
        seat.Fill(convener, Role.Representative, somebody, Today, Now);
        seat.Succeed(convener, Role.Representative, Ids.New(), Today.PlusDays(30), Now);
        var before = Assert.Single(seat.Holders, h => h.PersonId == somebody);
        Assert.Equal((Today, (LocalDate?)Today.PlusDays(30), (HoldingEnd?)HoldingEnd.Replaced), (before.From, before.Until, before.Ended));
        Refused("partnerships.same-person", () => seat.Succeed(convener, Role.Representative, seat.Representative!.Value, Today, Now));
    }

    [Fact]
    public void The_convener_leaves_only_when_somebody_takes_over()
    {
        Refused("partnerships.convener-needs-successor", () => own.Vacate(convener, Role.Convener, Today, Now));
        own.Succeed(convener, Role.Convener, somebody, Today, Now);
        Assert.Contains(own.Grants, g => g.PersonId == somebody && g.Role is Role.Convener);
        Refused("partnerships.role-not-of-seat", () => seat.Fill(convener, Role.Convener, somebody, Today, Now));
    }

    [Fact]
    public void An_organization_sits_once()
    {
        Refused("partnerships.already-seated", () => Seat.Take(convener, partnership, seat.OrganizationId, [own, seat], Now));
        seat.Withdraw(convener, partnership, "Budget", Today, Now);
        Assert.True(Seat.Take(convener, partnership, seat.OrganizationId, [own, seat], Now).IsSeated);
    }

    [Fact]
    public void Withdrawal_ends_every_role_and_keeps_the_history()
    {
        seat.Fill(convener, Role.Representative, somebody, Today, Now);
        Refused("partnerships.reason-missing", () => seat.Withdraw(convener, partnership, "  ", Today, Now));
        seat.Withdraw(convener, partnership, "Our board said no.", Today, Now);
        Assert.Equal((SeatState.Withdrawn, HoldingEnd.Withdrawn), (seat.State, seat.Holders[0].Ended));
        Assert.Empty(seat.Grants);
        Refused("partnerships.seat-withdrawn", () => seat.Fill(convener, Role.Representative, somebody, Today, Now));
        Refused("partnerships.seat-withdrawn", () => seat.Offer(convener, [], Now));
        Refused("partnerships.seat-withdrawn", () => seat.Withdraw(convener, partnership, "again", Today, Now));
        Refused("partnerships.convener-stays", () => own.Withdraw(convener, partnership, "tired", Today, Now));
    }

    [Fact]
    public void An_observer_names_a_contact_and_nothing_else()
    {
        var observer = Seat.Take(convener, partnership, Ids.New(), [own], Now, observer: true);
        Refused("partnerships.observer-cannot-hold", () => observer.Fill(convener, Role.Representative, somebody, Today, Now));
        observer.Fill(convener, Role.Liaison, somebody, Today, Now);
        Assert.Equal(Role.Observer, Assert.Single(observer.Grants).Role);
    }

    [Fact]
    public void Only_the_convener_and_the_organization_itself_change_a_seat()
    {
        var stranger = Actor.Person(Ids.New(), false, [new(partnership.Id, Role.Representative, own.Id, own.OrganizationId)]);
        Refused("access.not-allowed", () => seat.Fill(stranger, Role.Representative, somebody, Today, Now));
        Refused("access.not-allowed", () => Seat.Take(stranger, partnership, Ids.New(), [], Now));
        var theirs = Actor.Person(Ids.New(), false, [new(partnership.Id, Role.Representative, seat.Id, seat.OrganizationId)]);
        seat.Fill(theirs, Role.Alternate, somebody, Today, Now);
    }

    [Fact]
    public void Offers_are_replaced_as_a_whole_and_counted()
    {
        seat.Offer(convener, [new(PartnerRole.Training, 10, OfferUnit.HoursAMonth, "  Citizenship   classes ", ["EN", "es", "es"]), new(PartnerRole.Translation, null, OfferUnit.Documents, null, [])], Now);
        Assert.Equal(("Citizenship classes", 2), (seat.Offers[0].Words, seat.Offers[0].LanguageCodes.Count));
        seat.Offer(convener, [new(PartnerRole.Training, 12, OfferUnit.HoursAMonth, null, [])], Now);
        Assert.Equal(12, Assert.Single(seat.Offers).Quantity);
        Refused("partnerships.quantity-wrong", () => seat.Offer(convener, [new(PartnerRole.Training, 0, OfferUnit.Hours, null, [])], Now));
        Refused("partnerships.role-offered-twice", () => seat.Offer(convener, [new(PartnerRole.Training, 1, OfferUnit.Hours, null, []), new(PartnerRole.Training, 2, OfferUnit.Hours, null, [])], Now));
    }

    [Fact]
    public void A_term_ends_after_it_begins()
    {
        Refused("partnerships.term-ends-before", () => seat.Agree(convener, Today, Today, Now));
        seat.Agree(convener, Today, Today.PlusYears(1), Now);
        Assert.Equal(Today.PlusYears(1), seat.TermUntil);
    }

    private static void Refused(string key, Action act) => Assert.Equal(key, Assert.Throws<Refusal>(act).Key);
}

internal static class Founding
{
    public static readonly Actor Ana = Actor.Person(Ids.New(), false, []);

    public static Founded Somewhere(Level level = Level.Local, Partnership? parent = null, string name = "Riverbend County Partnership", string zone = "America/Chicago", string purpose = "Everyone can apply for help online.") =>
        Partnership.Found(Ana, new(name, Slugs.Of(name), purpose, level is Level.National ? new(null, [], "United States") : new("IL", ["17031"], "Riverbend County, IL"), level, Ids.New(), zone), parent, World.Morning);
}
