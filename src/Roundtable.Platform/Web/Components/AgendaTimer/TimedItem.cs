namespace Roundtable.Platform.Web;

/// <summary>One part of a session, with its minutes.</summary>
/// <param name="At">When it begins, in words: "9:10 AM".</param>
public sealed record TimedItem(string Title, int Minutes, string At, string? Detail = null);
