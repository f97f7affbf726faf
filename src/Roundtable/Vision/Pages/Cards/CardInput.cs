namespace Roundtable.Vision.Pages.Cards;

/// <summary>A card as typed.</summary>
public sealed class CardInput
{
    public string? Text { get; set; }
    public string? Language { get; set; }
    public string? Board { get; set; }
    public string? Affected { get; set; }
    public string? Evidence { get; set; }
    public bool Anonymous { get; set; }

    /// <summary>Id of the seat, for who speaks for several.</summary>
    public string? Seat { get; set; }

    internal CardWords Words(Board board) => new(board, Text, Language, Evidence, Affected);
}
