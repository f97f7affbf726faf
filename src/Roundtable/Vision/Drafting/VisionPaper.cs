using System.Text;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using Roundtable.Directory;
using Roundtable.Partnerships;
using Roundtable.Platform.Data;
using Roundtable.Platform.Documents;
using Roundtable.Platform.Text;

namespace Roundtable.Vision;

/// <summary>The adopted vision as a paper to hand on: the text, who adopted it, the reservations, what came of asking again.</summary>
public sealed record VisionPaper(AdoptedVision Vision, IReadOnlyList<AdoptionRow> Rows, Partnership Partnership, Texts T)
{
    private string Title => T["adopted.paper.title", Partnership.Name];
    private string Adopted => T.AdoptedBy(Vision, Rows);
    private IReadOnlyList<string> Columns => [T["partnerships.column.organization"], T["adopted.column.said"], T["adopted.column.on"], T["adopted.column.words"]];
    private IEnumerable<IReadOnlyList<string?>> Lines => Rows.Select(r => (IReadOnlyList<string?>)[r.Name, T.Adoption(r), r.Adoption is { } a ? T.Date(a.SaidOn) : null, T.Said(r)]);
    private IReadOnlyList<string> Again => [.. Vision.Reaffirmations.Where(r => !r.IsRunning).OrderBy(r => r.OpenedOn).Select(T.Reaffirmed)];

    public byte[] Word()
    {
        var paper = new WordDocument(Title, T.Culture, Vision.AdoptedAt, Partnership.Name).Quote(Vision.Text).Say(Adopted)
            .Heading(T["adopted.organizations"]).Table(Columns, Lines);
        if (Again.Count > 0) paper.Heading(T["adopted.again"]).List(Again);
        return paper.Bytes();
    }

    public string Markdown()
    {
        var text = new StringBuilder($"# {Flat(Title)}\n\n");
        foreach (var paragraph in Vision.Text.Split('\n', StringSplitOptions.RemoveEmptyEntries)) text.Append("> ").Append(Flat(paragraph)).Append("\n>\n");
        text.Length -= 2;
        text.Append('\n').Append(Flat(Adopted)).Append("\n\n## ").Append(T["adopted.organizations"]).Append("\n\n");
        text.Append(Row(Columns)).Append(Row(Columns.Select(_ => "---")));
        foreach (var line in Lines) text.Append(Row(line.Select(c => Flat(c ?? ""))));
        if (Again.Count > 0) text.Append("\n## ").Append(T["adopted.again"]).Append("\n\n").AppendJoin("", Again.Select(a => $"- {Flat(a)}\n"));
        return text.ToString();
    }

    private static string Row(IEnumerable<string> cells) => $"| {string.Join(" | ", cells)} |\n";

    // What Markdown would read as a sign stays a letter.
    private static string Flat(string text) => string.Concat(text.ReplaceLineEndings(" ").Select(c => c is '\\' or '`' or '*' or '_' or '[' or ']' or '<' or '>' or '#' or '|' ? $"\\{c}" : $"{c}"));
}

/// <summary>The words of what organizations said to a vision, and the papers of one.</summary>
public static class AdoptionWords
{
    public static string Adoption(this Texts t, AdoptionRow row) => row.Adoption is not { } a ? t["adopted.said.not-yet"] : t[a.IsLater ? $"adopted.later.{Codes.Of(a.Said)}" : $"adopted.said.{Codes.Of(a.Said)}"];

    /// <summary>What it said to the motion, where it adopted later; none else.</summary>
    public static string? Before(this Texts t, AdoptionRow row) => row.Adoption?.SaidBefore is not { } before ? null
        : row.Adoption.WordsBefore is { } words ? t["adopted.before.words", t[$"adopted.said.{Codes.Of(before)}"], words] : t["adopted.before", t[$"adopted.said.{Codes.Of(before)}"]];

    /// <summary>Its words, what it said before, and since when it has left.</summary>
    public static string Said(this Texts t, AdoptionRow row) =>
        string.Join('\n', new[] { row.Adoption?.Words, t.Before(row), row.WithdrawnOn is { } day ? t["adopted.left", day] : null }.Where(w => w is not null));

    /// <summary>"Adopted by 6 of 7 organizations on Dec 8, 2026, 1 reservation".</summary>
    public static string AdoptedBy(this Texts t, AdoptedVision vision, IReadOnlyList<AdoptionRow> rows)
    {
        var counted = rows.Where(r => vision.IsCurrent ? r.Counts : r.Adoption is { IsLater: false }).ToList();
        var (have, reserved) = (counted.Count(r => r.Adoption is { IsFor: true }), counted.Count(r => r.Adoption is { Said: AdoptionSaid.WithReservation }));
        return reserved > 0 ? t["adopted.by.reserved", reserved, have, counted.Count, vision.AdoptedOn] : t["adopted.by", have, counted.Count, vision.AdoptedOn];
    }

    public static string Reaffirmed(this Texts t, Reaffirmation one) => one.Result is Decisions.MotionResult.Adopted
        ? t["adopted.again.yes", one.EndedOn, one.For, one.Seats] : t["adopted.again.no", one.EndedOn, one.For, one.Seats];

    public static async Task<VisionPaper> VisionDocument(this RoundtableDb db, AdoptedVision vision, Partnership partnership, Texts t) => new(vision, await db.Rows(vision), partnership, t);
}
