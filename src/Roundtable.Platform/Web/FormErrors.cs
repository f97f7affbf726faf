namespace Roundtable.Platform.Web;

/// <summary>What is wrong with what was typed: for the summary on top and beside each field, in the same words.</summary>
public sealed class FormErrors
{
    private readonly List<FormError> all = [];
    private readonly List<string> inputs = [];

    public IReadOnlyList<FormError> All => all;
    public bool Any => all.Count > 0;

    /// <param name="field">Name of the input as the form posts it, such as <c>Input.Email</c>; none for the form as a whole.</param>
    public void Add(string? field, string sentence) => all.Add(new(field, sentence));

    /// <summary>The first sentence for a field. <c>Email</c> and <c>Input.Email</c> mean the same input.</summary>
    public string? For(string field) => all.FirstOrDefault(e => e.Field is not null && Same(e.Field, field))?.Sentence;

    /// <summary>An input of this page, so that the summary can link to it.</summary>
    internal void Know(string input)
    {
        if (!inputs.Contains(input)) inputs.Add(input);
    }

    /// <summary>The name an error's input really has on the page: <c>Input.Email</c> for <c>Email</c>.</summary>
    internal string NameOf(string field) => inputs.Contains(field) ? field : inputs.Find(i => Same(i, field)) ?? field;

    private static bool Same(string a, string b) =>
        a == b || a.EndsWith($".{b}", StringComparison.Ordinal) || b.EndsWith($".{a}", StringComparison.Ordinal);
}

public sealed record FormError(string? Field, string Sentence);
