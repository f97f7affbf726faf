using Microsoft.EntityFrameworkCore;
using Roundtable.People;

namespace Roundtable.Journeys.People;

/// <summary>A passkey made and used by a real browser, with a device that says yes by itself.</summary>
public sealed class PasskeyTests
{
    [Fact]
    public async Task Somebody_adds_a_passkey_and_signs_in_with_it()
    {
        await using var site = await Site.Open();
        await using var ana = await site.Traveller();
        await site.SignIn(ana, await site.Person("Ana Ruiz", "ana@example.org"));
        var device = await ana.Page.Context.NewCDPSessionAsync(ana.Page);
        await device.SendAsync("WebAuthn.enable");
        await device.SendAsync("WebAuthn.addVirtualAuthenticator", new()
        {
            ["options"] = new Dictionary<string, object>
            {
                ["protocol"] = "ctap2", ["transport"] = "internal", ["hasResidentKey"] = true, ["hasUserVerification"] = true, ["isUserVerified"] = true, ["automaticPresenceSimulation"] = true,
            }
        });

        await ana.Go("/profile/passkeys");
        await ana.Fill("Name", "My laptop");
        await ana.Press("Add a passkey");
        await ana.Sees("My laptop");
        Assert.Equal(1, await site.See(db => db.Passkeys.CountAsync()));

        await ana.Follow("Sign out");
        await ana.Press("Sign out");
        Assert.Equal("You are signed out", await ana.Heading());
        await ana.Follow("Sign in");
        await ana.Press("Sign in with a passkey");
        await ana.Follow("Ana Ruiz");
        Assert.NotNull(await site.See(db => db.Passkeys.Select(k => k.UsedAt).SingleAsync()));
    }
}
