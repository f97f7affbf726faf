using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Roundtable.Tests.Directory.Hsds;

/// <summary>What other directories read, against the official schemas of HSDS 3.1.</summary>
public class HsdsTests(OfferedWorld offered) : IClassFixture<OfferedWorld>
{
    [Fact]
    public async Task Every_document_is_as_the_official_schemas_say()
    {
        var wrong = new List<string>();
        foreach (var (list, schema) in ((string, string)[])[("services", "service"), ("organizations", "organization"), ("locations", "location"), ("service_at_locations", "service_at_location"), ("taxonomies", "taxonomy"), ("taxonomy_terms", "taxonomy_term")])
            foreach (var how in (string[])["", "&full=true", "&full=true&full_service=true"])
            {
                var page = await Json($"/hsds/{list}?per_page=100{how}");
                Assert.NotEmpty(page["contents"]!.AsArray());
                foreach (var row in page["contents"]!.AsArray())
                {
                    wrong.AddRange(await HsdsSchemas.Wrong(schema, row!.ToJsonString()));
                    if (how == "") wrong.AddRange(await HsdsSchemas.Wrong(schema, (await Json($"/hsds/{list}/{row["id"]}")).ToJsonString()));
                    foreach (var service in row["services"]?.AsArray() ?? []) wrong.AddRange(await HsdsSchemas.Wrong("service", service!.ToJsonString()));
                }
            }
        Assert.Empty(wrong.Distinct());
    }

    [Theory]
    [InlineData("service", "services")]
    [InlineData("organization", "organizations")]
    [InlineData("service_at_location", "service_at_locations")]
    public async Task Every_document_is_as_the_compiled_schemas_say(string schema, string list)
    {
        var compiled = await HsdsSchemas.Compiled(schema);
        foreach (var row in (await Json($"/hsds/{list}?per_page=100&full=true&full_service=true"))["contents"]!.AsArray())
            Assert.Empty(compiled.Validate(row!.ToJsonString()));
        var shown = await HsdsSchemas.Compiled($"{schema}_list");
        foreach (var row in (await Json($"/hsds/{list}?per_page=100"))["contents"]!.AsArray())
            Assert.Empty(shown.Validate(row!.ToJsonString()));
    }

    [Fact]
    public async Task The_check_sees_what_is_wrong()
    {
        Assert.Empty(await HsdsSchemas.Wrong("service", """{ "id": "00000000-0000-0000-0000-000000000001", "name": "A", "status": "active" }"""));
        Assert.Equal(4, (await HsdsSchemas.Wrong("service", """{ "id": "7", "status": "moon", "web": "x" }""")).Count());
        Assert.NotEmpty(await HsdsSchemas.Wrong("service", """{ "id": "00000000-0000-0000-0000-000000000001", "name": "A", "status": "active", "phones": [ { "id": "00000000-0000-0000-0000-000000000001", "nummer": "1" } ] }"""));
    }

    [Fact]
    public async Task A_service_tells_all_that_is_known()
    {
        var service = await Json($"/hsds/services/{offered.English.Id}");
        Assert.Equal(("ESL classes", "active", "Adults", "2026-12-01"), (service["name"]!.ToString(), service["status"]!.ToString(), service["eligibility_description"]!.ToString(), service["assured_date"]!.ToString()));
        Assert.Equal("Centro Unido", service["organization"]!["name"]!.ToString());
        Assert.Equal(["en", "vi"], service["languages"]!.AsArray().Select(l => l!["code"]!.ToString()));
        Assert.Equal([25m, null, 3.5m], service["cost_options"]!.AsArray().Select(c => c!["amount"]?.GetValue<decimal>()));
        Assert.Equal(["Photo ID", "Proof of address"], service["required_documents"]!.AsArray().Select(d => d!["document"]!.ToString()));
        Assert.Equal(["MONTHLY", "WEEKLY"], service["schedules"]!.AsArray().Select(s => s!["freq"]!.ToString()));
        var location = service["service_at_locations"]![0]!["location"]!;
        Assert.Equal("12 Main St", location["addresses"]![0]!["address_1"]!.ToString());
        Assert.Equal("Language classes", service["attributes"]![0]!["taxonomy_term"]!["name"]!.ToString());
        Assert.Equal("temporarily closed", (await Json($"/hsds/services/{offered.Shelter.Id}"))["status"]!.ToString());
    }

    [Theory]
    [InlineData("search=esl", 1)]
    [InlineData("search=centro night", 1)]
    [InlineData("search=zzz", 0)]
    [InlineData("taxonomy_term_id={term}", 1)]
    [InlineData("taxonomy_id={taxonomy}", 1)]
    [InlineData("taxonomy_id={term}", 0)]
    [InlineData("organization_id={organization}", 2)]
    [InlineData("organization_id=nonsense", 0)]
    [InlineData("organization_id={organization}&taxonomy_term_id={term}&search=night", 0)]
    [InlineData("modified_after=2026-12-01T00:00:00Z", 2)]
    [InlineData("modified_after=2027-12-01T00:00:00Z", 0)]
    public async Task All_that_is_asked_must_hold(string query, int count)
    {
        query = query.Replace("{term}", $"{offered.Term.Id}", StringComparison.Ordinal).Replace("{taxonomy}", $"{offered.Term.VocabularyId}", StringComparison.Ordinal).Replace("{organization}", $"{offered.Center.Id}", StringComparison.Ordinal);
        var page = await Json($"/hsds/services?{query}");
        Assert.Equal((count, count == 0), (page["total_items"]!.GetValue<int>(), page["empty"]!.GetValue<bool>()));
        Assert.Equal(count, (await Json($"/hsds/service_at_locations?{query}"))["total_items"]!.GetValue<int>());
    }

    [Fact]
    public async Task Lists_come_page_by_page_and_each_row_once()
    {
        var seen = new List<string>();
        for (var page = 1; ; page++)
        {
            var answer = await Json($"/hsds/organizations?per_page=7&page={page}");
            Assert.Equal((page, page == 1), (answer["page_number"]!.GetValue<int>(), answer["first_page"]!.GetValue<bool>()));
            seen.AddRange(answer["contents"]!.AsArray().Select(o => o!["id"]!.ToString()));
            if (answer["last_page"]!.GetValue<bool>()) break;
        }
        Assert.Equal((await Json("/hsds/organizations"))["total_items"]!.GetValue<int>(), seen.Distinct().Count());
        Assert.Equal(seen.Count, seen.Distinct().Count());
        var lines = (await Get("/hsds/organizations?format=ndjson")).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(seen.Order(), lines.Select(l => JsonNode.Parse(l)!["id"]!.ToString()).Order());
        Assert.Equal(["id", "last_modified"], (await Json("/hsds/services?minimal=true"))["contents"]![0]!.AsObject().Select(p => p.Key));
        Assert.Equal(1, (await Json($"/hsds/organizations?taxonomy_term_id={offered.Term.Id}"))["total_items"]!.GetValue<int>());
        Assert.True((await Json("/hsds/services?page=99"))["empty"]!.GetValue<bool>());
    }

    [Fact]
    public async Task Neither_a_hidden_address_nor_a_private_organization_is_told()
    {
        using var browser = offered.World.Browser();
        foreach (var path in (string[])["organizations?full=true&full_service=true&per_page=100", "organizations?format=ndjson&full=true", "services?full=true", "services?search=quillberry", "locations?full=true&per_page=100", "service_at_locations?full=true", $"locations/{offered.Hidden.Id}", $"services/{offered.Shelter.Id}"])
        {
            var text = await Get($"/hsds/{path}");
            Assert.DoesNotContain("Quiet Lane", text, StringComparison.Ordinal);
            Assert.DoesNotContain("Northfield", text, StringComparison.Ordinal);
            Assert.DoesNotContain("Quillberry", text, StringComparison.Ordinal);
        }
        Assert.Contains("Safe house", await Get($"/hsds/locations/{offered.Hidden.Id}"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await browser.Get($"/hsds/organizations/{offered.Private.Id}")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await browser.Get("/hsds/services/nonsense")).Status);
    }

    private async Task<JsonNode> Json(string address) => JsonNode.Parse(await Get(address))!;

    private async Task<string> Get(string address)
    {
        using var browser = offered.World.Browser();
        var page = await browser.Get(address);
        Assert.True(page.Status is HttpStatusCode.OK, $"{address}: {page.Status} {page.Text}");
        return page.Text;
    }
}
