using NodaTime;
using Roundtable.Directory;

namespace Roundtable.Partnerships;

/// <summary>What is known of an organization when it is added to the list.</summary>
/// <param name="Reasons">What spoke for it in the finder, one a line.</param>
/// <param name="Concern">Why them: what is missing that they could give.</param>
public sealed record ProspectFacts(string? Name, string? Town = null, Guid? OrganizationId = null, Sector Sector = Sector.Other, string? Reasons = null,
    IReadOnlyList<PartnerRole>? Roles = null, string? ContactName = null, string? ContactEmail = null, string? Concern = null)
{
    public IReadOnlyList<PartnerRole> Wanted => Roles ?? [];
}

/// <summary>What people note about a prospect and may change at any time.</summary>
public sealed record ProspectNotes
{
    public string? Concern { get; init; }
    public string? KnownBy { get; init; }
    public Guid? KnownById { get; init; }
    public bool IsKeyPlayer { get; init; }
    public IReadOnlyList<PartnerRole> Wanted { get; init; } = [];
    public string? ContactName { get; init; }
    public string? ContactEmail { get; init; }
    public LocalDate? NextContactOn { get; init; }
    public Guid? NextContactBy { get; init; }
    public Sector? Sector { get; init; }
}

/// <summary>What shows that an organization means its commitment.</summary>
public enum CommitmentKind { LetterOfSupport, LetterOfCommitment, BoardVote, Spoken, Mail, Answer }

/// <summary>Why a prospect was closed. Counted in the evaluation; never blank.</summary>
public enum OutcomeReason { NoTime, NoMoney, NotTheirWork, MandateForbids, OtherPartnership, NoAnswer, Later, Changed, NoReasonGiven, Other }

/// <summary>How a prospect ended.</summary>
/// <param name="AskAgainOn">They agreed to be asked again then.</param>
public sealed record Outcome(OutcomeReason? Reason, string? Words = null, LocalDate? AskAgainOn = null);

/// <summary>Partner roles as one column and back: <c>training translation</c>.</summary>
public static class RoleCodes
{
    public static string? Write(IEnumerable<PartnerRole> roles) =>
        string.Join(' ', roles.Distinct().Order().Select(Codes.Of)) is { Length: > 0 } text ? text : null;

    public static IReadOnlyList<PartnerRole> Read(string? text) =>
        [.. (text ?? "").Split([' ', ','], StringSplitOptions.RemoveEmptyEntries).Select(Codes.Read<PartnerRole>).OfType<PartnerRole>().Distinct().Order()];

    public static IReadOnlyList<PartnerRole> Read(IEnumerable<string>? codes) => Read(string.Join(' ', codes ?? []));
}
