using System.Collections.Frozen;
using System.Text.RegularExpressions;
using Roundtable.Platform;

namespace Roundtable.Directory.Imports;

/// <summary>Which of our fields stands in which column of somebody's table, counted from 0. Columns that stand for nothing are not imported.</summary>
public sealed partial class ColumnMap(IReadOnlyDictionary<string, int> columns)
{
    public const string Name = "name", AlsoKnownAs = "also-known-as", Id = "id", Ein = "ein", Sector = "sector", Level = "level", LibraryType = "library-type", Street = "street", City = "city",
        County = "county", State = "state", Zip = "zip", Latitude = "latitude", Longitude = "longitude", Phone = "phone", Website = "website", Languages = "languages", Doing = "doing";

    /// <summary>In the order a person is asked.</summary>
    public static readonly IReadOnlyList<string> Fields =
        [Name, AlsoKnownAs, Street, City, County, State, Zip, Phone, Website, Sector, Level, LibraryType, Languages, Doing, Ein, Id, Latitude, Longitude];

    private static readonly FrozenDictionary<string, string> Words = new Dictionary<string, string>
    {
        [Name] = "name|organization|organization name|organisation|org name|agency|agency name|partner|partner name|institution|institution name|library|library name|legal name|provider|provider name|location name|site name|facility name|company|nombre|nombre de la organizacion|organizacion|agencia|institucion|entidad|biblioteca|socio",
        [AlsoKnownAs] = "also known as|aka|alternate name|other name|common name|dba|short name|branch|unit|chapter|tambien conocido como|otro nombre|nombre corto|sucursal|unidad",
        [Street] = "street|address|street address|address 1|address1|address line 1|street 1|physical address|direccion|calle|domicilio",
        [City] = "city|town|municipality|ciudad|pueblo|municipio|localidad",
        [County] = "county|county name|parish|condado",
        [State] = "state|st|state province|province|state code|estado",
        [Zip] = "zip|zip code|zipcode|postal code|postcode|zip5|codigo postal|cp",
        [Phone] = "phone|telephone|phone number|tel|main phone|telefono|numero de telefono",
        [Website] = "website|web|web site|web address|url|homepage|site url|sitio web|pagina web|pagina|direccion web",
        [Sector] = "sector|type|organization type|category|tipo|categoria|tipo de organizacion",
        [Level] = "level|tier|nivel",
        [LibraryType] = "library type|type of library|tipo de biblioteca",
        [Languages] = "languages|language|languages spoken|idiomas|idioma|lenguas",
        [Doing] = "description|what they do|services|mission|about|descripcion|servicios|que hacen|mision",
        [Ein] = "ein|tax id|fein|employer identification number|tax number|numero fiscal",
        [Id] = "id|record id|organization id|your id|identificador|numero",
        [Latitude] = "latitude|lat|y coordinate|latitud",
        [Longitude] = "longitude|lon|lng|long|longitud|x coordinate",
    }.SelectMany(f => f.Value.Split('|').Select(w => (w, f.Key))).ToFrozenDictionary(f => f.w, f => f.Key);

    // Columns of our own lists that say something about a row and nothing about its organization.
    private static readonly FrozenSet<string> Ours = FrozenSet.Create("row", "column", "problem", "what is wrong", "fila", "columna", "que esta mal", "miles", "why", "source", "key", "last confirmed");

    // A column that speaks of a person, or of something else that only contains a word of ours.
    private static readonly FrozenSet<string> Others = FrozenSet.Create("contact", "director", "first", "last", "title", "fax", "email", "mail", "correo", "tdd", "tty", "person", "contacto", "contrasena", "nombre", "extension", "ext", "2", "mailing", "date", "fecha");
    private static readonly FrozenSet<string> StateCodes = "AL AK AZ AR CA CO CT DE DC FL GA HI ID IL IN IA KS KY LA ME MD MA MI MN MS MO MT NE NV NH NJ NM NY NC ND OH OK OR PA RI SC SD TN TX UT VT VA WA WV WI WY PR VI GU AS MP".Split(' ').ToFrozenSet();

    public IReadOnlyDictionary<string, int> Columns => columns;
    public int? At(string field) => columns.TryGetValue(field, out var at) ? at : null;
    public string? Of(int column) => columns.Where(c => c.Value == column).Select(c => c.Key).FirstOrDefault();

    /// <summary>The field a column's name certainly means; accents, numbering and punctuation don't count.</summary>
    public static string? Certain(string name) => Words.GetValueOrDefault(Key(name)) ?? Words.GetValueOrDefault(NameKey.Of(name));

    /// <summary>Nobody needs to be asked about this column: it is one of ours, or has neither name nor text.</summary>
    public static bool IsIdle(string name, IEnumerable<string> cells) => Ours.Contains(Key(name)) || cells.All(string.IsNullOrWhiteSpace);

    /// <summary>Guesses from the columns' names, exact ones first, then from what stands in them.</summary>
    public static ColumnMap Guess(IReadOnlyList<string> names, IReadOnlyList<string[]> rows)
    {
        var found = new Dictionary<string, int>();
        var free = Enumerable.Range(0, names.Count).ToList();
        foreach (var guess in (Func<int, string?>[])[i => Certain(names[i]), i => Contained(Key(names[i])), i => FromCells([.. rows.Select(r => i < r.Length ? r[i].Trim() : "").Where(c => c.Length > 0)])])
            foreach (var column in free.ToList())
                if (!Ours.Contains(Key(names[column])) && guess(column) is { } field && found.TryAdd(field, column)) free.Remove(column);
        return new(found);
    }

    /// <summary>What somebody chose for each column: a field, or nothing.</summary>
    /// <exception cref="Refusal">No column is the name, or two columns are the same field.</exception>
    public static ColumnMap Chosen(IReadOnlyList<string?> fields, IReadOnlyList<string> names)
    {
        var found = new Dictionary<string, int>();
        for (var i = 0; i < fields.Count; i++)
        {
            if (string.IsNullOrEmpty(fields[i])) continue;
            if (!Fields.Contains(fields[i])) throw new Refusal("import.field-unknown", InputOf(i), fields[i]!, string.Join(", ", Fields));
            if (!found.TryAdd(fields[i]!, i)) throw new Refusal("import.field-twice", InputOf(i), names[found[fields[i]!]], names[i]);
        }
        return found.ContainsKey(Name) ? new(found) : throw new Refusal("import.name-missing", InputOf(0));
    }

    /// <summary>From words as the command line and the API take them: <c>name=Agency,city=Town</c>; a column by its name or its number from 1.</summary>
    /// <exception cref="Refusal">No such field or column.</exception>
    public static ColumnMap Told(string words, IReadOnlyList<string> names)
    {
        var fields = new string?[names.Count];
        foreach (var pair in words.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(p => p.Split('=', 2, StringSplitOptions.TrimEntries)))
        {
            var at = pair.Length < 2 ? -1 : names.ToList().FindIndex(n => string.Equals(n, pair[1], StringComparison.OrdinalIgnoreCase));
            if (at < 0 && pair.Length == 2 && int.TryParse(pair[1], System.Globalization.CultureInfo.InvariantCulture, out var number)) at = number - 1;
            if (at < 0 || at >= names.Count) throw new Refusal("import.column-unknown", "columns", pair[^1], string.Join(", ", names.Take(20)));
            fields[at] = pair[0];
        }
        return Chosen(fields, names);
    }

    public static string InputOf(int column) => $"Input.Column{column + 1}";

    /// <summary>What spreadsheets call a column: A, B, … AA.</summary>
    public static string LetterOf(int column) => column < 26 ? $"{(char)('A' + column)}" : LetterOf(column / 26 - 1) + LetterOf(column % 26);

    // "1.10 Street Address" and "street_address" are the same.
    private static string Key(string name) => string.Join(' ', NameKey.WordsOf(Numbering().Replace(name, "").Replace('_', ' ')));

    private static string? Contained(string key)
    {
        var words = key.Split(' ');
        if (words.Any(Others.Contains)) return null;
        for (var length = Math.Min(3, words.Length); length > 0; length--)
            for (var from = 0; from + length <= words.Length; from++)
                if (Words.TryGetValue(string.Join(' ', words[from..(from + length)]), out var field) && field is not (Name or Id or Doing or Sector)) return field;
        return null;
    }

    private static string? FromCells(IReadOnlyCollection<string> cells)
    {
        bool Most(Func<string, bool> looks) => cells.Count > 0 && cells.Count(looks) >= 0.8 * cells.Count;
        return Most(c => ZipShape().IsMatch(c)) ? Zip : Most(StateCodes.Contains) ? State : Most(c => PhoneShape().IsMatch(c)) ? Phone : Most(c => WebShape().IsMatch(c)) ? Website : null;
    }

    /// <summary>Whether a row can be data: something in it has the shape of a ZIP, a phone number, a web address, a state or a number.</summary>
    internal static bool IsData(IEnumerable<string> cells) => cells.Any(c => c.Trim() is { Length: > 0 } cell && (StateCodes.Contains(cell) || PhoneShape().IsMatch(cell) || WebShape().IsMatch(cell) || cell.All(char.IsAsciiDigit) || ZipShape().IsMatch(cell)));

    [GeneratedRegex(@"^\s*(\d+(\.\d+)*[.)]?\s+)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Numbering();

    [GeneratedRegex(@"^\d{5}(-\d{4})?$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex ZipShape();

    [GeneratedRegex(@"^(\+?1[\s.-]*)?\(?\d{3}\)?[\s./-]*\d{3}[\s.-]*\d{4}(\s*(x|ext\.?)\s*\d+)?$", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase, 1000)]
    private static partial Regex PhoneShape();

    [GeneratedRegex(@"^(https?://\S+|(www\.)?[a-z0-9-]+(\.[a-z0-9-]+)*\.(com|org|net|gov|edu|us|info)(/\S*)?)$", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase, 1000)]
    private static partial Regex WebShape();
}
