namespace Roundtable.Tests.HouseRules;

/// <summary>Files stay small enough to read whole.</summary>
public class SizeTests
{
    private const string Exceptions = "tests/Roundtable.Tests/HouseRules/size-exceptions.txt";

    private static int LimitOf(string path) => path.EndsWith(".razor", StringComparison.Ordinal) ? 150 : path.StartsWith("tests/", StringComparison.Ordinal) ? 400 : 300;

    private static IEnumerable<string> TooLong(IEnumerable<SourceFile> files, IReadOnlyDictionary<string, int> exceptions)
    {
        foreach (var file in files)
        {
            var (lines, limit) = (file.Lines.Length, LimitOf(file.Path));
            if (exceptions.TryGetValue(file.Path, out var allowed))
            {
                if (lines <= limit) yield return $"{file.Path} has {lines} lines: take it off {Exceptions}";
                else if (lines > allowed) yield return $"{file.Path} grew from {allowed} to {lines} lines";
            }
            else if (lines > limit) yield return $"{file.Path} has {lines} lines, {limit} are allowed";
        }
        foreach (var gone in exceptions.Keys.Where(e => !File.Exists(Path.Combine(House.Root, e)))) yield return $"{gone} is gone: take it off {Exceptions}";
    }

    private static Dictionary<string, int> Known() =>
        new SourceFile(Exceptions).Lines.Where(l => l.Length > 0 && l[0] != '#').Select(l => l.Split(' ')).ToDictionary(p => p[0], p => int.Parse(p[1], System.Globalization.CultureInfo.InvariantCulture));

    private static IEnumerable<SourceFile> All => House.Files("src", ".cs", ".razor").Concat(House.Files("tests", ".cs"));

    [Fact]
    public void Files_keep_their_size() => House.None(TooLong(All, Known()), "Split by what it is about, not by length.");

    [Fact]
    public void A_file_over_its_size_is_seen()
    {
        var longest = new SourceFile("src/Roundtable/Planted.cs") { Text = string.Join('\n', Enumerable.Repeat("line", 301)) };
        Assert.Single(TooLong([longest], new Dictionary<string, int>()));
        Assert.Contains("grew", TooLong([longest], new Dictionary<string, int> { [longest.Path] = 300 }).First(), StringComparison.Ordinal);
    }

    [Fact]
    public void Half_of_the_files_are_short()
    {
        var sizes = House.Files("src", ".cs").Select(f => f.Lines.Length).Order().ToList();
        TestContext.Current.TestOutputHelper?.WriteLine($"Median of {sizes.Count} files: {sizes[sizes.Count / 2]} lines.");
        Assert.True(sizes[sizes.Count / 2] <= 80, $"The median file has {sizes[sizes.Count / 2]} lines; aim for 60.");
    }
}
