using System.Net;
using Roundtable.Directory;

namespace Roundtable.Tests.Directory;

public class StrangersTests
{
    [Fact]
    public async Task What_people_typed_in_is_for_those_who_sign_in()
    {
        var world = await World.Shared;
        var typed = await world.Organization("Quillberry Shelter", Sector.Nonprofit);
        using var stranger = world.Browser();
        foreach (var path in (string[])[$"/directory/organizations/{typed.Id}", $"/api/v1/organizations/{typed.Id}", $"/hsds/organizations/{typed.Id}"])
            Assert.Equal(HttpStatusCode.NotFound, (await stranger.Get(path)).Status);
        foreach (var path in (string[])["/directory?q=quillberry", "/directory.csv?q=quillberry", "/api/v1/organizations?q=quillberry", "/hsds/organizations?search=quillberry"])
            Assert.DoesNotContain("Quillberry Shelter", (await stranger.Get(path)).Text, StringComparison.Ordinal);

        using var signedIn = await world.SignedIn(await world.Person("Ana Ruiz"));
        Assert.Contains("Quillberry Shelter", (await signedIn.Get("/directory?q=quillberry")).Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await signedIn.Get($"/directory/organizations/{typed.Id}")).Status);
    }
}
