using Roundtable.Directory;
using Roundtable.Platform.Access;
using Roundtable.Platform.Happenings;

namespace Roundtable.Partnerships;

public sealed record PartnershipFounded(Guid Organization, Level Level, int Counties) : Particulars { public override string Kind() => "partnership.founded"; }

public sealed record PartnershipDescribed(Level Level, int Counties) : Particulars { public override string Kind() => "partnership.described"; }

public sealed record PartnershipMadePublic(bool ToPublic) : Particulars { public override string Kind() => "partnership.shown"; }

public sealed record SeatTaken(Guid Organization, bool IsObserver) : Particulars { public override string Kind() => "seat.taken"; }

public sealed record SeatFilled(Role Role, Guid Person) : Particulars { public override string Kind() => "seat.filled"; }

public sealed record SeatRoleEnded(Role Role, Guid Person, HoldingEnd Why) : Particulars { public override string Kind() => "seat.role-ended"; }

public sealed record RolesOffered(IReadOnlyList<PartnerRole> Roles) : Particulars { public override string Kind() => "roles.offered"; }

/// <param name="From">First day, as in <c>2026-12-01</c>.</param>
public sealed record SeatTermAgreed(string From, string? Until) : Particulars { public override string Kind() => "seat.term-agreed"; }

public sealed record KeyPlayerMarked(bool IsKeyPlayer) : Particulars { public override string Kind() => "seat.key-player-marked"; }

public sealed record SeatWithdrawn(Guid Organization) : Particulars { public override string Kind() => "seat.withdrawn"; }

/// <param name="Items">Which items changed; never what they say.</param>
public sealed record BriefWritten(IReadOnlyList<BriefKind> Items) : Particulars { public override string Kind() => "brief.written"; }

/// <param name="Shared">Items that became visible to all partners or the public.</param>
public sealed record BriefShared(IReadOnlyList<BriefKind> Shared) : Particulars { public override string Kind() => "brief.shared"; }
