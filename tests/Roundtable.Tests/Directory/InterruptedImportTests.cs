using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Roundtable.Directory;
using Roundtable.Directory.Imports;
using Roundtable.Platform;
using Roundtable.Platform.Jobs;
using Roundtable.Platform.Mail;
using static Roundtable.Tests.Directory.DirectoryFiles;

namespace Roundtable.Tests.Directory;

public class InterruptedImportTests
{
    private const int Rows = 4500, Whole = 4;

    [Fact]
    public async Task An_import_goes_on_where_it_was_interrupted_and_ends_like_one_that_was_not()
    {
        await using var world = await World.Open();
        var plan = await Interrupted(world);
        Assert.Equal((PlanState.UnderWay, 2000, 2000), (plan.State, plan.Reached, await world.See(db => db.Organizations.CountAsync())));
        Assert.Equal("import.another", (await Assert.ThrowsAsync<Refusal>(async () => await world.Check("irs-bmf", await Slice("irs-vt-march.csv.gz")))).Key);
        await GoOn(world, plan, await List());
        Assert.Equal((Rows, PlanState.Done), (await world.See(db => db.Organizations.CountAsync()), (await Plan(world)).State));
        Assert.Equal((Rows, 0, 0, Rows, 0, 0), (await world.Check("organizations", await List())).Counts());
    }

    [Fact]
    public async Task One_that_was_interrupted_while_it_marked_what_is_gone_goes_on_too()
    {
        await using var world = await World.Open();
        await world.Import("irs-bmf", await Slice("irs-vt-march.csv.gz"));
        var april = await Slice("irs-vt-april.csv.gz");
        var id = await world.See(async db =>
        {
            var (plan, _) = await db.CheckImport(Importer, world.Now, ImportSources.Named("irs-bmf"), april);
            await db.StartImport(Importer, world.Now, plan, evenIfShrunk: false);
            var gone = await db.Listings.Where(l => l.Source == "irs-bmf").Select(l => l.Key).ToListAsync();
            var listed = Text("irs-vt-april.csv.gz").ReplaceLineEndings("\n").Split('\n').Select(l => l.Split(',')[0]).ToHashSet();
            var first = gone.First(k => !listed.Contains(k));
            await db.Listings.Where(l => l.Key == first).ExecuteUpdateAsync(s => s.SetProperty(l => l.GoneAt, world.Now).SetProperty(l => l.ChangedBy, plan.Number));
            await db.GoOn(Importer, world.Now, plan, april);
            return plan.Id;
        });
        Assert.Equal((186, 4, 6, 176, 0, 3), (await world.See(db => db.ImportPlans.SingleAsync(p => p.Id == id))).Counts());
        Assert.Equal(3, await world.See(db => db.Listings.CountAsync(l => l.GoneAt != null)));
    }

    [Fact]
    public async Task One_that_was_interrupted_can_be_taken_back()
    {
        await using var world = await World.Open();
        await Interrupted(world);
        Assert.Empty(await world.See(async db => await db.UndoImport(Importer, world.Now, await db.ImportPlans.SingleAsync(), [])));
        Assert.Equal((0, 0, PlanState.Undone), (await world.See(db => db.Organizations.CountAsync()), await world.See(db => db.Listings.CountAsync()), (await Plan(world)).State));
    }

    [Fact]
    public async Task While_one_is_under_way_nothing_else_is_checked_and_its_page_offers_to_take_it_back()
    {
        await using var world = await World.Open();
        var content = await SourceFile.Of("one.csv", "Name,City,State\nOne,Barre,VT\n"u8.ToArray());
        var waiting = await world.See(async db =>
        {
            var (plan, check) = await db.CheckImport(Importer, world.Now, ImportSources.Named("organizations"), content);
            await db.KeepPlan(plan, check, content);
            return plan.Id;
        });
        var plan = await Interrupted(world, waiting);
        Task Again(Func<Roundtable.Platform.Data.RoundtableDb, ImportPlan, Task> look) => world.See(async db => { await look(db, await db.ImportPlans.SingleAsync(p => p.Id == waiting)); return 0; });
        Assert.Equal("import.another", (await Assert.ThrowsAsync<Refusal>(() => Again((db, p) => db.CheckAgain(Importer, world.Now, p)))).Key);
        Assert.Equal("import.another", (await Assert.ThrowsAsync<Refusal>(() => Again((db, p) => db.ReadAs(Importer, world.Now, p, p.Reading)))).Key);
        using var browser = await world.SignedIn(await world.Person("Olga Site", administrator: true));
        var page = await browser.Get(DirectoryUrls.Import(plan.Id));
        Assert.NotNull(page.Html.QuerySelector("progress"));
        page = await browser.Submit(page, "undo");
        Assert.Contains("Undone on", page.Words, StringComparison.Ordinal);
        Assert.Equal(0, await world.See(db => db.Organizations.CountAsync()));
    }

    [Fact]
    public async Task One_that_went_on_after_an_interruption_is_taken_back_whole()
    {
        await using var world = await World.Open();
        await world.Import("organizations", await Of("Name,City,State,EIN\nFriends,Barre,VT,030000001\n"));
        world.Clock.Advance(NodaTime.Duration.FromMinutes(1));
        // The same body at the beginning and, after the interruption, at the end; each time something more is known.
        var text = "Name,City,State,EIN,Phone,Website\nFriends,Berlin,VT,030000001,8025550100,\n" + string.Concat(Enumerable.Range(1, Rows).Select(i => $"Brook {i},Barre,VT,{i + 100000000},,\n"));
        var (bytes, opened) = (Encoding.UTF8.GetBytes(text), 0);
        var file = await SourceFile.Of("list.csv", () => Interlocked.Increment(ref opened) % Whole == 0 ? new FailingStream(bytes, bytes.Length * 3 / 4) : new MemoryStream(bytes), SourceFile.MostFromPage);
        await Assert.ThrowsAsync<IOException>(() => world.Import("organizations", file));
        Assert.Equal(1, await world.See(db => db.OverwrittenRows.CountAsync(r => r.Facts != null)));
        await GoOn(world, await world.See(db => db.ImportPlans.AsNoTracking().OrderByDescending(p => p.Number).FirstAsync()), await Of(text, "list.csv"));
        Assert.Equal("8025550100", await world.See(db => db.Organizations.Where(o => o.NameKey == "friends" || o.Phone != null).Select(o => o.Phone).SingleAsync()));
        await world.See(async db => await db.UndoImport(Importer, world.Now, await db.ImportPlans.OrderByDescending(p => p.Number).FirstAsync(), []));
        var left = await world.See(db => db.Organizations.SingleAsync());
        Assert.Equal(("Friends", null), (left.ShownName, left.Phone));
    }

    [Fact]
    public async Task A_long_import_is_done_by_the_job_and_taken_back_by_it()
    {
        await using var world = await World.Open();
        var content = await SourceFile.Of("list.csv", Encoding.UTF8.GetBytes(LongList()));
        await world.See(async db =>
        {
            var (plan, check) = await db.CheckImport(Importer, world.Now, ImportSources.Named("organizations"), content);
            await db.KeepPlan(plan, check, content);
            Assert.False(plan.IsSmall);
            await db.StartImport(Importer, world.Now, plan, evenIfShrunk: false);
            return 0;
        });
        var jobs = world.Services.GetRequiredService<JobRunner>();
        Assert.Equal(1, (await jobs.Run<ImportWork>())!.Did);
        Assert.Equal((Rows, PlanState.Done), (await world.See(db => db.Organizations.CountAsync()), (await Plan(world)).State));
        Assert.Equal(0, (await jobs.Run<ImportWork>())!.Did);
        await world.See(async db => { await db.StartUndo(Importer, world.Now, await db.ImportPlans.SingleAsync()); return 0; });
        Assert.Equal(1, (await jobs.Run<ImportWork>())!.Did);
        Assert.Equal((0, PlanState.Undone), (await world.See(db => db.Organizations.CountAsync()), (await Plan(world)).State));
    }

    [Fact]
    public async Task Whoever_began_a_long_import_gets_a_letter_when_it_is_done()
    {
        await using var world = await World.Open();
        var person = await world.Person("Olga Site", administrator: true);
        using var browser = await world.SignedIn(person);
        var page = await browser.Upload(await browser.Get("/admin/directory/imports/new"), "check", ("list.csv", Encoding.UTF8.GetBytes(LongList())), ("Input.Source", "organizations"));
        page = await browser.Submit(page, "import");
        Assert.Contains("Imported on", page.Words, StringComparison.Ordinal);
        var letter = await world.See(db => db.Letters.SingleAsync(l => l.PersonId == person.Id && l.Kind == ImportMail.Kind.Key));
        Assert.Contains("4,500 new", letter.Text, StringComparison.Ordinal);
        Assert.Contains("4,500", (await browser.Get($"{page.Address}/progress")).Words, StringComparison.Ordinal);
    }

    // The disk fails in the middle of the fourth opening: after the fingerprint, the check, and the look whether it is still the same file.
    private static async Task<ImportPlan> Interrupted(World world, Guid besides = default)
    {
        var (bytes, opened) = (Encoding.UTF8.GetBytes(LongList()), 0);
        var file = await SourceFile.Of("list.csv", () => Interlocked.Increment(ref opened) % Whole == 0 ? new FailingStream(bytes, bytes.Length * 3 / 4) : new MemoryStream(bytes), SourceFile.MostFromPage);
        await Assert.ThrowsAsync<IOException>(() => world.Import("organizations", file));
        return await world.See(db => db.ImportPlans.AsNoTracking().SingleAsync(p => p.Id != besides));
    }

    private static Task<int> GoOn(World world, ImportPlan plan, SourceFile file) => world.See(async db =>
    {
        await db.GoOn(Importer, world.Now, await db.ImportPlans.SingleAsync(p => p.Id == plan.Id), file);
        return 0;
    });

    private static Task<ImportPlan> Plan(World world) => world.See(db => db.ImportPlans.AsNoTracking().SingleAsync());
    private static Task<SourceFile> List() => Of(LongList(), "list.csv");
    private static string LongList() => "Name,City,State\n" + string.Concat(Enumerable.Range(1, Rows).Select(i => $"Friends of Brook {i},Barre,VT\n"));

    private sealed class FailingStream(byte[] bytes, int after) : MemoryStream(bytes)
    {
        public override int Read(byte[] buffer, int offset, int count) => Position < after ? base.Read(buffer, offset, Math.Min(count, 4096)) : throw new IOException("The disk does not answer.");
        public override int ReadByte() => Position < after ? base.ReadByte() : throw new IOException("The disk does not answer.");
    }
}
