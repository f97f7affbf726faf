using Microsoft.EntityFrameworkCore;
using Roundtable.Decisions;
using Roundtable.Journeys.Vision;

namespace Roundtable.Journeys.Decisions;

/// <summary>A vote about a seat, in secret: by page and by link, decided when the last has answered, and nobody's afterwards.</summary>
public sealed class SecretBallotTests
{
    [Fact]
    public async Task Seven_organizations_vote_in_secret_and_nobody_learns_who_said_what()
    {
        await using var site = await Site.Open();
        var table = await RiverbendTable.At(site);
        await using var ana = await table.Computer("Ana Ruiz", script: false);
        await Put(ana, table);

        await ana.Follow("Answer");
        await ana.Choose("Yes, we support it");
        await ana.Picture("secret-ballot");
        await ana.Press("Send the answer");
        await ana.Sees("Nobody sees how the answers go before it closes.");
        await ana.Go($"{table.Home}/motions/1/ballot");
        await Assertions.Expect(ana.Page.GetByRole(AriaRole.Button, new() { Name = "Send the answer" })).ToHaveCountAsync(0);
        foreach (var ((_, name, language), index) in RiverbendTable.Cast.Skip(1).Select((c, i) => (c, i)))
        {
            var (phone, me) = await table.Phone(name);
            await using var _ = phone;
            await phone.Go($"{me}/motions/1");
            var says = (index, language) switch { (< 2, _) => "No", (_, "es") => "Sí, lo apoyamos", _ => "Yes, we support it" };
            await phone.Page.Locator("label").GetByText(says, new() { Exact = true }).First.ClickAsync();
            await phone.Leave(() => phone.Page.Locator("main form button").First.ClickAsync());
        }

        await ana.Go($"{table.Home}/motions/1");
        await ana.Sees("7 of 7 organizations answered");
        await ana.Sees("Adopted");
        await ana.Picture("secret-decided");
        var motion = await site.See(db => db.Motions.AsNoTracking().AsSplitQuery().SingleAsync());
        Assert.Equal((MotionResult.Adopted, 5, 2), (motion.Result, Tally.Of(motion).For, Tally.Of(motion).Against));
        Assert.Empty(motion.Ballots);
        Assert.DoesNotContain(await site.See(db => db.Happenings.Select(h => h.Particulars).ToListAsync()), p => p.Contains("stance", StringComparison.OrdinalIgnoreCase));
    }

    private static async Task Put(Traveller ana, RiverbendTable table)
    {
        await ana.Go($"{table.Home}/decisions");
        await ana.Follow("Write a motion");
        await ana.Fill("Title", "A seat for the Housing Authority");
        await ana.Fill("Text", "The Housing Authority is offered a seat with a vote.");
        await ana.Choose("Who sits at the table");
        await ana.Choose("Yes or no");
        await ana.Choose("Secret ballot");
        await ana.Picture("motion-new");
        await ana.Press("Save and continue");
        await ana.Sees("7 organizations with a vote are asked.");
        await ana.Picture("motion-opening");
        await ana.Press("Ask 7 organizations");
        await ana.Sees("0 of 7 organizations answered");
    }
}
