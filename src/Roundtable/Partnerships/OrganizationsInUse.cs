using Roundtable.Directory;
using Roundtable.Directory.Imports;
using Roundtable.Platform.Data;

namespace Roundtable.Partnerships;

/// <summary>Organizations that partnerships have to do with: an undone import leaves them in the directory.</summary>
public sealed class OrganizationsInUse : IOrganizationsInUse
{
    public IQueryable<Guid> In(RoundtableDb db) =>
        db.Set<Organization>().Select(o => o.Id).Where(id =>
            db.Set<Seat>().Any(s => s.OrganizationId == id) || db.Set<Prospect>().Any(p => p.OrganizationId == id) || db.Set<Tie>().Any(t => t.OrganizationId == id)
            || db.Set<FoundingDraft>().Any(d => d.OrganizationId == id) || db.Set<Partnership>().Any(p => p.ConvenerId == id));
}
