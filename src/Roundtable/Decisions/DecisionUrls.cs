using Roundtable.Partnerships;

namespace Roundtable.Decisions;

/// <summary>Addresses of this capability's pages.</summary>
public static class DecisionUrls
{
    public static string All(Partnership partnership) => $"{Urls.Home(partnership)}/decisions";
    public static string Rules(Partnership partnership) => $"{All(partnership)}/rules";
    public static string New(Partnership partnership) => $"{Urls.Home(partnership)}/motions/new";
    public static string Motion(Partnership partnership, int number) => $"{Urls.Home(partnership)}/motions/{number}";
    public static string Ballot(Partnership partnership, int number) => $"{Motion(partnership, number)}/ballot";
    public static string Reminder(Partnership partnership, int number) => $"{Motion(partnership, number)}/reminder";
    public static string FeedPage(Partnership partnership) => $"{All(partnership)}/feed";

    /// <summary>For a person's feed reader.</summary>
    public static string Feed(string secret) => $"/feeds/{secret}/decisions.atom";

    /// <summary>Below a personal link.</summary>
    public static string Step(int number) => $"/motions/{number}";
}
