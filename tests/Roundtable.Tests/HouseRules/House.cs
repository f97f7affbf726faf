using System.Reflection;
using System.Text.RegularExpressions;
using Roundtable.Platform.Data;

namespace Roundtable.Tests.HouseRules;

/// <summary>The files and assemblies the house rules look at.</summary>
internal static partial class House
{
    public static readonly string Root = FindRoot();
    public static readonly Assembly[] Assemblies = [typeof(RoundtableDb).Assembly, typeof(Product).Assembly];

    /// <summary>What is no capability although it has a folder.</summary>
    public static readonly string[] NoCapability = ["Layout", "Demo", "Properties", "wwwroot", "bin", "obj", "node_modules"];

    public static IEnumerable<string> Capabilities =>
        System.IO.Directory.EnumerateDirectories(Path.Combine(Root, "src/Roundtable")).Select(d => Path.GetFileName(d)).Where(d => !NoCapability.Contains(d)).Order(StringComparer.Ordinal);

    /// <summary>Every file of ours below a folder, with its path from the root.</summary>
    public static IEnumerable<SourceFile> Files(string under, params string[] endings) =>
        System.IO.Directory.EnumerateFiles(Path.Combine(Root, under), "*", SearchOption.AllDirectories)
            .Select(f => Path.GetRelativePath(Root, f).Replace('\\', '/'))
            .Where(f => !Made().IsMatch(f) && (endings.Length == 0 || endings.Any(e => f.EndsWith(e, StringComparison.Ordinal))))
            .Order(StringComparer.Ordinal).Select(f => new SourceFile(f));

    /// <summary>Compiled and generated: not ours to keep small.</summary>
    [GeneratedRegex("(^|/)(bin|obj|node_modules|artifacts|TestResults|\\.git|data)/|/Data/Migrations/(Sqlite|Postgres)/.*_Initial|DbModelSnapshot\\.cs$|^src/[^/]+/wwwroot/.*\\.css$")]
    private static partial Regex Made();

    /// <summary>Fails with every violation on its own line.</summary>
    public static void None(IEnumerable<string> violations, string rule)
    {
        var found = violations.ToList();
        Assert.True(found.Count == 0, $"{rule}\n  {string.Join("\n  ", found)}");
    }

    private static string FindRoot()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "Roundtable.slnx"))) folder = Path.GetDirectoryName(folder) ?? throw new InvalidOperationException("The tests run inside the repository.");
        return folder;
    }
}

/// <summary>A file, read when asked.</summary>
internal sealed record SourceFile(string Path)
{
    private string? text;
    public string Text { get => text ??= File.ReadAllText(System.IO.Path.Combine(House.Root, Path)); init => text = value; }
    public string[] Lines => Text.ReplaceLineEndings("\n").TrimEnd('\n').Split('\n');
    public string Name => System.IO.Path.GetFileNameWithoutExtension(Path);

    /// <summary>Where the pattern is found, as "path:line: the line".</summary>
    public IEnumerable<string> Find(Regex pattern) =>
        Lines.Select((line, i) => (line, i)).Where(l => pattern.IsMatch(l.line)).Select(l => $"{Path}:{l.i + 1}: {l.line.Trim()}");
}
