using Microsoft.EntityFrameworkCore;
using Roundtable.Directory;
using Roundtable.Partnerships;
using Roundtable.People;
using Roundtable.Platform;
using Roundtable.Platform.Access;
using Roundtable.Platform.Data;

namespace Roundtable.Tests;

public sealed partial class World
{
    /// <summary>A partnership of one's own on the site all tests share: the library convenes, Ana Ruiz represents it.</summary>
    public static async Task<Table> Found(string place = "Riverbend County") => await (await Shared).FoundHere(place);

    /// <summary>The same on this site.</summary>
    public async Task<Table> FoundHere(string place = "Riverbend County", Level level = Level.Local, Partnership? parent = null)
    {
        var convener = await Person("Ana Ruiz");
        var library = await Organization($"{place.Split(' ')[0]} Public Library", Sector.Library);
        var actor = Actor.Person(convener.Id, false, []);
        var founded = await Do(db =>
        {
            var slug = $"{Slugs.Of(place)}-{Ids.New():N}";
            var served = level is Level.National ? new PlaceServed(null, [], "United States") : new PlaceServed("IL", [], place);
            var founding = new Founding($"{place} E-Government Roundtable", slug, "Everyone can apply for help online, in their own language.", served, level, library.Id, "America/Chicago");
            var result = Partnership.Found(actor, founding, parent, Now);
            db.Keep(result);
            return Task.FromResult(result);
        });
        return new Table(this, founded.Partnership, convener, library, founded.Seat.Number);
    }

    public Task<Organization> Organization(string name, Sector sector, string? city = "Riverbend") => Do(db =>
    {
        var organization = Roundtable.Directory.Organization.Describe(Actor.System("test"), Now, new OrganizationEntry { Name = name, Sector = sector, City = city, State = "IL" }, Located.Nowhere);
        db.Add(organization);
        return Task.FromResult(organization);
    });

    /// <summary>The person with all they are today.</summary>
    public Task<Actor> ActorOf(Person person) => See(async db =>
        Actor.Person(person.Id, person.IsAdministrator, [.. (await db.Grants.Where(g => g.PersonId == person.Id).ToListAsync()).Select(g => g.Standing)]));
}

/// <summary>One partnership of a test, and how its story goes on.</summary>
public sealed class Table(World world, Partnership partnership, Person convener, Organization library, int number)
{
    public World World => world;
    public Partnership Partnership => partnership;
    public Person Convener => convener;
    public Organization Library => library;

    /// <summary>Number of the convening library's seat.</summary>
    public int Number => number;
    public string Home => Urls.Home(partnership);

    public Task<Browser> Ana() => world.SignedIn(convener);

    /// <summary>Seats an organization, with a representative when one is named.</summary>
    public async Task<SeatedOrganization> Seat(string name = "Legal Aid of the Valley", Sector sector = Sector.Nonprofit, string? representative = "Lee Vang", bool observer = false)
    {
        var organization = await world.Organization(name, sector);
        var person = representative is null ? null : await world.Person(representative);
        var actor = await world.ActorOf(convener);
        var seat = await world.Do(db =>
        {
            var seat = Roundtable.Partnerships.Seat.Take(actor, partnership, organization.Id, [], world.Now, observer);
            if (person is not null) seat.Fill(actor, observer ? Role.Liaison : Role.Representative, person.Id, partnership.Today(world.Now), world.Now);
            db.Add(seat);
            return Task.FromResult(seat);
        });
        return new(seat.Number, organization, person!);
    }

    /// <summary>Does something with a seat, as its own people or the convener would.</summary>
    public Task<Seat> Change(int seat, Action<Seat> act) => world.Do(async db =>
    {
        var found = (await db.Seats.Of(partnership).Numbered(seat))!;
        act(found);
        return found;
    });

    public Task<Seat> Look(int seat) => world.See(async db => (await db.Seats.AsNoTracking().Of(partnership).Numbered(seat))!);
}

/// <summary>An organization at a test's table.</summary>
public sealed record SeatedOrganization(int Number, Organization Organization, Person Person);
