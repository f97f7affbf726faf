using System.CommandLine;
using Microsoft.EntityFrameworkCore;
using Roundtable.People;
using Roundtable.Platform.Access;

namespace Roundtable.Tests.People;

[Collection("Console")]
public class PeopleVerbsTests
{
    private static async Task<(int Exit, string Out)> Tell(World world, params string[] words)
    {
        var root = new RootCommand();
        foreach (var verb in PeopleVerbs.For(world.Services)) root.Subcommands.Add(verb);
        var (before, said) = (Console.Out, new StringWriter());
        try
        {
            Console.SetOut(said);
            return (await root.Parse(words).InvokeAsync(), said.ToString().Trim());
        }
        finally
        {
            Console.SetOut(before);
        }
    }

    [Fact]
    public async Task An_operator_makes_an_administrator_and_lets_them_in()
    {
        await using var world = await World.Open();
        Assert.Equal(0, (await Tell(world, "admin", "create", "ana@example.org", "Ana Ruiz")).Exit);
        Assert.True(await world.See(db => db.People.AnyAsync(p => p.IsAdministrator && p.EmailKey == "ana@example.org")));
        var (exit, address) = await Tell(world, "people", "link", "ANA@example.org");
        Assert.Equal(0, exit);
        using var browser = world.Browser();
        var page = await browser.Submit(await browser.Get(new Uri(address).PathAndQuery), "enter");
        Assert.Equal("/", page.Address);
        Assert.Equal("People", (await browser.Get("/admin/people")).Heading);
        Assert.Contains("ana@example.org\tAna Ruiz\tadministrator", (await Tell(world, "people", "list")).Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_scopes_of_a_token_may_be_said_one_by_one()
    {
        await using var world = await World.Open();
        await world.Person("Ana Ruiz", email: "ana@example.org");
        Assert.Equal(0, (await Tell(world, "tokens", "create", "ana@example.org", "--scope", "read", "--scope", "write")).Exit);
        Assert.Equal("read write", await world.See(db => db.Links.Where(l => l.Purpose == LinkPurpose.Api).Select(l => l.Scopes).SingleAsync()));
    }

    [Fact]
    public async Task A_token_is_printed_alone_and_a_failure_has_an_exit_code()
    {
        await using var world = await World.Open();
        await world.Person("Ana Ruiz", email: "ana@example.org");
        var (exit, token) = await Tell(world, "tokens", "create", "ana@example.org", "--scope", "read,write", "--days", "30");
        Assert.Equal(0, exit);
        Assert.Matches("^rt_[A-Za-z0-9_-]{22}$", token);
        Assert.Equal("read write", await world.See(db => db.Links.Where(l => l.Purpose == LinkPurpose.Api).Select(l => l.Scopes).SingleAsync()));
        Assert.Equal(1, (await Tell(world, "people", "link", "nobody@example.org")).Exit);
        Assert.Equal(1, (await Tell(world, "tokens", "create", "ana@example.org", "--scope", "everything")).Exit);
    }
}
