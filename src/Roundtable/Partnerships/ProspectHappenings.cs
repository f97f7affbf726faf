using Roundtable.Platform.Happenings;

namespace Roundtable.Partnerships;

/// <summary>An organization came onto the list of those we would like at the table.</summary>
public sealed record ProspectAdded(Guid? OrganizationId, string Sector) : Particulars { public override string Kind() => "prospect.added"; }

/// <summary>What is known of a prospect was written down anew.</summary>
public sealed record ProspectDescribed : Particulars { public override string Kind() => "prospect.described"; }

/// <summary>Somebody was in touch with a prospect.</summary>
public sealed record ProspectContacted(string How) : Particulars { public override string Kind() => "prospect.contacted"; }

/// <summary>A prospect came nearer to the table, or went a step back.</summary>
public sealed record ProspectMoved(string From, string To) : Particulars { public override string Kind() => "prospect.moved"; }

/// <summary>Something shows that a prospect means it.</summary>
public sealed record ProspectProved(string Evidence) : Particulars { public override string Kind() => "prospect.proved"; }

/// <summary>Ended for now or for good, with its reason.</summary>
public sealed record ProspectClosed(string Stage, string Reason) : Particulars { public override string Kind() => "prospect.closed"; }

/// <summary>A question went out in the partnership's name.</summary>
public sealed record InvitationSent(Guid Prospect, string Language) : Particulars { public override string Kind() => "invitation.sent"; }

/// <summary>The one invited answered.</summary>
/// <param name="Answer"><c>yes</c> or <c>not-now</c>.</param>
/// <param name="Forwarded">Somebody else than the one invited answered.</param>
public sealed record InvitationAnswered(Guid Prospect, string Answer, bool Forwarded) : Particulars { public override string Kind() => "invitation.answered"; }

/// <summary>All three questions were answered.</summary>
public sealed record InvitationCompleted(Guid Prospect, int Roles) : Particulars { public override string Kind() => "invitation.completed"; }

/// <summary>Somebody else was named to answer.</summary>
public sealed record InvitationPassedOn(Guid Prospect, Guid To) : Particulars { public override string Kind() => "invitation.passed-on"; }

/// <summary>A forwarded question is answered by somebody else than the one asked.</summary>
public sealed record InvitationHandedOver(Guid Prospect) : Particulars { public override string Kind() => "invitation.handed-over"; }

/// <summary>A question was taken back.</summary>
public sealed record InvitationRevoked(Guid Prospect) : Particulars { public override string Kind() => "invitation.revoked"; }

/// <summary>A link was too old or lost; the same invitation got a new one.</summary>
public sealed record InvitationRenewed(Guid Prospect) : Particulars { public override string Kind() => "invitation.renewed"; }
