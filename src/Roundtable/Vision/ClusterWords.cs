using Roundtable.Directory;
using Roundtable.Platform.Text;

namespace Roundtable.Vision;

/// <summary>What was done while cards were brought together, in a sentence.</summary>
public static class ClusterWords
{
    public static string Did(this Texts t, ClusterMove move) => move.Act is ClusterAct.Put && move.ClusterId is null ? t["vision.did.alone", move.Cards] : t[$"vision.did.{Codes.Of(move.Act)}", move.Cards, move.Name];

    /// <summary>What a cluster got in a dot vote: "7 dots from 3 organizations".</summary>
    public static string? Dots(this Texts t, DotRound? round, Cluster cluster) =>
        round?.Of(cluster) is { } placed ? $"{t["vision.dots.given", placed.Points]} {t["vision.dots.from", placed.Seats]}" : null;
}
