using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Roundtable.Directory;
using Roundtable.Directory.Duplicates;
using Roundtable.Directory.Imports;
using Roundtable.Directory.Services;
using Roundtable.Partnerships;
using Roundtable.Platform;
using Roundtable.Platform.Access;
using static Roundtable.Tests.Directory.DirectoryFiles;

namespace Roundtable.Tests.Directory;

/// <summary>A museum under its own name and as the tax office writes it.</summary>
public class DuplicatesTests
{
    private const string Irs = "EIN,NAME,ICO,STREET,CITY,STATE,ZIP,GROUP,SUBSECTION,FOUNDATION,STATUS,TAX_PERIOD,NTEE_CD,SORT_NAME\n";
    private const string Taxed = Irs + "030000001,VERMONT GRANITE MUSEUM OF BARRE INC,,PO BOX 7,BARRE,VT,05641-0000,0000,03,15,01,202406,A50,\n030000002,GRANITE CITY QUILTERS,,2 MAIN ST,BARRE,VT,05641-0000,0000,03,15,01,202406,D20,\n";
    private const string Museums = "MID,DISCIPL,EIN,COMMONNAME,LEGALNAME,ALTNAME,AKADBA,ADSTREET,ADCITY,ADSTATE,ADZIP,PHCITY,PHSTATE,PHONE,WEBURL,NTEEC,IPEDS,UNI_F,FIPSST,FIPSCO,LONGITUDE,LATITUDE\n";
    private static string Museum(string phone = "8025550100") => Museums + $"84001,HST, ,GRANITE MUSEUM OF VERMONT, , , ,7 JONES BROS WAY,BARRE,VT,05641, , ,{phone},www.granite.org, , ,0,50,023,-72.5,44.2\n";

    private static readonly Actor Admin = Actor.Person(Ids.New(), true, []);

    private static async Task<(World World, DuplicatePair Pair)> Found()
    {
        var world = await World.Open();
        await world.Import("irs-bmf", await Of(Taxed));
        await world.Import("museums", await Of(Museum()));
        Assert.Equal(1, await Search(world));
        return (world, await world.See(db => db.DuplicatePairs.SingleAsync()));
    }

    private static Task<int> Search(World world) => world.See(async db => await new FindDuplicates(db, world.Clock).Run(CancellationToken.None));
    private static Task<Organization> One(World world, Guid id) => world.See(db => db.Organizations.SingleAsync(o => o.Id == id));
    private static Task<Merging> Merge(World world, DuplicatePair pair) => world.Do(async db =>
        await db.Merge(Admin, world.Now, await db.DuplicatePairs.SingleAsync(p => p.Id == pair.Id), world.Services.GetServices<IOrganizationsInUse>()));
    private static Task<int> TakeApart(World world) => world.Do(async db =>
    {
        await db.TakeApart(Admin, world.Now, await db.Mergings.SingleAsync(), world.Services.GetServices<IOrganizationsInUse>());
        return 0;
    });

    [Fact]
    public async Task The_search_finds_a_pair_once_and_starts_again_after_an_import()
    {
        var (world, pair) = await Found();
        await using var _ = world;
        Assert.Equal(("museums", "like-name same-place"), ((await One(world, pair.KeptId)).ListedIn, pair.Reasons));
        Assert.Equal(0, await Search(world));
        await world.Import("irs-bmf", await Of(Taxed + "030000003,GRANITE MUSEUM OF VERMONT INC,,7 JONES BROTHERS WAY,BARRE,VT,05641-0000,0000,03,15,01,202406,A50,\n"));
        Assert.Equal(1, await Search(world));
    }

    [Fact]
    public async Task Tax_numbers_that_differ_are_never_asked_about()
    {
        await using var world = await World.Open();
        await world.Import("irs-bmf", await Of(Taxed));
        await world.Import("museums", await Of(Museum().Replace("HST, ,", "HST,030000009,", StringComparison.Ordinal)));
        Assert.Equal(0, await Search(world));
    }

    [Fact]
    public async Task One_entry_stands_for_both_and_both_sources_go_on()
    {
        var (world, pair) = await Found();
        await using var _ = world;
        await Merge(world, pair);
        var kept = await One(world, pair.KeptId);
        Assert.Equal(["Vermont Granite Museum of Barre Inc"], kept.Names);
        Assert.Equal(1, await world.CountOf("granite museum vermont"));
        Assert.Equal((2, 1), await world.See(async db => (await db.Listings.CountAsync(l => l.OrganizationId == kept.Id), await db.Identifiers.CountAsync(i => i.OrganizationId == kept.Id))));
        Assert.Equal((2, 0, 0, 2, 0, 0), (await world.Check("irs-bmf", await Of(Taxed))).Counts());
        Assert.Equal((2, 0, 1, 1, 0, 0), (await world.Import("irs-bmf", await Of(Taxed.Replace("PO BOX 7", "PO BOX 8", StringComparison.Ordinal)))).Counts());
        await world.Import("museums", await Of(Museum("8025550199")));
        Assert.Equal(("8025550199", "Granite Museum of Vermont"), ((await One(world, kept.Id)).Phone, (await One(world, kept.Id)).ShownName));
        using var browser = world.Browser();
        Assert.Equal(DirectoryUrls.Organization(kept.Id), (await browser.Get(DirectoryUrls.Organization(pair.OtherId))).Address);
    }

    [Fact]
    public async Task Taken_apart_both_are_as_they_were_also_after_later_imports()
    {
        var (world, pair) = await Found();
        await using var _ = world;
        var (kept, away) = (await One(world, pair.KeptId), await One(world, pair.OtherId));
        await Merge(world, pair);
        await world.Import("irs-bmf", await Of(Taxed.Replace("PO BOX 7", "PO BOX 8", StringComparison.Ordinal)));
        await TakeApart(world);
        var (keptAfter, awayAfter) = (await One(world, kept.Id), await One(world, away.Id));
        Assert.Equal((kept.NameKey, kept.KindCode, kept.LastFiled, kept.Filled, kept.OtherNames, kept.Facet), (keptAfter.NameKey, keptAfter.KindCode, keptAfter.LastFiled, keptAfter.Filled, keptAfter.OtherNames, keptAfter.Facet));
        Assert.Equal((away.NameKey, away.Street, null, null), (awayAfter.NameKey, awayAfter.Street, awayAfter.MergedInto, awayAfter.NoLongerListed));
        Assert.Equal(2, await world.CountOf("granite museum vermont"));
        Assert.Equal(away.Id, await world.See(db => db.Identifiers.Where(i => i.Value == "030000001").Select(i => i.OrganizationId).SingleAsync()));
        // What the tax office said meanwhile is read with the next file.
        await world.Import("irs-bmf", await Of(Taxed.Replace("PO BOX 7", "PO BOX 8", StringComparison.Ordinal)));
        Assert.Equal("PO BOX 8", (await One(world, away.Id)).Street);
        Assert.Equal(0, await Search(world));
        await Assert.ThrowsAsync<Refusal>(() => TakeApart(world));
    }

    [Fact]
    public async Task Services_and_places_go_along_and_come_back()
    {
        var (world, pair) = await Found();
        await using var _ = world;
        await world.Do(async db =>
        {
            var away = await db.Organizations.SingleAsync(o => o.Id == pair.OtherId);
            db.Add(Location.Open(Admin, world.Now, away, new LocationEntry { Name = "The quarry", Street = "1 Hill St", City = "Barre", State = "VT", Zip = "05641" }, default));
            var service = ServiceOffered.Offer(Admin, world.Now, away, new ServiceEntry { Name = "Stone carving lessons" }, []);
            db.Add(service);
            away.Offer([service]);
            return 0;
        });
        Assert.Equal(1, await world.CountOf("carving"));
        await Merge(world, pair);
        Assert.Equal((1, 1), await Offered(world, pair.KeptId));
        Assert.Equal(1, await world.CountOf("carving"));
        await TakeApart(world);
        Assert.Equal(((0, 0), (1, 1)), (await Offered(world, pair.KeptId), await Offered(world, pair.OtherId)));
        Assert.Equal(1, await world.CountOf("carving"));
    }

    private static Task<(int, int)> Offered(World world, Guid id) => world.See(async db =>
        (await db.ServicesOffered.CountAsync(s => s.OrganizationId == id), await db.Locations.CountAsync(l => l.OrganizationId == id && l.Name == "The quarry")));

    [Fact]
    public async Task Seats_and_prospects_go_along_and_come_back()
    {
        var (world, pair) = await Found();
        await using var _ = world;
        var table = await world.FoundHere();
        var actor = await world.ActorOf(table.Convener);
        await world.Do(db =>
        {
            db.Add(Seat.Take(actor, table.Partnership, pair.OtherId, [], world.Now));
            db.Add(Prospect.Add(actor, world.Now, table.Partnership.Id, new("Granite", "Barre", pair.OtherId)));
            return Task.FromResult(0);
        });
        await world.Do(async db => db.Add(Tie.Say(actor, world.Now, await db.Seats.FirstAsync(s => s.OrganizationId == pair.OtherId), pair.OtherId, TieKind.WorksTogether, null, [])));
        await Merge(world, pair);
        Assert.Equal((1, 1), await Used(world, pair.KeptId));
        Assert.Equal(pair.KeptId, await world.See(db => db.Ties.Select(t => t.OrganizationId).SingleAsync()));
        await TakeApart(world);
        Assert.Equal(pair.OtherId, await world.See(db => db.Ties.Select(t => t.OrganizationId).SingleAsync()));
        Assert.Equal(((0, 0), (1, 1)), (await Used(world, pair.KeptId), await Used(world, pair.OtherId)));

        await world.Do(db => Task.FromResult(db.Add(Seat.Take(actor, table.Partnership, pair.KeptId, [], world.Now))));
        var again = await world.Do(async db =>
        {
            await db.DuplicatePairs.ExecuteDeleteAsync();
            var (one, other) = (await db.Organizations.SingleAsync(o => o.Id == pair.KeptId), await db.Organizations.SingleAsync(o => o.Id == pair.OtherId));
            return db.Add(DuplicatePair.Suggest(one, other, new(1, []), world.Now)).Entity;
        });
        Assert.Equal("partnerships.merge.both-seated", (await Assert.ThrowsAsync<Refusal>(() => Merge(world, again))).Key);
    }

    [Fact]
    public async Task Only_administrators_answer_and_each_pair_once()
    {
        var (world, pair) = await Found();
        await using var _ = world;
        Assert.Equal("access.not-allowed", Assert.Throws<Refusal>(() => pair.Differ(Actor.Person(Ids.New(), false, []), world.Now)).Key);
        pair.AskLater(Admin, world.Now);
        Assert.Empty(new[] { pair }.AsQueryable().Waiting(world.Now));
        Assert.Single(new[] { pair }.AsQueryable().Waiting(world.Now + DuplicatePair.PutOff + Duration.FromDays(1)));
        pair.Differ(Admin, world.Now);
        Assert.Equal("duplicates.decided", Assert.Throws<Refusal>(() => pair.Differ(Admin, world.Now)).Key);
    }

    [Fact]
    public async Task An_administrator_looks_at_both_merges_and_takes_apart()
    {
        var (world, pair) = await Found();
        await using var _ = world;
        using var browser = await world.SignedIn(await world.Person("Ada Min", administrator: true));
        var sources = await browser.Get(DirectoryUrls.Sources);
        Assert.Contains("1 pair of entries may be the same organization.", sources.Words, StringComparison.Ordinal);
        var list = await browser.Get(sources.Link("Say whether they are"));
        Assert.Contains("much the same name, same town", list.Words, StringComparison.Ordinal);
        var page = await browser.Get(list.Link("Granite Museum of Vermont"));
        foreach (var said in (string[])["7 JONES BROS WAY", "EIN 030000001", "IMLS Museum Data Files"]) Assert.Contains(said, page.Words, StringComparison.OrdinalIgnoreCase);
        page = await browser.Submit(page, "answer");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        page = await browser.Submit(page, "answer", ("Input.Answer", "merge"));
        Assert.Contains("One entry stands for both", page.Words, StringComparison.Ordinal);
        page = await browser.Submit(page, "apart");
        Assert.Contains("not the same", page.Words, StringComparison.Ordinal);
        Assert.Contains("No two entries look alike", (await browser.Get(DirectoryUrls.Duplicates)).Words, StringComparison.Ordinal);
        Assert.DoesNotContain("may be the same", (await browser.Get(DirectoryUrls.Sources)).Words, StringComparison.Ordinal);
        Assert.Equal(["organizations.merged", "organizations.taken-apart"], await world.See(db => db.Happenings.Where(h => h.Kind.StartsWith("organizations.")).OrderBy(h => h.Id).Select(h => h.Kind).ToListAsync()));
    }

    private static Task<(int, int)> Used(World world, Guid id) => world.See(async db => (await db.Seats.IgnoreAutoIncludes().CountAsync(s => s.OrganizationId == id), await db.Prospects.CountAsync(p => p.OrganizationId == id)));
}
