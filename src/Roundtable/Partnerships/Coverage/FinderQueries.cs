using Microsoft.EntityFrameworkCore;
using NodaTime;
using Roundtable.Directory;
using Roundtable.Directory.Duplicates;
using Roundtable.Directory.Search;
using Roundtable.Platform.Access;
using Roundtable.Platform.Data;

namespace Roundtable.Partnerships;

/// <summary>An organization of the directory that this partnership knows already.</summary>
/// <param name="Prospect">Its number on the list of prospects, and how far it is.</param>
/// <param name="Added">By whom; for those who may take it off the list again.</param>
public sealed record KnownOrganization(Guid Id, int Number, bool IsSeated, int? Prospect = null, EngagementStage? Stage = null, Guid? Added = null, bool MayBeTakenBack = false);

/// <summary>All that a search for partners goes by, besides what was asked.</summary>
/// <param name="Table">Who sits here.</param>
/// <param name="Known">By id: at the table or on the list.</param>
/// <param name="Concerns">What the partnership needs besides: languages, roles and needs nobody covers yet, and the needs it plans for.</param>
public sealed record FinderView(IReadOnlyList<SeatView> Table, IReadOnlyDictionary<Guid, KnownOrganization> Known, Acquaintances Acquaintances, IReadOnlyList<Concern> Concerns);

/// <summary>What a table knows and needs, for its finder: three statements.</summary>
public static class FinderQueries
{
    public static async Task<FinderView> Finder(this RoundtableDb db, Actor actor, Partnership here)
    {
        var table = await db.Table(actor, here.Id);
        var aims = await db.CoverageAims(actor, here);
        var (prospects, ties) = (db.Prospects.VisibleTo(actor).In(here.Id), db.Ties.In(actor).Of(here));
        var mine = actor.Partnerships;
        // Of the same state only: a national site has thousands of seats.
        var elsewhere = from s in db.Seats.IgnoreAutoIncludes() join p in db.Partnerships on s.PartnershipId equals p.Id
                        where s.State == SeatState.Seated && p.Id != here.Id && p.PlaceState == here.PlaceState && (p.IsPublic || mine.Contains(p.Id))
                        select new { s.Id, s.OrganizationId, p.Name };
        var kin = db.SameBodyAs([.. table.Select(s => s.OrganizationId)]);
        var those = prospects.Where(p => p.OrganizationId != null).Select(p => p.OrganizationId!.Value).Union(ties.Select(t => t.OrganizationId)).Union(elsewhere.Select(s => s.OrganizationId)).Union(kin.Select(k => k.OrganizationId));
        var rows = await db.Organizations.Where(o => those.Contains(o.Id)).Select(o => new
        {
            o.Id, o.Number,
            Prospect = prospects.Where(p => p.OrganizationId == o.Id).OrderBy(p => p.Number).Select(p => new { p.Number, p.Stage, p.AddedBy, p.LastContactAt }).FirstOrDefault(),
            Ties = ties.Where(t => t.OrganizationId == o.Id).Select(t => new { t.Kind, t.SeatId }).ToList(),
            SitsIn = elsewhere.Where(s => s.OrganizationId == o.Id).Select(s => new { s.Id, s.Name }).ToList(),
            SameAs = kin.Where(k => k.OrganizationId == o.Id).OrderBy(k => k.As).Select(k => (Guid?)k.As).FirstOrDefault(),
        }).AsSingleQuery().AsNoTracking().ToListAsync();
        var seats = table.ToDictionary(s => s.Id, s => s.Name);
        var known = rows.Where(r => r.Prospect is not null).Select(r => new KnownOrganization(r.Id, r.Number, false, r.Prospect!.Number, r.Prospect.Stage, r.Prospect.AddedBy,
                r.Prospect is { Stage: EngagementStage.Prospect, LastContactAt: null }))
            .Concat(table.Select(s => new KnownOrganization(s.OrganizationId, s.OrganizationNumber, true))).GroupBy(k => k.Id).ToDictionary(g => g.Key, g => g.Last());
        return new(table, known, new(new HashSet<int>(),
            rows.Where(r => r.Ties.Count + r.SitsIn.Count > 0 || r.SameAs is not null).ToDictionary(r => r.Number, r => (IReadOnlyList<Why>)
                [.. r.Ties.Where(t => seats.ContainsKey(t.SeatId)).OrderBy(t => t.Kind).Select(t => Tie.AsWhy(t.Kind, seats[t.SeatId])), .. r.SitsIn.Select(s => new Why("ties.why.sits-in", s.Name)),
                    .. table.Where(s => s.OrganizationId == r.SameAs).Select(s => new Why("ties.why.same-body", s.Name))]),
            [.. table.Where(s => s.AlsoKnownAs is not null).Select(s => (NameKey.Of(s.Name), new Why("ties.why.same-body", s.Name)))]), ConcernsOf(Coverage.Of(table, aims), aims));
    }

    /// <summary>Those already at the table or on the list are left out.</summary>
    public static Acquaintances OnlyNew(this FinderView view) => view.Acquaintances with { Without = view.Known.Values.Select(k => k.Number).ToHashSet() };

    private static IReadOnlyList<Concern> ConcernsOf(Coverage coverage, CoverageAims aims) =>
    [
        .. aims.Languages.Where(l => coverage.Speaking(PartnerRole.Translation, l.Code) == 0).Select(l => Concern.Of(l.Code, weight: Concern.Besides * 2)),
        .. aims.Needs.Select(n => Concern.Of(n.Kind, coverage.Serving(n.Code) == 0 ? Concern.Besides : Concern.Besides / 2)),
        .. coverage.Missing.Select(r => Concern.Of(r, weight: Concern.Besides / 2)),
    ];

    /// <summary>
    /// How many organizations near the partnership could fill each hole, from one look at the index: at most so many rows, measured, never one by one.
    /// A hole in a county is counted by itself.
    /// </summary>
    public static async Task<HoleCounts> CountCandidates(this RoundtableDb db, OrganizationSearch near, IReadOnlyCollection<Hole> holes, CancellationToken ct = default)
    {
        var byKind = holes.Where(h => h.CountyFips is null).ToList();
        var counts = new Dictionary<Hole, int>();
        var isMore = false;
        if (byKind.Count > 0)
        {
            var (rows, more) = await db.Nearby(near, [.. byKind.SelectMany(h => h.Kinds).Distinct()], [.. byKind.Select(h => h.Language).OfType<string>().Distinct()], ct);
            isMore = more;
            foreach (var hole in byKind) counts[hole] = rows.Count(hole.Fits);
        }
        foreach (var hole in holes.Where(h => h.CountyFips is not null).Take(HoleCounts.MostCounties)) counts[hole] = await db.CountMatching(hole.Narrow(near with { Near = null }), HoleCounts.Most, ct);
        return new(counts, isMore);
    }
}

/// <param name="IsAtLeast">There are more nearby than were looked at.</param>
public sealed record HoleCounts(IReadOnlyDictionary<Hole, int> Counts, bool IsAtLeast)
{
    public const int Most = 100, MostCounties = 12;
    public static readonly HoleCounts None = new(new Dictionary<Hole, int>(), false);

    /// <summary>As said beside a hole; none when it was not counted.</summary>
    public string? Say(Platform.Text.Texts t, Hole hole) =>
        !Counts.TryGetValue(hole, out var count) ? null : t[count > 0 && IsAtLeast || count >= Most ? "coverage.nearby.at-least" : "coverage.nearby", Math.Min(count, Most)];
}
