using NodaTime;

namespace Roundtable.Partnerships;

/// <summary>What another partnership of this site has to do with the same organization: said so that nobody asks the same people twice unawares.</summary>
/// <param name="WeeksAgo">Since they were last in touch; none when the organization sits at their table.</param>
public sealed record Elsewhere(string Partnership, int? WeeksAgo)
{
    public static Elsewhere Spoke(string partnership, Instant last, Instant now) => new(partnership, Math.Max(0, (int)((now - last).TotalDays / 7)));
    public static Elsewhere Seated(string partnership) => new(partnership, null);

    public string Say(Platform.Text.Texts t) => WeeksAgo switch
    {
        null => t["prospects.elsewhere.seat", Partnership],
        0 => t["prospects.elsewhere.spoke-now", Partnership],
        var weeks => t["prospects.elsewhere.spoke", weeks, Partnership],
    };
}
