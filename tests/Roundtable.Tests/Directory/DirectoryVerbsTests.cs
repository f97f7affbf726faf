using System.CommandLine;
using System.Text.Json;
using Roundtable.Directory;
using static Roundtable.Tests.Directory.DirectoryFiles;

namespace Roundtable.Tests.Directory;

[Collection("Console")]
public sealed class DirectoryVerbsTests : IDisposable
{
    private readonly string folder = System.IO.Directory.CreateTempSubdirectory("roundtable-verbs").FullName;

    public void Dispose() => System.IO.Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task Importing_answers_with_one_object()
    {
        await using var world = await World.Open();
        var file = Written("Name,City,State\nA,Barre,VT\nQuilters,Barre,VT\n,Barre,VT\n");
        Assert.Equal((0, 3, 2, 0, 0, 1), Read(await Tell(world, "import", "organizations", file, "--yes", "--json")));
        Assert.Equal((0, 3, 0, 0, 2, 1), Read(await Tell(world, "import", "organizations", file, "--yes", "--json")));
        var found = await Tell(world, "find", "quilters", "--state", "VT", "--json");
        using var list = JsonDocument.Parse(found.Out);
        Assert.Equal((0, 1), (found.Exit, list.RootElement.GetArrayLength()));
        Assert.NotEqual(0, list.RootElement[0].GetProperty("why").GetArrayLength());
        Assert.Equal(0, (await Tell(world, "find", "quilters", "--gone", "--json")).Exit);
    }

    [Fact]
    public async Task A_slip_is_put_right_and_said_beside_the_answer()
    {
        await using var world = await World.Open();
        await world.Import("organizations", await Of("Name,City,State\n" + string.Concat(Enumerable.Range(1, 5).Select(n => $"Quilters {n},Barre,VT\n"))));
        await world.See(db => Roundtable.Directory.Search.VocabularyQueries.LearnWords(db));
        var told = await Tell(world, "find", "qiulters", "--json");
        using var list = JsonDocument.Parse(told.Out);
        Assert.Equal((0, 5, "Nothing has “qiulters”. These have “quilters”."), (told.Exit, list.RootElement.GetArrayLength(), told.Error.Trim()));
    }

    [Fact]
    public async Task Without_a_yes_it_only_tells()
    {
        await using var world = await World.Open();
        var told = await Tell(world, "import", "organizations", Written("Name,City,State\nA,Barre,VT\n,Barre,VT\n"));
        Assert.Equal((0, "2 rows: 1 new, 0 changed, 0 same, 1 problems, 0 gone. Nothing is imported yet; add --yes.\nRow 3, column Name: The cell is empty but needed."), (told.Exit, told.Out.ReplaceLineEndings("\n")));
        Assert.Equal(0, await world.See(db => Task.FromResult(db.Organizations.Count())));
    }

    [Fact]
    public async Task What_fails_is_one_sentence_beside_the_answer()
    {
        await using var world = await World.Open();
        await Fails("There is no file nowhere.csv.", "import", "organizations", "nowhere.csv", "--yes", "--json");
        await Fails("There is no source “pirates”.", "import", "pirates", Written("Name\nA\n"), "--yes", "--json");
        await Fails("The file is empty.", "import", "organizations", Written(""), "--yes", "--json");
        await Fails("This is not the file “CISA .gov domains”.", "import", "dotgov", Written("Name\nA\n"), "--yes", "--json");
        await Fails("We do not know", "find", "library", "--near", "00000", "--json");

        async Task Fails(string sentence, params string[] words)
        {
            var told = await Tell(world, words);
            Assert.Equal((1, ""), (told.Exit, told.Out));
            Assert.StartsWith(sentence, told.Error, StringComparison.Ordinal);
            Assert.DoesNotContain('\n', told.Error);
        }
    }

    private string Written(string text)
    {
        var path = Path.Combine(folder, $"{Roundtable.Platform.Ids.New():N}.csv");
        File.WriteAllText(path, text);
        return path;
    }

    private static (int Exit, int Rows, int New, int Changed, int Same, int Problems) Read((int Exit, string Out, string Error) told)
    {
        Assert.Equal("", told.Error);
        using var answer = JsonDocument.Parse(told.Out);
        int Of(string name) => answer.RootElement.GetProperty(name).GetInt32();
        return (told.Exit, Of("rows"), Of("new"), Of("changed"), Of("same"), Of("problems"));
    }

    private static async Task<(int Exit, string Out, string Error)> Tell(World world, params string[] words)
    {
        var root = new RootCommand();
        foreach (var verb in DirectoryVerbs.For(world.Services)) root.Subcommands.Add(verb);
        var (before, beforeError, said, wrong) = (Console.Out, Console.Error, new StringWriter(), new StringWriter());
        try
        {
            Console.SetOut(said);
            Console.SetError(wrong);
            return (await root.Parse(words).InvokeAsync(), said.ToString().Trim(), wrong.ToString().Trim());
        }
        finally
        {
            Console.SetOut(before);
            Console.SetError(beforeError);
        }
    }
}
