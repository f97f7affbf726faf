using NodaTime;
using Roundtable.Directory;
using Roundtable.Platform.Access;
using Roundtable.Platform.Data;

namespace Roundtable.Partnerships;

/// <summary>One thing that waits for a person, with the one button that does it.</summary>
/// <param name="Urgency">Lower comes first: 0 overdue or blocking others, 5 usual, 9 when there is time.</param>
/// <param name="Step">The same below a personal link, <c>/me/{token}</c>; none for what cannot be done there.</param>
public sealed record Need(Guid PartnershipId, Sentence Title, Sentence? Detail, Sentence Act, string Href, int Urgency = 5, LocalDate? Due = null, string? Step = null);

/// <summary>
/// Where needs come from. Each capability registers its own with <c>AddNeeds</c>. One call serves all partnerships in view:
/// ask the database once, not per partnership.
/// </summary>
public interface INeedsSource
{
    Task<IReadOnlyList<Need>> For(NeedsView view);
}

/// <summary>Who asks, for which partnerships, and who sits at their tables.</summary>
public sealed record NeedsView(RoundtableDb Db, Actor Actor, IReadOnlyList<Partnership> Partnerships, IReadOnlyList<SeatView> Table, Instant Now)
{
    /// <summary>What the tables want covered, where it has been read already.</summary>
    public IReadOnlyDictionary<Guid, CoverageAims>? Aims { get; init; }

    public Partnership Of(SeatView seat) => Partnerships.First(p => p.Id == seat.PartnershipId);
}

/// <summary>What needs a person: at most seven rows, the most urgent first.</summary>
public static class Needs
{
    public const int Most = 7;

    public static async Task<IReadOnlyList<Need>> For(NeedsView view, IEnumerable<INeedsSource> sources, Waiting? waiting = null)
    {
        var all = new List<Need>();
        foreach (var source in sources) all.AddRange(await source.For(view));
        waiting?.Know(view, all);
        return [.. all.OrderBy(n => n.Urgency).ThenBy(n => n.Due ?? LocalDate.MaxIsoValue).Take(Most)];
    }
}

/// <summary>What seats ask for: a role somebody left, a term that ends, an offer or a brief not yet given.</summary>
public sealed class SeatNeeds : INeedsSource
{
    public Task<IReadOnlyList<Need>> For(NeedsView view)
    {
        var needs = new List<Need>();
        foreach (var seat in view.Table)
        {
            var (partnership, today) = (view.Of(seat), view.Of(seat).Today(view.Now));
            var (convenes, mine) = (view.Actor.Can(PartnershipPermissions.Convene, seat.PartnershipId), view.Actor.Speaks(seat));
            if (!convenes && !mine) continue;
            foreach (var role in seat.Vacant)
                needs.Add(new(partnership.Id, new($"partnerships.need.vacant.{Codes.Of(role)}", seat.Name), new("partnerships.need.vacant.detail"), new("partnerships.need.vacant.act"), Urls.Holders(partnership, seat.Number), 1));
            if (seat.Filled.Count == 0 && convenes)
                needs.Add(new(partnership.Id, new("partnerships.need.nobody", seat.Name), new("partnerships.need.nobody.detail"), new("partnerships.need.vacant.act"), Urls.Holders(partnership, seat.Number), 3));
            if (seat.TermUntil is { } until && until <= today.PlusDays(90))
                needs.Add(new(partnership.Id, new("partnerships.need.term", seat.Name), new("partnerships.need.term.detail", until), new("partnerships.need.term.act"), Urls.Term(partnership, seat.Number), 4, until));
            if (!mine || seat.IsObserver) continue;
            if (seat.Offers.Count == 0)
                needs.Add(new(partnership.Id, new("partnerships.need.offer", seat.Name), new("partnerships.need.offer.detail"), new("partnerships.need.offer.act"), Urls.Offers(partnership, seat.Number), 6));
            if (seat.SharedItems == 0)
                needs.Add(new(partnership.Id, new("partnerships.need.brief"), new("partnerships.need.brief.detail"), new("partnerships.need.brief.act"), Urls.Brief(partnership, seat.Number), 7));
        }
        return Task.FromResult<IReadOnlyList<Need>>(needs);
    }
}
