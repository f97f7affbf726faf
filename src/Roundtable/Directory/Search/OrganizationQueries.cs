using Microsoft.EntityFrameworkCore;
using NodaTime;
using Roundtable.Directory.Services;
using Roundtable.Platform.Access;
using Roundtable.Platform.Data;

namespace Roundtable.Directory.Search;

/// <summary>Finds organizations by words, place, sector and kind: the index brings up candidates, distances are measured exactly, the best come first with reasons.</summary>
public static class OrganizationQueries
{
    /// <summary>Candidates looked at for the first pages; for those who read on, in a spreadsheet or by program, near a place and without one.</summary>
    private const int Enough = 200, MostNear = 20_000, MostAnywhere = 2_000;

    /// <summary>Rows looked at to count who could fill holes.</summary>
    private const int MostCounted = 800;

    /// <summary>Rows looked at to see whether a word is one.</summary>
    private const int MostKnown = 20;

    /// <summary>Organizations shown before somebody reads on.</summary>
    private const int FirstPages = 100;

    public static IQueryable<Organization> Listed(this IQueryable<Organization> organizations) => organizations.Where(o => o.NoLongerListed == null);

    /// <summary>Open data is for everybody; what people typed in is for those who work here.</summary>
    public static IQueryable<Organization> VisibleTo(this IQueryable<Organization> organizations, Actor actor) =>
        actor.IsSignedIn || actor.IsSystem ? organizations : organizations.Where(o => o.ListedIn != null);

    public static async Task<FoundOrganizations> FindOrganizations(this RoundtableDb db, OrganizationSearch search, Instant now, CancellationToken ct = default)
    {
        var engine = SearchEngine.On(db);
        var (candidates, isMore) = await Candidates(engine, search, ct);
        if (search.AlsoGone) candidates.AddRange(await engine.Candidates(QuestionOf(search) with { IsGone = true }, MostAnywhere, nameOnly: false, ct));
        if (search.Known.Without.Count > 0) candidates.RemoveAll(c => search.Known.Without.Contains(c.Number));
        if (search.OnlyOpenData) candidates.RemoveAll(c => c.ListedIn is null);
        var details = await Details(db, search, candidates, ct);
        var measured = Measured(search, candidates, details);
        if (measured.Count == 0 && await PutRight(engine, search, ct) is { } meant && await db.FindOrganizations(meant, now, ct) is { Count: > 0 } found)
            return found with { Instead = string.Join(' ', meant.Words) };
        var ranking = new Ranking(search, now.InUtc().Year, details.Where(d => d.AssuredOn is not null).DistinctBy(d => d.Number).ToDictionary(d => d.Number, d => d.AssuredOn!.Value));
        var all = measured.Select(m => new Rank(ranking.ScoreOf(m.Candidate, m.Miles), m.Miles, m.Candidate.NameKey, m.Candidate.Number));
        if (search.After is { } after) all = all.Where(r => Rank.BestFirst.Compare(r, after) > 0);
        var ranked = all.Order(Rank.BestFirst).Skip(search.Skip).Take(search.Limit + 1).ToList();
        var isLast = ranked.Count <= search.Limit;
        if (!isLast) ranked.RemoveAt(search.Limit);
        var numbers = ranked.Select(r => r.Number).ToArray();
        var organizations = await db.Organizations.AsNoTracking().Where(o => EF.Parameter(numbers).Contains(o.Number)).ToDictionaryAsync(o => o.Number, ct);
        return new FoundOrganizations(
            [.. ranked.Where(r => organizations.ContainsKey(r.Number)).Select(r => new FoundOrganization(organizations[r.Number], r.Miles, ranking.WhyOf(organizations[r.Number], r.Miles)))],
            measured.Count, isMore, isLast ? null : search.Skip + ranked.Count, isLast ? null : ranked[^1]);
    }

    /// <summary>Rows of the index near a place that are of these kinds or speak these languages, for counting: at most <see cref="MostCounted"/>, those within the distance.</summary>
    public static async Task<(IReadOnlyList<Candidate> Rows, bool IsMore)> Nearby(this RoundtableDb db, OrganizationSearch near, IReadOnlyCollection<string> kinds, IReadOnlyCollection<string> languages, CancellationToken ct = default)
    {
        var any = kinds.Select(Kinds.FacetOf).Concat(languages.Select(Facets.Language)).Distinct().ToList();
        if (any.Count == 0) return ([], false);
        var question = QuestionOf(near);
        var rows = await SearchEngine.On(db).Candidates(question with { Facets = [.. question.Facets, any] }, MostCounted + 1, nameOnly: false, ct);
        return ([.. rows.Take(MostCounted).Where(r => near.From is not { } from || r.LocationCount > 1 || r.At?.MilesTo(from) <= near.Miles)], rows.Count > MostCounted);
    }

    /// <summary>How many match, without measuring; stops counting at so many.</summary>
    public static Task<int> CountMatching(this RoundtableDb db, OrganizationSearch search, int most, CancellationToken ct = default) => SearchEngine.On(db).Count(QuestionOf(search), most, ct);

    private static async Task<(List<Candidate> Candidates, bool IsMore)> Candidates(SearchEngine engine, OrganizationSearch search, CancellationToken ct)
    {
        var question = QuestionOf(search);
        var readsOn = search.After is not null || search.Skip + search.Limit > FirstPages;
        var most = !readsOn ? Enough : search.From is null ? MostAnywhere : MostNear;
        if (readsOn)
        {
            var all = await engine.Candidates(question, most + 1, nameOnly: false, ct);
            return (all, all.Count > most);
        }
        var found = await engine.Numbers(question, most + 1, ct);
        if (found.Count <= most) return (await engine.Candidates(found, ct), false);
        var likely = await Likeliest(engine, search, question, most, ct);
        if (likely.Count < most) likely.AddRange(await engine.Candidates(found, ct));
        return ([.. likely.DistinctBy(c => c.Number)], true);
    }

    // A word that somebody has, wherever they are, was typed as it is meant.
    private static async Task<OrganizationSearch?> PutRight(SearchEngine engine, OrganizationSearch search, CancellationToken ct)
    {
        if (search.Instead is null) return null;
        var words = new List<MeantWord>();
        foreach (var (typed, instead) in search.Meant.Zip(search.Instead))
        {
            var isKnown = typed.Typed == instead.Typed || (await engine.Candidates(new([typed], []), MostKnown, nameOnly: false, ct)).Exists(c => !search.OnlyOpenData || c.ListedIn is not null);
            words.Add(isKnown ? typed : instead);
        }
        return words.SequenceEqual(search.Meant) ? null : search with { Words = [.. words.Select(w => w.Typed).Distinct()], Meant = [.. words.DistinctBy(w => w.Typed)], Instead = null };
    }

    // Too many to look at all: those that are what the words mean, or else have the words in their name, the nearest first.
    private static async Task<List<Candidate>> Likeliest(SearchEngine engine, OrganizationSearch search, IndexQuestion question, int most, CancellationToken ct)
    {
        var (likely, nameOnly) = (new List<Candidate>(), question.Words.Count > 0);
        foreach (var group in (IEnumerable<string[]>)[search.OrLanguage is { } or ? [Facets.Language(or)] : [], ConcernFacets(search)])
            if (group.Length > 0) likely.AddRange(await engine.Candidates(question with { Facets = [.. question.Facets, group] }, most / 2, nameOnly: false, ct));
        if (TypeWords.In(search.Words).FirstOrDefault(t => t.Type.Best.Count > 0) is { } type)
        {
            question = question with { Words = [.. question.Words.Where(w => !type.Words.Contains(w.Typed))], Facets = [.. question.Facets, [.. type.Type.Best.Select(Kinds.FacetOf)]] };
            nameOnly = false;
        }
        var before = likely.Count;
        foreach (var facets in search.From is { } from ? from.RingsWithin(search.Miles).Select(r => (IReadOnlyList<IReadOnlyList<string>>)[[.. r.Select(c => Facets.Cell(c, search.Sector))], .. question.Facets.Skip(1)]) : [question.Facets])
        {
            if (likely.Count >= before + most) break;
            likely.AddRange(await engine.Candidates(question with { Facets = facets }, most, nameOnly, ct));
        }
        return likely;
    }

    // Where the question itself names no kind, those that serve what is needed must be among those looked at.
    private static string[] ConcernFacets(OrganizationSearch search) =>
        search.Kinds.Count > 0 ? [] : [.. search.Concerns.SelectMany(c => c.Kinds).Distinct().Select(Kinds.FacetOf), .. search.Concerns.Select(c => c.Language).OfType<string>().Select(Facets.Language)];

    internal static IndexQuestion QuestionOf(OrganizationSearch search)
    {
        var facets = new List<IReadOnlyList<string>>();
        if (search.From is { } from) facets.Add([.. from.CellsWithin(search.Miles).Select(c => Facets.Cell(c, search.Sector))]);
        else if (search.Sector is { } sector && sector != Facets.Commonest) facets.Add([Facets.Sector(sector)]);
        if (search.State is { } state) facets.Add([Facets.State(state)]);
        if (search.CountyFips is { } county) facets.Add([Facets.County(county)]);
        if (search.Language is { } language) facets.Add([Facets.Language(language)]);
        if (search.Level is { } level && level != Facets.CommonestLevel) facets.Add([Facets.Level(level)]);
        if (search.Kinds.Count > 0 || search.OrLanguage is not null) facets.Add([.. search.Kinds.Select(Kinds.FacetOf), .. search.OrLanguage is { } or ? (string[])[Facets.Language(or)] : []]);
        return new(search.Meant, facets)
        {
            OfRow = search.From is null && search.Sector == Facets.Commonest ? Facets.Commonest : null, OfLevel = search.Level == Facets.CommonestLevel ? Facets.CommonestLevel : null, HasStreet = search.HasStreet,
        };
    }

    private static List<(Candidate Candidate, double? Miles)> Measured(OrganizationSearch search, List<Candidate> candidates, IReadOnlyList<CandidateDetail> details)
    {
        if (search.From is not { } from) return [.. candidates.Select(c => (c, (double?)null))];
        var branches = details.ToLookup(d => d.Number, d => Point.Of(d.Latitude, d.Longitude));
        var measured = new List<(Candidate, double?)>(candidates.Count);
        foreach (var candidate in candidates)
        {
            var miles = candidate.At?.MilesTo(from) ?? double.MaxValue;
            foreach (var branch in candidate.LocationCount > 1 ? branches[candidate.Number] : []) miles = Math.Min(miles, branch?.MilesTo(from) ?? double.MaxValue);
            if (miles <= search.Miles) measured.Add((candidate, miles));
        }
        return measured;
    }

    // Branches of those that have several, and where partners are looked for, when services were confirmed: one statement.
    private static async Task<IReadOnlyList<CandidateDetail>> Details(RoundtableDb db, OrganizationSearch search, List<Candidate> candidates, CancellationToken ct)
    {
        var isForPartners = search.Concerns.Count > 0;
        var those = candidates.Where(c => isForPartners && c.HasServices || search.From is not null && c.LocationCount > 1).Select(c => c.Number).ToArray();
        if (those.Length == 0) return [];
        var (locations, services) = (db.Locations.Where(l => l.Latitude != null && l.ClosedOn == null), db.ServicesOffered.Where(s => s.Status == ServiceStatus.Active || s.Status == ServiceStatus.TemporarilyClosed));
        return await (from o in db.Organizations.Where(o => EF.Parameter(those).Contains(o.Number))
                      from l in locations.Where(l => l.OrganizationId == o.Id).DefaultIfEmpty()
                      select new CandidateDetail(o.Number, l!.Latitude, l.Longitude, isForPartners ? services.Where(s => s.OrganizationId == o.Id).Max(s => s.AssuredOn) : null)).ToListAsync(ct);
    }

    private sealed record CandidateDetail(int Number, double? Latitude, double? Longitude, LocalDate? AssuredOn);
}
