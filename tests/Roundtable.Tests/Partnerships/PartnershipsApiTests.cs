using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Roundtable.Platform;

namespace Roundtable.Tests.Partnerships;

public class PartnershipsApiTests
{
    [Fact]
    public async Task A_program_founds_seats_and_reads_the_journey()
    {
        var world = await World.Shared;
        using var ana = await world.SignedIn(await world.Person("Ana Ruiz"));
        var name = $"Api {Ids.New():N}"[..16];
        var made = await Send(ana, HttpMethod.Post, "/api/v1/partnerships", new { purpose = "People can vote.", state = "VT", counties = new[] { "Washington" }, name, organization = $"{name} Library", sector = "library", others = new[] { "Barre Council" } });
        Assert.Equal(HttpStatusCode.Created, made.StatusCode);
        var partnership = await Read(made);
        var slug = partnership.GetProperty("slug").GetString();
        Assert.Equal("America/New_York", partnership.GetProperty("timeZone").GetString());

        var organization = await world.Organization($"{name} Legal Aid", Roundtable.Directory.Sector.Nonprofit);
        var seat = await Send(ana, HttpMethod.Post, $"/api/v1/partnerships/{slug}/seats", new { organization = organization.Id });
        Assert.Equal($"/api/v1/partnerships/{slug}/seats/2", $"{seat.Headers.Location}");
        var twice = await Send(ana, HttpMethod.Post, $"/api/v1/partnerships/{slug}/seats", new { organization = organization.Id });
        Assert.Equal(HttpStatusCode.UnprocessableEntity, twice.StatusCode);
        Assert.Equal("partnerships.already-seated", (await Read(twice)).GetProperty("code").GetString());

        var filled = await Send(ana, HttpMethod.Post, $"/api/v1/partnerships/{slug}/seats/2/holders", new { role = "representative", fullName = "Lee Vang", email = $"{Ids.New():N}@example.org" });
        Assert.Equal(HttpStatusCode.OK, filled.StatusCode);
        var offered = new HttpRequestMessage(HttpMethod.Put, $"/api/v1/partnerships/{slug}/seats/2/offers") { Content = JsonContent.Create(new[] { new { role = "advocacy", quantity = 4, unit = "hours-a-month", words = "At the statehouse", languages = new[] { "en" } } }) };
        offered.Headers.TryAddWithoutValidation("If-Match", $"{filled.Headers.ETag}");
        Assert.Equal(HttpStatusCode.OK, (await ana.Send(offered)).StatusCode);

        var journey = await Read(await ana.Send(new(HttpMethod.Get, $"/api/v1/partnerships/{slug}/journey")));
        Assert.Equal((10, 6), (journey.GetProperty("steps").GetArrayLength(), journey.GetProperty("requirements").GetArrayLength()));
        Assert.Equal("going", journey.GetProperty("steps")[0].GetProperty("state").GetString());
        Assert.NotEqual(0, (await Read(await ana.Send(new(HttpMethod.Get, "/api/v1/needs")))).GetArrayLength());
    }

    [Fact]
    public async Task Another_partnership_is_not_there()
    {
        var (table, other) = (await World.Found(), await World.Found("Fox County"));
        using var stranger = await other.Ana();
        foreach (var path in new[] { "", "/seats", "/seats/1", "/seats/1/brief", "/journey" })
            Assert.Equal(HttpStatusCode.NotFound, (await stranger.Send(new(HttpMethod.Get, $"/api/v1/partnerships/{table.Partnership.Slug}{path}"))).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await Send(stranger, HttpMethod.Post, $"/api/v1/partnerships/{table.Partnership.Slug}/seats/1/withdrawal", new { reason = "x" })).StatusCode);
        var list = await Read(await stranger.Send(new(HttpMethod.Get, "/api/v1/partnerships")));
        Assert.Equal(other.Partnership.Slug, Assert.Single(list.GetProperty("items").EnumerateArray()).GetProperty("slug").GetString());
    }

    [Fact]
    public async Task A_change_based_on_an_older_state_is_refused()
    {
        var table = await World.Found();
        using var ana = await table.Ana();
        var read = await ana.Send(new(HttpMethod.Get, $"/api/v1/partnerships/{table.Partnership.Slug}"));
        var change = new HttpRequestMessage(HttpMethod.Patch, $"/api/v1/partnerships/{table.Partnership.Slug}") { Content = JsonContent.Create(new { purpose = "People can read." }) };
        change.Headers.TryAddWithoutValidation("If-Match", $"{read.Headers.ETag}");
        Assert.Equal(HttpStatusCode.OK, (await ana.Send(change)).StatusCode);
        var late = new HttpRequestMessage(HttpMethod.Patch, $"/api/v1/partnerships/{table.Partnership.Slug}") { Content = JsonContent.Create(new { purpose = "People can write." }) };
        late.Headers.TryAddWithoutValidation("If-Match", $"{read.Headers.ETag}");
        Assert.Equal(HttpStatusCode.PreconditionFailed, (await ana.Send(late)).StatusCode);
    }

    private static Task<HttpResponseMessage> Send(Browser browser, HttpMethod method, string address, object body) =>
        browser.Send(new HttpRequestMessage(method, address) { Content = JsonContent.Create(body) });

    private static async Task<JsonElement> Read(HttpResponseMessage response) => JsonDocument.Parse(await response.Content.ReadAsStringAsync()).RootElement;
}
