using System.IO.Compression;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Roundtable.Directory;
using Roundtable.Directory.Imports;
using Roundtable.Directory.Search;
using Roundtable.Platform.Access;

namespace Roundtable.Tests.Directory;

/// <summary>The files the directory's tests read: slices kept beside the tests, and the whole ones where they are at hand.</summary>
internal static class DirectoryFiles
{
    public static readonly Actor Importer = Actor.System("test");

    private static readonly string Root = RootAbove(AppContext.BaseDirectory);

    public static Task<SourceFile> Slice(string name) => SourceFile.Of(Path.Combine(Root, "tests", "Roundtable.Tests", "Directory", "Data", name));

    public static string Text(string name)
    {
        using var stream = new GZipStream(File.OpenRead(Path.Combine(Root, "tests", "Roundtable.Tests", "Directory", "Data", name)), CompressionMode.Decompress);
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }

    public static Task<SourceFile> Of(string text, string name = "test.csv") => SourceFile.Of(name, Encoding.UTF8.GetBytes(text));

    /// <summary>A whole national file, or the test is skipped where it is not at hand.</summary>
    public static Task<SourceFile> Whole(string name)
    {
        var path = WholePath(name);
        return SourceFile.Of(path);
    }

    public static string WholePath(string name)
    {
        var path = Path.Combine(Environment.GetEnvironmentVariable("ROUNDTABLE_SHARED_DATA") ?? Path.Combine(Root, "..", "shared", "data"), name);
        Assert.SkipUnless(File.Exists(path), $"The whole file {name} is not beside the repository.");
        return path;
    }

    public static Task<ImportPlan> Check(this World world, string source, SourceFile file) =>
        world.See(async db => (await db.CheckImport(Importer, world.Now, ImportSources.Named(source), file)).Plan);

    public static Task<ImportPlan> Import(this World world, string source, SourceFile file, bool evenIfShrunk = false) => world.See(async db =>
    {
        world.Clock.Advance(Duration.FromMinutes(1));
        var (plan, check) = await db.CheckImport(Importer, world.Now, ImportSources.Named(source), file);
        await db.CarryOut(Importer, world.Now, plan, file, evenIfShrunk);
        await db.KeepPlan(plan, check, null);
        return plan;
    });

    public static Task<IReadOnlyList<string>> Undo(this World world, ImportPlan plan) => world.See(async db =>
        await db.UndoImport(Importer, world.Now, await db.ImportPlans.SingleAsync(p => p.Id == plan.Id), world.Services.GetServices<IOrganizationsInUse>()));

    /// <summary>How many a search for these words finds.</summary>
    public static async Task<int> CountOf(this World world, string words) =>
        (await world.See(async db => await db.FindOrganizations(OrganizationSearch.Of(new SearchInput { Words = words }, await db.PlaceBook()), world.Now))).Count;

    public static (int Rows, int New, int Changed, int Same, int Problems, int Gone) Counts(this ImportPlan p) => (p.Rows, p.New, p.Changed, p.Same, p.Problems, p.Gone);

    private static string RootAbove(string folder)
    {
        for (var at = new DirectoryInfo(folder); at is not null; at = at.Parent)
            if (File.Exists(Path.Combine(at.FullName, "Roundtable.slnx"))) return at.FullName;
        throw new InvalidOperationException("The tests do not run inside the repository.");
    }
}
