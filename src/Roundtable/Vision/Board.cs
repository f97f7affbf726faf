using Roundtable.Platform.Access;

namespace Roundtable.Vision;

/// <summary>The four boards every organization fills, in the order in which they are asked.</summary>
public enum Board { Needs, Resources, Strategies, Outcomes }

/// <summary>How far a vision process is.</summary>
public enum VisionStage { Preparing, Collecting, Clustering, Drafting, Adopting, Adopted, Ended }

/// <summary>How a card came to its board.</summary>
public enum CardWay { Page, Link, Paper, Phone, Public }

/// <summary>What can be said of boards, stages and ways in a word.</summary>
public static class Boards
{
    public static readonly IReadOnlyList<Board> All = Enum.GetValues<Board>();

    /// <summary>Nothing more will happen in it.</summary>
    public static bool IsOver(this VisionStage stage) => stage is VisionStage.Adopted or VisionStage.Ended;

    /// <summary>Written down for somebody who is not at a screen.</summary>
    public static bool IsForOthers(this CardWay way) => way is CardWay.Paper or CardWay.Phone;
}
