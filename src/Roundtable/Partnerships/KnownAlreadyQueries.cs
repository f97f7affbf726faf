using Microsoft.EntityFrameworkCore;
using NodaTime;
using Roundtable.Directory;
using Roundtable.Platform.Access;
using Roundtable.Platform.Data;

namespace Roundtable.Partnerships;

/// <summary>Finds out whether an organization is known already: here, or to another partnership of this site.</summary>
public static class KnownAlreadyQueries
{
    /// <summary>Names of this partnership's prospects and partners, as compared, each with the text key of what it is.</summary>
    public static async Task<Dictionary<string, string>> KnownNames(this RoundtableDb db, Guid partnership)
    {
        var known = await db.Prospects.In(partnership).Select(p => p.NameKey).Distinct().ToDictionaryAsync(k => k, _ => "prospects.paste.is-prospect");
        foreach (var name in await db.SeatedNames(partnership)) known[NameKey.Of(name.Value)] = "prospects.paste.is-seat";
        return known;
    }

    /// <summary>Organizations at this table, by id, with the name they show.</summary>
    public static Task<Dictionary<Guid, string>> SeatedNames(this RoundtableDb db, Guid partnership) =>
        (from s in db.Seats.IgnoreAutoIncludes() join o in db.Organizations on s.OrganizationId equals o.Id
         where s.PartnershipId == partnership && s.State == SeatState.Seated select new { o.Id, o.ShownName }).ToDictionaryAsync(o => o.Id, o => o.ShownName);

    /// <summary>The prospect of this partnership with this organization or name.</summary>
    public static Task<Prospect?> Same(this IQueryable<Prospect> prospects, Guid partnership, Guid? organization, string? name)
    {
        var key = NameKey.Of(name);
        return prospects.In(partnership).FirstOrDefaultAsync(p => organization != null && p.OrganizationId == organization || p.NameKey == key);
    }

    /// <summary>
    /// Other partnerships of this site that were in touch with the organization or seat it. Only for what the directory knows,
    /// and only that it happened: whom they spoke with and what was said stays theirs.
    /// </summary>
    public static async Task<IReadOnlyList<Elsewhere>> Elsewhere(this RoundtableDb db, Guid partnership, Guid? organization, Instant now)
    {
        if (organization is not { } id) return [];
        var seats = await (from s in db.Seats.IgnoreAutoIncludes() join p in db.Partnerships on s.PartnershipId equals p.Id
                           where s.OrganizationId == id && s.State == SeatState.Seated && p.Id != partnership select p.Name).ToListAsync();
        var spoke = await (from x in db.Prospects join p in db.Partnerships on x.PartnershipId equals p.Id
                           where x.OrganizationId == id && x.LastContactAt != null && p.Id != partnership && x.SeatId == null
                           select new { p.Name, x.LastContactAt }).ToListAsync();
        return [.. seats.Select(Partnerships.Elsewhere.Seated), .. spoke.Select(s => Partnerships.Elsewhere.Spoke(s.Name, s.LastContactAt!.Value, now)).OrderBy(s => s.WeeksAgo)];
    }

    /// <summary>Refuses an organization that is a prospect or a partner already, or is being added right now.</summary>
    public static async Task MustBeNew(this RoundtableDb db, Guid partnership, Guid? organization, string? name)
    {
        await db.Turn(partnership, nameof(Prospect));
        if (await db.Prospects.Same(partnership, organization, name) is { } same) throw new Platform.Refusal("prospects.duplicate", "Name", same.Name);
        var key = NameKey.Of(name);
        foreach (var (id, shown) in await db.SeatedNames(partnership))
            if (id == organization || NameKey.Of(shown) == key) throw new Platform.Refusal("prospects.duplicate.seat", "Name", shown);
    }
}
