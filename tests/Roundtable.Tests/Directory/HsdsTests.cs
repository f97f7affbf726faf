using System.Formats.Tar;
using System.IO.Compression;
using System.Text.Json;
using static Roundtable.Tests.Directory.DirectoryFiles;

namespace Roundtable.Tests.Directory;

/// <summary>What other directories read, against the official schemas of HSDS 3.1.</summary>
public class HsdsTests(SearchedWorld searched) : IClassFixture<SearchedWorld>
{
    [Fact]
    public async Task Every_organization_is_as_the_official_schema_says()
    {
        using var schema = Schema("schema/compiled/organization.json");
        using var browser = searched.World.Browser();
        using var list = JsonDocument.Parse((await browser.Get("/hsds/organizations?per_page=100")).Text);
        foreach (var member in (string[])["total_items", "total_pages", "page_number", "size"]) Assert.Equal(JsonValueKind.Number, list.RootElement.GetProperty(member).ValueKind);
        foreach (var member in (string[])["first_page", "last_page", "empty"]) Assert.True(list.RootElement.GetProperty(member).ValueKind is JsonValueKind.True or JsonValueKind.False);
        var wrong = new List<string>();
        var searches = new[] { "library", "government", "hyperlink", "centro" };
        var ids = new List<string>();
        foreach (var organization in list.RootElement.GetProperty("contents").EnumerateArray()) Check(schema.RootElement, organization, "list", wrong);
        foreach (var words in searches)
        {
            using var found = JsonDocument.Parse((await browser.Get($"/hsds/organizations?search={words}&per_page=15")).Text);
            ids.AddRange(found.RootElement.GetProperty("contents").EnumerateArray().Select(o => o.GetProperty("id").GetString()!));
        }
        Assert.True(ids.Count > 20);
        foreach (var id in ids)
        {
            using var one = JsonDocument.Parse((await browser.Get($"/hsds/organizations/{id}")).Text);
            Check(schema.RootElement, one.RootElement, "one", wrong);
        }
        Assert.Empty(wrong.Distinct());
    }

    [Fact]
    public void The_check_sees_what_is_wrong()
    {
        using var schema = Schema("schema/compiled/organization.json");
        using var bad = JsonDocument.Parse("""{ "id": "7", "name": 3, "web": "x", "website": "nowhere", "locations": [ { "id": "00000000-0000-0000-0000-000000000001", "location_type": "moon" } ] }""");
        var wrong = new List<string>();
        Check(schema.RootElement, bad.RootElement, "o", wrong);
        Assert.Equal(["o.description is missing", "o.id is not a uuid", "o.locations.location_type is not one of those allowed", "o.name is not a string", "o.web is not known", "o.website is not a uri"], wrong.Order(StringComparer.Ordinal));
    }

    private static JsonDocument Schema(string name)
    {
        using var tar = new TarReader(new GZipStream(File.OpenRead(WholePath("hsds/hsds-3.1-schemas.tar.gz")), CompressionMode.Decompress));
        while (tar.GetNextEntry(copyData: true) is { } entry)
            if (entry.Name.TrimStart('.', '/') == name) return JsonDocument.Parse(entry.DataStream!);
        throw new InvalidOperationException($"The schemas have no {name}.");
    }

    // As much of JSON Schema as these schemas use: type, required, properties, items, enum, format. Members they do not name are wrong here.
    private static void Check(JsonElement schema, JsonElement value, string at, List<string> wrong)
    {
        var type = schema.GetProperty("type").GetString();
        var fits = type switch
        {
            "object" => value.ValueKind is JsonValueKind.Object,
            "array" => value.ValueKind is JsonValueKind.Array,
            "number" => value.ValueKind is JsonValueKind.Number,
            "boolean" => value.ValueKind is JsonValueKind.True or JsonValueKind.False,
            _ => value.ValueKind is JsonValueKind.String,
        };
        if (!fits) wrong.Add($"{at} is not a {type}");
        else if (type == "object")
        {
            if (schema.TryGetProperty("required", out var required))
                wrong.AddRange(required.EnumerateArray().Select(r => r.GetString()!).Where(r => !value.TryGetProperty(r, out _)).Select(r => $"{at}.{r} is missing"));
            foreach (var member in value.EnumerateObject())
                if (schema.GetProperty("properties").TryGetProperty(member.Name, out var known)) Check(known, member.Value, $"{at}.{member.Name}", wrong);
                else wrong.Add($"{at}.{member.Name} is not known");
        }
        else if (type == "array")
            foreach (var item in value.EnumerateArray()) Check(schema.GetProperty("items"), item, at, wrong);
        else if (schema.TryGetProperty("enum", out var allowed) && allowed.EnumerateArray().All(a => a.GetString() != value.GetString())) wrong.Add($"{at} is not one of those allowed");
        else if (schema.TryGetProperty("format", out var format))
        {
            if (format.GetString() == "uuid" && !value.TryGetGuid(out _)) wrong.Add($"{at} is not a uuid");
            if (format.GetString() == "uri" && !Uri.IsWellFormedUriString(value.GetString(), UriKind.Absolute)) wrong.Add($"{at} is not a uri");
        }
    }
}
