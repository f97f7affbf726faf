using Microsoft.EntityFrameworkCore;
using Roundtable.People;

namespace Roundtable.Journeys.People;

/// <summary>From a fresh site to its first administrator.</summary>
public sealed class InstallTests
{
    [Fact]
    public async Task The_printed_address_makes_the_first_administrator()
    {
        await using var site = await Site.Open();
        await using var olga = await site.Traveller();
        await olga.Go($"/setup#token={await Token(site)}");
        Assert.Equal($"{site.Address}/setup", olga.Page.Url);
        await Assertions.Expect(olga.Page.GetByLabel("Setup token")).ToBeHiddenAsync();
        await olga.Picture("setup");
        await olga.Fill("Full name", "Olga Site");
        await olga.Fill("E-mail address", "olga@example.org");
        await olga.Press("Begin");
        Assert.Equal("What next?", await olga.Heading());
        await olga.Picture("setup-next");
        await olga.Follow("Olga Site");
        await olga.Sees("Passkeys");
        Assert.False(File.Exists(site.DataFile("setup-token")));
    }

    [Fact]
    public async Task Without_JavaScript_the_token_is_pasted_by_hand()
    {
        await using var site = await Site.Open();
        await using var olga = await site.Traveller(320, script: false);
        await olga.Go("/setup");
        await olga.Fill("Full name", "Olga Site");
        await olga.Fill("E-mail address", "olga@example.org");
        await olga.Press("Begin");
        await olga.Sees("This is not the setup token");
        Assert.Equal(0, await site.See(db => db.People.CountAsync()));
        Assert.Equal("Olga Site", await olga.Page.GetByLabel("Full name").InputValueAsync());
        await olga.Fill("Setup token", $"{site.Address}/setup#token={await Token(site)}");
        await olga.Press("Begin");
        Assert.Equal("What next?", await olga.Heading());
        Assert.True(await site.See(db => db.People.Select(p => p.IsAdministrator).SingleAsync()));
    }

    private static async Task<string> Token(Site site) => (await File.ReadAllTextAsync(site.DataFile("setup-token"), TestContext.Current.CancellationToken)).Trim();
}
