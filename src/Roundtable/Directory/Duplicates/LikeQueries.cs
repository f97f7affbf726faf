using Microsoft.EntityFrameworkCore;
using Roundtable.Directory.Search;
using Roundtable.Platform.Data;

namespace Roundtable.Directory.Duplicates;

/// <summary>An entry that looks like the one asked about.</summary>
public sealed record Like(Organization Organization, Likeness Likeness);

/// <summary>
/// Finds entries that look like the same body. The search index brings up those of the same state that share a telling word,
/// so that two million rows cost a handful of look-ups for each entry.
/// </summary>
public static class LikeQueries
{
    /// <summary>The best one first; the next when that one is answered.</summary>
    private const int Most = 1;
    private const int MostOfAWord = 400, MostCompared = 60;

    /// <summary>The entry of another source that looks most like this one and was not answered yet. Never one whose tax number says that it is another body.</summary>
    public static async Task<IReadOnlyList<Like>> LikeThis(this RoundtableDb db, Organization organization, CancellationToken ct = default)
    {
        if (organization.MergedInto is not null) return [];
        var body = NamedBody.Of(organization);
        var answered = await db.DuplicatePairs.Where(p => p.State == PairState.Different && (p.KeptId == organization.Id || p.OtherId == organization.Id)).Select(p => p.KeptId == organization.Id ? p.OtherId : p.KeptId).ToListAsync(ct);
        var found = await db.Compared(body, organization.Id, answered, ct);
        if (found.Count == 0) return [];
        var eins = await db.Eins([organization.Id, .. found.Select(f => f.Organization.Id)], ct);
        return [.. found.Where(f => !(eins[organization.Id].Any() && eins[f.Organization.Id].Any() && !eins[organization.Id].Intersect(eins[f.Organization.Id]).Any())).Take(Most)];
    }

    /// <summary>Entries that may be meant by what somebody types.</summary>
    public static Task<List<Like>> LikeTyped(this RoundtableDb db, string? name, string? city, string? state, CancellationToken ct = default) =>
        db.Compared(new NamedBody(null, [name], null, city, state, null), null, [], ct);

    private static async Task<List<Like>> Compared(this RoundtableDb db, NamedBody body, Guid? itself, IReadOnlyCollection<Guid> answered, CancellationToken ct)
    {
        var found = await Candidates(db, body, ct);
        if (found.Count == 0) return [];
        var words = body.Names.SelectMany(n => n).ToHashSet();
        var nearest = found.OrderByDescending(c => Rough(c.NameKey, words)).Take(MostCompared).Select(c => c.Number).ToArray();
        var organizations = await db.Organizations.AsNoTracking().Where(o => EF.Parameter(nearest).Contains(o.Number)).ToListAsync(ct);
        var bodies = organizations.ConvertAll(NamedBody.Of);
        var ofName = bodies.Where(b => b.HasUnit && b.Names.Count > 0).CountBy(b => string.Join(' ', b.Names[0])).ToDictionary();
        return
        [
            .. organizations.Zip(bodies).Where(o => o.First.Id != itself && !answered.Contains(o.First.Id) && !NamedBody.AreNever(body, o.Second))
                .Select(o => new Like(o.First, Likeness.Of(body, o.Second, isOneOfMany: o.Second.HasUnit && ofName.GetValueOrDefault(string.Join(' ', o.Second.Names[0])) > 1)))
                .Where(l => l.Likeness.Score >= Likeness.Enough).OrderByDescending(l => l.Likeness.Score),
        ];
    }

    // By each telling word; where that is too many, by it together with the town or another word.
    private static async Task<List<Candidate>> Candidates(RoundtableDb db, NamedBody body, CancellationToken ct)
    {
        var engine = SearchEngine.On(db);
        IReadOnlyList<string>[] state = body.State is { Length: 2 } code ? [[Facets.State(code)]] : [];
        var found = new Dictionary<int, Candidate>();
        async Task<bool> Look(bool nameOnly, params string[] words)
        {
            var some = await engine.Candidates(new IndexQuestion([.. words.Select(MeantWord.Beginning)], state), MostOfAWord + 1, nameOnly, ct);
            if (some.Count > MostOfAWord) return false;
            foreach (var one in some) found[one.Number] = one;
            return true;
        }
        var town = body.City.Split(' ').MaxBy(w => w.Length) is { Length: > 0 } word ? word : null;
        foreach (var name in body.Names)
        {
            var all = name.Select(w => w.Length > 4 ? w.TrimEnd('s') : w).Distinct().ToArray();
            var telling = name.Where(NameWords.IsTelling).Select(w => w.Length > 4 ? w.TrimEnd('s') : w).Distinct().Take(5).ToArray();
            foreach (var one in telling)
                if (!await Look(true, one))
                {
                    if (town is not null && town != one) await Look(false, one, town);
                    foreach (var other in all.Where(w => w != one).Take(4)) await Look(true, one, other);
                }
            if (telling.Length < 2 && all.Length > 1) await Look(true, [.. all.Take(6)]);
        }
        return [.. found.Values];
    }

    private static double Rough(string nameKey, HashSet<string> words)
    {
        var its = NameWords.Of(nameKey);
        return NameWords.WeightOf(its.Where(words.Contains).Distinct()) - 0.05 * its.Length;
    }

    private static async Task<ILookup<Guid, string>> Eins(this RoundtableDb db, IEnumerable<Guid> of, CancellationToken ct)
    {
        var ids = of.ToArray();
        var own = await db.Identifiers.Where(i => i.Scheme == Scheme.Ein && EF.Parameter(ids).Contains(i.OrganizationId)).Select(i => new { i.OrganizationId, i.Value }).ToListAsync(ct);
        var shared = await db.SharedIdentifiers.Where(i => i.Scheme == Scheme.Ein && EF.Parameter(ids).Contains(i.OrganizationId)).Select(i => new { i.OrganizationId, i.Value }).ToListAsync(ct);
        return own.Concat(shared).ToLookup(i => i.OrganizationId, i => i.Value);
    }
}
