using Roundtable.Platform.Happenings;

namespace Roundtable.Partnerships;

public sealed record CoverageRuleAgreed(RuleKind Rule, int Least) : Particulars { public override string Kind() => "coverage.rule-agreed"; }

public sealed record CoverageRuleDropped(RuleKind Rule) : Particulars { public override string Kind() => "coverage.rule-dropped"; }

/// <param name="Need">Its code.</param>
public sealed record NeedPlanned(string Need) : Particulars { public override string Kind() => "coverage.need-planned"; }

public sealed record NeedServed(string Need, int Seats) : Particulars { public override string Kind() => "coverage.need-served"; }

public sealed record NeedDropped(string Need) : Particulars { public override string Kind() => "coverage.need-dropped"; }

public sealed record TieSaid(Guid Organization, TieKind Tie) : Particulars { public override string Kind() => "tie.said"; }

public sealed record TieTakenBack(Guid Organization, TieKind Tie) : Particulars { public override string Kind() => "tie.taken-back"; }

/// <summary>Added by mistake: taken off the list before anybody was in touch.</summary>
public sealed record ProspectTakenBack(Guid? OrganizationId) : Particulars { public override string Kind() => "prospect.taken-back"; }
