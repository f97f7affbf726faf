using Roundtable.Platform;

namespace Roundtable.Directory.Imports;

/// <summary>A source of several tables that belong together: read as a whole and put together before any row is judged.</summary>
public abstract class PackageSource : ImportSource
{
    public override IReadOnlyList<string> Columns => [];
    public override bool HasBodies => true;

    /// <summary>Whether the file is a package of this kind.</summary>
    public abstract bool Knows(SourceFile file);

    public sealed override bool Fits(SheetHeader first) => false;

    /// <summary>Every row of every table that is read, each once.</summary>
    /// <exception cref="Refusal">Not this kind of package.</exception>
    public abstract IEnumerable<PackageRow> Rows(SourceFile file, PlaceBook places);

    public sealed override ParsedRow Read(SheetRow row, PlaceBook places) => throw new NotSupportedException("A package is read as a whole.");
}

/// <summary>A row of one table of a package: an organization, location or service of its own, a part of one, or a problem.</summary>
/// <param name="Row">As a spreadsheet counts within its table.</param>
/// <param name="Marks">Fingerprint of the row with its parts.</param>
/// <param name="IsPart">It says more of what <paramref name="Parsed"/> is, such as a phone, and becomes whatever becomes of that.</param>
public sealed record PackageRow(string Table, int Row, ParsedRow? Parsed, byte[] Marks, bool IsPart = false, RowProblem? Problem = null);
