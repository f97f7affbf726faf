using NodaTime;
using Roundtable.Platform.Text;

namespace Roundtable.Partnerships;

/// <summary>What another partnership of this site has to do with the same organization: said so that nobody asks the same people twice unawares.</summary>
/// <param name="Partnership">Its name, where it is public or the reader has a part in it; else none.</param>
/// <param name="Since">When they were last in touch; none when the organization sits at their table.</param>
/// <param name="WeeksAgo">The same in weeks.</param>
public sealed record Elsewhere(string? Partnership, Instant? Since, int? WeeksAgo)
{
    private const int Season = 26;

    public static Elsewhere Spoke(string? partnership, Instant last, Instant now) => new(partnership, last, Math.Max(0, (int)((now - last).TotalDays / 7)));
    public static Elsewhere Seated(string partnership) => new(partnership, null, null);

    /// <summary>Lately enough that writing again may be too much.</summary>
    public bool IsEffort => WeeksAgo is <= Season;

    public string Say(Texts t) => (Partnership, WeeksAgo) switch
    {
        ({ } named, null) => t["prospects.elsewhere.seat", named],
        ({ } named, 0) => t["prospects.elsewhere.spoke-now", named],
        (null, 0) => t["prospects.elsewhere.spoke-now-somewhere"],
        ({ } named, { } weeks) => t["prospects.elsewhere.spoke", weeks, named],
        (null, <= Season) => t["prospects.elsewhere.spoke-somewhere", WeeksAgo!.Value],
        _ => t["prospects.elsewhere.spoke-in", t.Month(Since!.Value.InUtc().Date)],
    };
}

/// <summary>Somebody of this partnership was in touch with a prospect lately: so that two do not do the same unawares.</summary>
/// <param name="By">Their organization, else their name.</param>
/// <param name="Wrote">By mail or letter; else they spoke.</param>
public sealed record Spoken(string By, bool Wrote, int DaysAgo)
{
    /// <summary>What is longer ago is no news.</summary>
    public const int Lately = 60;

    public string Say(Texts t)
    {
        var key = $"prospects.spoken.{(Wrote ? "wrote" : "spoke")}";
        return DaysAgo < 7 ? t[$"{key}.now", By] : t[key, DaysAgo / 7, By];
    }
}
