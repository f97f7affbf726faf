using Roundtable.Directory.Imports;
using Roundtable.Directory.Services;

namespace Roundtable.Directory.Hsds;

/// <summary>The vocabularies that come with a package, to look up what its services are.</summary>
internal sealed class HsdsTerms
{
    private readonly Dictionary<string, Term> byId = [];
    private readonly List<(HsdsRow Row, RowProblem Problem)> problems = [];

    public HsdsTerms(HsdsTables tables)
    {
        var vocabularies = tables["taxonomies"].Where(t => t["id"] is not null).DistinctBy(t => t["id"]).ToDictionary(t => t["id"]!, t => t["name"] ?? t["id"]!);
        foreach (var row in tables["taxonomy"])
            try
            {
                // Ohana: taxonomy_id is the term's own; HSDS 3: that of its vocabulary.
                var id = row["id"] ?? row.Needed("taxonomy_id");
                var vocabulary = row["vocabulary", "taxonomy"] ?? (row["id"] is not null && row["taxonomy_id"] is { } of ? vocabularies.GetValueOrDefault(of) : null) ?? "Open Eligibility";
                byId.TryAdd(id, Term.Of(Short(vocabulary), Short(row["code"] ?? id), row.Needed("name"), row["description"]));
            }
            catch (RowProblem problem)
            {
                problems.Add((row, problem));
            }
    }

    public IReadOnlyList<(HsdsRow Row, RowProblem Problem)> Problems => problems;
    public Term this[string id] => byId[id];
    public bool Has(string id) => byId.ContainsKey(id);

    /// <exception cref="RowProblem">No such term.</exception>
    public string IdOf(HsdsRow row)
    {
        var id = row["taxonomy_term_id"] ?? row.Needed("taxonomy_id");
        return byId.ContainsKey(id) ? id : throw row.Wrong("import.problem.no-term", row["taxonomy_term_id"] is null ? "taxonomy_id" : "taxonomy_term_id", id);
    }

    private static string Short(string text) => text.Length > 200 ? text[..200] : text;
}
