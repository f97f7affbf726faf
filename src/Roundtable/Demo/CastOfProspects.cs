using Roundtable.Directory;
using Roundtable.Partnerships;
using static Roundtable.Directory.PartnerRole;

namespace Roundtable.Demo;

/// <summary>An organization on its way to the table of Riverbend County.</summary>
/// <param name="Stage">How far it has come.</param>
internal sealed record Hopeful(string Name, Sector Sector, EngagementStage Stage, int AddedDaysAgo, string Concern, string Contact, IReadOnlyList<PartnerRole> Wanted)
{
    public string? KnownBy { get; init; }
    public string? Note { get; init; }

    /// <summary>When somebody spoke with them, and how many days later they should be called again.</summary>
    public int SpokenDaysAgo { get; init; }
    public int? CallAgainAfter { get; init; }
    public bool IsKeyPlayer { get; init; }
    public string Reasons { get; init; } = "Works in Riverbend County";
    public Outcome? Outcome { get; init; }
}

/// <summary>An organization of the directory that nobody has asked yet: whom the finder finds.</summary>
/// <param name="KindCode">What it does, as a code of <see cref="Kinds"/>.</param>
internal sealed record Neighbor(OrganizationEntry Entry, string KindCode);

/// <summary>Those not at the table yet: one at each stage, two that said no for now.</summary>
internal static class CastOfProspects
{
    public const string Clinic = "Riverbend Regional Health Center", Housing = "Riverbend Housing Authority";

    public static readonly IReadOnlyList<Neighbor> Neighbors =
    [
        new(Cast.Entry("Riverbend State College", Sector.Education, "Four-year college with a survey research course.", ["en"]), "B4"),
        new(Cast.Entry("Valley Institute for Social Research", Sector.Nonprofit, "Surveys and evaluations for public programs.", ["en", "es"]), "V"),
        new(Cast.Entry("Riverbend County Planning Office", Sector.Government, "Keeps the county's figures and surveys residents each year.", ["en"]), "gov:county"),
        new(Cast.Entry("Riverbend Multicultural Alliance", Sector.SocialService, "Interprets and translates for new arrivals.", ["en", "es", "hmn", "so"]), "P84"),
        new(Cast.Entry("Saint Brendan Refugee Services", Sector.SocialService, "Meets families on arrival; Somali interpreters.", ["en", "so"]), "P84"),
    ];

    public static readonly IReadOnlyList<Hopeful> Riverbend =
    [
        new("Riverbend Senior Services", Sector.SocialService, EngagementStage.Prospect, 12, "Drives people over 70 to appointments and knows who gave up on online forms.", "Alma Reyes", [Assistance]),
        new("Saint Mark's Church", Sector.Faith, EngagementStage.Contacted, 20, "Runs the food pantry where people ask about benefits first.", "Paul Lindgren", [Advocacy])
            { KnownBy = "Helen Marsh knows the pastor", Note = "Open to it. Call again after their council meets.", SpokenDaysAgo = 9, CallAgainAfter = 7 },
        new("Riverbend Community College", Sector.Education, EngagementStage.Interested, 24, "Students of social research could measure what works: nobody at the table does.", "Anita Shah", [Assessment, Training])
            { KnownBy = "Miguel Santos teaches there", Note = "The dean likes it as a class project from January.", SpokenDaysAgo = 6, CallAgainAfter = 12, IsKeyPlayer = true, Reasons = "Offers assessment, which nobody at the table does\nWorks in Riverbend County" },
        new(Clinic, Sector.Health, EngagementStage.Invited, 18, "Half of their patients renew Medicaid online or lose it.", "Samuel Ortiz", [Assistance, Translation])
            { KnownBy = "Denise Walker", Note = "Asked for a letter she can show her director.", SpokenDaysAgo = 8, IsKeyPlayer = true },
        new(Housing, Sector.Government, EngagementStage.Committed, 21, "Their waiting list opened online only, for two days.", "Monica Bell", [Assistance])
            { Note = "Wants to know what it takes in hours.", SpokenDaysAgo = 13 },
        new("Riverbend School District", Sector.Education, EngagementStage.Paused, 40, "Families register children online each summer.", "Kevin Moore", [Translation])
            { Note = "Contract talks until spring.", SpokenDaysAgo = 28, Outcome = new(OutcomeReason.Later, "After contract talks, in spring.") },
        new("Riverbend County Bar Association", Sector.Nonprofit, EngagementStage.Declined, 44, "Lawyers could answer what librarians may not.", "Frances Dale", [Training])
            { Note = "Their free clinic is with Legal Aid already.", SpokenDaysAgo = 30, Outcome = new(OutcomeReason.OtherPartnership, "They help through Legal Aid of the Valley.") },
    ];
}
