using System.Collections.Concurrent;
using System.Formats.Tar;
using System.IO.Compression;
using NJsonSchema;
using Roundtable.Tests.HouseRules;

namespace Roundtable.Tests.Directory.Hsds;

/// <summary>The official schemas of HSDS 3.1: those kept beside the tests, and the compiled ones of the specification where they are at hand.</summary>
internal static class HsdsSchemas
{
    private static readonly ConcurrentDictionary<string, Lazy<Task<JsonSchema>>> read = new();

    /// <summary>What is wrong with the document; also a member that the specification does not know.</summary>
    public static async Task<IEnumerable<string>> Wrong(string schema, string json) => (await Of(schema)).Validate(json).Select(e => $"{schema}: {e}");

    /// <summary>A schema that names all parts in full, from the whole specification.</summary>
    public static async Task<JsonSchema> Compiled(string name)
    {
        await using var tar = new TarReader(new GZipStream(File.OpenRead(DirectoryFiles.WholePath("hsds/hsds-3.1-schemas.tar.gz")), CompressionMode.Decompress));
        while (await tar.GetNextEntryAsync(copyData: true) is { } entry)
            if (entry.Name.TrimStart('.', '/') == $"schema/compiled/{name}.json") return await JsonSchema.FromJsonAsync(entry.DataStream!);
        throw new InvalidOperationException($"The specification has no {name}.");
    }

    private static Task<JsonSchema> Of(string name) => read.GetOrAdd(name, n => new(async () =>
    {
        var schema = await JsonSchema.FromFileAsync(Path.Combine(House.Root, "tests/Roundtable.Tests/Directory/Data/hsds-3.1", $"{n}.json"));
        KnowAll(schema, []);
        return schema;
    })).Value;

    // The compiled documents put services into organizations and into services at locations; the schemas of the parts leave that out.
    private static void KnowAll(JsonSchema schema, HashSet<JsonSchema> known)
    {
        schema = schema.ActualSchema;
        if (!known.Add(schema)) return;
        schema.AllowAdditionalProperties = schema.Properties.ContainsKey("legal_status") || schema.Properties.ContainsKey("location_id") && schema.Properties.ContainsKey("location");
        foreach (var property in schema.Properties.Values)
        {
            KnowAll(property, known);
            if (property.ActualSchema.Item is { } item) KnowAll(item, known);
        }
    }
}
