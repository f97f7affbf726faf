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
    public async Task Languages_and_their_shares_are_said_at_once_and_count_for_the_rules()
    {
        var table = await vermont.Table();
        var (api, home) = ($"/api/v1/partnerships/{table.Partnership.Slug}", table.Home);
        using var ana = await table.Ana();
        var none = await Ask(ana, HttpMethod.Get, $"{api}/languages");
        Assert.Equal((0, JsonValueKind.Null), (none.Body.GetProperty("languages").GetArrayLength(), none.Body.GetProperty("saidAt").ValueKind));
        object said = new object[] { new { language = "Vietnamese", percent = 3.14 }, new { language = "es", percent = 12.5 }, new { language = "so" } };
        Assert.Equal(HttpStatusCode.PreconditionRequired, (await Ask(ana, HttpMethod.Put, $"{api}/languages", said)).Status);
        var first = await Ask(ana, HttpMethod.Put, $"{api}/languages", said, none.Tag);
        Assert.Equal("""[{"language":"es","name":"Spanish","percent":12.5},{"language":"so","name":"Somali","percent":null},{"language":"vi","name":"Vietnamese","percent":3.1}]""", first.Body.GetProperty("languages").GetRawText());
        Assert.Equal(HttpStatusCode.PreconditionFailed, (await Ask(ana, HttpMethod.Put, $"{api}/languages", said, none.Tag)).Status);
        await Ask(ana, HttpMethod.Post, $"{api}/coverage-rules", new { kind = "role-per-language", role = "translation", overPercent = 5 });
        Assert.Equal(2, (await Ask(ana, HttpMethod.Get, $"{api}/coverage-rules")).Body[0].GetProperty("of").GetInt32());

        var page = await ana.Get($"{home}/missing/languages/shares");
        Assert.Equal("12.5", page.Html.QuerySelector("[name='Share.es']")!.GetAttribute("value"));
        await ana.Submit(page, "shares", ("Share.so", "7 %"));
        var now = await Ask(ana, HttpMethod.Get, $"{api}/languages");
        Assert.Equal(7, now.Body.GetProperty("languages")[1].GetProperty("percent").GetDecimal());
        foreach (var wrong in (object[])[new[] { new { language = "es", percent = 101 } }, new[] { new { language = "es", percent = -1 } }, new[] { new { language = "§$%", percent = 1 } }])
            Assert.Equal(HttpStatusCode.UnprocessableEntity, (await Ask(ana, HttpMethod.Put, $"{api}/languages", wrong, now.Tag)).Status);
        Assert.Equal(now.Tag, (await Ask(ana, HttpMethod.Get, $"{api}/languages")).Tag);
        Assert.Equal(0, (await Ask(ana, HttpMethod.Put, $"{api}/languages", Array.Empty<object>(), now.Tag)).Body.GetProperty("languages").GetArrayLength());
    }

    [Fact]
    public async Task Needs_are_planned_for_served_and_dropped()
    {
        var table = await vermont.Table();
        var needs = $"/api/v1/partnerships/{table.Partnership.Slug}/planned-needs";
        using var ana = await table.Ana();
        var planned = await Ask(ana, HttpMethod.Post, needs, new { code = "imm" });
        Assert.Equal((HttpStatusCode.Created, "IMM", "Citizenship study, forms information, change of address"), (planned.Status, planned.Body.GetProperty("code").GetString(), planned.Body.GetProperty("name").GetString()));
        Assert.Equal("The table plans for this need already.", (await Ask(ana, HttpMethod.Post, needs, new { code = "IMM" })).Body.GetProperty("title").GetString());
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await Ask(ana, HttpMethod.Post, needs, new { code = "XXX" })).Status);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await Ask(ana, HttpMethod.Put, $"{needs}/IMM/partners", new[] { 999 }, planned.Tag)).Status);
        var served = await Ask(ana, HttpMethod.Put, $"{needs}/IMM/partners", new[] { table.Number, table.Number }, planned.Tag);
        Assert.Equal($"[{table.Number}]", served.Body.GetProperty("partners").GetRawText());
        Assert.Contains("checked", (await ana.Get($"{table.Home}/missing/needs/IMM")).Form("served").InnerHtml, StringComparison.Ordinal);
        Assert.Equal(1, (await Ask(ana, HttpMethod.Get, needs)).Body.GetProperty("items").GetArrayLength());
        Assert.Equal(HttpStatusCode.PreconditionFailed, (await Ask(ana, HttpMethod.Delete, $"{needs}/IMM", ifMatch: planned.Tag)).Status);
        Assert.Equal(HttpStatusCode.NoContent, (await Ask(ana, HttpMethod.Delete, $"{needs}/IMM", ifMatch: served.Tag)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await Ask(ana, HttpMethod.Get, $"{needs}/IMM")).Status);
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
