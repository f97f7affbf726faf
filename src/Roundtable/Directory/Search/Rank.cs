using System.Globalization;
using Roundtable.Platform.Api;

namespace Roundtable.Directory.Search;

/// <summary>Where an organization stands among those found: best first, then nearest, then by name. A page that begins after it begins there whatever was added before.</summary>
public sealed record Rank(double Score, double? Miles, string NameKey, int Number)
{
    public static readonly Comparer<Rank> BestFirst = Comparer<Rank>.Create((a, b) =>
    {
        var first = b.Score.CompareTo(a.Score);
        if (first == 0) first = Nullable.Compare(a.Miles, b.Miles);
        if (first == 0) first = string.CompareOrdinal(a.NameKey, b.NameKey);
        return first == 0 ? a.Number.CompareTo(b.Number) : first;
    });

    public Cursor AsCursor() => new(Said(Score), Miles is { } miles ? Said(miles) : "", NameKey, Number.ToString(CultureInfo.InvariantCulture));

    /// <exception cref="ApiProblem">Made for another list.</exception>
    public static Rank Of(Cursor cursor) =>
        cursor.Parts is [var score, var miles, var name, var number] && Read(score) is { } s && (miles == "" || Read(miles) is not null) && int.TryParse(number, CultureInfo.InvariantCulture, out var n)
            ? new(s, Read(miles), name, n) : throw new ApiProblem(400, "api.cursor") { Input = "cursor" };

    private static string Said(double number) => number.ToString("R", CultureInfo.InvariantCulture);
    private static double? Read(string text) => double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : null;
}
