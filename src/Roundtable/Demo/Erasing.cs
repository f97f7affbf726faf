using System.Reflection;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Roundtable.Directory;
using Roundtable.Partnerships;
using Roundtable.People;
using Roundtable.Platform.Data;

namespace Roundtable.Demo;

/// <summary>
/// Deletes partnerships with everything in them, in whatever table, and then the organizations and people nobody else uses.
/// Reads the model instead of a list of tables, so that what later capabilities add is found too. Happenings stay.
/// </summary>
internal sealed class Erasing(RoundtableDb db)
{
    private const string PartnershipId = "PartnershipId", PersonId = "PersonId", OrganizationId = "OrganizationId";

    public async Task Erase(IReadOnlyList<Guid> partnerships, IReadOnlyList<Guid> organizations, IReadOnlyList<Guid> people, CancellationToken ct)
    {
        await EraseWhere(PartnershipId, partnerships, ct);
        await db.Partnerships.Where(p => p.ParentId != null && partnerships.Contains(p.ParentId.Value) && !partnerships.Contains(p.Id))
            .ExecuteUpdateAsync(p => p.SetProperty(x => x.ParentId, (Guid?)null), ct);
        await db.Partnerships.Where(p => partnerships.Contains(p.Id) && p.ParentId != null).ExecuteDeleteAsync(ct);
        await db.Partnerships.Where(p => partnerships.Contains(p.Id)).ExecuteDeleteAsync(ct);

        var convening = await db.Partnerships.Select(p => p.ConvenerId).ToListAsync(ct);
        var usedOrganizations = await UsedIn(OrganizationId, organizations, ct);
        var goneOrganizations = organizations.Except(usedOrganizations).Except(convening).ToList();
        await db.Organizations.Where(o => goneOrganizations.Contains(o.Id)).ExecuteDeleteAsync(ct);

        var administrators = await db.People.Where(p => p.IsAdministrator && people.Contains(p.Id)).Select(p => p.Id).ToListAsync(ct);
        var gonePeople = people.Except(await UsedIn(PersonId, people, ct)).Except(administrators).ToList();
        await EraseWhere(PersonId, gonePeople, ct);
        await db.People.Where(p => gonePeople.Contains(p.Id)).ExecuteDeleteAsync(ct);
    }

    private async Task EraseWhere(string column, IReadOnlyList<Guid> ids, CancellationToken ct)
    {
        foreach (var type in ChildrenFirst().Where(t => t.FindProperty(column) is not null))
            await (Task)Generic(nameof(EraseIn), type).Invoke(this, [column, ids, ct])!;
    }

    // What still points to these from a partnership that stays.
    private async Task<IReadOnlyList<Guid>> UsedIn(string column, IReadOnlyList<Guid> ids, CancellationToken ct)
    {
        var used = new List<Guid>();
        foreach (var type in db.Model.GetEntityTypes().Where(t => typeof(PartnershipRecord).IsAssignableFrom(t.ClrType) && t.FindProperty(column) is not null))
            used.AddRange(await (Task<List<Guid>>)Generic(nameof(UsedBy), type).Invoke(this, [column, ids, ct])!);
        return used;
    }

    private Task<int> EraseIn<T>(string column, IReadOnlyList<Guid> ids, CancellationToken ct) where T : class =>
        IsOptional<T>(column)
            ? db.Set<T>().Where(x => EF.Property<Guid?>(x, column) != null && ids.Contains(EF.Property<Guid?>(x, column)!.Value)).ExecuteDeleteAsync(ct)
            : db.Set<T>().Where(x => ids.Contains(EF.Property<Guid>(x, column))).ExecuteDeleteAsync(ct);

    private Task<List<Guid>> UsedBy<T>(string column, IReadOnlyList<Guid> ids, CancellationToken ct) where T : class =>
        IsOptional<T>(column)
            ? db.Set<T>().Where(x => EF.Property<Guid?>(x, column) != null && ids.Contains(EF.Property<Guid?>(x, column)!.Value)).Select(x => EF.Property<Guid?>(x, column)!.Value).ToListAsync(ct)
            : db.Set<T>().Where(x => ids.Contains(EF.Property<Guid>(x, column))).Select(x => EF.Property<Guid>(x, column)).ToListAsync(ct);

    private bool IsOptional<T>(string column) => db.Model.FindEntityType(typeof(T))!.FindProperty(column)!.IsNullable;

    private static MethodInfo Generic(string method, IEntityType type) =>
        typeof(Erasing).GetMethod(method, BindingFlags.Instance | BindingFlags.NonPublic)!.MakeGenericMethod(type.ClrType);

    private List<IEntityType> ChildrenFirst()
    {
        var (ordered, seen) = (new List<IEntityType>(), new HashSet<IEntityType>());
        void Visit(IEntityType type)
        {
            if (!seen.Add(type)) return;
            foreach (var child in type.GetReferencingForeignKeys().Select(k => k.DeclaringEntityType)) Visit(child);
            ordered.Add(type);
        }
        foreach (var type in db.Model.GetEntityTypes().Where(t => !t.IsOwned())) Visit(type);
        return ordered;
    }
}
