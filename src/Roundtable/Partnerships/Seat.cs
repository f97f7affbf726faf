using NodaTime;
using Roundtable.Platform;
using Roundtable.Platform.Access;
using Roundtable.Platform.Data;

namespace Roundtable.Partnerships;

public enum SeatState { Seated, Withdrawn }

/// <summary>
/// An organization's place at the table, with its vote and duties. People hold its roles and come and go;
/// the seat, its history and what it owes stay.
/// </summary>
public sealed class Seat : PartnershipRecord, INumbered
{
    private readonly List<Holder> holders = [];
    private readonly List<RoleOffer> offers = [];
    private readonly List<Grant> grants = [];

    private Seat() { }

    /// <summary>The roles a seat has, in the order in which they are shown.</summary>
    public static readonly IReadOnlyList<Role> Roles = [Role.Representative, Role.Alternate, Role.Signer, Role.Liaison];

    public int Number { get; set; }
    public Guid OrganizationId { get; private init; }
    public SeatState State { get; private set; }

    /// <summary>Hears and does not vote. Names only a contact.</summary>
    public bool IsObserver { get; private init; }

    /// <summary>Its joining draws others.</summary>
    public bool IsKeyPlayer { get; private set; }
    public Instant SeatedAt { get; private init; }
    public LocalDate TermFrom { get; private set; }

    /// <summary>Last day of the term; none while open-ended.</summary>
    public LocalDate? TermUntil { get; private set; }
    public LocalDate? WithdrawnOn { get; private set; }
    public string? WithdrawalReason { get; private set; }

    /// <summary>Counts changes of the seat and of everything below it, so that two edits at once meet.</summary>
    public int Edits { get; private set; }

    public IReadOnlyList<Holder> Holders => holders;
    public IReadOnlyList<RoleOffer> Offers => offers;
    public IReadOnlyList<Grant> Grants => grants;

    public bool IsSeated => State is SeatState.Seated;
    public Holder? Current(Role role) => holders.FirstOrDefault(h => h.Role == role && h.IsCurrent);
    public Guid? Representative => Current(Role.Representative)?.PersonId;
    public Guid? Alternate => Current(Role.Alternate)?.PersonId;
    public Guid? AuthorizedSigner => Current(Role.Signer)?.PersonId;
    public Guid? Liaison => Current(Role.Liaison)?.PersonId;

    internal static Seat OfFounder(Actor actor, Partnership partnership, Guid organization, Instant now)
    {
        var seat = new Seat { PartnershipId = partnership.Id, OrganizationId = organization, Number = 0, SeatedAt = now, TermFrom = partnership.Today(now) };
        seat.Log(actor, now, new SeatTaken(organization, IsObserver: false));
        if (actor.PersonId is not { } person) return seat;
        foreach (var role in (Role[])[Role.Representative, Role.Convener]) seat.Give(actor, role, person, partnership.Today(now), now);
        return seat;
    }

    /// <summary>Seats an organization that has said yes.</summary>
    /// <param name="already">Every seat the organization has had here.</param>
    /// <exception cref="Refusal">Not the convener; the organization sits at the table already.</exception>
    public static Seat Take(Actor actor, Partnership partnership, Guid organization, IEnumerable<Seat> already, Instant now, bool observer = false, bool keyPlayer = false)
    {
        actor.Must(PartnershipPermissions.Convene, partnership.Id);
        if (already.Any(s => s.PartnershipId == partnership.Id && s.OrganizationId == organization && s.IsSeated)) throw new Refusal("partnerships.already-seated", "Organization");
        var seat = new Seat
        {
            PartnershipId = partnership.Id, OrganizationId = organization, IsObserver = observer, IsKeyPlayer = keyPlayer,
            SeatedAt = now, TermFrom = partnership.Today(now),
        };
        seat.Log(actor, now, new SeatTaken(organization, observer));
        return seat;
    }

    /// <summary>Gives one of the seat's roles to a person.</summary>
    /// <exception cref="Refusal">The role is filled (use <see cref="Succeed"/>); the alternate would be the representative; an observer's role; withdrawn.</exception>
    public void Fill(Actor actor, Role role, Guid person, LocalDate today, Instant now)
    {
        MustChange(actor, role);
        if (Current(role) is not null) throw new Refusal("partnerships.role-filled", "Role");
        MustFit(role, person);
        Give(actor, role, person, today, now);
    }

    /// <summary>Somebody else takes a role over from today; who had it before stays in the seat's history.</summary>
    public void Succeed(Actor actor, Role role, Guid person, LocalDate today, Instant now)
    {
        MustChange(actor, role);
        if (Current(role) is not { } before) throw new Refusal("partnerships.role-vacant", "Role");
        if (before.PersonId == person) throw new Refusal("partnerships.same-person", "Email");
        MustFit(role, person);
        End(actor, before, today, HoldingEnd.Replaced, now);
        Give(actor, role, person, today, now);
    }

    /// <summary>A person leaves; the role stands vacant, is shown so and asked for.</summary>
    /// <exception cref="Refusal">Nobody has the role; the last convener goes without a successor.</exception>
    public void Vacate(Actor actor, Role role, LocalDate today, Instant now)
    {
        MustChange(actor, role);
        if (Current(role) is not { } before) throw new Refusal("partnerships.role-vacant", "Role");
        if (role is Role.Convener) throw new Refusal("partnerships.convener-needs-successor", "Role");
        End(actor, before, today, HoldingEnd.Left, now);
    }

    /// <summary>Says what the organization brings in the five roles; what is no longer named is no longer offered.</summary>
    public void Offer(Actor actor, IReadOnlyCollection<OfferedRole> offered, Instant now)
    {
        actor.MustKeep(this);
        MustBeSeated();
        var wanted = offered.Select(Checked).ToList();
        if (wanted.GroupBy(o => o.Role).Any(g => g.Count() > 1)) throw new Refusal("partnerships.role-offered-twice");
        offers.RemoveAll(o => wanted.All(w => w.Role != o.Role));
        foreach (var offer in wanted)
            if (offers.FirstOrDefault(o => o.Role == offer.Role) is { } known) known.Become(offer);
            else offers.Add(new RoleOffer(this, offer, now));
        Edits++;
        Log(actor, now, new RolesOffered([.. wanted.Select(o => o.Role)]));
    }

    /// <summary>Sets from when and until when the organization has said it will sit.</summary>
    public void Agree(Actor actor, LocalDate from, LocalDate? until, Instant now)
    {
        actor.MustKeep(this);
        MustBeSeated();
        if (until <= from) throw new Refusal("partnerships.term-ends-before", "Until");
        (TermFrom, TermUntil) = (from, until);
        Edits++;
        Log(actor, now, new SeatTermAgreed($"{from:R}", until is { } end ? $"{end:R}" : null));
    }

    /// <summary>Marks an organization whose presence draws others, or no longer.</summary>
    public void Mark(Actor actor, bool keyPlayer, Instant now)
    {
        actor.Must(PartnershipPermissions.Convene, PartnershipId);
        IsKeyPlayer = keyPlayer;
        Edits++;
        Log(actor, now, new KeyPlayerMarked(keyPlayer));
    }

    /// <summary>The organization leaves and the rest go on. Its history stays; its people have no part from today.</summary>
    /// <exception cref="Refusal">Already withdrawn; no reason; the convener's own seat.</exception>
    public void Withdraw(Actor actor, Partnership partnership, string reason, LocalDate today, Instant now)
    {
        actor.MustKeep(this);
        MustBeSeated();
        var why = Partnerships.Words.Many(reason, "Reason", 1000) ?? throw new Refusal("partnerships.reason-missing", "Reason");
        if (partnership.ConvenerId == OrganizationId) throw new Refusal("partnerships.convener-stays");
        foreach (var holder in holders.Where(h => h.IsCurrent).ToList()) End(actor, holder, today, HoldingEnd.Withdrawn, now);
        (State, WithdrawnOn, WithdrawalReason) = (SeatState.Withdrawn, today, why);
        Edits++;
        Log(actor, now, new SeatWithdrawn(OrganizationId));
    }

    private void MustChange(Actor actor, Role role)
    {
        if (role is Role.Convener) actor.Must(PartnershipPermissions.Convene, PartnershipId);
        else actor.MustKeep(this);
        MustBeSeated();
        if (!Roles.Contains(role) && (role is not Role.Convener || Current(role) is null)) throw new Refusal("partnerships.role-not-of-seat", "Role");
        if (IsObserver && role is not Role.Liaison) throw new Refusal("partnerships.observer-cannot-hold", "Role");
    }

    private void MustBeSeated()
    {
        if (!IsSeated) throw new Refusal("partnerships.seat-withdrawn");
    }

    private void MustFit(Role role, Guid person)
    {
        if (role is Role.Alternate && Representative == person || role is Role.Representative && Alternate == person)
            throw new Refusal("partnerships.alternate-is-representative", "Email");
    }

    private void Give(Actor actor, Role role, Guid person, LocalDate today, Instant now)
    {
        holders.Add(new Holder(this, role, person, today));
        grants.Add(new Grant(PartnershipId, person, IsObserver ? Role.Observer : role, Id, OrganizationId));
        Edits++;
        Log(actor, now, new SeatFilled(role, person));
    }

    private void End(Actor actor, Holder holder, LocalDate today, HoldingEnd why, Instant now)
    {
        holder.End(today, why);
        grants.RemoveAll(g => g.PersonId == holder.PersonId && g.Role == (IsObserver ? Role.Observer : holder.Role));
        Edits++;
        Log(actor, now, new SeatRoleEnded(holder.Role, holder.PersonId, why));
    }

    private static OfferedRole Checked(OfferedRole offered)
    {
        if (offered.Quantity is <= 0 or > 100_000) throw new Refusal("partnerships.quantity-wrong", $"{offered.Role}.Quantity");
        return offered with { Words = Partnerships.Words.OneOrNone(offered.Words, $"{offered.Role}.Words", 300), Languages = [.. offered.Languages.Select(l => l.Trim().ToLowerInvariant()).Where(l => l.Length > 0).Distinct()] };
    }
}
