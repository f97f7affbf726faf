using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Roundtable.Directory;
using Roundtable.Journeys.People;
using Roundtable.Partnerships;
using Roundtable.People;
using Roundtable.Platform.Access;
using Roundtable.Platform.Jobs;

namespace Roundtable.Journeys.Vision;

/// <summary>Seven organizations at one table, each with somebody who represents it; made through the records, so that the journey can begin.</summary>
internal sealed class RiverbendTable(Site site, Partnership partnership, IReadOnlyList<Person> people)
{
    public static readonly IReadOnlyList<(string Organization, string Person, string Language)> Cast =
    [
        ("Riverbend Public Library", "Ana Ruiz", "en"), ("Riverbend County Human Services", "Denise Walker", "en"), ("Legal Aid of the Valley", "Priya Nair", "en"), ("Centro Latino de Riverbend", "Carmen Delgado", "es"),
        ("Hmong Community Center", "Mai Vang", "en"), ("Riverbend Adult School", "Miguel Santos", "en"), ("Riverbend Workforce Board", "James Okafor", "en"),
    ];

    public Partnership Partnership => partnership;
    public string Home => Urls.Home(partnership);
    public Person Ana => people[0];

    public static async Task<RiverbendTable> At(Site site)
    {
        var people = new List<Person>();
        foreach (var (_, name, _) in Cast) people.Add(await site.Person(name, EmailOf(name)));
        var partnership = await site.See(async db =>
        {
            var now = site.Now();
            Organization Of(string name) { var made = Organization.Describe(Actor.System("test"), now, new OrganizationEntry { Name = name, Sector = Sector.Nonprofit, City = "Riverbend", State = "WI" }, Located.Nowhere); db.Add(made); return made; }
            var ana = Actor.Person(people[0].Id, false, []);
            var founded = Partnership.Found(ana, new("Riverbend County E-Government Roundtable", "riverbend", "Everyone can apply for help online.", new("WI", ["55073"], "Riverbend County"), Level.Local, Of(Cast[0].Organization).Id, "America/Chicago"), null, now);
            db.Keep(founded);
            var convener = founded.Founder(ana);
            founded.Partnership.Show(convener, toPublic: true, now);
            foreach (var ((name, _, _), person) in Cast.Zip(people).Skip(1))
            {
                var seat = Seat.Take(convener, founded.Partnership, Of(name).Id, [], now);
                seat.Fill(convener, Role.Representative, person.Id, founded.Partnership.Today(now), now);
                db.Add(seat);
            }
            await db.SaveChangesAsync();
            return founded.Partnership;
        });
        return new(site, partnership, people);
    }

    public static string EmailOf(string name) => $"{name.ToLowerInvariant().Replace(' ', '.')}@example.org";

    /// <summary>Somebody's browser, signed in.</summary>
    public async Task<Traveller> Computer(string name, bool script = true)
    {
        var traveller = await site.Traveller(script: script);
        await site.SignIn(traveller, await site.See(db => db.People.SingleAsync(p => p.Email == EmailOf(name))));
        return traveller;
    }

    /// <summary>A phone without JavaScript and without a cookie, and the address of the person's own page.</summary>
    public async Task<(Traveller Phone, string Me)> Phone(string name)
    {
        var (at, language) = (people[Cast.ToList().FindIndex(c => c.Person == name)], Cast.First(c => c.Person == name).Language);
        var me = await site.See(async db =>
        {
            var path = PersonalLinks.Path(db, site.Now(), at, partnership, "en");
            await db.SaveChangesAsync();
            return path;
        });
        return (await site.Traveller(320, script: false, language), me);
    }

    /// <summary>What the clock would do within the minute.</summary>
    public async Task Run<TJob>() where TJob : Job
    {
        var runner = site.App.Services.GetRequiredService<JobRunner>();
        await runner.Run(runner.PlanOf(typeof(TJob).Name)!);
    }
}
