using System.Text;
using Roundtable.Directory.Imports;
using Roundtable.Directory.Services;
using Roundtable.Platform;

namespace Roundtable.Directory.Hsds;

/// <summary>
/// A directory of human services as others publish it: HSDS 1.1, 2.0, 3.0 and 3.1 as a data package or JSON, and Ohana's tables. What stands is taken in,
/// the rest is told row by row.
/// </summary>
public sealed class HsdsPackage : PackageSource
{
    public override string Name => "hsds";
    public override string Title => "Human services directory (HSDS or Ohana)";
    public override string Licence => "publisher";

    // One table of HSDS alone may be anybody's list.
    public override bool Knows(SourceFile file) =>
        HsdsJson.Is(file) || file.IsPackage && file.Tables.Select(HsdsTables.NameOf).OfType<string>().Distinct().ToList() is { Count: > 1 } tables && (tables.Contains("organizations") || tables.Contains("services"));

    public override IEnumerable<PackageRow> Rows(SourceFile file, PlaceBook places) => new Joining(HsdsTables.Read(file), PublisherOf(file.Name), places).Rows();

    /// <summary>Whose list it is, by the file's name without dates and numbers: the next one of the same name is a newer state of it.</summary>
    internal static string PublisherOf(string name)
    {
        var words = NameKey.WordsOf(Path.GetFileNameWithoutExtension(name)).Where(w => w.Any(char.IsLetter) && w.Length > 1 || w.Length > 0 && char.IsLetter(w[0])).ToList();
        var publisher = string.Join('-', words);
        return publisher.Length == 0 ? "hsds" : publisher.Length > 40 ? publisher[..40] : publisher;
    }

    /// <summary>An organization, location or service with the rows that say more of it.</summary>
    private sealed class Entity(HsdsRow row, string key)
    {
        public HsdsRow Row => row;
        public string Key => key;
        public Entity? Owner { get; set; }
        public RowProblem? Problem { get; set; }
        public HsdsParts Parts { get; } = new();
        public ParsedRow? Parsed { get; set; }

        /// <summary>Fingerprint of it with all its parts.</summary>
        public byte[]? Marks { get; set; }
    }

    private sealed class Joining(HsdsTables tables, string publisher, PlaceBook places)
    {
        private static readonly string[] PartTables =
        [
            "programs", "organization_identifiers", "addresses", "physical_addresses", "postal_addresses", "phones", "schedules", "regular_schedules", "holiday_schedules", "languages", "eligibility", "required_documents",
            "cost_options", "accessibility", "service_at_location", "attributes",
        ];

        private readonly Dictionary<string, Entity> organizations = [], locations = [], services = [];
        private readonly Dictionary<string, HsdsRow> meetings = [];
        private readonly List<(HsdsRow Row, Entity? Of, RowProblem? Problem)> parts = [];
        private readonly List<Entity> entities = [];
        private HsdsTerms terms = null!;

        public IEnumerable<PackageRow> Rows()
        {
            terms = new HsdsTerms(tables);
            Know("organizations", organizations);
            Know("services", services);
            Know("locations", locations);
            foreach (var row in tables["service_at_location"]) if (row["id"] is { } id) meetings.TryAdd(id, row);
            foreach (var location in locations.Values) location.Owner = OwnerOf(location.Row);
            foreach (var service in services.Values) service.Owner = OwnerOf(service.Row);
            foreach (var row in tables["service_at_location"]) Meet(row);
            foreach (var entity in entities.Where(e => e.Row.Table != "organizations" && e.Problem is null && e.Owner?.Problem is not null || e.Owner is null && e.Row.Table != "organizations"))
                entity.Problem ??= entity.Row.Wrong("import.problem.no-organization", "organization_id", entity.Row["organization_id", "location_id"]);
            foreach (var row in PartTables.SelectMany(t => tables[t])) Part(row);
            Describe();
            foreach (var problem in terms.Problems) yield return new PackageRow(problem.Row.Table, problem.Row.Row, null, [], Problem: problem.Problem);
            foreach (var entity in entities)
                yield return entity.Problem is { } wrong ? new PackageRow(entity.Row.Table, entity.Row.Row, null, [], Problem: wrong) : new PackageRow(entity.Row.Table, entity.Row.Row, entity.Parsed, entity.Marks ??= MarksOf(entity));
            foreach (var (row, of, problem) in parts)
                yield return problem is not null || of!.Problem is not null ? new PackageRow(row.Table, row.Row, null, [], Problem: problem ?? row.Wrong("import.problem.owner-left-out", "id", row["id"]))
                    : new PackageRow(row.Table, row.Row, of.Parsed, of.Marks ??= MarksOf(of), IsPart: true);
        }

        private void Know(string table, Dictionary<string, Entity> known)
        {
            foreach (var row in tables[table])
            {
                var entity = new Entity(row, $"{publisher}/{table}/{row["id"]}") { Problem = row.Problem };
                entities.Add(entity);
                try
                {
                    var id = row.Needed("id");
                    if (id.Length > 100) throw row.Wrong("import.problem.cell-too-large", "id");
                    row.Needed("name");
                    if (!known.TryAdd(id, entity)) throw row.Wrong("import.problem.repeated", "id", id);
                }
                catch (RowProblem problem)
                {
                    entity.Problem ??= problem;
                }
            }
        }

        // A service may name its organization only by its place, a place only by what is offered there.
        private Entity? OwnerOf(HsdsRow row) =>
            row["organization_id"] is { } id ? organizations.GetValueOrDefault(id)
            : row["location_id"] is { } at && locations.TryGetValue(at, out var location) ? location.Row["organization_id"] is { } its ? organizations.GetValueOrDefault(its) : null : null;

        private void Meet(HsdsRow row)
        {
            if (row["service_id"] is not { } s || !services.TryGetValue(s, out var service) || row["location_id"] is not { } l || !locations.TryGetValue(l, out var location)) return;
            if (location.Row["organization_id"] is null) location.Owner ??= service.Owner;
            if (service.Row["organization_id"] is null) service.Owner ??= location.Owner;
        }

        // Each part goes to the nearest of those it names.
        private void Part(HsdsRow row)
        {
            var (of, problem) = ((Entity?)null, row.Problem);
            try
            {
                if (problem is null)
                {
                    of = Nearest(row);
                    if (of.Problem is null) of.Parts.Take(row, of.Row.Table, terms);
                }
            }
            catch (RowProblem wrong)
            {
                problem = wrong;
            }
            parts.Add((row, of, problem));
        }

        private Entity Nearest(HsdsRow row)
        {
            var meeting = row["service_at_location_id"] is { } met ? meetings.GetValueOrDefault(met) : null;
            string? service = row["service_id"] ?? meeting?["service_id"] ?? (row.Table == "attributes" ? row["link_id"] : null), location = row["location_id"] ?? meeting?["location_id"], organization = row["organization_id"];
            if (row.Table == "service_at_location")
            {
                if (location is null || !locations.ContainsKey(location)) throw row.Wrong(location is null ? "import.problem.empty" : "import.problem.no-owner", "location_id", location);
                location = null;
            }
            if (row.Table is "addresses" or "physical_addresses" or "postal_addresses" or "accessibility") service = null;
            if (service is not null && services.TryGetValue(service, out var s)) return s;
            if (location is not null && locations.TryGetValue(location, out var l)) return l;
            if (row.Table == "attributes" && service is not null && locations.TryGetValue(service, out var linked)) return linked;
            if ((organization ?? (row.Table == "attributes" ? service : null)) is { } named && organizations.TryGetValue(named, out var o)) return o;
            if (row.Table == "phones" && row["contact_id"] is { } person && service is null && location is null && organization is null) throw row.Wrong("import.problem.personal", "contact_id", person);
            var column = row.Table is "addresses" or "physical_addresses" or "postal_addresses" or "accessibility" ? "location_id" : row.Table is "programs" or "organization_identifiers" ? "organization_id" : service is null && location is not null ? "location_id" : row.Table == "attributes" && row["service_id"] is null ? "link_id" : "service_id";
            throw row.Wrong(row[column] is null ? "import.problem.empty" : "import.problem.no-owner", column, row[column]);
        }

        private void Describe()
        {
            var placesOf = locations.Values.Where(l => l.Problem is null).ToLookup(l => l.Owner!);
            foreach (var entity in entities.Where(e => e.Problem is null && e.Row.Table == "organizations"))
                Try(entity, () => entity.Parsed = new ParsedRow(entity.Key, publisher, HsdsFacts.Of(entity.Row, entity.Parts, placesOf[entity].Select(l => (l.Row, l.Parts)), places))
                {
                    Body = entity.Key, Identifiers = HsdsFacts.EinOf(entity.Row, entity.Parts) is { } ein ? [(Scheme.Ein, ein)] : [],
                });
            foreach (var entity in entities.Where(e => e.Problem is null && e.Row.Table != "organizations"))
                Try(entity, () =>
                {
                    if (entity.Owner!.Parsed is not { } body) throw entity.Row.Wrong("import.problem.owner-left-out", "organization_id", entity.Row["organization_id"]);
                    var row = body with { Key = entity.Key, Rank = entity.Row.Table == "locations" ? 1 : 2 };
                    entity.Parsed = entity.Row.Table == "locations" ? row with { Location = HsdsFacts.LocationOf(entity.Row, entity.Parts, places) }
                        : row with { Service = HsdsFacts.ServiceOf(entity.Row, entity.Parts, terms, id => locations.TryGetValue(id, out var l) && l.Problem is null && l.Owner == entity.Owner ? l.Key : null) };
                });
        }

        private static void Try(Entity entity, Action describe)
        {
            try
            {
                describe();
            }
            catch (RowProblem problem)
            {
                entity.Problem = problem;
            }
            catch (Refusal refusal)
            {
                var column = refusal.Input?.ToLowerInvariant() ?? "name";
                entity.Problem = entity.Row.Wrong(refusal.Key, column, entity.Row[column]);
            }
        }

        private static byte[] MarksOf(Entity entity)
        {
            var text = new StringBuilder();
            foreach (var row in entity.Parts.Rows.Prepend(entity.Row))
                foreach (var (column, cell) in row.Cells.OrderBy(c => c.Key, StringComparer.Ordinal)) text.Append(row.Table).Append('\u001f').Append(column).Append('\u001f').Append(cell).Append('\u001e');
            return BitConverter.GetBytes(Marks.Of(text.ToString()));
        }
    }
}
