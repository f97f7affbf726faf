using Roundtable.Directory;

namespace Roundtable.Partnerships;

/// <summary>Addresses of prospects, the finder and invitations.</summary>
public static class ProspectUrls
{
    public static string All(Partnership p) => $"{Urls.Home(p)}/prospects";
    public static string Board(Partnership p) => $"{All(p)}?view=board";
    public static string New(Partnership p) => $"{All(p)}/new";
    public static string Paste(Partnership p) => $"{All(p)}/paste";
    public static string One(Partnership p, Prospect prospect) => One(p, prospect.Number);
    public static string One(Partnership p, int number) => $"{All(p)}/{number}";
    public static string Notes(Partnership p, Prospect prospect) => $"{One(p, prospect)}/notes";
    public static string Stage(Partnership p, Prospect prospect) => $"{One(p, prospect)}/stage";
    public static string Outcome(Partnership p, Prospect prospect) => $"{One(p, prospect)}/outcome";
    public static string Contacts(Partnership p, Prospect prospect) => $"{One(p, prospect)}/contacts";
    public static string Evidence(Partnership p, Prospect prospect) => $"{One(p, prospect)}/evidence";
    public static string Seat(Partnership p, Prospect prospect) => $"{One(p, prospect)}/seat";

    public static string Missing(Partnership p) => $"{Urls.Home(p)}/missing";
    public static string Languages(Partnership p) => $"{Missing(p)}/languages";
    public static string Finder(Partnership p, PartnerRole? role = null, Sector? sector = null) => new Hole(role, sector).Href(p);

    public static string Map(Partnership p) => $"{Urls.Home(p)}/finder/map";

    public static string NewInvitation(Partnership p, Prospect prospect) => $"{Urls.Home(p)}/invitations/new?prospect={prospect.Number}";
    public static string Invitation(Partnership p, int number) => $"{Urls.Home(p)}/invitations/{number}";
    public static string InvitationText(Partnership p, int number) => $"{Invitation(p, number)}/text";
    public static string InvitationCheck(Partnership p, int number) => $"{Invitation(p, number)}/check";
}
