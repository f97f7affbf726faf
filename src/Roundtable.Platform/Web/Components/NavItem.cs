namespace Roundtable.Platform.Web;

/// <summary>One word of a navigation and where it leads.</summary>
/// <param name="Count">How many things wait there for this person; none shown when 0.</param>
/// <param name="Lang">The language of the word, when it is another than the page's.</param>
public sealed record NavItem(string Text, string Href, int Count = 0, bool Current = false, string? Lang = null);
