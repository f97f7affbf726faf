using System.Text;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using Roundtable.Directory;
using Roundtable.Directory.Imports;
using Roundtable.Platform;
using Roundtable.Platform.Happenings;
using static Roundtable.Tests.Directory.DirectoryFiles;

namespace Roundtable.Tests.Directory;

public class ImportTests
{
    [Fact]
    public async Task A_month_later_shows_what_is_new_changed_and_gone()
    {
        await using var world = await World.Open();
        Assert.Equal((185, 185, 0, 0, 0, 0), (await world.Import("irs-bmf", await Slice("irs-vt-march.csv.gz"))).Counts());
        var april = await Slice("irs-vt-april.csv.gz");
        Assert.Equal((186, 4, 6, 176, 0, 3), (await world.Check("irs-bmf", april)).Counts());
        Assert.Equal((186, 4, 6, 176, 0, 3), (await world.Import("irs-bmf", april)).Counts());
        Assert.Equal((186, 0, 0, 186, 0, 0), (await world.Check("irs-bmf", april)).Counts());
        Assert.Equal((189, 3), await world.See(async db => (await db.Organizations.CountAsync(), await db.Organizations.CountAsync(o => o.NoLongerListed != null))));
        Assert.Empty(await world.See(db => HappeningLog.Verify(db)));
        Assert.Equal(2, await world.See(db => db.Happenings.CountAsync(h => h.Kind == "import.done")));
    }

    [Fact]
    public async Task The_same_content_is_the_same_import_however_it_is_packed()
    {
        await using var world = await World.Open();
        await world.Import("irs-bmf", await Slice("irs-vt-march.csv.gz"));
        var withMark = "\uFEFF" + Text("irs-vt-march.csv.gz");
        Assert.Equal((185, 0, 0, 185, 0, 0), (await world.Check("irs-bmf", await Of(withMark))).Counts());
        Assert.Equal((185, 0, 0, 185, 0, 0), (await world.Check("irs-bmf", await Of(withMark.ReplaceLineEndings("\n")))).Counts());
    }

    [Fact]
    public async Task A_correction_survives_a_refresh()
    {
        await using var world = await World.Open();
        await world.Import("irs-bmf", await Slice("irs-vt-march.csv.gz"));
        await world.Do(async db =>
        {
            var organization = await db.Organizations.SingleAsync(o => o.SourceKey == "010694256");
            organization.Correct(Importer, world.Now, organization.Entry() with { Name = "Our own name" }, default);
            return 0;
        });
        await world.Import("irs-bmf", await Slice("irs-vt-april.csv.gz"));
        var after = await world.See(db => db.Organizations.SingleAsync(o => o.SourceKey == "010694256"));
        Assert.Equal("Our own name", after.ShownName);
    }

    [Fact]
    public async Task Branches_of_a_library_are_one_organization_and_domains_of_a_government_too()
    {
        await using var world = await World.Open();
        var outlets = await world.Import("pls-outlets", await Slice("pls-outlets.csv.gz"));
        var domains = await world.Import("dotgov", await Slice("dotgov.csv.gz"));
        Assert.Equal((outlets.Rows, domains.Rows), (outlets.New + outlets.Problems, domains.New + domains.Problems));
        await world.See(async db =>
        {
            Assert.Equal(outlets.New, await db.Locations.CountAsync());
            var aldrich = await db.Organizations.SingleAsync(o => o.NameKey.StartsWith("aldrich public"));
            Assert.Equal((2, "Barre"), (aldrich.LocationCount, ShownName.Of(aldrich.City!)));
            Assert.Equal(4, await db.Identifiers.CountAsync(i => i.Scheme == Scheme.Domain && db.Set<Organization>().Any(o => o.Id == i.OrganizationId && o.NameKey == "library of congress")));
            Assert.Contains(await db.Locations.Select(l => l.Name).ToListAsync(), n => n.Any(c => c > 127));
            return 0;
        });
        Assert.Equal(outlets.Rows, (await world.Check("pls-outlets", await Slice("pls-outlets.csv.gz"))).Same);
        Assert.Equal(domains.Rows, (await world.Check("dotgov", await Slice("dotgov.csv.gz"))).Same);
    }

    [Fact]
    public async Task Undo_puts_back_what_changed_takes_away_what_came_and_leaves_what_was_edited()
    {
        await using var world = await World.Open();
        await world.Import("irs-bmf", await Slice("irs-vt-march.csv.gz"));
        var before = await world.See(db => db.Organizations.OrderBy(o => o.SourceKey).Select(o => new { o.SourceKey, o.Name, o.Street, o.LastFiled, o.NoLongerListed }).ToListAsync());
        var plan = await world.Import("irs-bmf", await Slice("irs-vt-april.csv.gz"));
        await world.Do(async db =>
        {
            var organization = await db.Organizations.SingleAsync(o => o.SourceKey == "020474938");
            world.Clock.Advance(Duration.FromHours(1));
            organization.Correct(Importer, world.Now, organization.Entry() with { Phone = "802 555 0100" }, default);
            return 0;
        });
        var kept = await world.See(async db => await db.UndoImport(Importer, world.Now, await db.ImportPlans.SingleAsync(p => p.Id == plan.Id), []));
        Assert.Single(kept);
        var after = await world.See(db => db.Organizations.OrderBy(o => o.SourceKey).Select(o => new { o.SourceKey, o.Name, o.Street, o.LastFiled, o.NoLongerListed }).ToListAsync());
        Assert.Equal(before, after.Where(o => o.SourceKey != "020474938"));
        Assert.Equal((186, 3, 6, 177, 0, 3), (await world.Check("irs-bmf", await Slice("irs-vt-april.csv.gz"))).Counts());
        var twice = await Assert.ThrowsAsync<Refusal>(() => world.See(async db => await db.UndoImport(Importer, world.Now, await db.ImportPlans.SingleAsync(p => p.Id == plan.Id), [])));
        Assert.Equal("import.not-undoable", twice.Key);
    }

    [Fact]
    public async Task An_undo_after_thirty_days_is_refused()
    {
        await using var world = await World.Open();
        var plan = await world.Import("irs-bmf", await Slice("irs-vt-march.csv.gz"));
        world.Clock.Advance(Duration.FromDays(31));
        Assert.Equal("import.not-undoable", (await Assert.ThrowsAsync<Refusal>(() => world.See(async db => await db.UndoImport(Importer, world.Now, await db.ImportPlans.SingleAsync(p => p.Id == plan.Id), [])))).Key);
    }

    [Fact]
    public async Task A_plan_older_than_the_directory_is_checked_again_and_one_done_is_not_done_twice()
    {
        await using var world = await World.Open();
        var march = await SourceFile.Of("march.csv", Encoding.UTF8.GetBytes(Text("irs-vt-march.csv.gz")));
        var waiting = await world.See(async db =>
        {
            var (plan, check) = await db.CheckImport(Importer, world.Now, ImportSources.Named("irs-bmf"), march);
            await db.KeepPlan(plan, check, march);
            return plan.Id;
        });
        await world.Import("irs-bmf", await Slice("irs-vt-april.csv.gz"));
        Task<int> Carry() => world.See(async db =>
        {
            var plan = await db.ImportPlans.SingleAsync(p => p.Id == waiting);
            await db.CarryOut(Importer, world.Now, plan, await db.FileOf(plan), evenIfShrunk: false);
            return 0;
        });
        Assert.Equal("import.stale", (await Assert.ThrowsAsync<Refusal>(Carry)).Key);
        await world.See(async db => { await db.CheckAgain(Importer, world.Now, await db.ImportPlans.SingleAsync(p => p.Id == waiting)); return 0; });
        await Carry();
        Assert.Equal("import.file-not-kept", (await Assert.ThrowsAsync<Refusal>(Carry)).Key);
    }

    [Fact]
    public async Task A_file_that_lists_far_less_stops_and_asks()
    {
        await using var world = await World.Open();
        await world.Import("irs-bmf", await Slice("irs-vt-march.csv.gz"));
        var half = await Of(string.Join('\n', Text("irs-vt-march.csv.gz").ReplaceLineEndings("\n").Split('\n').Take(90)));
        var refusal = await Assert.ThrowsAsync<Refusal>(() => world.Import("irs-bmf", half));
        Assert.Equal("import.shrunk", refusal.Key);
        Assert.Equal(0, await world.See(db => db.Organizations.CountAsync(o => o.NoLongerListed != null)));
        var plan = await world.Import("irs-bmf", half, evenIfShrunk: true);
        Assert.Equal(plan.Gone, await world.See(db => db.Organizations.CountAsync(o => o.NoLongerListed != null)));
        Assert.Equal((185, 0, 96, 89, 0, 0), (await world.Import("irs-bmf", await Slice("irs-vt-march.csv.gz"))).Counts());
        Assert.Equal(0, await world.See(db => db.Organizations.CountAsync(o => o.NoLongerListed != null)));
    }

    [Fact]
    public async Task Personal_data_of_the_files_is_not_stored()
    {
        await using var world = await World.Open();
        var lines = Text("irs-vt-march.csv.gz").ReplaceLineEndings("\n").Split('\n');
        var cells = lines[1].Split(',');
        cells[2] = "% CANARY PERSON";
        await world.Import("irs-bmf", await Of($"{lines[0]}\n{string.Join(',', cells)}\n"));
        await world.Import("dotgov", await Of("Domain name,Domain type,Organization name,Suborganization name,City,State,Security contact email\nx.gov,City,Town of X,,X,VT,canary@example.org\n"));
        var all = await world.See(async db => string.Join('\n', (await db.Organizations.AsNoTracking().ToListAsync()).Select(o => System.Text.Json.JsonSerializer.Serialize(o))));
        Assert.DoesNotContain("canary", all, StringComparison.OrdinalIgnoreCase);
    }
}
