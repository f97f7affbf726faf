using System.IO.Compression;
using System.Text.Json;
using Roundtable.Directory.Imports;

namespace Roundtable.Tests.Directory.Hsds;

public class HsdsPackageTests(OfferedWorld offered) : IClassFixture<OfferedWorld>
{
    [Fact]
    public async Task The_package_holds_each_table_it_names_with_those_columns_and_whole_references()
    {
        using var zip = await Package();
        using var about = JsonDocument.Parse(await zip.GetEntry("datapackage.json")!.OpenAsync());
        var ids = new Dictionary<string, HashSet<string>>();
        var tables = about.RootElement.GetProperty("resources").EnumerateArray().ToDictionary(r => r.GetProperty("name").GetString()!, r => Rows(zip, r.GetProperty("path").GetString()!));
        foreach (var resource in about.RootElement.GetProperty("resources").EnumerateArray())
        {
            var (columns, rows) = tables[resource.GetProperty("name").GetString()!];
            Assert.Equal(resource.GetProperty("schema").GetProperty("fields").EnumerateArray().Select(f => f.GetProperty("name").GetString()!), columns);
            Assert.Equal(rows.Count, rows.Select(r => r["id"]).Distinct().Count());
            ids[resource.GetProperty("name").GetString()!] = [.. rows.Select(r => r["id"])];
        }
        foreach (var (column, table) in ((string, string)[])[("organization_id", "organizations"), ("service_id", "services"), ("location_id", "locations"), ("taxonomy_term_id", "taxonomy_terms"), ("taxonomy_id", "taxonomies"), ("link_id", "services")])
            Assert.All(tables.Values.SelectMany(t => t.Rows).Where(r => r.GetValueOrDefault(column) is { Length: > 0 }), r => Assert.Contains(r[column], ids[table]));
        Assert.Equal(2, tables["services"].Rows.Count);
        Assert.Equal(2, tables["service_at_location"].Rows.Count);
        Assert.All(["schedules", "languages", "cost_options", "required_documents", "accessibility", "attributes", "addresses", "phones"], t => Assert.NotEmpty(tables[t].Rows));
    }

    [Fact]
    public async Task The_package_tells_neither_a_hidden_address_nor_a_private_organization()
    {
        using var zip = await Package();
        foreach (var entry in zip.Entries)
        {
            using var reader = new StreamReader(await entry.OpenAsync());
            var text = await reader.ReadToEndAsync();
            Assert.All(["Quiet Lane", "Northfield", "Quillberry"], secret => Assert.DoesNotContain(secret, text, StringComparison.Ordinal));
        }
    }

    private async Task<ZipArchive> Package()
    {
        using var browser = offered.World.Browser();
        using var response = await browser.Send(new HttpRequestMessage(HttpMethod.Get, "/hsds/datapackage.zip"));
        Assert.Equal("application/zip", response.Content.Headers.ContentType!.MediaType);
        return new ZipArchive(new MemoryStream(await response.Content.ReadAsByteArrayAsync()));
    }

    private static (string[] Columns, List<Dictionary<string, string>> Rows) Rows(ZipArchive zip, string file)
    {
        using var sheet = new SheetReader(new StreamReader(zip.GetEntry(file)!.Open()));
        var columns = SheetHeader.Read(sheet).Names;
        var rows = new List<Dictionary<string, string>>();
        while (sheet.Read()) rows.Add(columns.Select((c, i) => (c, Cell: sheet[i])).ToDictionary(c => c.c, c => c.Cell));
        return ([.. columns], rows);
    }
}
