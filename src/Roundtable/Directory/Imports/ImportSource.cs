using System.Text.Json;
using Roundtable.Directory.Hsds;
using Roundtable.Directory.Services;
using Roundtable.Platform;
using Roundtable.Platform.Text;

namespace Roundtable.Directory.Imports;

/// <summary>
/// One kind of file the directory knows how to read: its columns, its key, who publishes it under which terms.
/// Each is a small class; adding one is adding a class to <see cref="ImportSources"/>.
/// </summary>
public abstract class ImportSource
{
    /// <summary>As typed on the command line and kept with each organization: <c>irs-bmf</c>.</summary>
    public abstract string Name { get; }

    /// <summary>What the publisher calls it.</summary>
    public abstract string Title { get; }

    /// <summary>The publisher's title as it is; a kind of list of our own in the reader's language.</summary>
    public string TitleIn(Texts texts) => texts.Has($"import.kind.{Name}") ? texts[$"import.kind.{Name}"] : Title;

    /// <summary>Code of the terms it comes under.</summary>
    public abstract string Licence { get; }
    public string LicenceIn(Texts texts) => texts[$"source.licence.{Licence}"];

    /// <summary>Columns without which the file is something else.</summary>
    public abstract IReadOnlyList<string> Columns { get; }

    /// <summary>Several rows may stand for one body; they are read together.</summary>
    public virtual bool HasBodies => false;

    /// <summary>The file lists all there is in a state, so that what is missing is gone.</summary>
    public virtual bool IsWhole => true;
    public virtual bool IsOfPlaces => false;

    /// <summary>The cells of a row with a problem are kept, so that the person who added the list gets them back. Not of files that name people.</summary>
    public virtual bool KeepsCells => false;

    /// <summary>How the file is read where that is a choice.</summary>
    public virtual Reading Reading => Reading.Guessed;

    /// <summary>How its publisher keeps it up to date; none for lists that people bring.</summary>
    public virtual Refresh? Refresh => null;

    /// <summary>The source as it must read this file, for what can only be told from all its rows.</summary>
    public virtual ImportSource On(SourceFile file) => this;

    /// <summary>Turns the first row into column names, or gives the names of a file that has none.</summary>
    /// <exception cref="Refusal">Not this kind of file; says which columns are missing.</exception>
    public virtual SheetHeader Header(SheetReader sheet)
    {
        var header = SheetHeader.Read(sheet);
        var missing = Columns.Where(c => !header.Has(c)).ToList();
        return missing.Count == 0 ? header : throw new Refusal("import.columns-missing", "Input.File", Title, string.Join(", ", missing), string.Join(", ", header.Names.Take(8)));
    }

    /// <summary>Whether a file that begins with this row is of this kind.</summary>
    public virtual bool Fits(SheetHeader first) => Columns.All(first.Has);

    /// <summary>The scheme of identifiers that only this source gives, one a row, the same as the row's key. They go when the row is taken back.</summary>
    public virtual Scheme? KeyScheme => null;

    /// <exception cref="RowProblem">This row cannot be used.</exception>
    public abstract ParsedRow Read(SheetRow row, PlaceBook places);
}

/// <summary>One row in the directory's words.</summary>
public sealed record ParsedRow(string Key, string Region, OrganizationFacts? Facts)
{
    /// <summary>What rows of the same body share.</summary>
    public string? Body { get; init; }

    /// <summary>Among rows of one body the lowest describes it.</summary>
    public int Rank { get; init; }
    public LocationFacts? Location { get; init; }
    public ServiceFacts? Service { get; init; }
    public IReadOnlyList<(Scheme Scheme, string Value)> Identifiers { get; init; } = [];

    /// <summary>Identifiers of the body it belongs to and others with it: they never join rows.</summary>
    public IReadOnlyList<(Scheme Scheme, string Value)> Shared { get; init; } = [];
    public Place? Place { get; init; }

    /// <summary>What tells the row apart, in words, where the key says nothing to a person.</summary>
    public string? Told { get; init; }

    /// <summary>The organization itself, as our own list names it.</summary>
    public Guid? Organization { get; init; }

    public string Shown => Place?.Spoken ?? (Service is not null ? ShownName.Of(Service.Entry.Name) : Location is not null ? ShownName.Of(Location.Name) : ShownName.Of(Facts!.Name));
}

/// <summary>What a person must know to keep a source up to date; the words are in the text <c>source.NAME</c>.</summary>
/// <param name="Where">The publisher's page.</param>
/// <param name="Key">Column that stays the same from file to file.</param>
/// <param name="Every">Days between two issues; none when there will be no further one.</param>
public sealed record Refresh(string Publisher, string Where, string Key, int? Every);

/// <summary>Why a row cannot be used: a text key, the column, and what was found there.</summary>
public sealed class RowProblem(string key, string? column = null, string? found = null) : Exception(key)
{
    public string Key => Message;
    public string? Column => column;

    /// <summary>Shortened, for the person who must find it.</summary>
    public string? Found => found is { Length: > 60 } ? found[..60] + "…" : found;
}

/// <summary>The names of the columns.</summary>
public class SheetHeader
{
    private readonly Dictionary<string, int> at = new(StringComparer.OrdinalIgnoreCase);

    public SheetHeader(IReadOnlyList<string> names)
    {
        Names = names;
        for (var i = 0; i < names.Count; i++) if (names[i].Length > 0) at.TryAdd(names[i], i);
    }

    public IReadOnlyList<string> Names { get; }
    public int Width => Names.Count;

    /// <summary>Every row has as many cells as there are columns.</summary>
    public virtual bool IsStrict => true;

    /// <summary>What stands in this column may be kept.</summary>
    public virtual bool Keeps(int column) => true;
    public bool Has(string name) => at.ContainsKey(name);
    public int? At(string name) => at.TryGetValue(name, out var i) ? i : null;
    public string NameOf(int column) => column < Names.Count && Names[column].Length > 0 ? Names[column] : ColumnMap.LetterOf(column);

    /// <summary>Reads the first row that has text.</summary>
    /// <exception cref="Refusal">There is none.</exception>
    public static SheetHeader Read(SheetReader sheet)
    {
        while (sheet.Read())
            if (!sheet.IsBlank)
                return new([.. Enumerable.Range(0, sheet.Width).Select(i => sheet[i].Trim().TrimStart('\uFEFF'))]);
        throw new Refusal("import.file-empty", "Input.File");
    }
}

/// <summary>The row at hand, by column name. Cells come trimmed.</summary>
public sealed class SheetRow(SheetReader sheet, SheetHeader header)
{
    private const int MostKept = 1_000;

    public string this[string column] => header.At(column) is { } i ? sheet.Span(i).Trim().ToString() : "";
    public string this[int column] => sheet.Span(column).Trim().ToString();
    public SheetHeader Header => header;

    public string? OrNull(string column) => this[column] is { Length: > 0 } text ? text : null;

    /// <exception cref="RowProblem">The cell is empty.</exception>
    public string Needed(string column) => OrNull(column) ?? throw new RowProblem("import.problem.empty", column);

    /// <summary>The row as it stands, for whoever must put it right: columns that are imported, of large cells the begin.</summary>
    public string Cells() => JsonSerializer.Serialize(Enumerable.Range(0, sheet.Width).Select(i => !header.Keeps(i) ? "" : sheet.Span(i) is { Length: > MostKept } cell ? cell[..MostKept].ToString() : sheet[i]));

    /// <summary>Checks what every row must satisfy: as wide as the header, no cell beyond bounds, nothing that is not text.</summary>
    public void MustBeWhole()
    {
        if (header.IsStrict && sheet.Width != header.Width) throw new RowProblem("import.problem.width", header.NameOf(Math.Min(sheet.Width, header.Width)), $"{sheet.Width} / {header.Width}");
        for (var i = header.Width; i < sheet.Width; i++)
            if (!sheet.Span(i).IsWhiteSpace()) throw new RowProblem("import.problem.beyond", ColumnMap.LetterOf(i), this[i]);
        for (var i = 0; i < sheet.Width; i++)
        {
            var cell = sheet.Span(i);
            if (cell.Length > SheetReader.LongestCell) throw new RowProblem("import.problem.cell-too-large", header.NameOf(i));
            if (cell.Contains('\0')) throw new RowProblem("import.problem.not-text", header.NameOf(i));
        }
    }
}

/// <summary>All kinds of files that can be imported.</summary>
public static class ImportSources
{
    public static readonly IReadOnlyList<ImportSource> All = [new IrsMasterFile(), new LibraryOutlets(), new LibrarySystems(), new GovernmentDomains(), new GovernmentSites(), new FederalAgencies(), new Colleges(), new Museums(), new OrganizationSheet(), new HsdsPackage(), new ZipAreas(), new Counties()];

    /// <exception cref="Refusal">No such source; names those there are.</exception>
    public static ImportSource Named(string name) =>
        All.FirstOrDefault(s => s.Name == name) ?? throw new Refusal("import.source-unknown", "Input.Source", name, string.Join(", ", All.Select(s => s.Name)));

    /// <summary>The source of a plan, reading its file as the plan says.</summary>
    public static ImportSource Of(ImportPlan plan) => Named(plan.Source) is OrganizationSheet ? new OrganizationSheet(plan.Reading) : Named(plan.Source);

    /// <summary>The publisher's file that this one is by its column names, if it is one.</summary>
    public static ImportSource? Recognized(SourceFile file)
    {
        if (All.OfType<PackageSource>().FirstOrDefault(s => s.Knows(file)) is { } package) return package;
        using var sheet = file.Sheet();
        var first = SheetHeader.Read(sheet);
        return All.Where(s => s is not OrganizationSheet).OrderByDescending(s => s.Columns.Count).FirstOrDefault(s => s.Fits(first));
    }
}
