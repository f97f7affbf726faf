using Microsoft.EntityFrameworkCore;
using Roundtable.Partnerships;

namespace Roundtable.Journeys.People;

/// <summary>Hands that use no mouse.</summary>
public sealed class KeyboardTests
{
    [Fact]
    public async Task Somebody_signs_in_and_founds_a_partnership_by_keyboard_alone()
    {
        await using var site = await Site.Open();
        await site.Person("Ana Ruiz", "ana@example.org");
        await using var ana = await site.Traveller();
        await ana.Go("/");
        await ana.TabTo("Skip to the content");
        await ana.TabTo("Sign in");
        await ana.Leave(() => ana.Key("Enter"));
        await ana.Type("E-mail address", "ana@example.org");
        await ana.TabTo("Mail me a link and a code");
        await ana.Leave(() => ana.Key("Enter"));
        await ana.Type("Code from the mail", (await site.LetterTo("ana@example.org")).Code());
        await ana.Leave(() => ana.Key("Enter"));
        await ana.TabTo("Found a partnership");
        await ana.Leave(() => ana.Key("Enter"));
        await ana.Type("One sentence about", "Everyone in our county can renew a license online.");
        await ana.Type("State", "Vermont");
        await ana.Type("Counties", "Washington");
        await ana.TabTo("Continue");
        await ana.Leave(() => ana.Key("Enter"));
        Assert.Equal("Which organization are you from, and who else is in?", await ana.Heading());
        await ana.Type("Your organization", "Aldrich Public Library");
        await ana.TabTo("Continue");
        await ana.Leave(() => ana.Key("Enter"));
        await ana.TabTo("Found the partnership");
        await ana.Leave(() => ana.Key("Enter"));
        await ana.Sees("1 organization · Washington County");
        Assert.Equal(1, await site.See(db => db.Partnerships.CountAsync()));
    }
}
