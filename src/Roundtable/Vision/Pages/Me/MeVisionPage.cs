using Microsoft.EntityFrameworkCore;
using NodaTime;
using Roundtable.Partnerships;

namespace Roundtable.Vision.Pages.Me;

/// <summary>A page on which an organization answers by personal link, without an account: only for who speaks for a seat that is asked.</summary>
public abstract class MeVisionPage : MePage
{
    protected VisionProcess Process { get; private set; } = null!;
    protected AskedSeat Own { get; private set; } = null!;

    /// <summary>What the organization has said with its name, in the order of the boards.</summary>
    protected IReadOnlyList<Card> Said { get; private set; } = [];
    protected LocalDate Today => P.Today(Now);
    protected bool IsTaking => Process.IsTaking(Today);

    protected sealed override async Task LoadMore()
    {
        var seat = Seat?.Id ?? throw NotFound();
        Process = await Db.VisionProcesses.VisibleTo(Actor).Of(P).Where(p => p.Stage != VisionStage.Preparing && p.Stage != VisionStage.Ended).OrderByDescending(p => p.Number).FirstOrDefaultAsync() ?? throw NotFound();
        Own = Process.AskedOf(seat) is { } asked && Actor.SpeaksFor(asked) ? asked : throw NotFound();
        Said = [.. (await Db.Cards.VisibleTo(Actor).Of(Process).Where(c => c.SeatId == seat).ToListAsync()).OrderBy(c => c.Board).ThenBy(c => c.Number)];
        await LoadVision();
    }

    protected virtual Task LoadVision() => Task.CompletedTask;
}
