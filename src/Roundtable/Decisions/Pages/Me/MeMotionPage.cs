using Microsoft.AspNetCore.Components;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using Roundtable.Partnerships;

namespace Roundtable.Decisions.Pages.Me;

/// <summary>A page about one motion for somebody without an account who speaks for an organization on its roll.</summary>
public abstract class MeMotionPage : MePage
{
    [Parameter] public int Number { get; set; }

    /// <summary>Number of the seat that is meant, for those who answer for several.</summary>
    [SupplyParameterFromQuery(Name = "for")] public int? For { get; set; }

    protected MotionSeen Seen { get; private set; } = null!;
    protected Motion Motion => Seen.Motion;

    /// <summary>The wording somebody took over while this page was open.</summary>
    protected Amendment? Changed { get; private set; }

    /// <summary>What is said on the motion's page once the act is done.</summary>
    protected abstract string Done { get; }

    protected sealed override async Task LoadMore()
    {
        await Look();
        Check();
    }

    /// <summary>Whether there is anything here for this person; throws <c>NotFound()</c> if not.</summary>
    protected virtual void Check() { }

    /// <summary>Acts on the motion while nobody else does.</summary>
    protected Task Act(Action<Motion, Instant> act) =>
        Say(async () => _ = await Db.Answer(Actor, P, Number, Clock, act) ?? throw NotFound(), () => $"{Seen.Address}?done={Done}{(For is { } seat ? $"&for={seat}" : "")}", inTurn: true);

    protected override async Task Conflicted()
    {
        Db.ChangeTracker.Clear();
        await Look();
        Changed = await Db.LastAccepted(Actor, Motion);
    }

    private async Task Look()
    {
        var motion = await Db.Motions.AsNoTracking().VisibleTo(Actor).Of(P).Numbered(Number) ?? throw NotFound();
        Seen = new(motion, await Db.SeatNames(Actor, P), P, Actor, To(DecisionUrls.Step(Number)), Now);
    }
}
