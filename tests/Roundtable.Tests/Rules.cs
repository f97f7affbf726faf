using Xunit.v3;

namespace Roundtable.Tests;

/// <summary>Tests of rules alone: no database, no site. They run first and all together in seconds.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class RulesAttribute : Attribute, ITraitAttribute
{
    public IReadOnlyCollection<KeyValuePair<string, string>> GetTraits() => [new("what", "rules")];
}
