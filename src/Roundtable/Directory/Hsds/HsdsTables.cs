using System.Collections.Frozen;
using Roundtable.Directory.Imports;
using Roundtable.Platform;

namespace Roundtable.Directory.Hsds;

/// <summary>A row of a table as a package has it, by the column names of HSDS 3.</summary>
/// <param name="Cells">Those that say something, by column.</param>
/// <param name="Problem">What is wrong with it as a row.</param>
internal sealed record HsdsRow(string Table, int Row, KeyValuePair<string, string>[] Cells, RowProblem? Problem = null)
{
    /// <summary>The first of these columns that says something.</summary>
    public string? this[params ReadOnlySpan<string> columns]
    {
        get
        {
            foreach (var column in columns)
                foreach (var (name, cell) in Cells)
                    if (name == column && cell.Length > 0) return cell;
            return null;
        }
    }

    /// <exception cref="RowProblem">Nothing there.</exception>
    public string Needed(params ReadOnlySpan<string> columns) => this[columns] ?? throw Wrong("import.problem.empty", columns[0]);

    public RowProblem Wrong(string key, string column, string? found = null) => new(key, $"{Table}.{column}", found);
}

/// <summary>
/// The tables of a package of HSDS 1.1, 2.0, 3.0, 3.1 or of Ohana before it, whatever each calls them. What stands for persons (contacts) is never read,
/// nor are funding, programs' texts, service areas and metadata.
/// </summary>
internal sealed class HsdsTables
{
    /// <summary>Rows of all tables together; they are put together in memory, where one with parts takes as much as four others.</summary>
    public const int MostRows = 200_000, MostWithParts = MostRows / 5;

    private static readonly FrozenDictionary<string, string> Names = new Dictionary<string, string>
    {
        ["organizations"] = "organizations", ["locations"] = "locations", ["services"] = "services", ["programs"] = "programs",
        ["services_at_location"] = "service_at_location", ["service_at_location"] = "service_at_location", ["service_at_locations"] = "service_at_location",
        ["addresses"] = "addresses", ["physical_addresses"] = "physical_addresses", ["postal_addresses"] = "postal_addresses", ["mail_addresses"] = "postal_addresses", ["phones"] = "phones",
        ["schedules"] = "schedules", ["regular_schedules"] = "regular_schedules", ["holiday_schedules"] = "holiday_schedules", ["languages"] = "languages", ["eligibility"] = "eligibility",
        ["required_documents"] = "required_documents", ["cost_options"] = "cost_options", ["accessibility"] = "accessibility", ["accessibility_for_disabilities"] = "accessibility",
        ["organization_identifiers"] = "organization_identifiers", ["taxonomy"] = "taxonomy", ["taxonomy_terms"] = "taxonomy", ["taxonomies"] = "taxonomies",
        ["services_taxonomy"] = "attributes", ["service_taxonomy"] = "attributes", ["attributes"] = "attributes", ["service_attributes"] = "attributes",
    }.ToFrozenDictionary();

    // What lists before HSDS called them; "organization_uuid" in organizations is their id.
    private static readonly FrozenDictionary<string, string> Columns = new Dictionary<string, string>
    {
        ["weekday"] = "byday", ["start_date"] = "valid_from", ["end_date"] = "valid_to", ["uuid"] = "id",
    }.ToFrozenDictionary();

    private readonly Dictionary<string, List<HsdsRow>> tables = [];
    private readonly Dictionary<string, string> columns = [];
    private int count;

    public IReadOnlyList<HsdsRow> this[string table] => tables.GetValueOrDefault(table) ?? [];
    public IEnumerable<HsdsRow> All => tables.Values.SelectMany(t => t);

    /// <exception cref="Refusal">Not a package with organizations, services or locations.</exception>
    public static HsdsTables Read(SourceFile file)
    {
        var tables = new HsdsTables();
        if (HsdsJson.Is(file)) HsdsJson.Read(file, tables);
        else
            foreach (var name in file.Tables)
                if (NameOf(name) is { } table) tables.Read(file.Sheet(name), table);
        return tables["organizations"].Count + tables["services"].Count + tables["locations"].Count > 0 ? tables : throw new Refusal("import.hsds-empty", "Input.File", file.Name);
    }

    public static string? NameOf(string file) => Names.GetValueOrDefault(Path.GetFileNameWithoutExtension(file).ToLowerInvariant());

    /// <summary>The same text for the same column, however often it is read.</summary>
    public string Known(string column) => columns.TryGetValue(column, out var known) || columns.Count > SheetReader.MostColumns ? known ?? column : columns[column] = column;

    public void Put(HsdsRow row)
    {
        count += row.Table is "organizations" or "services" or "locations" ? MostRows / MostWithParts : 1;
        if (count > MostRows) throw new Refusal("import.hsds-too-many", "Input.File", MostWithParts, MostRows);
        (tables.TryGetValue(row.Table, out var rows) ? rows : tables[row.Table] = []).Add(row);
    }

    private void Read(SheetReader sheet, string table)
    {
        using (sheet)
        {
            if (!sheet.Read()) return;
            var header = new SheetHeader([.. Enumerable.Range(0, sheet.Width).Select(i => ColumnOf(table, sheet[i].Trim().TrimStart('\uFEFF').ToLowerInvariant()))]);
            var row = new SheetRow(sheet, header);
            while (sheet.Read())
            {
                if (sheet.IsBlank) continue;
                var cells = new List<KeyValuePair<string, string>>(header.Width);
                for (var i = 0; i < Math.Min(header.Width, sheet.Width); i++)
                    if (header.Names[i].Length > 0 && sheet.Span(i).Trim() is { Length: > 0 } cell) cells.Add(new(header.Names[i], Plain(cell)));
                Put(new HsdsRow(table, sheet.Row, [.. cells], ProblemOf(row, table)));
            }
        }
    }

    // Line breaks that some exports write as two characters.
    private static string Plain(ReadOnlySpan<char> cell) => cell.ToString().Replace("\\n", "\n", StringComparison.Ordinal).Trim();

    private static RowProblem? ProblemOf(SheetRow row, string table)
    {
        try
        {
            row.MustBeWhole();
            return null;
        }
        catch (RowProblem problem)
        {
            return new RowProblem(problem.Key, $"{table}.{problem.Column}", problem.Found);
        }
    }

    private static string ColumnOf(string table, string column)
    {
        if (table is "organizations" or "locations" or "services" && column.StartsWith($"{table[..^1]}_", StringComparison.Ordinal)) column = column[table.Length..];
        if (column.EndsWith("_uuid", StringComparison.Ordinal)) column = $"{column[..^5]}_id";
        return Columns.GetValueOrDefault(column, column);
    }
}
