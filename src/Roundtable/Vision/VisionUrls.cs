using Roundtable.Directory;
using Roundtable.Partnerships;

namespace Roundtable.Vision;

/// <summary>Addresses of this capability's pages.</summary>
public static class VisionUrls
{
    public static string Start(Partnership p) => $"{Urls.Home(p)}/vision";
    public static string New(Partnership p) => $"{Start(p)}/processes/new";
    public static string One(Partnership p, int number) => $"{Start(p)}/processes/{number}";
    public static string Plan(Partnership p, int number) => $"{One(p, number)}/plan";
    public static string ClosingDay(Partnership p, int number) => $"{One(p, number)}/closing-day";
    public static string Facilitator(Partnership p, int number) => $"{One(p, number)}/facilitator";
    public static string Ending(Partnership p, int number) => $"{One(p, number)}/ending";
    public static string Board(Partnership p, int number, Board board) => $"{One(p, number)}/boards/{Codes.Of(board)}";
    public static string Cards(Partnership p, int number) => $"{One(p, number)}/cards";
    public static string Card(Partnership p, int number, int card) => $"{Cards(p, number)}/{card}";
    public static string CardWords(Partnership p, int number, int card) => $"{Card(p, number, card)}/words";
    public static string Translation(Partnership p, int number, int card) => $"{Card(p, number, card)}/translation";
    public static string Removal(Partnership p, int number, int card) => $"{Card(p, number, card)}/removal";
    public static string Paper(Partnership p, int number) => $"{One(p, number)}/paper";
    public static string Session(Partnership p, int number) => $"{One(p, number)}/session";
    public static string Timer(Partnership p, int number) => $"{Session(p, number)}/timer";
    public static string Print(Partnership p, int number) => $"{One(p, number)}/print";

    /// <summary>Below a personal link.</summary>
    public const string Me = "/vision";
    public const string MeSaid = "/vision/said";
    public static string MeBoard(Board board) => $"/vision/{Codes.Of(board)}";
    public static string MeCard(int card) => $"/vision/cards/{card}";
}
