using NodaTime;
using Roundtable.Directory;
using Roundtable.Directory.Search;
using Roundtable.Platform;
using Roundtable.Platform.Access;
using Roundtable.Platform.Data;

namespace Roundtable.Partnerships;

/// <summary>How a partner is tied to an organization that is not at the table.</summary>
public enum TieKind { BoardMember, WorksTogether, KnowsSomebody }

/// <summary>A partner shares a board member with an organization, works with it already, or knows somebody there. Only what people said; never guessed from names.</summary>
public sealed class Tie : PartnershipRecord, INumbered
{
    private Tie() { }

    public int Number { get; set; }
    public Guid OrganizationId { get; private init; }

    /// <summary>The partner's seat.</summary>
    public Guid SeatId { get; private init; }
    public TieKind Kind { get; private init; }

    /// <summary>More about it, for those at this table.</summary>
    public string? Note { get; private init; }
    public Guid? SaidBy { get; private init; }
    public Instant SaidAt { get; private init; }

    /// <exception cref="Refusal">Not one of the table, or said already.</exception>
    public static Tie Say(Actor actor, Instant now, Seat seat, Guid organization, TieKind kind, string? note, IEnumerable<Tie> already)
    {
        actor.Must(ProspectPermissions.Work, seat.PartnershipId);
        if (already.Any(t => t.OrganizationId == organization && t.SeatId == seat.Id && t.Kind == kind)) throw new Refusal("ties.said-already", "Kind");
        var tie = new Tie
        {
            PartnershipId = seat.PartnershipId, OrganizationId = organization, SeatId = seat.Id, Kind = kind, Note = Words.Many(note, "Note", 500), SaidBy = actor.PersonId, SaidAt = now,
        };
        tie.Log(actor, now, new TieSaid(organization, kind));
        return tie;
    }

    /// <summary>It was wrong or is no longer so. Whoever said it, and the convener. To be removed with it.</summary>
    public void TakeBack(Actor actor, Instant now)
    {
        actor.Must(ProspectPermissions.Work, PartnershipId);
        if (SaidBy != actor.PersonId && !actor.Can(PartnershipPermissions.Convene, PartnershipId)) throw new Refusal("ties.not-yours");
        Log(actor, now, new TieTakenBack(OrganizationId, Kind));
    }

    /// <summary>As a reason: "Shares a board member with Polk Library".</summary>
    public static Why AsWhy(TieKind kind, string partner) => new($"ties.why.{Codes.Of(kind)}", partner);
}
