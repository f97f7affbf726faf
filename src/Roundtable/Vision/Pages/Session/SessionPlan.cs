using NodaTime;
using NodaTime.Text;
using Roundtable.Directory;
using Roundtable.Platform.Text;
using Roundtable.Platform.Web;

namespace Roundtable.Vision.Pages.Session;

/// <summary>The one hour in which a group fills the boards in a room: ten minutes to begin, eight for each board, twelve to read aloud, six to choose.</summary>
internal static class SessionPlan
{
    private static readonly (string Key, int Minutes, Board? Board)[] parts =
    [
        ("welcome", 10, null), ("board", 8, Board.Needs), ("board", 8, Board.Resources), ("board", 8, Board.Strategies), ("board", 8, Board.Outcomes), ("aloud", 12, null), ("dots", 6, null),
    ];

    internal static int Minutes => parts.Sum(p => p.Minutes);

    internal static IReadOnlyList<TimedItem> Of(VisionProcess process, Texts t, LocalTime start)
    {
        var pattern = LocalTimePattern.Create(t.Language == "es" ? "H:mm" : "h:mm tt", t.Culture);
        var (items, at) = (new List<TimedItem>(), start);
        foreach (var (key, minutes, board) in parts)
        {
            items.Add(new(board is { } b ? t.Name(b) : t[$"vision.session.{key}"], minutes, pattern.Format(at), board is { } asked ? t.Question(process, asked) : t[$"vision.session.{key}.what"]));
            at = at.PlusMinutes(minutes);
        }
        return items;
    }

    /// <summary>The time from the address; else the next full quarter of an hour.</summary>
    internal static LocalTime Start(string? typed, LocalTime now) =>
        LocalTimePattern.CreateWithInvariantCulture("HH:mm").Parse(typed ?? "") is { Success: true } at ? at.Value : new LocalTime(now.Hour, 0).PlusMinutes((now.Minute / 15 + 1) * 15);

    internal static string Write(LocalTime start) => LocalTimePattern.CreateWithInvariantCulture("HH:mm").Format(start);
}
