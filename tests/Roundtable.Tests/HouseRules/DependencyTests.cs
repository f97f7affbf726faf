using ArchUnitNET.Domain;
using ArchUnitNET.Domain.Extensions;
using ArchUnitNET.Loader;
using Record = Roundtable.Platform.Data.Record;

namespace Roundtable.Tests.HouseRules;

/// <summary>What may know what. The direction is the order of the ten steps; see docs/structure.md.</summary>
public class DependencyTests
{
    /// <summary>Every edge between capabilities, lower ones to the right. Found must equal declared in both directions.</summary>
    private static readonly string[] Declared =
    [
        "Decisions > Directory",
        "Decisions > Partnerships",
        "Decisions > People",
        "Directory > People",
        "Partnerships > Directory",
        "Partnerships > People",
        "Vision > Decisions",
        "Vision > Directory",
        "Vision > Partnerships",
        "Vision > People",
    ];

    private static readonly Lazy<Architecture> all = new(() => new ArchLoader().LoadAssemblies(House.Assemblies).Build());
    private static IEnumerable<(IType From, IType To)> Edges => all.Value.Types.SelectMany(t => t.Dependencies.Select(d => (t, d.Target))).Distinct();

    private static string SpaceOf(IType type) => type.Namespace?.FullName ?? "";

    /// <summary>Second part of the namespace; none for Platform, Layout and the top.</summary>
    private static string? CapabilityOf(IType type) =>
        SpaceOf(type).Split('.') is ["Roundtable", var part, ..] && part is not "Platform" && !House.NoCapability.Contains(part) ? part : null;

    /// <summary>The outermost type's name.</summary>
    private static string Plain(IType type) => type.FullName[(SpaceOf(type).Length + 1)..].Split('+', '/', '`')[0];
    private static string Say((IType From, IType To) edge) => $"{edge.From.FullName} uses {edge.To.FullName}";
    private static bool IsPage(IType type) => SpaceOf(type).Split('.').Contains("Pages");

    [Fact]
    public void The_platform_knows_no_capability() =>
        House.None(Edges.Where(e => SpaceOf(e.From).StartsWith("Roundtable.Platform", StringComparison.Ordinal)
            && SpaceOf(e.To).StartsWith("Roundtable", StringComparison.Ordinal) && !SpaceOf(e.To).StartsWith("Roundtable.Platform", StringComparison.Ordinal)).Select(Say),
            "Platform is what the product stands on; it names nothing of it.");

    [Fact]
    public void Capabilities_know_each_other_as_declared()
    {
        var found = Edges.Where(e => CapabilityOf(e.From) is { } a && CapabilityOf(e.To) is { } b && a != b).GroupBy(e => $"{CapabilityOf(e.From)} > {CapabilityOf(e.To)}").ToList();
        House.None(found.Where(g => !Declared.Contains(g.Key)).SelectMany(g => g.Select(e => $"{g.Key}: {Say(e)}")), "An edge nobody declared.");
        House.None(Declared.Where(d => House.Capabilities.Contains(d.Split(" > ")[0])).Except(found.Select(g => g.Key)), "A declared edge that is not there any more: take it off the list.");
    }

    [Fact]
    public void The_declared_edges_have_no_circle()
    {
        var order = new List<string>();
        var left = Declared.Select(d => d.Split(" > ")).ToList();
        while (left.Count > 0)
        {
            var free = left.Select(e => e[1]).FirstOrDefault(to => left.All(e => e[0] != to));
            Assert.True(free is not null, $"A circle among {string.Join(", ", left.Select(e => $"{e[0]} > {e[1]}"))}");
            left.RemoveAll(e => e[1] == free);
            order.Add(free);
        }
    }

    [Fact]
    public void Only_pages_and_doors_know_the_web() =>
        House.None(Edges.Where(e => CapabilityOf(e.From) is not null && !IsPage(e.From) && !IsDoor(Plain(e.From)) && SpaceOf(e.To).StartsWith("Microsoft.AspNetCore", StringComparison.Ordinal)).Select(Say),
            "Outside Pages, *Api, *Capability, *Verbs and *Page nothing depends on ASP.NET Core.");

    [Fact]
    public void Records_know_no_database() =>
        House.None(Edges.Where(e => CapabilityOf(e.From) is not null && IsRecord(e.From) && SpaceOf(e.To).StartsWith("Microsoft.EntityFrameworkCore", StringComparison.Ordinal)).Select(Say),
            "A record's rules run without a database; EF Core belongs in *Tables, *Queries, pages and API.");

    [Fact]
    public void Pages_of_one_capability_are_not_used_by_another() =>
        House.None(Edges.Where(e => IsPage(e.To) && CapabilityOf(e.To) is { } owner && CapabilityOf(e.From) != owner).Select(Say),
            "Link through the other capability's Urls.");

    private static bool IsDoor(string name) =>
        name is "_Imports" || name.EndsWith("Api", StringComparison.Ordinal) || name.EndsWith("Capability", StringComparison.Ordinal) || name.EndsWith("Verbs", StringComparison.Ordinal) || name.EndsWith("Page", StringComparison.Ordinal);

    private static bool IsRecord(IType type) => type is Class c && c.InheritedClasses.Any(b => b.FullName == typeof(Record).FullName);
}
