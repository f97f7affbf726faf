using System.Globalization;

namespace Roundtable.Benchmarks;

/// <summary>What was asked for: <c>--name value</c>.</summary>
internal sealed class Arguments(IReadOnlyDictionary<string, string> values)
{
    public static Arguments Of(string[] args)
    {
        var values = new Dictionary<string, string>();
        for (var i = 1; i + 1 < args.Length; i += 2) values[args[i].TrimStart('-')] = args[i + 1];
        return new(values);
    }

    public string? this[string name] => values.GetValueOrDefault(name);
    public string Must(string name) => this[name] ?? throw new ArgumentException($"--{name} is missing.", nameof(name));
    public int Number(string name, int otherwise) => this[name] is { } text ? int.Parse(text, CultureInfo.InvariantCulture) : otherwise;
}
