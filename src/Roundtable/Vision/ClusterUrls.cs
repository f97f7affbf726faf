using Roundtable.Directory;
using Roundtable.Partnerships;

namespace Roundtable.Vision;

/// <summary>Addresses of clusters, dot votes and gaps.</summary>
public static class ClusterUrls
{
    public static string All(Partnership p, int number) => $"{VisionUrls.One(p, number)}/clusters";
    public static string Of(Partnership p, int number, Board board) => $"{All(p, number)}/{Codes.Of(board)}";
    public static string Cluster(Partnership p, int number, int cluster) => $"{All(p, number)}/{cluster}";
    public static string Card(Partnership p, int number, int card) => $"{All(p, number)}/cards/{card}";
    public static string Rounds(Partnership p, int number) => $"{VisionUrls.One(p, number)}/dots";
    public static string NewRound(Partnership p, int number) => $"{Rounds(p, number)}/new";
    public static string Gaps(Partnership p, int number) => $"{VisionUrls.One(p, number)}/gaps";
}
