using Microsoft.AspNetCore.Components;
using Microsoft.EntityFrameworkCore;
using Roundtable.Directory;

namespace Roundtable.Partnerships.Pages.Seats;

/// <summary>A page about one seat of the partnership.</summary>
public abstract class SeatPage : PartnershipPage
{
    [Parameter] public int Number { get; set; }

    protected Seat Seat { get; private set; } = null!;
    protected Organization Organization { get; private set; } = null!;
    protected bool MayKeep => Actor.MayKeep(Seat) && Seat.IsSeated;
    protected NodaTime.LocalDate Today => P.Today(Now);

    protected sealed override async Task LoadMore()
    {
        Seat = await Db.Seats.VisibleTo(Actor).Of(P).Numbered(Number) ?? throw NotFound();
        Organization = await Db.Organizations.AsNoTracking().FirstAsync(o => o.Id == Seat.OrganizationId);
        await LoadSeat();
    }

    protected virtual Task LoadSeat() => Task.CompletedTask;

    /// <summary>Pages that only those may open who keep the seat; for others there is nothing here.</summary>
    protected void MustKeep()
    {
        if (!Actor.MayKeep(Seat)) throw NotFound();
    }
}
