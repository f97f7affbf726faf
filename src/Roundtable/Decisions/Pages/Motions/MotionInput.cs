using System.Globalization;
using Roundtable.Directory;
using Roundtable.Platform;

namespace Roundtable.Decisions.Pages.Motions;

/// <summary>A motion as typed.</summary>
public sealed class MotionInput
{
    public string? Version { get; set; }
    public string? Title { get; set; }
    public string? Text { get; set; }
    public string? Background { get; set; }
    public string? Kind { get; set; }
    public string? Form { get; set; }

    /// <summary>One on each line.</summary>
    public string? Options { get; set; }
    public string? Dots { get; set; }
    public bool IsSenseCheck { get; set; }
    public bool IsSecret { get; set; }

    public MotionKind? KindChosen => Codes.Read<MotionKind>(Kind);

    public static MotionInput Of(Motion m) => new()
    {
        Version = $"{m.Version:N}", Title = m.Title, Text = m.Text, Background = m.Background, Kind = Codes.Of(m.Kind), Form = Codes.Of(m.Form),
        Options = string.Join('\n', m.Options.OrderBy(o => o.Number).Select(o => o.Text)), Dots = m.Form is BallotForm.Dots ? $"{m.Dots}" : "5", IsSenseCheck = m.IsSenseCheck, IsSecret = m.IsSecret,
    };

    /// <param name="known">Options it has already: those that keep their words stay what they stand for.</param>
    public Wording Read(IReadOnlyList<MotionOption> known)
    {
        var form = Codes.Read<BallotForm>(Form) ?? throw new Refusal("motions.form-missing", "Form");
        var options = (Options ?? "").ReplaceLineEndings("\n").Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return new(Title, Text, Background, form, IsSecret, IsSenseCheck, int.TryParse((Dots ?? "").Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var dots) ? dots : 0,
            [.. options.Select(o => new OptionWanted(o, known.FirstOrDefault(k => k.Text == o)?.SubjectId))]);
    }
}
