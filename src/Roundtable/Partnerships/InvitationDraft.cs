using Roundtable.Directory;
using Roundtable.Platform.Text;

namespace Roundtable.Partnerships;

/// <summary>
/// The first wording of an invitation: who we are, what for, why them, one ask. One letter per kind of organization, in the reader's
/// language; the sender changes what they like.
/// </summary>
public static class InvitationDraft
{
    /// <param name="inviter">The organization the sender sits for.</param>
    /// <param name="others">How many organizations are in already, without the inviter.</param>
    public static InvitationText For(Texts all, string language, Partnership partnership, Prospect prospect, string inviter, int others)
    {
        var t = all.In(language);
        var lines = new List<string>
        {
            others > 0 ? t["invitations.letter.who-many", others, inviter, partnership.PlaceShown] : t["invitations.letter.who-one", inviter, partnership.PlaceShown],
            t["invitations.letter.what", Sentence(partnership.Purpose)],
            t[$"invitations.letter.why.{Kind(prospect.Sector)}", prospect.Name],
        };
        if (prospect.Concern is { Length: > 0 } concern) lines.Add(t["invitations.letter.concern", concern]);
        else if (prospect.WantedRoles.Count > 0) lines.Add(t[$"invitations.letter.role.{Codes.Of(prospect.WantedRoles[0])}"]);
        else lines.Add(t["invitations.letter.role.any"]);
        lines.Add(t["invitations.letter.ask"]);
        return new(prospect.ContactName, prospect.ContactEmail, language, t["invitations.letter.subject", prospect.Name, partnership.PlaceShown], string.Join("\n\n", lines), t["invitations.letter.takes"]);
    }

    /// <summary>Which of the six letters an organization gets.</summary>
    public static string Kind(Sector sector) => sector switch
    {
        Sector.Library => "library",
        Sector.Government => "government",
        Sector.Nonprofit or Sector.SocialService or Sector.Faith or Sector.Health => "nonprofit",
        Sector.Education => "education",
        Sector.Business or Sector.Media => "business",
        _ => "other",
    };

    private static string Sentence(string purpose) => purpose.TrimEnd('.', ' ') + ".";
}
