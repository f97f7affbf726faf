namespace Roundtable.Decisions.Pages.Forms;

/// <summary>Another wording as typed.</summary>
public sealed class WordingInput
{
    public string? Text { get; set; }
    public string? Why { get; set; }
}
