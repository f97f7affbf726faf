using System.CommandLine;
using Roundtable.Platform.Operations;

namespace Roundtable.Tests.Platform.Operations;

[Collection("Console")]
[Rules]
public class CommandLineTests
{
    private static readonly RootCommand Root = new("Roundtable")
    {
        new Command("find", "Finds.") { new Option<double?>("--miles") },
        new Command("people", "Who.") { new Command("link", "Lets in.") { new Argument<string>("EMAIL") } },
    };

    [Theory]
    [InlineData("“abc” does not fit --miles. Say roundtable find --help.", "find", "--miles", "abc")]
    [InlineData("Unrecognized command or argument 'bogus'. Say roundtable --help.", "bogus")]
    [InlineData("Required command was not provided. Say roundtable people --help.", "people")]
    [InlineData("Required argument 'EMAIL' missing for command: 'link'. Say roundtable people link --help.", "people", "link")]
    public void Words_that_cannot_be_meant_get_one_sentence_and_the_way_to_help(string sentence, params string[] words) =>
        Assert.Equal(sentence, CommandLine.Slip(Root.Parse(words)));

    [Theory]
    [InlineData("find", "--miles", "3")]
    [InlineData("people", "--help")]
    [InlineData("--help")]
    public void Words_that_can_be_meant_are_obeyed(params string[] words) => Assert.Null(CommandLine.Slip(Root.Parse(words)));

    [Fact]
    public async Task A_database_that_does_not_answer_is_a_sentence_and_a_failure()
    {
        var root = new RootCommand { PlatformVerbs.Verb("migrate", "Migrates.", async ct =>
        {
            await using var nowhere = new Microsoft.Data.Sqlite.SqliteConnection("Data Source=/nowhere/at/all.db");
            await nowhere.OpenAsync(ct);
            return 0;
        }) };
        var (before, said) = (Console.Error, new StringWriter());
        try
        {
            Console.SetError(said);
            Assert.Equal(1, await CommandLine.Obey(root, ["migrate"]));
        }
        finally
        {
            Console.SetError(before);
        }
        Assert.Equal("The database does not answer: SQLite Error 14: 'unable to open database file'.", said.ToString().Trim());
    }
}
