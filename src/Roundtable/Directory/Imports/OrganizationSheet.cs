using System.Collections.Frozen;
using System.Net;
using Roundtable.Platform;
using Roundtable.Platform.Text;

namespace Roundtable.Directory.Imports;

/// <summary>
/// A list somebody has: a spreadsheet, a text file, or cells pasted from one. What its columns are is guessed from their English or Spanish names
/// or chosen by a person; what stands for nothing is left out.
/// </summary>
public sealed class OrganizationSheet(Reading reading) : ImportSource
{
    private static readonly FrozenSet<string> Missing = FrozenSet.Create(StringComparer.OrdinalIgnoreCase, "(blank)", "not available", "n/a", "none", "null", "-", "--", "-1", "-2", "-3", "-4", "-9", "-999", "m", "ninguno", "ninguna");

    public OrganizationSheet() : this(Reading.Guessed) { }

    public override string Name => "organizations";
    public override string Title => "List of organizations";
    public override string Licence => "as-given";
    public override bool IsWhole => false;
    public override bool KeepsCells => true;
    public override Reading Reading => reading;
    public override IReadOnlyList<string> Columns { get; } = ["name"];

    public override SheetHeader Header(SheetReader sheet)
    {
        var look = SheetLook.At(sheet, reading);
        if (look.Map.At(ColumnMap.Name) is null) throw new Refusal("import.columns-missing", "Input.File", Title, "Name", string.Join(", ", look.Names.Take(8)));
        for (var row = 0; row < look.HeaderRow; row++) sheet.Read();
        return new MatchedHeader(look);
    }

    public override ParsedRow Read(SheetRow row, PlaceBook places)
    {
        var map = ((MatchedHeader)row.Header).Map;
        try
        {
            return Parsed(field => map.At(field) is { } column && Words(row[column], field) is { Length: > 0 } text && (field is ColumnMap.Name || !Missing.Contains(text)) ? text : null, places);
        }
        catch (RowProblem problem) when (problem.Column is { } field)
        {
            // Said in the words of the file.
            throw new RowProblem(problem.Key, map.At(field) is { } column ? row.Header.NameOf(column) : null, problem.Found);
        }
    }

    private static ParsedRow Parsed(Func<string, string?> cell, PlaceBook places)
    {
        var entry = Checked(cell, places);
        var ein = cell(ColumnMap.Ein) is { } typed ? Ein(typed) : null;
        var key = cell(ColumnMap.Id) is { } id ? $"id:{id}" : ein is not null ? $"ein:{ein}" : $"{NameKey.Of(entry.Name)}|{NameKey.Of(entry.City)}|{entry.State}";
        return new ParsedRow(key.Length > 400 ? key[..400] : key, entry.State ?? "", new OrganizationFacts
        {
            Name = entry.Name, AlsoKnownAs = cell(ColumnMap.AlsoKnownAs), Sector = entry.Sector, Level = entry.Level, LibraryType = entry.LibraryType,
            Street = entry.Street, City = entry.City, State = entry.State, Zip = entry.Zip, Located = SheetPlace.Of(cell, entry.Zip, entry.City, entry.State, places),
            IsPoBoxOnly = PostalAddress.IsPoBox(entry.Street), Website = entry.Website, Phone = entry.Phone,
            Languages = entry.Languages.Count == 0 ? null : string.Join(' ', entry.Languages), Doing = entry.Doing, KindCode = "sheet:other",
        })
        { Told = string.Join(", ", new[] { cell(ColumnMap.Id), entry.Name, entry.City, entry.State }.OfType<string>()), Identifiers = ein is null ? [] : [(Scheme.Ein, ein)], Organization = Guid.TryParse(cell(ColumnMap.Id), out var ours) ? ours : null };
    }

    private static OrganizationEntry Checked(Func<string, string?> cell, PlaceBook places)
    {
        var sector = Known<Sector>(cell, ColumnMap.Sector, SectorOf) ?? Sector.Other;
        var state = cell(ColumnMap.State) is { } spoken ? places.StateCode(spoken) ?? throw new RowProblem("import.problem.state", ColumnMap.State, spoken) : null;
        if (cell(ColumnMap.AlsoKnownAs) is { Length: > 200 } tooLong) throw new RowProblem("import.problem.too-long", ColumnMap.AlsoKnownAs, Begin(tooLong));
        try
        {
            return EntryFields.Checked(new OrganizationEntry
            {
                Name = cell(ColumnMap.Name) ?? throw new RowProblem("import.problem.empty", ColumnMap.Name), Sector = sector, Level = Known<Level>(cell, ColumnMap.Level, LevelOf) ?? Level.Local,
                LibraryType = Known<LibraryType>(cell, ColumnMap.LibraryType, LibraryTypeOf), Street = cell(ColumnMap.Street), City = cell(ColumnMap.City), State = state,
                Zip = Zip(cell(ColumnMap.Zip), state, places), Phone = cell(ColumnMap.Phone), Website = cell(ColumnMap.Website), Doing = cell(ColumnMap.Doing),
                Languages = [.. (cell(ColumnMap.Languages) ?? "").Split([',', ';', '/', ' '], StringSplitOptions.RemoveEmptyEntries).Select(w => LanguageNames.Code(w) ?? w)],
            });
        }
        catch (Refusal refusal)
        {
            var field = refusal.Input?.ToLowerInvariant();
            throw new RowProblem(refusal.Key == "organization.too-long" ? "import.problem.too-long" : refusal.Key, field, field is null ? null : Begin(cell(field)));
        }
    }

    // Enough to find it by; a phone has room for no longer word.
    private static string? Begin(string? found) => found is { Length: > 25 } ? found[..25] + "…" : found;

    // One line, entities of web pages and written line breaks as what they mean; only a description keeps its lines.
    private static string Words(string text, string field)
    {
        if (text.Contains('&') && text.Contains(';')) text = WebUtility.HtmlDecode(text);
        text = text.Replace("\\n", "\n", StringComparison.Ordinal);
        return field is ColumnMap.Doing ? text.Trim() : string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
    }

    // A spreadsheet drops the zeros a ZIP begins with. They are put back where that ZIP is in that state.
    private static string? Zip(string? typed, string? state, PlaceBook places) =>
        typed is { Length: 3 or 4 } && typed.All(char.IsAsciiDigit) && state is not null && places.Of(PlaceKind.ZipArea, typed.PadLeft(5, '0'))?.State == state ? typed.PadLeft(5, '0') : typed;

    private static T? Known<T>(Func<string, string?> cell, string field, Func<string, T?> of) where T : struct =>
        cell(field) is { } word ? of(word) ?? throw new RowProblem($"import.problem.{field}", field, word) : null;

    private static string Ein(string typed)
    {
        var digits = string.Concat(typed.Where(char.IsAsciiDigit));
        return digits.Length is >= 7 and <= 9 ? digits.PadLeft(9, '0') : throw new RowProblem("import.problem.ein", ColumnMap.Ein, typed);
    }

    internal static Sector? SectorOf(string word) => Codes.Read<Sector>(word.Replace(' ', '-')) ?? NameKey.Of(word) switch
    {
        "biblioteca" or "public library" => Sector.Library,
        "gobierno" or "agency" => Sector.Government,
        "sin fines de lucro" or "non profit" or "ngo" or "501c3" => Sector.Nonprofit,
        "educacion" or "school" => Sector.Education,
        "negocio" or "empresa" or "corporate" => Sector.Business,
        "salud" => Sector.Health,
        "fe" or "church" or "iglesia" => Sector.Faith,
        "medios" => Sector.Media,
        "servicios sociales" or "servicio social" or "social services" => Sector.SocialService,
        "otro" or "otra" => Sector.Other,
        _ => null,
    };

    private static Level? LevelOf(string word) => Codes.Read<Level>(word) ?? NameKey.Of(word) switch
    {
        "federal" or "nation" or "nacional" => Level.National,
        "statewide" or "estatal" or "estado" => Level.State,
        "county" or "city" or "regional" or "tribal" or "condado" or "ciudad" => Level.Local,
        _ => null,
    };

    private static LibraryType? LibraryTypeOf(string word) => Codes.Read<LibraryType>(word.Replace(' ', '-')) ?? NameKey.Of(word) switch
    {
        "publica" or "public library" => LibraryType.Public,
        "academica" or "university" or "college" or "universitaria" => LibraryType.Academic,
        "escolar" or "k 12" => LibraryType.School,
        "especial" => LibraryType.Special,
        "state" or "estatal" => LibraryType.StateLibrary,
        "asociacion" => LibraryType.Association,
        _ => null,
    };
}
