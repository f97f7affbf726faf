using Roundtable.Directory;
using Roundtable.Partnerships;

namespace Roundtable.Decisions;

/// <summary>Addresses of this capability's pages.</summary>
public static class DecisionUrls
{
    public static string All(Partnership partnership) => $"{Urls.Home(partnership)}/decisions";
    public static string Feed(Partnership partnership) => $"{All(partnership)}/feed";
    public static string Rules(Partnership partnership) => $"{All(partnership)}/rules";
    public static string Rule(Partnership partnership, MotionKind kind) => $"{Rules(partnership)}/{Codes.Of(kind)}";
    public static string New(Partnership partnership) => $"{Urls.Home(partnership)}/motions/new";
    public static string Motion(Partnership partnership, int number) => $"{Urls.Home(partnership)}/motions/{number}";
    public static string Ballot(Partnership partnership, int number) => $"{Motion(partnership, number)}/ballot";

    /// <summary>Who said what, as a file; without its ending.</summary>
    public static string Ballots(Partnership partnership, int number) => $"{Motion(partnership, number)}/ballots";
    public static string Edit(Partnership partnership, int number) => $"{Motion(partnership, number)}/edit";
    public static string Opening(Partnership partnership, int number) => $"{Motion(partnership, number)}/opening";
    public static string Amendments(Partnership partnership, int number) => $"{Motion(partnership, number)}/amendments";
    public static string Amendment(Partnership partnership, int number, int amendment) => $"{Amendments(partnership, number)}/{amendment}";
    public static string Reminder(Partnership partnership, int number) => $"{Motion(partnership, number)}/reminder";

    /// <summary>For a person's feed reader.</summary>
    public static string FeedOf(string secret) => $"/feeds/{secret}/decisions.atom";

    /// <summary>Below a personal link.</summary>
    public static string Step(int number) => $"/motions/{number}";
}
