using NodaTime;
using Roundtable.Directory;
using Roundtable.Platform.Data;

namespace Roundtable.Partnerships;

/// <summary>How an offer is counted.</summary>
public enum OfferUnit { HoursAMonth, Hours, People, Sessions, Documents, Rooms, Other }

/// <summary>What an organization offers in one of the five roles, with a quantity that load can later be compared with.</summary>
public sealed class RoleOffer : PartnershipRecord
{
    private RoleOffer() { }
    internal RoleOffer(Seat seat, OfferedRole offered, Instant now) =>
        (PartnershipId, SeatId, Role, Quantity, Unit, Words, Languages, OfferedAt) =
        (seat.PartnershipId, seat.Id, offered.Role, offered.Quantity, offered.Unit, offered.Words, offered.Languages.Count == 0 ? null : string.Join(' ', offered.Languages), now);

    public Guid SeatId { get; private init; }
    public PartnerRole Role { get; private init; }
    public int? Quantity { get; private set; }
    public OfferUnit Unit { get; private set; }

    /// <summary>The offer in the organization's own words.</summary>
    public string? Words { get; private set; }

    /// <summary>Language codes with a blank between: what a translator translates into, what a trainer teaches in.</summary>
    public string? Languages { get; private set; }
    public Instant OfferedAt { get; private init; }

    public IReadOnlyList<string> LanguageCodes => Languages?.Split(' ', StringSplitOptions.RemoveEmptyEntries) ?? [];
    public OfferedRole Offered => new(Role, Quantity, Unit, Words, LanguageCodes);

    internal void Become(OfferedRole offered) =>
        (Quantity, Unit, Words, Languages) = (offered.Quantity, offered.Unit, offered.Words, offered.Languages.Count == 0 ? null : string.Join(' ', offered.Languages));
}

/// <summary>An offer as typed.</summary>
public sealed record OfferedRole(PartnerRole Role, int? Quantity, OfferUnit Unit, string? Words, IReadOnlyList<string> Languages);
