using Microsoft.AspNetCore.Components;

namespace Roundtable.Platform.Web;

/// <summary>
/// One thing a person is asked for: label, hint, what is wrong with it, then the input, in that order.
/// Inside an <c>ActForm</c> it knows its error; inside a <c>Filter</c> there are none.
/// </summary>
public abstract class FormField : ComponentBase
{
    /// <summary>The name it is posted under, such as <c>Input.Email</c>.</summary>
    [Parameter, EditorRequired] public string Name { get; set; } = "";
    [Parameter, EditorRequired] public string Label { get; set; } = "";
    [Parameter] public string? Hint { get; set; }
    [Parameter] public bool Optional { get; set; }

    /// <summary>On a page with one question the label is the page's heading.</summary>
    [Parameter] public bool LabelIsHeading { get; set; }

    [CascadingParameter] public FormErrors? Errors { get; set; }

    protected string Id => IdOf(Name);
    protected string? Error => Errors?.For(Name);
    protected string? Invalid => Error is null ? null : "true";
    protected string? DescribedBy => DescribedByOf(Id, Hint, Error);

    protected override void OnParametersSet() => Errors?.Know(Name);

    /// <summary>What the input of a name is called in the page, for labels and for links from the error summary.</summary>
    public static string IdOf(string name) => string.Create(name.Length, name, static (id, name) =>
    {
        for (var i = 0; i < id.Length; i++) id[i] = char.IsAsciiLetterOrDigit(name[i]) ? name[i] : '-';
    });

    internal static string? DescribedByOf(string id, string? hint, string? error) => (hint, error) switch
    {
        (null or "", null) => null,
        (null or "", _) => $"{id}-error",
        (_, null) => $"{id}-hint",
        _ => $"{id}-hint {id}-error",
    };
}

/// <param name="Value">What is posted.</param>
/// <param name="Text">What the person reads.</param>
public sealed record Choice(string Value, string Text, string? Hint = null);
