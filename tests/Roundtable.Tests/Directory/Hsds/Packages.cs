using System.IO.Compression;
using System.Text;
using Roundtable.Directory.Imports;

namespace Roundtable.Tests.Directory.Hsds;

/// <summary>Data packages made for a test.</summary>
internal static class Packages
{
    public const string Organizations = "id,name,description,url,tax_id\n1,CENTRO UNIDO,Help for new arrivals,centro.example.org,03-0211842\n2,Bridge Guild,Crafts,,\n";
    public const string Locations = "id,organization_id,name,latitude,longitude\n10,1,Main house,,\n11,1,Safe house,44.1,-72.6\n12,9,Nobody's,,\n";
    public const string Addresses = "id,location_id,address_1,city,state_province,postal_code,country,is_private\n1,10,12 Main St,Montpelier,VT ,05602,US,\n2,11,77 Quiet Lane,Northfield,VT,05663,US,true\n3,99,1 Elm St,Barre,VT,05641,US,\n";
    public const string Services = "id,organization_id,name,description,status,fees,email\n100,1,ESL classes,English\\nfor adults,active,$5 a class,learn@example.org\n101,2,Quilting,,,,\n102,9,Lost,,active,,\n103,1,,no name,active,,\n";
    public const string At = "id,service_id,location_id\n1,100,10\n2,100,11\n";
    public const string Schedules = "id,service_id,weekday,opens_at,closes_at\n1,100,Monday,9:00am,5:00pm\n2,100,Tuesday,9:00am,5:00pm\n3,100,Someday,9:00am,5:00pm\n";
    public const string Languages = "id,service_id,language\n1,100,Vietnamese\n";
    public const string Documents = "id,service_id,document\n1,100,Photo ID\n";
    public const string Eligibility = "id,service_id,eligibility\n1,,Adults\n2,100,Adults\n";
    public const string Taxonomy = "id,name,parent_id,vocabulary\nPH-1,English Language,,AIRS\n";
    public const string Meant = "id,service_id,taxonomy_id\n1,100,PH-1\n2,100,PH-9\n";
    public const string Contacts = "id,organization_id,name,email\n1,1,Petra Personsdottir,petra@example.org\n";
    public const string Phones = "id,organization_id,service_id,contact_id,number\n1,1,,,802-555-0100\n2,,100,,802-555-0102\n3,,,1,802-555-0199\n";

    private static readonly (string Table, string Text)[] usual =
    [
        ("organizations", Organizations), ("locations", Locations), ("physical_addresses", Addresses), ("services", Services), ("services_at_location", At), ("regular_schedules", Schedules), ("languages", Languages), ("required_documents", Documents),
        ("eligibility", Eligibility), ("taxonomy", Taxonomy), ("services_taxonomy", Meant), ("contacts", Contacts), ("phones", Phones),
    ];

    /// <summary>As Miami's: the description names the files without their folder.</summary>
    public static async Task<SourceFile> Usual(params (string Table, string Text)[] instead) => await SourceFile.Of("valley-2026-11.zip", await Bytes(instead));

    public static async Task<byte[]> Bytes(params (string Table, string Text)[] instead)
    {
        using var stream = new MemoryStream();
        await using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
            foreach (var (name, text) in usual.Select(t => ($"data/{t.Table}.csv", instead.Where(i => i.Table == t.Table).Select(i => i.Text).FirstOrDefault(t.Text))).Prepend(("datapackage.json", """{ "resources": [ { "path": "organizations.csv" } ] }""")))
            {
                await using var entry = await zip.CreateEntry(name).OpenAsync();
                await entry.WriteAsync(Encoding.UTF8.GetBytes(text));
            }
        return stream.ToArray();
    }
}
