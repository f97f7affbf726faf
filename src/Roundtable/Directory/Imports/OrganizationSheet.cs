using System.Collections.Frozen;
using Roundtable.Platform;
using Roundtable.Platform.Text;

namespace Roundtable.Directory.Imports;

/// <summary>
/// A list somebody has: a spreadsheet saved as CSV, or cells pasted from it. Columns are recognized by their English or Spanish names;
/// what is not recognized is left out.
/// </summary>
public sealed class OrganizationSheet : ImportSource
{
    private static readonly FrozenDictionary<string, string> Known = new Dictionary<string, string[]>
    {
        ["name"] = ["name", "organization", "organization name", "agency", "organisation", "partner", "nombre", "organizacion", "nombre de la organizacion", "agencia"],
        ["city"] = ["city", "town", "ciudad", "pueblo"],
        ["state"] = ["state", "st", "estado"],
        ["zip"] = ["zip", "zip code", "zipcode", "postal code", "codigo postal"],
        ["street"] = ["street", "address", "street address", "direccion", "calle"],
        ["phone"] = ["phone", "telephone", "phone number", "telefono"],
        ["website"] = ["website", "web", "web site", "url", "sitio web", "pagina web"],
        ["sector"] = ["sector", "type", "tipo"],
        ["languages"] = ["languages", "language", "idiomas", "idioma"],
        ["doing"] = ["description", "what they do", "services", "mission", "descripcion", "servicios", "que hacen", "mision"],
        ["ein"] = ["ein", "tax id", "fein"],
    }.SelectMany(k => k.Value.Select(v => (v, k.Key))).ToFrozenDictionary(k => k.v, k => k.Key);

    public override string Name => "organizations";
    public override string Title => "List of organizations";
    public override string Licence => "As given by whoever added the list";
    public override bool IsWhole => false;
    public override IReadOnlyList<string> Columns { get; } = ["name"];

    public override SheetHeader Header(SheetReader sheet)
    {
        var typed = SheetHeader.Read(sheet);
        var header = new SheetHeader([.. typed.Names.Select(n => Known.GetValueOrDefault(NameKey.Of(n), n))]);
        return header.Has("name") ? header : throw new Refusal("import.columns-missing", "Input.File", Title, "Name", string.Join(", ", typed.Names.Take(8)));
    }

    public override ParsedRow Read(SheetRow row, PlaceBook places)
    {
        var entry = Checked(row, places);
        var ein = row.OrNull("ein") is { } typed ? Ein(typed) : null;
        var key = ein is not null ? $"ein:{ein}" : $"{NameKey.Of(entry.Name)}|{NameKey.Of(entry.City)}|{entry.State}";
        return new ParsedRow(key.Length > 400 ? key[..400] : key, entry.State ?? "", new OrganizationFacts
        {
            Name = entry.Name, Sector = entry.Sector, Street = entry.Street, City = entry.City, State = entry.State, Zip = entry.Zip,
            Located = places.Locate(entry.Zip, entry.City, entry.State), IsPoBoxOnly = PostalAddress.IsPoBox(entry.Street), Website = entry.Website, Phone = entry.Phone,
            Languages = entry.Languages.Count == 0 ? null : string.Join(' ', entry.Languages), Doing = entry.Doing, KindCode = "sheet:other",
        })
        { Identifiers = ein is null ? [] : [(Scheme.Ein, ein)] };
    }

    private static OrganizationEntry Checked(SheetRow row, PlaceBook places)
    {
        var sector = row.OrNull("sector") is { } word ? SectorOf(word) ?? throw new RowProblem("import.problem.sector", "sector", word) : Sector.Other;
        var state = row.OrNull("state") is { } spoken ? places.StateCode(spoken) ?? throw new RowProblem("import.problem.state", "state", spoken) : null;
        try
        {
            return EntryFields.Checked(new OrganizationEntry
            {
                Name = row.Needed("name"), Sector = sector, Street = row.OrNull("street"), City = row.OrNull("city"), State = state, Zip = row.OrNull("zip"),
                Phone = row.OrNull("phone"), Website = row.OrNull("website"), Doing = row.OrNull("doing"),
                Languages = [.. row["languages"].Split([',', ';', '/', ' '], StringSplitOptions.RemoveEmptyEntries).Select(w => LanguageNames.Code(w) ?? w)],
            });
        }
        catch (Refusal refusal)
        {
            throw new RowProblem(refusal.Key, refusal.Input?.ToLowerInvariant(), refusal.Input is { } input ? row[input.ToLowerInvariant()] : null);
        }
    }

    private static string Ein(string typed)
    {
        var digits = string.Concat(typed.Where(char.IsAsciiDigit));
        return digits.Length is >= 7 and <= 9 ? digits.PadLeft(9, '0') : throw new RowProblem("import.problem.ein", "ein", typed);
    }

    private static Sector? SectorOf(string word) => Codes.Read<Sector>(word.Replace(' ', '-')) ?? NameKey.Of(word) switch
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
}
