using Roundtable.Partnerships;
using Roundtable.Platform;
using Roundtable.Platform.Access;

namespace Roundtable.Tests.Partnerships;

public class BriefTests
{
    private readonly Seat seat;
    private readonly Brief brief;
    private readonly Actor convener, theirs;

    public BriefTests()
    {
        var founded = Founding.Somewhere();
        convener = founded.Founder(Founding.Ana);
        seat = Seat.Take(convener, founded.Partnership, Ids.New(), [], World.Morning);
        brief = new Brief(seat);
        theirs = Actor.Person(Ids.New(), false, [new(seat.PartnershipId, Role.Representative, seat.Id, seat.OrganizationId)]);
    }

    [Fact]
    public void An_item_is_private_until_it_is_shared()
    {
        brief.Write(theirs, seat, [new(BriefKind.Limits, "We cannot lobby.", Visibility.Organization)], World.Morning);
        Assert.Equal(Visibility.Organization, Assert.Single(brief.Items).Visibility);
        brief.Write(theirs, seat, [new(BriefKind.Limits, "We cannot lobby.", Visibility.Partners)], World.Morning);
        Assert.Equal(Visibility.Partners, Assert.Single(brief.Items).Visibility);
    }

    [Fact]
    public void The_convener_writes_only_what_all_partners_see()
    {
        Refused("partnerships.brief-is-private", () => brief.Write(convener, seat, [new(BriefKind.Wants, "Room", Visibility.Organization)], World.Morning));
        brief.Write(convener, seat, [new(BriefKind.Wants, "Room", Visibility.Partners)], World.Morning);
        brief.Write(theirs, seat, [new(BriefKind.Wants, "Room and money", Visibility.Organization)], World.Morning);
        Refused("partnerships.brief-is-private", () => brief.Write(convener, seat, [new(BriefKind.Wants, "Room", Visibility.Partners)], World.Morning));
        Assert.Equal("Room and money", brief.Items[0].Text);
    }

    [Fact]
    public void Nobody_else_writes_it()
    {
        var stranger = Actor.Person(Ids.New(), false, [new(seat.PartnershipId, Role.Representative, Ids.New())]);
        Refused("access.not-allowed", () => brief.Write(stranger, seat, [new(BriefKind.Wants, "x", Visibility.Public)], World.Morning));
    }

    private static void Refused(string key, Action act) => Assert.Equal(key, Assert.Throws<Refusal>(act).Key);
}
