using Microsoft.AspNetCore.Components;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using Roundtable.Partnerships;

namespace Roundtable.Decisions.Pages.Motions;

/// <summary>A page about one motion of the partnership.</summary>
public abstract class OneMotionPage : PartnershipPage
{
    [Parameter] public int Number { get; set; }

    /// <summary>Number of the seat that is meant, for those who answer for several.</summary>
    [SupplyParameterFromQuery(Name = "for")] public int? For { get; set; }

    protected MotionSeen Seen { get; private set; } = null!;
    protected Motion Motion => Seen.Motion;

    /// <summary>The wording somebody took over while this page was open.</summary>
    protected Amendment? Changed { get; private set; }

    protected virtual string Then => Seen.Address;

    protected sealed override async Task LoadMore()
    {
        await Look();
        await LoadMotion();
    }

    protected virtual Task LoadMotion() => Task.CompletedTask;

    /// <summary>Acts on the motion while nobody else does.</summary>
    protected Task Act(Action<Motion, Instant> act) =>
        Submit(async () => _ = await Db.Answer(Actor, P, Number, Clock, act) ?? throw NotFound(), () => Then, inTurn: true);

    protected override async Task Conflicted()
    {
        Db.ChangeTracker.Clear();
        await Look();
        Changed = await Db.LastAccepted(Actor, Motion);
    }

    private async Task Look()
    {
        var motion = await Db.Motions.AsNoTracking().VisibleTo(Actor).Of(P).Numbered(Number) ?? throw NotFound();
        Seen = new(motion, await Db.SeatNames(Actor, P), P, Actor, DecisionUrls.Motion(P, Number), Now);
    }
}
