using Roundtable.Platform.Happenings;

namespace Roundtable.Partnerships;

/// <summary>An organization came onto the list of those we would like at the table.</summary>
public sealed record ProspectAdded(Guid? OrganizationId, string Sector) : Particulars { public override string Kind() => "prospect.added"; }

public sealed record ProspectDescribed : Particulars { public override string Kind() => "prospect.described"; }

public sealed record ProspectContacted(string How) : Particulars { public override string Kind() => "prospect.contacted"; }

public sealed record ProspectMoved(string From, string To) : Particulars { public override string Kind() => "prospect.moved"; }

public sealed record ProspectProved(string Evidence) : Particulars { public override string Kind() => "prospect.proved"; }

/// <summary>Ended for now or for good, with its reason.</summary>
public sealed record ProspectClosed(string Stage, string Reason) : Particulars { public override string Kind() => "prospect.closed"; }

public sealed record InvitationSent(Guid Prospect, string Language) : Particulars { public override string Kind() => "invitation.sent"; }

/// <param name="Answer"><c>yes</c> or <c>not-now</c>.</param>
/// <param name="Forwarded">Somebody else than the one invited answered.</param>
public sealed record InvitationAnswered(Guid Prospect, string Answer, bool Forwarded) : Particulars { public override string Kind() => "invitation.answered"; }

public sealed record InvitationCompleted(Guid Prospect, int Roles) : Particulars { public override string Kind() => "invitation.completed"; }

public sealed record InvitationPassedOn(Guid Prospect, Guid To) : Particulars { public override string Kind() => "invitation.passed-on"; }

public sealed record InvitationRevoked(Guid Prospect) : Particulars { public override string Kind() => "invitation.revoked"; }

/// <summary>A link was too old or lost; the same invitation got a new one.</summary>
public sealed record InvitationRenewed(Guid Prospect) : Particulars { public override string Kind() => "invitation.renewed"; }
