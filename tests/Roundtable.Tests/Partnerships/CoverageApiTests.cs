using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Roundtable.Directory;

namespace Roundtable.Tests.Partnerships;

public class CoverageApiTests(VermontWorld vermont) : IClassFixture<VermontWorld>
{
    private static async Task<(HttpStatusCode Status, JsonElement Body, string? Tag)> Ask(Browser browser, HttpMethod method, string address, object? body = null, string? ifMatch = null)
    {
        var request = new HttpRequestMessage(method, address) { Content = body is null ? null : JsonContent.Create(body) };
        if (ifMatch is not null) request.Headers.TryAddWithoutValidation("If-Match", ifMatch);
        using var response = await browser.Send(request);
        var text = await response.Content.ReadAsStringAsync();
        return (response.StatusCode, text == "" ? default : JsonDocument.Parse(text).RootElement, response.Headers.ETag?.ToString());
    }

    [Fact]
    public async Task Rules_candidates_and_ties_are_there_for_programs_and_for_members_only()
    {
        var (table, other) = (await vermont.Table(), await vermont.Table());
        var api = $"/api/v1/partnerships/{table.Partnership.Slug}";
        using var ana = await table.Ana();
        using var stranger = await other.Ana();
        var rule = await Ask(ana, HttpMethod.Post, $"{api}/coverage-rules", new { kind = "sector", sector = "government" });
        Assert.Equal((HttpStatusCode.Created, 1), (rule.Status, rule.Body.GetProperty("number").GetInt32()));
        var coverage = (await Ask(ana, HttpMethod.Get, $"{api}/coverage")).Body;
        Assert.Equal("0 of 1 organizations: Government", coverage.GetProperty("rules")[0].GetProperty("says").GetString());
        Assert.Contains(coverage.GetProperty("lines").EnumerateArray(), l => l.GetProperty("isHole").GetBoolean() && l.GetProperty("href").GetString()!.EndsWith("finder?role=translation&sector=nonprofit", StringComparison.Ordinal));
        var candidates = (await Ask(ana, HttpMethod.Get, $"{api}/candidates?role=training&sector=education&miles=100")).Body;
        var first = candidates[0];
        Assert.Contains("Could train people", first.GetProperty("why").EnumerateArray().Select(w => w.GetString()));

        Assert.NotEqual(0, (await Ask(ana, HttpMethod.Get, $"{api}/candidates?county=50023")).Body.GetArrayLength());
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await Ask(ana, HttpMethod.Get, $"{api}/candidates?county=') | ('x")).Status);

        var organization = first.GetProperty("organization").GetGuid();
        var tie = await Ask(ana, HttpMethod.Post, $"{api}/ties", new { seat = table.Number, organization, kind = "knows-somebody" });
        Assert.Equal(HttpStatusCode.Created, tie.Status);
        Assert.Equal("knows-somebody", (await Ask(ana, HttpMethod.Get, $"{api}/ties")).Body.GetProperty("items")[0].GetProperty("kind").GetString());
        Assert.Equal(HttpStatusCode.NoContent, (await Ask(ana, HttpMethod.Delete, $"{api}/ties/1", ifMatch: tie.Tag)).Status);
        Assert.Equal(HttpStatusCode.PreconditionRequired, (await Ask(ana, HttpMethod.Delete, $"{api}/coverage-rules/1")).Status);
        Assert.Equal(HttpStatusCode.NoContent, (await Ask(ana, HttpMethod.Delete, $"{api}/coverage-rules/1", ifMatch: rule.Tag)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await Ask(ana, HttpMethod.Delete, $"{api}/coverage-rules/1", ifMatch: rule.Tag)).Status);
        foreach (var path in (string[])["coverage", "candidates", "coverage-rules", "ties"]) Assert.Equal(HttpStatusCode.NotFound, (await Ask(stranger, HttpMethod.Get, $"{api}/{path}")).Status);
    }

    [Fact]
    public async Task A_prospect_says_who_else_was_in_touch_and_goes_again()
    {
        var (mine, theirs) = (await vermont.Table(), await vermont.Table());
        var clinic = await vermont.World.Organization($"Clinic {Roundtable.Platform.Ids.New():N}", Sector.Health);
        var there = await theirs.Prospect(clinic.ShownName, Sector.Health, organization: clinic.Id);
        using var other = await theirs.Ana();
        await other.Submit(await other.Get($"{theirs.Home}/prospects/{there.Number}/contacts"), "contact");
        using var ana = await mine.Ana();
        var api = $"/api/v1/partnerships/{mine.Partnership.Slug}/prospects";
        var added = await Ask(ana, HttpMethod.Post, api, new { organization = clinic.Id });
        Assert.Equal("Somebody of another partnership on this site was in touch with them this week.", added.Body.GetProperty("others")[0].GetString());
        Assert.Equal(HttpStatusCode.NoContent, (await Ask(ana, HttpMethod.Delete, $"{api}/1", ifMatch: added.Tag)).Status);
    }

    [Fact]
    public async Task The_directory_is_filtered_by_role_need_level_language_and_street()
    {
        using var anyone = vermont.World.Browser();
        async Task<IReadOnlyList<JsonElement>> Find(string query) => [.. (await Ask(anyone, HttpMethod.Get, $"/api/v1/organizations?near=05602&miles=100&limit=100&{query}")).Body.GetProperty("items").EnumerateArray()];
        Assert.All(await Find("language=vi"), o => Assert.Contains("vi", o.GetProperty("languages").EnumerateArray().Select(l => l.GetString())));
        Assert.All(await Find("street=yes"), o => Assert.False(o.GetProperty("isPoBoxOnly").GetBoolean()));
        Assert.NotEmpty(await Find("level=local"));
        Assert.All(await Find("need=DIG&role=training"), o => Assert.Contains(o.GetProperty("why").EnumerateArray(), w => w.GetString()!.StartsWith("Serves: E-mail", StringComparison.Ordinal)));
        foreach (var wrong in (string[])["role=king", "need=XXX", "level=moon", "street=perhaps"])
            Assert.Equal(HttpStatusCode.UnprocessableEntity, (await Ask(anyone, HttpMethod.Get, $"/api/v1/organizations?{wrong}")).Status);
    }
}
