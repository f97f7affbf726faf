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
    /// Other partnerships of this site that were in touch with these organizations or seat them. Only for what the directory knows, and only that it happened:
    /// whom they spoke with and what was said stays theirs, and so do their name and who sits there unless they are public or the actor has a part in them.
    /// </summary>
    public static async Task<ILookup<Guid, Elsewhere>> Elsewhere(this RoundtableDb db, Actor actor, Guid partnership, IReadOnlyCollection<Guid> organizations, Instant now)
    {
        var (those, mine, partnerships) = (organizations.ToArray(), actor.Partnerships, db.Partnerships);
        if (those.Length == 0) return Array.Empty<Elsewhere>().ToLookup(_ => Guid.Empty);
        var (seats, prospects) = (db.Seats.IgnoreAutoIncludes(), db.Prospects);
        var found = await db.Organizations.Where(o => those.Contains(o.Id)).Select(o => new
        {
            o.Id,
            Seats = seats.Where(s => s.OrganizationId == o.Id && s.State == SeatState.Seated && s.PartnershipId != partnership)
                .Join(partnerships.Where(p => p.IsPublic || mine.Contains(p.Id)), s => s.PartnershipId, p => p.Id, (s, p) => new { s.Id, p.Name }).ToList(),
            Spoke = prospects.Where(x => x.OrganizationId == o.Id && x.LastContactAt != null && x.SeatId == null && x.PartnershipId != partnership)
                .Join(partnerships, x => x.PartnershipId, p => p.Id, (x, p) => new { x.Id, x.LastContactAt, Name = p.IsPublic || mine.Contains(p.Id) ? p.Name : null }).ToList(),
        }).AsSingleQuery().AsNoTracking().ToListAsync();
        return found.SelectMany(o => o.Seats.Select(s => (o.Id, Said: Partnerships.Elsewhere.Seated(s.Name)))
            .Concat(o.Spoke.OrderByDescending(s => s.LastContactAt).Select(s => (o.Id, Said: Partnerships.Elsewhere.Spoke(s.Name, s.LastContactAt!.Value, now))))).ToLookup(o => o.Id, o => o.Said);
    }

    /// <inheritdoc cref="Elsewhere(RoundtableDb, Actor, Guid, IReadOnlyCollection{Guid}, Instant)"/>
    public static async Task<IReadOnlyList<Elsewhere>> Elsewhere(this RoundtableDb db, Actor actor, Guid partnership, Guid? organization, Instant now) =>
        organization is { } id ? [.. (await db.Elsewhere(actor, partnership, [id], now))[id]] : [];

    /// <summary>What others did with a prospect, in words.</summary>
    public static async Task<IReadOnlyList<string>> OthersSaid(this RoundtableDb db, Actor actor, Prospect prospect, LocalDate today, Instant now, Platform.Text.Texts t) =>
    [
        .. await db.LastSpoken(actor, prospect, today, now) is { } spoken ? (string[])[spoken.Say(t)] : [],
        .. (await db.Elsewhere(actor, prospect.PartnershipId, prospect.OrganizationId, now)).Select(e => e.Say(t)),
    ];

    /// <summary>Who else of this partnership was in touch with a prospect lately: the last one, as people or invitations say it.</summary>
    public static async Task<Spoken?> LastSpoken(this RoundtableDb db, Actor actor, Prospect prospect, LocalDate today, Instant now)
    {
        var (since, me, partnership) = (today.PlusDays(-Spoken.Lately), actor.PersonId, prospect.PartnershipId);
        if (prospect.LastContactAt is not { } last || now - last > Duration.FromDays(Spoken.Lately)) return null;
        var contact = await db.Contacts.Of(prospect).Where(c => c.ById != null && c.ById != me && c.On >= since).OrderByDescending(c => c.On).Select(c => new { By = c.ById!.Value, c.On, c.How }).FirstOrDefaultAsync();
        var sent = await db.Invitations.VisibleTo(actor).To(prospect).Where(i => i.SentAt != null && i.SenderId != null && i.SenderId != me).OrderByDescending(i => i.SentAt).Select(i => new { By = i.SenderId!.Value, i.SentAt }).FirstOrDefaultAsync();
        var sentOn = sent?.SentAt is { } at ? now - at <= Duration.FromDays(Spoken.Lately) ? today.PlusDays(-(int)(now - at).TotalDays) : (LocalDate?)null : null;
        var (whom, on, wrote) = sentOn is { } day && (contact is null || day > contact.On) ? (sent!.By, day, true)
            : contact is not null ? (contact.By, contact.On, contact.How is ContactWay.Mail or ContactWay.Letter) : default;
        if (whom == default) return null;
        var name = await (from h in db.Holders join s in db.Seats.IgnoreAutoIncludes() on h.SeatId equals s.Id join o in db.Organizations on s.OrganizationId equals o.Id
                          where h.PartnershipId == partnership && h.PersonId == whom orderby h.Until == null descending, h.From descending select o.ShownName).FirstOrDefaultAsync()
            ?? await db.Set<People.Person>().Where(p => p.Id == whom).Select(p => p.FullName).FirstOrDefaultAsync();
        return name is null ? null : new(name, wrote, Period.DaysBetween(on, today));
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
