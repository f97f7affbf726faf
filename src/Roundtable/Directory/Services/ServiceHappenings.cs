using Roundtable.Platform.Happenings;

namespace Roundtable.Directory.Services;

/// <summary>Somebody wrote down what an organization offers.</summary>
public sealed record ServiceAdded(Guid Organization) : Particulars { public override string Kind() => "service.added"; }

/// <param name="Fields">Names of the fields that changed, never their contents.</param>
public sealed record ServiceCorrected(Guid Organization, IReadOnlyList<string> Fields) : Particulars { public override string Kind() => "service.corrected"; }

public sealed record ServiceAssured(Guid Organization) : Particulars { public override string Kind() => "service.assured"; }

/// <summary>Somebody wrote down where an organization works.</summary>
public sealed record LocationAdded(Guid Organization) : Particulars { public override string Kind() => "location.added"; }

/// <param name="Fields">Names of the fields that changed, never their contents.</param>
public sealed record LocationCorrected(Guid Organization, IReadOnlyList<string> Fields) : Particulars { public override string Kind() => "location.corrected"; }

public sealed record LocationAssured(Guid Organization) : Particulars { public override string Kind() => "location.assured"; }
