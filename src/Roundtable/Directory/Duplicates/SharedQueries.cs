using Microsoft.EntityFrameworkCore;
using Roundtable.Directory.Search;
using Roundtable.Platform.Access;
using Roundtable.Platform.Data;

namespace Roundtable.Directory.Duplicates;

/// <summary>Who belongs to the same legal body.</summary>
public static class SharedQueries
{
    private const int Most = 100;

    /// <summary>Others under the same legal body's identifier, by identifier and name: the other campuses, and the body itself.</summary>
    public static async Task<ILookup<(Scheme Scheme, string Value), (Guid Id, string Name)>> SharesWith(this RoundtableDb db, Guid id, Actor actor, CancellationToken ct = default)
    {
        var organizations = db.Organizations.VisibleTo(actor).Listed();
        var own = db.SharedIdentifiers.Where(i => i.OrganizationId == id).Select(i => new { i.Scheme, i.Value }).Concat(db.Identifiers.Where(i => i.OrganizationId == id && i.Scheme == Scheme.Ein).Select(i => new { i.Scheme, i.Value }));
        var others = await (from o in own join s in db.SharedIdentifiers on o equals new { s.Scheme, s.Value } join x in organizations on s.OrganizationId equals x.Id orderby x.ShownName, x.Id select new { o.Scheme, o.Value, x.Id, x.ShownName }).Take(Most).ToListAsync(ct);
        var holders = await (from s in db.SharedIdentifiers where s.OrganizationId == id join i in db.Identifiers on new { s.Scheme, s.Value } equals new { i.Scheme, i.Value } join x in organizations on i.OrganizationId equals x.Id select new { s.Scheme, s.Value, x.Id, x.ShownName }).ToListAsync(ct);
        return holders.Concat(others).Where(o => o.Id != id).DistinctBy(o => (o.Scheme, o.Value, o.Id)).OrderBy(o => o.ShownName).ToLookup(o => (o.Scheme, o.Value), o => (o.Id, o.ShownName));
    }

    /// <summary>Who belongs to the same legal body as one of these, as a part of a larger question.</summary>
    public static IQueryable<SameBody> SameBodyAs(this RoundtableDb db, IReadOnlyCollection<Guid> ids)
    {
        var (those, shared, alone) = (ids.ToArray(), db.SharedIdentifiers, db.Identifiers);
        return (from s in shared join o in shared on new { s.Scheme, s.Value } equals new { o.Scheme, o.Value } where those.Contains(o.OrganizationId) && s.OrganizationId != o.OrganizationId select new SameBody { OrganizationId = s.OrganizationId, As = o.OrganizationId })
            .Concat(from s in shared join o in alone on new { s.Scheme, s.Value } equals new { o.Scheme, o.Value } where those.Contains(o.OrganizationId) select new SameBody { OrganizationId = s.OrganizationId, As = o.OrganizationId })
            .Concat(from a in alone join o in shared on new { a.Scheme, a.Value } equals new { o.Scheme, o.Value } where those.Contains(o.OrganizationId) select new SameBody { OrganizationId = a.OrganizationId, As = o.OrganizationId });
    }
}

/// <summary>An organization under the same identifier <see cref="As"/> another.</summary>
public sealed class SameBody
{
    public required Guid OrganizationId { get; init; }
    public required Guid As { get; init; }
}
