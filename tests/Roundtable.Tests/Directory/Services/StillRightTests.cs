using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Roundtable.Directory;
using Roundtable.Directory.Services;
using Roundtable.Platform.Jobs;
using Roundtable.Platform.Mail;
using Roundtable.Tests.Partnerships;

namespace Roundtable.Tests.Directory.Services;

public class StillRightTests
{
    [Fact]
    public async Task Once_a_year_somebody_of_the_organization_is_asked_and_one_press_confirms_all_of_it()
    {
        await using var world = await World.Open();
        var table = await world.FoundHere();
        var seat = await table.Seat();
        await world.Do(async db =>
        {
            var administrator = Roundtable.Platform.Access.Actor.Person(Roundtable.Platform.Ids.New(), administrator: true, []);
            return await db.Write(administrator, world.Now, await db.Organizations.SingleAsync(o => o.Id == seat.Organization.Id), null, new ServiceEntry { Name = "Legal clinic" }, []);
        });
        Assert.Equal(0, await Asked(world));
        world.Clock.Advance(Duration.FromDays(366));
        Assert.Equal(2, await Asked(world)); // the library's convener is asked too
        Assert.Equal(0, await Asked(world));
        var letter = await world.See(db => db.Letters.SingleAsync(l => l.AboutId == seat.Organization.Id && l.Kind == "still-right"));
        Assert.Equal((seat.Person.Email, true), (letter.Address, letter.CanBeStopped));
        Assert.Contains("Legal clinic", letter.Text!, StringComparison.Ordinal);

        using var lee = world.Browser();
        var page = await lee.Get(Joining.PathOf(letter, "me"));
        Assert.NotEqual(world.Now.InUtc().Date, (await Confirmed(world, seat)).Entry);
        await lee.Submit(page, "right");
        Assert.Equal((world.Now.InUtc().Date, world.Now.InUtc().Date), await Confirmed(world, seat));

        world.Clock.Advance(Duration.FromDays(200));
        Assert.Equal(0, await Asked(world));
    }

    [Fact]
    public async Task Who_stopped_this_mail_is_not_asked_again()
    {
        await using var world = await World.Open();
        var seat = await (await world.FoundHere()).Seat();
        await world.Do(db =>
        {
            db.Add(new MailStop(seat.Person.Id, Letter.HashOf(seat.Person.Email), AskStillRight.Kind.Key, world.Now));
            return Task.FromResult(0);
        });
        world.Clock.Advance(Duration.FromDays(366));
        await Asked(world);
        Assert.False(await world.See(db => db.Letters.AnyAsync(l => l.AboutId == seat.Organization.Id)));
    }

    private static async Task<int> Asked(World world) => (await world.Services.GetRequiredService<JobRunner>().Run<AskStillRight>())!.Did;

    private static Task<(LocalDate Entry, LocalDate Service)> Confirmed(World world, SeatedOrganization seat) => world.See(async db =>
        ((await db.Organizations.SingleAsync(o => o.Id == seat.Organization.Id)).LastConfirmed, (await db.ServicesOffered.Where(s => s.OrganizationId == seat.Organization.Id).Select(s => s.AssuredOn).SingleAsync())!.Value));
}
