using System.Net;
using Roundtable.Partnerships;

namespace Roundtable.Tests.Partnerships;

public class BriefPagesTests
{
    [Fact]
    public async Task A_private_item_is_seen_by_the_organization_alone()
    {
        var table = await World.Found();
        var legal = await table.Seat();
        using var lee = await table.World.SignedIn(legal.Person);
        var address = Urls.Brief(table.Partnership, legal.Number);
        await lee.Submit(await lee.Get(address), "brief", ("Input.Limits.Text", "We may never lobby."), ("Input.Limits.Visibility", "organization"), ("Input.Wants.Text", "A quiet room."), ("Input.Wants.Visibility", "partners"));
        Assert.Contains("We may never lobby.", (await lee.Get(address)).Text);
        using var ana = await table.Ana();
        foreach (var page in new[] { address, Urls.Seat(table.Partnership, legal.Number) })
        {
            var seen = (await ana.Get(page)).Text;
            Assert.DoesNotContain("We may never lobby.", seen);
            Assert.Contains("A quiet room.", seen);
        }
        var other = await table.Seat("Chamber", Roundtable.Directory.Sector.Business, "Kim Olson");
        using var kim = await table.World.SignedIn(other.Person);
        var read = await kim.Get(address);
        Assert.Contains("A quiet room.", read.Words);
        Assert.DoesNotContain("We may never lobby.", read.Text);
    }

    [Fact]
    public async Task Two_people_who_edit_at_once_see_both_texts()
    {
        var table = await World.Found();
        using var one = await table.Ana();
        using var two = await table.Ana();
        var address = Urls.Brief(table.Partnership, table.Number);
        await one.Submit(await one.Get(address), "brief", ("Input.Wants.Text", "First words."));
        var (mine, theirs) = (await one.Get(address), await two.Get(address));
        await one.Submit(mine, "brief", ("Input.Wants.Text", "Words of one."));
        var conflict = await two.Submit(theirs, "brief", ("Input.Wants.Text", "Words of two."));
        Assert.Equal(HttpStatusCode.Conflict, conflict.Status);
        Assert.Contains("Words of one.", conflict.Words);
        Assert.Contains("Words of two.", conflict.Words);
        await two.Submit(conflict, "brief");
        Assert.Contains("Words of two.", (await one.Get(address)).Text);
    }
}
