using Roundtable.Platform;

namespace Roundtable.Vision;

/// <summary>Several ideas typed at once: empty rows are left out, and each that does not fit is told by its number, so that nothing else is lost.</summary>
public static class CardRows
{
    /// <summary>Rows of the page on which paper cards are typed in.</summary>
    public const int Most = 40;

    /// <param name="input">Name of a row's text input, given its number.</param>
    public static IReadOnlyList<CardRow> Read(IEnumerable<CardRow> rows, Func<int, string> input) =>
        [.. rows.Where(r => !r.IsBlank).Select(r => r with { Problem = ProblemOf(r, input(r.Number)) })];

    private static Refusal? ProblemOf(CardRow row, string input)
    {
        if (row.Board is null) return new Refusal("vision.row.board-missing", input, row.Number);
        var text = CardText.Cleaned(row.Text);
        if (text.Length == 0) return new Refusal("vision.row.empty", input, row.Number);
        if (text.Length > CardText.Most) return new Refusal("vision.row.too-long", input, row.Number, text.Length, CardText.Most);
        if (row.Board is Board.Needs && !EvidenceLink.Fits(row.Evidence)) return new Refusal("vision.row.evidence", $"{input}.Evidence", row.Number);
        return row.Board is Board.Needs && row.Affected?.Length > 200 ? new Refusal("vision.row.affected", $"{input}.Affected", row.Number, 200) : null;
    }
}

/// <summary>One row as typed.</summary>
/// <param name="Number">As people count: 1 is the first.</param>
/// <param name="Board">None when nothing was chosen.</param>
public sealed record CardRow(int Number, Board? Board, string? Text, string? Evidence = null, string? Affected = null)
{
    /// <summary>Why it is no card; none for a good one.</summary>
    public Refusal? Problem { get; init; }

    public bool IsBlank => string.IsNullOrWhiteSpace(Text) && string.IsNullOrWhiteSpace(Evidence) && string.IsNullOrWhiteSpace(Affected);

    public CardWords Words(string language) => new(Board ?? default, Text, language, Evidence, Affected);
}
