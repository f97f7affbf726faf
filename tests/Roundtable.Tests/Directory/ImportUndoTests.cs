using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Roundtable.Directory;
using Roundtable.Directory.Imports;
using Roundtable.Directory.Search;
using Roundtable.Partnerships;
using Roundtable.Platform;
using Roundtable.Platform.Access;
using static Roundtable.Tests.Directory.DirectoryFiles;

namespace Roundtable.Tests.Directory;

public class ImportUndoTests
{
    private const string Sheet = "Name,City,State\nSeated Helpers,Barre,VT\nProspect Helpers,Barre,VT\nDraft Helpers,Barre,VT\nNobody's Helpers,Barre,VT\n";

    [Fact]
    public async Task Organizations_that_a_partnership_works_with_stay_and_are_named()
    {
        await using var world = await World.Open();
        var table = await world.FoundHere();
        var plan = await world.Import("organizations", await Of(Sheet));
        var listed = await world.See(db => db.Organizations.Where(o => o.ListedIn == "organizations").ToDictionaryAsync(o => o.ShownName, o => o.Id));
        var actor = await world.ActorOf(table.Convener);
        await world.Do(db =>
        {
            db.Add(Seat.Take(actor, table.Partnership, listed["Seated Helpers"], [], world.Now));
            db.Add(Prospect.Add(actor, world.Now, table.Partnership.Id, new("Prospect Helpers", "Barre", listed["Prospect Helpers"])));
            var draft = new FoundingDraft(table.Convener.Id, world.Now);
            draft.Gather(actor, listed["Draft Helpers"], null, Sector.Other, null, null, world.Now);
            db.Add(draft);
            return Task.FromResult(0);
        });
        var kept = await world.Undo(plan);
        Assert.Equal(["Draft Helpers", "Prospect Helpers", "Seated Helpers"], kept.Order());
        Assert.Equal(["Draft Helpers", "Prospect Helpers", "Seated Helpers"], await world.See(db => db.Organizations.Where(o => o.ListedIn == "organizations").Select(o => o.ShownName).Order().ToListAsync()));
        Assert.Equal((3, 3), await world.See(async db => ((await db.ImportPlans.SingleAsync(p => p.Id == plan.Id)).Kept, (await db.LeftBy(plan, 50)).Count)));
    }

    [Fact]
    public async Task A_branch_that_came_goes_and_its_library_is_no_longer_found_there()
    {
        await using var world = await World.Open();
        var lines = Text("pls-outlets.csv.gz").ReplaceLineEndings("\n").Split('\n');
        var branch = lines.Single(l => l.Contains("EAST BARRE BRANCH", StringComparison.Ordinal));
        await world.Import("pls-outlets", await Of(string.Join('\n', lines.Where(l => l != branch))));
        var before = await world.Aldrich();
        var plan = await world.Import("pls-outlets", await Slice("pls-outlets.csv.gz"));
        Assert.Equal((1, 2), (plan.New, (await world.Aldrich()).LocationCount));
        Assert.Equal(1, await world.CountOf("east barre branch"));
        var table = await world.FoundHere();
        var actor = await world.ActorOf(table.Convener);
        await world.Do(db => Task.FromResult(db.Add(Seat.Take(actor, table.Partnership, before.Id, [], world.Now))));

        Assert.Empty(await world.Undo(plan));
        var after = await world.Aldrich();
        Assert.Equal((1, before.LocationCells, before.LocationWords, before.Facet, before.DoingKey), (after.LocationCount, after.LocationCells, after.LocationWords, after.Facet, after.DoingKey));
        Assert.Equal((0, 1), (await world.CountOf("east barre branch"), await world.CountOf("aldrich public")));
        Assert.Equal(1, (await world.Check("pls-outlets", await Slice("pls-outlets.csv.gz"))).New);
    }

    [Fact]
    public async Task A_domain_that_came_goes_and_its_government_stays_with_the_others()
    {
        await using var world = await World.Open();
        const string head = "Domain name,Domain type,Organization name,Suborganization name,City,State\n";
        const string first = "xvt.gov,City,Town of X,,X,VT\n";
        await world.Import("dotgov", await Of(head + first));
        var plan = await world.Import("dotgov", await Of($"{head}{first}townofxvt.gov,City,Town of X,,X,VT\nyvt.gov,City,Town of Y,,Y,VT\n"));
        Assert.Equal((2, 2), (plan.New, await world.See(db => db.Organizations.CountAsync())));
        Assert.Empty(await world.Undo(plan));
        Assert.Equal(["xvt.gov"], await world.See(db => db.Identifiers.Where(i => i.Scheme == Scheme.Domain).Select(i => i.Value).ToListAsync()));
        Assert.Equal(["Town of X"], await world.See(db => db.Organizations.Select(o => o.ShownName).ToListAsync()));
    }

    private static readonly string ein = Text("irs-vt-april.csv.gz").ReplaceLineEndings("\n").Split('\n')[3].Split(',')[0];

    private static Task<Organization> Charity(World world) => world.See(async db =>
    {
        var id = (await db.Identifiers.SingleAsync(i => i.Scheme == Scheme.Ein && i.Value == ein)).OrganizationId;
        return await db.Organizations.AsNoTracking().SingleAsync(o => o.Id == id);
    });

    private static async Task<ImportPlan> ImportSheet(World world, string phone, string website) =>
        await world.Import("organizations", await Of($"Name,EIN,Phone,Website,Languages\nSome Charity,{ein},{phone},{website},es\n"));

    [Fact]
    public async Task What_a_second_source_filled_in_goes_with_it()
    {
        await using var world = await World.Open();
        await world.Import("irs-bmf", await Slice("irs-vt-april.csv.gz"));
        var before = await Charity(world);
        var plan = await ImportSheet(world, "802 555 0177", "https://charity.example.org");
        Assert.Equal(("802 555 0177", "es"), await Charity(world) is var filled ? (filled.Phone, filled.Languages) : default);
        Assert.Empty(await world.Undo(plan));
        var after = await Charity(world);
        Assert.Equal((before.Phone, before.Website, before.Languages, before.Facts(), before.Facet, before.NoLongerListed), (after.Phone, after.Website, after.Languages, after.Facts(), after.Facet, after.NoLongerListed));
        Assert.Equal(0, await world.See(db => db.Listings.CountAsync(l => l.Source == "organizations")));
    }

    [Fact]
    public async Task What_was_filled_in_stays_and_is_named_when_somebody_or_a_later_file_changed_the_entry()
    {
        await using var world = await World.Open();
        await world.Import("irs-bmf", await Slice("irs-vt-april.csv.gz"));
        var first = await ImportSheet(world, "802 555 0177", "");
        var second = await ImportSheet(world, "802 555 0177", "https://charity.example.org");
        var name = (await Charity(world)).ShownName;
        Assert.Equal([name], await world.Undo(first));
        Assert.Equal(("802 555 0177", "https://charity.example.org"), await Charity(world) is var both ? (both.Phone, both.Website) : default);
        Assert.Empty(await world.Undo(second));
        Assert.Equal(("802 555 0177", null), await Charity(world) is var one ? (one.Phone, one.Website) : default);

        var third = await ImportSheet(world, "802 555 0177", "https://charity.example.com");
        world.Clock.Advance(NodaTime.Duration.FromMinutes(1));
        var id = (await Charity(world)).Id;
        await world.Do(async db =>
        {
            var entry = await db.Organizations.SingleAsync(o => o.Id == id);
            entry.Correct(Importer, world.Now, entry.Entry() with { Doing = "Meals" }, new Located(entry.At, entry.Precision, entry.CountyFips));
            return entry;
        });
        Assert.Equal([name], await world.Undo(third));
        Assert.Equal("https://charity.example.com", (await Charity(world)).Website);
    }

    [Fact]
    public async Task A_branch_that_moved_is_back_where_it_was()
    {
        await using var world = await World.Open();
        await world.Import("pls-outlets", await Of(Text("pls-outlets.csv.gz")));
        var before = await world.Aldrich();
        var moved = Text("pls-outlets.csv.gz").Replace("-72.4532,44.15761", "-73.2121,44.47588", StringComparison.Ordinal);
        var plan = await world.Import("pls-outlets", await Of(moved));
        Assert.Equal(1, plan.Changed);
        Assert.NotEqual(before.LocationCells, (await world.Aldrich()).LocationCells);
        await world.Undo(plan);
        Assert.Equal((before.LocationCells, before.Facet), ((await world.Aldrich()).LocationCells, (await world.Aldrich()).Facet));
    }
}

file static class Undoing
{
    public static Task<Organization> Aldrich(this World world) => world.See(db => db.Organizations.AsNoTracking().SingleAsync(o => o.NameKey.StartsWith("aldrich public")));
}
