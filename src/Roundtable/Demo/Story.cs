using NodaTime;
using Roundtable.Directory;
using Roundtable.Partnerships;
using Roundtable.People;
using Roundtable.Platform.Access;
using Roundtable.Platform.Data;
using Roundtable.Platform.Text;

namespace Roundtable.Demo;

/// <summary>
/// Tells the story of Riverbend County through the records' own methods, in the order of its days, so that it can hold nothing
/// that people could not have done. Days count back from now.
/// </summary>
/// <param name="known">People of this site whose address the story would use: they play their part and are not made anew.</param>
internal sealed partial class Story(Instant now, Texts texts, IReadOnlyDictionary<string, Person> known, IReadOnlySet<string> takenSlugs)
{
    // The place is made up. It borrows the coordinates of a real county, so that "near" works in the finder.
    public const string State = "WI";
    private const string CountyFips = "55073", NeighbourFips = "55067", TimeZone = "America/Chicago";
    private static readonly Point Centre = new(44.898, -89.7578);

    private readonly List<(Instant At, Action<Instant> Act, bool Saved)> script = [];
    private readonly Dictionary<string, Person> people = [];
    private readonly Dictionary<string, Organization> organizations = [];
    private readonly List<Record> kept = [];
    private readonly List<(DemoKind Kind, Guid Id)> brought = [];
    private readonly HashSet<string> slugs = [.. takenSlugs];

    /// <summary>Every new record, to be saved together.</summary>
    public IReadOnlyList<Record> Kept => kept;

    /// <summary>What the demo is to be marked as.</summary>
    public IReadOnlyList<(DemoKind Kind, Guid Id)> Brought => brought;

    /// <param name="save">Saves what is kept so far: what people refer to by number has its number afterwards.</param>
    public async Task Tell(Func<Task> save)
    {
        WriteStatewide();
        WriteRiverbend();
        WriteBriefs();
        WriteProspects();
        WriteInvitations();
        WriteVision();
        WriteDecisions();
        WriteCedar();
        foreach (var (at, act, saved) in script.OrderBy(s => s.At))
        {
            if (saved) await save();
            act(at);
        }
        await save();
    }

    /// <summary>Something that happens so many days ago; later lines of the same day come later.</summary>
    /// <param name="saved">It refers to earlier records by number.</param>
    private void On(int daysAgo, Action<Instant> act, bool saved = false) => script.Add((now - Duration.FromDays(daysAgo) + Duration.FromSeconds(script.Count) - Duration.FromHours(2), act, saved));

    private T Keep<T>(T record) where T : Record
    {
        kept.Add(record);
        return record;
    }

    private Person Who(string name, Instant at)
    {
        var email = Cast.EmailOf(name);
        if (people.TryGetValue(email, out var person) || known.TryGetValue(email, out person)) return person;
        people[email] = person = Keep(Person.Known(name, email, "en", at, TimeZone));
        brought.Add((DemoKind.Person, person.Id));
        return person;
    }

    private Organization Where(Person by, OrganizationEntry entry, Instant at)
    {
        if (organizations.TryGetValue(entry.Name, out var organization)) return organization;
        // Around the middle of the county as seeds in a sunflower: apart from each other, the first nearest.
        var (turn, far) = (organizations.Count * 2.4, Math.Sqrt(organizations.Count) * 0.04);
        var located = new Located(new Point(Centre.Latitude + far * Math.Sin(turn), Centre.Longitude + far * 1.4 * Math.Cos(turn)), Precision.City, CountyFips);
        organizations[entry.Name] = organization = Keep(Organization.Describe(As(by), at, entry, located));
        brought.Add((DemoKind.Organization, organization.Id));
        return organization;
    }

    private Founded Found(string founder, OrganizationEntry organization, string name, string purpose, PlaceServed place, Level level, Partnership? parent, Instant at)
    {
        var person = Who(founder, at);
        var slug = Slugs.Free(name, slugs);
        slugs.Add(slug);
        var founded = Partnership.Found(As(person), new Founding(name, slug, purpose, place, level, Where(person, organization, at).Id, TimeZone), parent, at);
        Keep(founded.Partnership);
        Keep(founded.Seat);
        brought.Add((DemoKind.Partnership, founded.Partnership.Id));
        return founded;
    }

    /// <summary>The person with what their seats allow.</summary>
    private static Actor As(Person person, params IEnumerable<Seat> seats) =>
        Actor.Person(person.Id, administrator: false, [.. seats.SelectMany(s => s.Grants).Where(g => g.PersonId == person.Id).Select(g => g.Standing)]);
}
