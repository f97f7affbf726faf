using NodaTime;
using Roundtable.Platform;
using Roundtable.Platform.Access;
using Roundtable.Platform.Data;

namespace Roundtable.Partnerships;

/// <summary>What a partner brief says: one item each.</summary>
public enum BriefKind { Constituency, Mandate, Limits, Wants, Offers, Channels }

/// <summary>Who sees an item: the organization's own people, all partners, everybody.</summary>
public enum Visibility { Organization, Partners, Public }

/// <summary>
/// What an organization's people need the others to know, and what only they know: whom they answer to, what binds them,
/// what they want. Private to the organization until it shares an item.
/// </summary>
public sealed class Brief : PartnershipRecord
{
    private readonly List<BriefItem> items = [];

    private Brief() { }
    public Brief(Seat seat) => (PartnershipId, SeatId) = (seat.PartnershipId, seat.Id);

    public Guid SeatId { get; private init; }

    /// <summary>Counts changes of the items, so that two edits at once meet.</summary>
    public int Edits { get; private set; }

    /// <summary>Every item, also what is private. Pages show <c>BriefItems.VisibleTo(actor)</c>.</summary>
    public IReadOnlyList<BriefItem> Items => items;

    /// <summary>
    /// Writes the given items. The organization's own people write everything; the convener writes for them only what all partners see,
    /// and cannot take back what they share.
    /// </summary>
    /// <exception cref="Refusal">Neither; a private item written by the convener; too long; the seat is withdrawn.</exception>
    public void Write(Actor actor, Seat seat, IReadOnlyCollection<BriefText> texts, Instant now)
    {
        actor.MustKeep(seat);
        if (!seat.IsSeated || seat.Id != SeatId) throw new Refusal("partnerships.seat-withdrawn");
        var written = texts.Select(t => t with { Text = Words.Many(t.Text, $"{t.Kind}.Text", 3000) }).ToList();
        if (!actor.Speaks(seat))
            foreach (var text in written)
                if (text.Visibility is Visibility.Organization || items.Any(i => i.Kind == text.Kind && i.Visibility is Visibility.Organization))
                    throw new Refusal("partnerships.brief-is-private", $"{text.Kind}.Text");
        var (changed, shared) = (new List<BriefKind>(), new List<BriefKind>());
        foreach (var text in written)
        {
            var item = items.FirstOrDefault(i => i.Kind == text.Kind);
            if ((item?.Text, item?.Visibility ?? Visibility.Organization) == (text.Text, text.Visibility)) continue;
            if (item is null && text.Text is null) continue;
            if (item is null) items.Add(item = new BriefItem(this, text.Kind));
            if (text.Visibility > item.Visibility) shared.Add(text.Kind);
            item.Say(text, actor.PersonId, now);
            changed.Add(text.Kind);
        }
        if (changed.Count == 0) return;
        Edits++;
        Log(actor, now, new BriefWritten(changed));
        if (shared.Count > 0) Log(actor, now, new BriefShared(shared));
    }
}

/// <summary>One item of a brief, with who may see it.</summary>
public sealed class BriefItem : PartnershipRecord
{
    private BriefItem() { }
    internal BriefItem(Brief brief, BriefKind kind) => (PartnershipId, BriefId, SeatId, Kind) = (brief.PartnershipId, brief.Id, brief.SeatId, kind);

    public Guid BriefId { get; private init; }
    public Guid SeatId { get; private init; }
    public BriefKind Kind { get; private init; }
    public string? Text { get; private set; }
    public Visibility Visibility { get; private set; }
    public Guid? WrittenBy { get; private set; }
    public Instant WrittenAt { get; private set; }

    internal void Say(BriefText text, Guid? by, Instant now) => (Text, Visibility, WrittenBy, WrittenAt) = (text.Text, text.Visibility, by, now);
}

/// <summary>An item as typed.</summary>
public sealed record BriefText(BriefKind Kind, string? Text, Visibility Visibility);
