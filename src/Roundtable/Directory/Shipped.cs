using System.IO.Compression;

namespace Roundtable.Directory;

/// <summary>The small tables that come with the product, inside the assembly.</summary>
internal static class Shipped
{
    public static Stream Open(string name)
    {
        var stream = typeof(Shipped).Assembly.GetManifestResourceStream($"Roundtable.Directory.Data.{name}")
            ?? throw new InvalidOperationException($"The table {name} is not in the assembly.");
        return name.EndsWith(".gz", StringComparison.Ordinal) ? new GZipStream(stream, CompressionMode.Decompress) : stream;
    }

    /// <summary>Rows of a tab-separated table without its header, each padded to the header's width.</summary>
    public static IEnumerable<string[]> Rows(string name)
    {
        using var reader = new StreamReader(Open(name));
        var width = reader.ReadLine()!.Split('\t').Length;
        while (reader.ReadLine() is { } line)
        {
            var cells = line.Split('\t');
            Array.Resize(ref cells, width);
            yield return [.. cells.Select(c => c ?? "")];
        }
    }
}
