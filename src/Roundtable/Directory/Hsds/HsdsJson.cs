using System.Text.Json;
using Roundtable.Directory.Imports;
using Roundtable.Platform;

namespace Roundtable.Directory.Hsds;

/// <summary>Documents of HSDS 3 as JSON: one, a list, a page of an API, or a table by name; what is nested becomes rows that name their owner.</summary>
internal static class HsdsJson
{
    private const int Deepest = 32, MostText = 32 << 20, MostMembers = 1_500_000;

    /// <summary>Members that hold rows of another table, and how these name their owner.</summary>
    private static readonly Dictionary<string, string> nested = new()
    {
        ["organization"] = "organizations", ["service"] = "services", ["location"] = "locations", ["services"] = "services", ["locations"] = "locations", ["service_at_locations"] = "service_at_location",
        ["addresses"] = "addresses", ["phones"] = "phones", ["schedules"] = "schedules", ["languages"] = "languages", ["required_documents"] = "required_documents", ["cost_options"] = "cost_options",
        ["accessibility"] = "accessibility", ["organization_identifiers"] = "organization_identifiers", ["attributes"] = "attributes", ["taxonomy_term"] = "taxonomy", ["taxonomy_detail"] = "taxonomies",
    };

    /// <summary>Owners and the column by which their parts name them.</summary>
    private static readonly Dictionary<string, string> owners = new() { ["organizations"] = "organization_id", ["services"] = "service_id", ["locations"] = "location_id", ["service_at_location"] = "service_at_location_id" };

    public static bool Is(SourceFile file)
    {
        if (file.IsPackage || file.IsWorkbook) return false;
        using var reader = file.Open();
        int next;
        while ((next = reader.Read()) >= 0 && (char.IsWhiteSpace((char)next) || next == 0xfeff)) { }
        return next is '{' or '[';
    }

    /// <exception cref="Refusal">No JSON, or deeper than any document of HSDS.</exception>
    public static void Read(SourceFile file, HsdsTables tables)
    {
        var text = Text(file);
        try
        {
            using var json = JsonDocument.Parse(text, new() { MaxDepth = Deepest, AllowTrailingCommas = true });
            var seen = new HashSet<(string, string)>();
            var number = 0;
            foreach (var (table, document) in Documents(json.RootElement)) Put(document, table, ++number, [], tables, seen);
        }
        catch (JsonException wrong)
        {
            throw new Refusal("import.json-wrong", "Input.File", (wrong.LineNumber ?? 0) + 1);
        }
    }

    // A document is held as a whole, and each of its members costs as much as a long word.
    private static ReadOnlyMemory<byte> Text(SourceFile file)
    {
        if (file.Length > MostText) throw new Refusal("import.json-too-large", "Input.File", MostText >> 20);
        using var reader = file.Open();
        using var text = new MemoryStream((int)file.Length + 3);
        using var writer = new StreamWriter(text);
        var (chunk, members) = (new char[1 << 15], 0);
        for (int read; (read = reader.Read(chunk)) > 0; writer.Write(chunk.AsSpan(0, read)))
            if ((members += chunk.AsSpan(0, read).CountAny(',', '{', '[')) > MostMembers) throw new Refusal("import.json-too-large", "Input.File", MostText >> 20);
        writer.Flush();
        return text.GetBuffer().AsMemory(0, (int)text.Length);
    }

    private static IEnumerable<(string Table, JsonElement Document)> Documents(JsonElement root) => root.ValueKind switch
    {
        JsonValueKind.Array => root.EnumerateArray().SelectMany(Documents),
        JsonValueKind.Object when root.TryGetProperty("contents", out var contents) => Documents(contents),
        JsonValueKind.Object when root.EnumerateObject().All(m => m.Value.ValueKind is JsonValueKind.Array && HsdsTables.NameOf(m.Name) is not null || m.Name is "contacts" or "contacts.csv") =>
            root.EnumerateObject().Where(m => HsdsTables.NameOf(m.Name) is not null).SelectMany(m => m.Value.EnumerateArray().Select(d => (HsdsTables.NameOf(m.Name)!, d))),
        JsonValueKind.Object => [(TableOf(root), root)],
        _ => [],
    };

    // A document says what it is by what only its kind has.
    private static string TableOf(JsonElement d) =>
        d.TryGetProperty("location_type", out _) ? "locations"
        : d.TryGetProperty("service", out _) && d.TryGetProperty("location", out _) || d.TryGetProperty("service_id", out _) && d.TryGetProperty("location_id", out _) ? "service_at_location"
        : d.TryGetProperty("status", out _) || d.TryGetProperty("organization", out _) || d.TryGetProperty("service_at_locations", out _) ? "services"
        : HasAny(d, "taxonomy_detail", "taxonomy_id", "term_uri", "parent_id") ? "taxonomy"
        : HasAny(d, "version", "profile") && !HasAny(d, "website", "legal_status", "locations", "services", "phones") ? "taxonomies" : "organizations";

    private static bool HasAny(JsonElement document, params ReadOnlySpan<string> members)
    {
        foreach (var member in members) if (document.TryGetProperty(member, out _)) return true;
        return false;
    }

    private static void Put(JsonElement document, string table, int number, Dictionary<string, string> owner, HsdsTables tables, HashSet<(string, string)> seen)
    {
        if (document.ValueKind is not JsonValueKind.Object) return;
        var cells = new Dictionary<string, string>(owner);
        foreach (var member in document.EnumerateObject())
            if (member.Value.ValueKind is JsonValueKind.String or JsonValueKind.Number or JsonValueKind.True or JsonValueKind.False && $"{member.Value}".Trim() is { Length: > 0 } text) cells[member.Name] = text;
        var id = cells.GetValueOrDefault("id") ?? "";
        // The same organization stands in each of its services.
        if (id.Length > 0 && !seen.Add((table, id))) return;
        var below = owners.TryGetValue(table, out var column) && id.Length > 0 ? new Dictionary<string, string> { [column] = id } : [];
        foreach (var member in document.EnumerateObject().Where(m => nested.ContainsKey(m.Name) && (column is not null || m.Value.ValueKind is JsonValueKind.Object)))
        {
            // What stands above is named by the row itself: a service's organization, a term of an attribute.
            var isAbove = member.Value.ValueKind is JsonValueKind.Object;
            if (isAbove && member.Value.TryGetProperty("id", out var above)) cells.TryAdd($"{member.Name}_id", $"{above}");
            IEnumerable<JsonElement> parts = isAbove ? [member.Value] : member.Value.ValueKind is JsonValueKind.Array ? member.Value.EnumerateArray() : [];
            foreach (var part in parts) Put(part, nested[member.Name], number, isAbove ? [] : below, tables, seen);
        }
        tables.Put(new HsdsRow(table, number, [.. cells.Select(c => KeyValuePair.Create(tables.Known(c.Key), c.Value))]));
    }
}
