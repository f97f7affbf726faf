using System.Net;
using System.Text;
using Roundtable.Platform.Text;

namespace Roundtable.Platform.Mail;

/// <summary>
/// What a letter says, written once and read two ways: as plain text and as HTML in one column. Sentences come from the texts
/// in the reader's language; the first line should say what is asked and by when.
/// </summary>
public sealed class LetterPaper(Texts texts)
{
    private readonly List<Block> blocks = [];
    private string? why;

    /// <summary>The reader's words, for what has to be put together before it is written.</summary>
    public Texts T => texts;
    internal string SubjectLine { get; private set; } = "";

    /// <summary>Starts with the thing, not with the product: "Agenda for 1 Dec: approve draft 3".</summary>
    public LetterPaper Subject(string key, params object?[] with) { SubjectLine = texts[key, with]; return this; }
    public LetterPaper SubjectAs(string text) { SubjectLine = text; return this; }

    /// <summary>"Dear Ana Ruiz," or, without a name, "Hello,".</summary>
    public LetterPaper Greet(string? name) =>
        Add(new Paragraph(string.IsNullOrWhiteSpace(name) ? texts["mail.greeting.nobody"] : texts["mail.greeting", name]));

    public LetterPaper Say(string key, params object?[] with) => Add(new Paragraph(texts[key, with]));

    /// <summary>Words of a person, as they wrote them: each empty line begins a paragraph.</summary>
    public LetterPaper SayAs(string text)
    {
        foreach (var part in text.ReplaceLineEndings("\n").Split("\n\n", StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)) Add(new Paragraph(part));
        return this;
    }

    /// <summary>The one thing to do.</summary>
    public LetterPaper Button(Uri address, string key, params object?[] with) => Add(new ButtonLine(texts[key, with], address.AbsoluteUri));

    /// <summary>A second way, as a plain link.</summary>
    public LetterPaper Link(Uri address, string key, params object?[] with) => Add(new LinkLine(texts[key, with], address.AbsoluteUri));

    public LetterPaper List(IEnumerable<string> items) => Add(new Items([.. items]));

    /// <summary>A short secret to type in, large and alone on its line.</summary>
    public LetterPaper Code(string code) => Add(new CodeLine(code));

    /// <summary>Ends with who writes.</summary>
    public LetterPaper Close(string? name = null) => Add(new Paragraph(name is null ? texts["mail.closing.nobody"] : texts["mail.closing", name]));

    /// <summary>Says why this came, in place of the kind's own sentence.</summary>
    public LetterPaper Why(string key, params object?[] with) { why = texts[key, with]; return this; }

    internal void WhyUnlessSaid(string key, params object?[] with) => why ??= texts[key, with];

    internal string PlainText(string? stop)
    {
        var text = new StringBuilder();
        foreach (var block in blocks) text.Append(block.Text).Append("\n\n");
        text.Append("-- \n").Append(why).Append('\n');
        if (stop is not null) text.Append(texts["mail.stop.link"]).Append(": ").Append(stop).Append('\n');
        return text.ToString();
    }

    internal string Html(string? stop)
    {
        var html = new StringBuilder();
        html.Append($"<!doctype html>\n<html lang=\"{texts.Language}\" dir=\"{texts.Direction}\">\n<head><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"><title>{E(SubjectLine)}</title></head>\n");
        html.Append($"<body style=\"margin:0;padding:24px 16px;background:#ffffff;color:#1b1b1b;font:16px/1.5 {Fonts}\">\n<div style=\"max-width:600px;margin:0 auto\">\n");
        foreach (var block in blocks) html.Append(block.Html).Append('\n');
        html.Append($"<div style=\"margin:32px 0 0;padding:16px 0 0;border-top:1px solid #a9aeb1;font-size:14px;color:#565c65\">\n<p style=\"margin:0 0 8px\">{E(why)}</p>\n");
        if (stop is not null) html.Append($"<p style=\"margin:0\"><a href=\"{E(stop)}\" style=\"color:#005ea2\">{E(texts["mail.stop.link"])}</a></p>\n");
        return html.Append("</div>\n</div>\n</body>\n</html>\n").ToString();
    }

    private const string Fonts = "'Helvetica Neue',Helvetica,Arial,sans-serif";

    private LetterPaper Add(Block block) { blocks.Add(block); return this; }
    private static string E(string? text) => WebUtility.HtmlEncode(text ?? "");

    private abstract record Block(string Text)
    {
        public abstract string Html { get; }
    }

    private sealed record Paragraph(string Words) : Block(Words)
    {
        public override string Html => $"<p style=\"margin:0 0 16px\">{E(Words).Replace("\n", "<br>\n", StringComparison.Ordinal)}</p>";
    }

    private sealed record ButtonLine(string Words, string Address) : Block($"{Words}:\n{Address}")
    {
        // A table cell, because some readers drop padding from anything else.
        public override string Html =>
            $"<table role=\"presentation\" cellpadding=\"0\" cellspacing=\"0\" style=\"margin:8px 0 24px\"><tr><td style=\"border-radius:4px;background:#005ea2\"><a href=\"{E(Address)}\" style=\"display:inline-block;padding:12px 20px;color:#ffffff;font-weight:bold;text-decoration:none\">{E(Words)}</a></td></tr></table>";
    }

    private sealed record LinkLine(string Words, string Address) : Block($"{Words}: {Address}")
    {
        public override string Html => $"<p style=\"margin:0 0 16px\"><a href=\"{E(Address)}\" style=\"color:#005ea2\">{E(Words)}</a></p>";
    }

    private sealed record Items(IReadOnlyList<string> Words) : Block(string.Join('\n', Words.Select(w => $"- {w}")))
    {
        public override string Html => $"<ul style=\"margin:0 0 16px;padding-inline-start:24px\">{string.Concat(Words.Select(w => $"<li style=\"margin:0 0 4px\">{E(w)}</li>"))}</ul>";
    }

    private sealed record CodeLine(string Words) : Block($"    {Words}")
    {
        public override string Html => $"<p dir=\"ltr\" style=\"margin:0 0 24px;font-size:28px;font-weight:bold;letter-spacing:4px\">{E(Words)}</p>";
    }
}
