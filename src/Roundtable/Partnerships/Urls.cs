namespace Roundtable.Partnerships;

/// <summary>Addresses of this capability's pages.</summary>
public static class Urls
{
    public const string New = "/partnerships/new";
    public const string NewOrganization = "/partnerships/new/organization";
    public const string NewCheck = "/partnerships/new/check";
    public const string Admin = "/admin/partnerships";

    public static string Home(string slug) => $"/w/{slug}";
    public static string Home(Partnership partnership) => Home(partnership.Slug);
    public static string Settings(Partnership partnership) => $"{Home(partnership)}/settings";
    public static string Partners(Partnership partnership) => $"{Home(partnership)}/partners";
    public static string NewSeat(Partnership partnership) => $"{Partners(partnership)}/new";
    public static string Seat(Partnership partnership, int number) => $"{Partners(partnership)}/{number}";
    public static string Holders(Partnership partnership, int number) => $"{Seat(partnership, number)}/holders";
    public static string Succession(Partnership partnership, int number) => $"{Seat(partnership, number)}/succession";
    public static string Offers(Partnership partnership, int number) => $"{Seat(partnership, number)}/offers";
    public static string Term(Partnership partnership, int number) => $"{Seat(partnership, number)}/term";
    public static string Withdrawal(Partnership partnership, int number) => $"{Seat(partnership, number)}/withdrawal";
    public static string Brief(Partnership partnership, int number) => $"{Home(partnership)}/briefs/{number}";
}
