using Microsoft.EntityFrameworkCore;
using Roundtable.Directory;
using Roundtable.Directory.Imports;
using Roundtable.Platform;
using Roundtable.Platform.Access;
using Roundtable.Platform.Data;

namespace Roundtable.Partnerships;

/// <summary>Organizations that partnerships have to do with: an undone import leaves them in the directory, merged entries keep their seats and prospects.</summary>
public sealed class OrganizationsInUse : IOrganizationsInUse
{
    public IQueryable<Guid> In(RoundtableDb db) =>
        db.Set<Organization>().Select(o => o.Id).Where(id =>
            db.Set<Seat>().Any(s => s.OrganizationId == id) || db.Set<Prospect>().Any(p => p.OrganizationId == id) || db.Set<Tie>().Any(t => t.OrganizationId == id)
            || db.Set<FoundingDraft>().Any(d => d.OrganizationId == id) || db.Set<Partnership>().Any(p => p.ConvenerId == id));

    public async Task<IReadOnlyList<Guid>> Point(RoundtableDb db, Guid from, Guid to, IReadOnlyCollection<Guid>? only, CancellationToken ct)
    {
        var seats = db.Set<Seat>().IgnoreAutoIncludes();
        var tables = seats.Where(s => s.OrganizationId == to && s.State == SeatState.Seated).Select(s => s.PartnershipId);
        if (await seats.AnyAsync(s => s.OrganizationId == from && s.State == SeatState.Seated && tables.Contains(s.PartnershipId), ct)) throw new Refusal("partnerships.merge.both-seated");
        var pointed = new List<Guid>();
        pointed.AddRange(await Ids(seats.Where(s => s.OrganizationId == from)));
        pointed.AddRange(await Ids(db.Set<Prospect>().Where(p => p.OrganizationId == from)));
        pointed.AddRange(await Ids(db.Set<FoundingDraft>().Where(d => d.OrganizationId == from)));
        pointed.AddRange(await Ids(db.Set<Partnership>().Where(p => p.ConvenerId == from)));
        // What the same partner said of both entries stays with each.
        pointed.AddRange(await Ids(db.Set<Tie>().Where(t => t.OrganizationId == from && !db.Set<Tie>().Any(k => k.OrganizationId == to && k.SeatId == t.SeatId && k.Kind == t.Kind))));
        pointed.AddRange(await Ids(db.Set<Grant>().Where(g => g.OrganizationId == from)));
        if (only is not null) pointed.RemoveAll(id => !only.Contains(id));
        var ids = pointed.ToArray();
        await db.Set<Seat>().Where(s => EF.Parameter(ids).Contains(s.Id)).ExecuteUpdateAsync(s => s.SetProperty(x => x.OrganizationId, to), ct);
        await db.Set<Prospect>().Where(p => EF.Parameter(ids).Contains(p.Id)).ExecuteUpdateAsync(s => s.SetProperty(x => x.OrganizationId, to), ct);
        await db.Set<FoundingDraft>().Where(d => EF.Parameter(ids).Contains(d.Id)).ExecuteUpdateAsync(s => s.SetProperty(x => x.OrganizationId, to), ct);
        await db.Set<Partnership>().Where(p => EF.Parameter(ids).Contains(p.Id)).ExecuteUpdateAsync(s => s.SetProperty(x => x.ConvenerId, to), ct);
        await db.Set<Tie>().Where(t => EF.Parameter(ids).Contains(t.Id)).ExecuteUpdateAsync(s => s.SetProperty(x => x.OrganizationId, to), ct);
        await db.Set<Grant>().Where(g => EF.Parameter(ids).Contains(g.Id)).ExecuteUpdateAsync(s => s.SetProperty(x => x.OrganizationId, to), ct);
        return pointed;

        Task<List<Guid>> Ids<T>(IQueryable<T> records) where T : Record => records.Select(r => r.Id).ToListAsync(ct);
    }
}
