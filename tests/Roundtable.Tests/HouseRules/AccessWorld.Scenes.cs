using Microsoft.EntityFrameworkCore;
using NodaTime;
using Roundtable.Directory;
using Roundtable.Directory.Imports;
using Roundtable.Directory.Search;
using Roundtable.Directory.Services;
using Roundtable.Partnerships;
using Roundtable.People;
using Roundtable.Platform.Access;
using Roundtable.Platform.Data;
using Roundtable.Tests.Directory;

namespace Roundtable.Tests.HouseRules;

/// <summary>Another state of what an address leads to, in which other forms or other answers are seen.</summary>
/// <param name="Query">What the address needs beside its path; <c>&lt;prospects/{number}&gt;</c> is that sample of the same kind.</param>
/// <param name="Where">Whose sample <paramref name="Sample"/> stands for.</param>
/// <param name="Mailed">Where mail is set up.</param>
internal sealed record Scene(string Name = "", string Query = "", string Where = "", Sample? Sample = null, bool Mailed = false);

internal sealed partial class AccessWorld
{
    private readonly Dictionary<string, List<Scene>> scenes = [];
    private readonly Dictionary<string, Sample> ended = [];

    /// <summary>What an endpoint is tried on: the usual samples first, then the scenes of its route, and every personal link once it has ended.</summary>
    public IEnumerable<Scene> ScenesOf(EndpointEntry endpoint, string route)
    {
        yield return route switch
        {
            "/w/{partnership}/invitations/new" => new Scene(Query: "?prospect=<prospects/{number}>"),
            "/w/{partnership}/ties" => new Scene(Query: "?organization=<organizations/{id}>"),
            _ => new Scene(),
        };
        foreach (var scene in scenes.GetValueOrDefault(route) ?? []) yield return scene;
        if (endpoint.Policy is "link" && ended.FirstOrDefault(e => route.StartsWith($"/{e.Key}", StringComparison.Ordinal)) is { Key: { } where, Value: { } sample })
            yield return new Scene("ended", Where: where, Sample: sample);
    }

    private async Task GiveScenes(Partnership here, Partnership there, Riverbend story, Person suspended, Person administrator)
    {
        void Add(string route, Scene scene)
        {
            if (scenes.TryGetValue(route, out var known)) known.Add(scene);
            else scenes[route] = [scene];
        }

        void AddNumber(string route, string where, object own, string name) => Add(route, new Scene(name, Where: where, Sample: Samples[where] with { Own = $"{own}" }));

        Add("/w/{partnership}/prospects", new Scene("board", "?view=board"));
        Add("/admin/mail", new Scene("mail set up", Mailed: true));
        foreach (var (person, name) in new[] { (suspended, "suspended"), (await World.Person("Another", administrator: true), "administrator") })
            Add("/admin/people/{id}", new Scene(name, Where: "people/{id}", Sample: Samples["people/{id}"] with { Own = $"{person.Id}", Other = $"{person.Id}" }));

        var done = await World.Import("dotgov", await DirectoryFiles.Slice("dotgov.csv.gz"));
        var check = await browsers["administrator"].Upload(await browsers["administrator"].Get("/admin/directory/imports/new"), "check", ("irs-vt-march.csv.gz", await File.ReadAllBytesAsync(Path.Combine(House.Root, "tests/Roundtable.Tests/Directory/Data/irs-vt-march.csv.gz"))), ("Input.Source", "irs-bmf"));
        var missing = Samples["people/{id}"].Missing;
        Samples["imports/{id}"] = new(check.Address.Split('/')[^1], check.Address.Split('/')[^1], missing);
        var list = await browsers["administrator"].Upload(await browsers["administrator"].Get("/admin/directory/imports/new"), "check", ("list.csv", "Who,Where\nA,Barre\n"u8.ToArray()));
        Samples["imports/{number}"] = new($"{await World.See(db => db.ImportPlans.Where(p => p.Id == Guid.Parse(Samples["imports/{id}"].Own)).Select(p => p.Number).SingleAsync())}", "9999", "9999");
        Add("/admin/directory/imports/{id}/columns", new Scene("waiting", Where: "imports/{id}", Sample: new(list.Address.Split('/')[^2], list.Address.Split('/')[^2], missing)));
        Add("/admin/directory/imports/{id}", new Scene("imported", Where: "imports/{id}", Sample: new($"{done.Id}", $"{done.Id}", missing)));

        var prospect = await Make($"/api/v1/partnerships/{here.Slug}/prospects", new { name = "Willow Bend Clinic", sector = "health" }, "convener");
        var draft = await Make($"/api/v1/partnerships/{here.Slug}/invitations", new { prospect, recipientName = "Sam Doe", recipientEmail = "sam@example.org" }, "convener");
        foreach (var route in (string[])["/w/{partnership}/invitations/{number}/check", "/w/{partnership}/invitations/{number}/text", "/api/v1/partnerships/{partnership}/invitations/{number}/sending"])
            AddNumber(route, "invitations/{number}", draft, "draft");

        await World.See(async db =>
        {
            var published = await db.Organizations.VisibleTo(Actor.Anonymous).Select(o => o.Id).FirstAsync();
            foreach (var route in (string[])["/hsds/organizations/{id}", "/api/v1/organizations/{id}", "/directory/organizations/{id}", "/directory/organizations/{id}/correction"])
                Add(route, new Scene("published", Where: "organizations/{id}", Sample: new($"{published}", $"{published}", missing)));

            await GiveServices(db, here, story, published, Add);
            await GiveMotions(db, here, there, story, Add);
            await GiveVisions(db, (here, story.Ana), (there, story.Tom));
            await GiveBoards(db, here, there, story, Add);
            await GiveClusters(db, here, there);
            await GiveDrafts(db, (here, story.Ana, story.Denise), (there, story.Tom, story.Tom));

            var seats = await db.Seats.Of(here).Where(s => !s.IsObserver).OrderBy(s => s.Number).ToListAsync();
            AddNumber("/w/{partnership}/partners/{number}/holders", "partners/{number}", seats.First(s => Seat.Roles.Any(r => s.Current(r) is null)).Number, "vacant");

            foreach (var (where, sample) in Samples.Where(s => s.Key.EndsWith("/{token}", StringComparison.Ordinal)))
            {
                var hash = Link.HashOf(sample.Own);
                var link = await db.Links.FirstAsync(l => l.Hash == hash);
                db.Add(Link.Make(link.Purpose, World.Now - Duration.FromDays(40), Duration.FromDays(20), out var old, link.PersonId, link.PartnershipId, link.SubjectId));
                ended[where] = sample with { Own = old };
            }
            db.Add(Roundtable.People.Session.Start(story.Ana, SignInBy.Link, true, "Mozilla/5.0 (iPhone)", World.Now, out _));
            db.Add(AccessToken.Make(Actor.System("test"), story.Ana, "Calendar", ["read"], 7, World.Now, out _));
            foreach (var person in new[] { story.Ana, story.Denise, story.Tom, administrator })
            {
                var founder = new FoundingDraft(person.Id, World.Now);
                founder.Aim(Actor.Person(person.Id, false, []), "Everyone can renew a license online.", null, Level.Local, null, new PlaceServed("VT", ["50023"], "Washington County"), "Washington", World.Now);
                founder.Gather(Actor.Person(person.Id, false, []), null, "Aldrich Library", Sector.Library, "Barre", null, World.Now);
                db.Add(founder);
            }
            return await db.SaveChangesAsync();
        });
    }

    // Services and places of the convener's organization, of a representative's and of a public one.
    private async Task GiveServices(RoundtableDb db, Partnership here, Riverbend story, Guid published, Action<string, Scene> add)
    {
        var (nothing, owner) = (Samples["people/{id}"].Missing, Actor.Person(Roundtable.Platform.Ids.New(), administrator: true, []));
        var places = await db.PlaceBook();
        async Task<(ServiceOffered Service, Location Place)> Offer(Guid organization)
        {
            var known = await db.Organizations.SingleAsync(o => o.Id == organization);
            var place = await db.Write(owner, World.Now, known, null, new LocationEntry { Name = "Main house", City = "Barre" }, places);
            return (await db.Write(owner, World.Now, known, null, new ServiceEntry { Name = "Tax help", Places = [place.Id] }, [place]), place);
        }

        var (own, open) = (await Offer(here.ConvenerId), await Offer(published));
        var denise = await Offer((await db.Grants.FirstAsync(g => g.PartnershipId == here.Id && g.PersonId == story.Denise.Id && g.OrganizationId != null)).OrganizationId!.Value);
        var term = Term.Of("Open Eligibility", "1102", "Tax help");
        db.Add(term);
        open.Service.Mean([term.Id]);
        await db.SaveChangesAsync();

        Sample Alike(object value, object missing) => new($"{value}", $"{value}", $"{missing}");
        Samples["services/{number}"] = Alike(own.Service.Number, 9999);
        Samples["locations/{place}"] = Alike(own.Place.Id, nothing);
        Samples["services/{id}"] = Alike(open.Service.Id, nothing);
        Samples["locations/{id}"] = Alike(open.Place.Id, nothing);
        Samples["service_at_locations/{id}"] = Alike(open.Service.Places[0].Id, nothing);
        Samples["taxonomies/{id}"] = Alike(term.VocabularyId, nothing);
        Samples["taxonomy_terms/{id}"] = Alike(term.Id, nothing);
        add("/me/{token}/services/{number}", new Scene("of one's own", Where: "services/{number}", Sample: Alike(denise.Service.Number, 9999)));
        add("/me/{token}/locations/{place}", new Scene("of one's own", Where: "locations/{place}", Sample: Alike(denise.Place.Id, nothing)));
    }
}
