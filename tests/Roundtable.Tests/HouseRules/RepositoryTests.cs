using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;

namespace Roundtable.Tests.HouseRules;

/// <summary>Files, names, packages, migrations.</summary>
public partial class RepositoryTests
{
    private static readonly string[] Suffixes = ["Service", "Manager", "Helper", "Helpers", "Util", "Utils", "Repository", "Dto", "Impl"];

    private static IEnumerable<string> Vague(IEnumerable<string> names) => names.Where(n => Suffixes.Any(s => n.EndsWith(s, StringComparison.Ordinal)));

    [Fact]
    public void Types_are_called_what_they_are() =>
        House.None(Vague(House.Assemblies.SelectMany(a => a.GetTypes()).Where(t => !t.Name.StartsWith('<')).Select(t => t.Name.Split('`')[0])), "A noun of the partnership's life, without a suffix.");

    [Fact]
    public void A_vague_name_is_seen() => Assert.Equal(["SeatManager", "MailImpl"], Vague(["SeatManager", "Seat", "MailImpl"]));

    private static IEnumerable<string> Unexplained(SourceFile file)
    {
        var lines = file.Lines;
        for (var i = 0; i < lines.Length; i++)
        {
            if (PublicType().Match(lines[i]) is not { Success: true } type) continue;
            var above = i - 1;
            while (above >= 0 && lines[above].StartsWith('[')) above--;
            if (above < 0 || !lines[above].StartsWith("///", StringComparison.Ordinal)) yield return $"{file.Path}:{i + 1}: {type.Groups["name"].Value}";
        }
    }

    // What tables keep, doors show and happenings tell is said where the record is.
    private static bool SaysItself(SourceFile file) => file.Name.EndsWith("Tables", StringComparison.Ordinal) || file.Name.EndsWith("Happenings", StringComparison.Ordinal) || file.Name.EndsWith("Api", StringComparison.Ordinal);

    [Fact]
    public void Every_public_type_of_a_capability_says_what_it_stands_for() =>
        House.None(House.Capabilities.SelectMany(c => House.Files($"src/Roundtable/{c}", ".cs")).Where(f => !SaysItself(f)).SelectMany(Unexplained), "One to three /// lines: what it is in the partnership's life.");

    [Fact]
    public void An_unexplained_type_is_seen() => Assert.Single(Unexplained(new("planted.cs") { Text = "namespace X;\n\n[Flags]\npublic sealed record Planted(int A);\n\n/// <summary>Said.</summary>\npublic class Said;" }));

    [Fact]
    public void Every_capability_introduces_itself() =>
        House.None(House.Capabilities.Select(c => $"src/Roundtable/{c}/README.md").Select(p => !File.Exists(Path.Combine(House.Root, p)) ? $"{p} is missing" : new SourceFile(p).Lines.Length > 60 ? $"{p} has more than 60 lines" : "").Where(p => p != ""), "What for, nouns, rules, addresses, happenings.");

    [Fact]
    public void Tests_of_rules_alone_say_so_and_others_do_not() =>
        House.None(House.Files("tests/Roundtable.Tests", "Tests.cs").Where(f => !f.Path.Contains("/HouseRules/", StringComparison.Ordinal)).SelectMany(WrongRules), "[Rules] marks a class whose tests open no site and no database.");

    [Theory, InlineData("[Rules]\npublic class PlantedTests { World w; }"), InlineData("public class PlantedTests { }")]
    public void A_wrong_mark_is_seen(string text) => Assert.Single(WrongRules(new("PlantedTests.cs") { Text = text }));

    private static IEnumerable<string> WrongRules(SourceFile file) =>
        Opens().IsMatch(file.Text) == file.Text.Contains("[Rules]", StringComparison.Ordinal) ? [file.Path] : [];

    [GeneratedRegex(@"\b(?:\w*World|TestDatabase|Browser|AsAdministrator)\b")]
    private static partial Regex Opens();

    [Fact]
    public void Lock_files_name_no_addresses() =>
        House.None(House.Files("", "package-lock.json", "packages.lock.json").SelectMany(f => f.Find(Address())), "A lock file says what and its hash, not where from.");

    [Theory]
    [InlineData("      \"resolved\": \"x\",")]
    [InlineData("  \"x\": \"https://example.org/x.tgz\"")]
    public void An_address_in_a_lock_file_is_seen(string line) => Assert.Single(new SourceFile("package-lock.json") { Text = line }.Find(Address()));

    private static IEnumerable<SourceFile> Texts => House.Files("", ".cs", ".razor", ".md", ".json", ".csproj", ".props", ".targets", ".slnx", ".scss", ".js", ".mjs", ".txt", ".yml", ".editorconfig", ".npmrc", ".config")
        .Concat(System.IO.Directory.EnumerateFiles(Path.Combine(House.Root, "bin")).Select(f => new SourceFile($"bin/{Path.GetFileName(f)}")))
        .Where(f => !f.Path.EndsWith("/RepositoryTests.cs", StringComparison.Ordinal));

    [Fact]
    public void Nothing_speaks_of_a_machine() => House.None(Texts.SelectMany(f => f.Find(Machine())), "No paths of a workplace, no registry hosts.");

    [Theory]
    [InlineData("cd /wo" + "rk/main")]
    [InlineData("see /ro" + "ot/.nuget")]
    [InlineData("registry=https://registry.npmjs.org/")]
    public void A_machine_is_seen(string line) => Assert.Single(new SourceFile("planted.md") { Text = line }.Find(Machine()));

    private static Dictionary<string, string> Reviewed() =>
        new SourceFile("docs/licences.csv").Lines.Skip(1).Select(l => l.Split(',')).ToDictionary(p => p[0], p => p[1], StringComparer.OrdinalIgnoreCase);

    private static IEnumerable<string> NuGet => House.Files("", "packages.lock.json").SelectMany(f => JsonDocument.Parse(f.Text).RootElement.GetProperty("dependencies").EnumerateObject()
        .SelectMany(framework => framework.Value.EnumerateObject()).Where(p => p.Value.GetProperty("type").GetString() != "Project").Select(p => p.Name));

    private static IEnumerable<string> Npm => House.Files("", "package-lock.json").SelectMany(f => JsonDocument.Parse(f.Text).RootElement.GetProperty("packages").EnumerateObject()
        .Where(p => p.Name != "").Select(p => "npm:" + p.Name[(p.Name.LastIndexOf("node_modules/", StringComparison.Ordinal) + 13)..]));

    [Fact]
    public void Every_package_is_reviewed()
    {
        var reviewed = Reviewed();
        House.None(NuGet.Concat(Npm).Distinct(StringComparer.OrdinalIgnoreCase).Where(p => !reviewed.ContainsKey(p)), "Add name and licence to docs/licences.csv, after reading the licence.");
        House.None(reviewed.Where(r => !Free().IsMatch(r.Value)).Select(r => $"{r.Key}: {r.Value}"), "Not a licence this product may ship with.");
    }

    [Fact]
    public void A_licence_that_binds_the_product_is_seen() => Assert.DoesNotMatch(Free(), "GPL-3.0-only");

    [Fact]
    public void Migrations_are_as_the_model_says()
    {
        using var sqlite = new SqliteDesign().CreateDbContext([]);
        using var postgres = new PostgresDesign().CreateDbContext([]);
        Assert.False(sqlite.Database.HasPendingModelChanges(), "bin/migration writes the SQLite migration anew.");
        Assert.False(postgres.Database.HasPendingModelChanges(), "bin/migration writes the PostgreSQL migration anew.");
    }

    [GeneratedRegex(@"^public (?:sealed |abstract |static |partial |readonly )*(?:class|record struct|record|struct|interface|enum) (?<name>\w+)")]
    private static partial Regex PublicType();

    [GeneratedRegex("\"resolved\":(?! \"\\d)|https?://[^\"]*(\\.tgz|\\.nupkg|registry|index\\.json)")]
    private static partial Regex Address();

    [GeneratedRegex(@"(?<![\w.<])/(?:work|root|home/\w+)/|registry\.npmjs|api\.nuget\.org|nuget\.org/v3|npmmirror|artifactory", RegexOptions.IgnoreCase)]
    private static partial Regex Machine();

    [GeneratedRegex(@"^(?:MIT|MIT-0|Apache-2\.0|BSD-[23]-Clause|0BSD|ISC|MS-PL|PostgreSQL|CC0-1\.0|CC-BY-3\.0|CC-BY-4\.0|OFL-1\.1|Unlicense|BlueOak-1\.0\.0|Python-2\.0|public domain|MPL-2\.0 in tests only|[A-Za-z0-9.\-]+ (?:OR|AND) [A-Za-z0-9.\-]+)$")]
    private static partial Regex Free();
}
