using Roundtable.Platform.Happenings;

namespace Roundtable.Directory;

/// <summary>Somebody wrote down an organization that no source lists.</summary>
public sealed record OrganizationDescribed(string Sector) : Particulars { public override string Kind() => "organization.described"; }

/// <param name="Fields">Names of the fields that changed, never their contents.</param>
public sealed record OrganizationCorrected(IReadOnlyList<string> Fields) : Particulars { public override string Kind() => "organization.corrected"; }

public sealed record OrganizationConfirmed : Particulars { public override string Kind() => "organization.confirmed"; }

/// <summary>A file was taken into the directory.</summary>
public sealed record ImportDone(string Source, int Rows, int New, int Changed, int Same, int Problems, int Gone) : Particulars { public override string Kind() => "import.done"; }

/// <summary>Two entries are the same body; ids of the one that stays and the one that went.</summary>
public sealed record OrganizationsMerged(Guid Kept, Guid Away) : Particulars { public override string Kind() => "organizations.merged"; }

/// <summary>What was merged is two entries again.</summary>
public sealed record OrganizationsTakenApart(Guid Kept, Guid Away) : Particulars { public override string Kind() => "organizations.taken-apart"; }

/// <summary>Two entries that look alike are two bodies.</summary>
public sealed record OrganizationsDiffer(Guid One, Guid Other) : Particulars { public override string Kind() => "organizations.differ"; }

/// <param name="Kept">Rows left as they are, because somebody edited or uses them.</param>
public sealed record ImportUndone(string Source, int Undone, int Kept) : Particulars { public override string Kind() => "import.undone"; }
