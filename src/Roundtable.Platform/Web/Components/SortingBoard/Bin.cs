namespace Roundtable.Platform.Web;

/// <summary>Cards that lie together, or those that lie alone.</summary>
/// <param name="Key">What is posted when something is laid here; empty for cards that lie alone.</param>
/// <param name="Count">How many cards it has, shown or not.</param>
/// <param name="Note">Small line below the name, such as what it got in a vote.</param>
public sealed record Bin(string Key, string Title, int Count, IReadOnlyList<BinCard> Cards, string? Href = null, string? Note = null)
{
    public bool Open { get; init; } = true;

    /// <summary>Where the cards are seen that are not shown here.</summary>
    public string? MoreHref { get; init; }
    public string? MoreText { get; init; }
}

/// <summary>One card on a sorting board.</summary>
/// <param name="Value">What its tick posts.</param>
/// <param name="By">Whose words they are.</param>
/// <param name="Beside">The same in another language.</param>
/// <param name="Href">Where it is moved without a tick or a drag.</param>
public sealed record BinCard(string Value, string Text, string? Language, string? By, string? Beside = null, string? BesideLanguage = null, string? Href = null);
