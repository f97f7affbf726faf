using NodaTime;
using Roundtable.Directory;
using Roundtable.Partnerships;
using Roundtable.Platform.Text;

namespace Roundtable.Vision;

/// <summary>The words of boards, stages and days in the reader's language, and the questions a new process begins with.</summary>
public static class VisionWords
{
    public static string Name(this Texts t, Board board) => t[$"vision.board.{Codes.Of(board)}"];
    public static string Name(this Texts t, VisionStage stage) => t[$"vision.stage.{Codes.Of(stage)}"];
    public static string Name(this Texts t, CardWay way) => t[$"vision.way.{Codes.Of(way)}"];

    /// <summary>A day with the zone it is told in: "Dec 11, 2026, Central Time (Chicago)".</summary>
    public static string Day(this Texts t, LocalDate day, Partnership partnership) => $"{t.Date(day)}, {t.Zone(partnership)}";

    /// <summary>Where a partnership's days begin and end: "Central Time (Chicago)".</summary>
    public static string Zone(this Texts t, Partnership partnership)
    {
        var zone = $"people.zone.{partnership.TimeZone.ToLowerInvariant()}";
        return t.Has(zone) ? t[zone] : partnership.TimeZone.Replace('_', ' ');
    }

    /// <summary>A board's question: one that nobody reworded is asked in the reader's language.</summary>
    public static string Question(this Texts t, VisionProcess process, Board board)
    {
        var (asked, usual) = (process.Question(board), $"vision.usual.{Codes.Of(board)}");
        return TextBook.Languages.Any(l => t.In(l)[usual] == asked) ? t[usual] : asked;
    }

    /// <summary>What a new process asks unless somebody words it better.</summary>
    public static VisionPlan Usual(Texts t, LocalDate today) => new()
    {
        Title = t["vision.usual.title", $"{today.Year + 2}"], NeedsQuestion = t["vision.usual.needs"], ResourcesQuestion = t["vision.usual.resources"],
        StrategiesQuestion = t["vision.usual.strategies"], OutcomesQuestion = t["vision.usual.outcomes"], GroundRules = t["vision.usual.rules"],
        OpensOn = today, ClosesOn = today.PlusDays(VisionPlan.Usual),
    };
}
