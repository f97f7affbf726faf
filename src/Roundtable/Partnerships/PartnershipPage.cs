using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;
using Roundtable.Platform.Access;
using Roundtable.Platform.Web;

namespace Roundtable.Partnerships;

/// <summary>
/// A page within one partnership: <c>@page "/w/{Partnership}/…"</c>. Finds the partnership or answers 404, then lets the page load its own.
/// Override <see cref="LoadMore"/> instead of <c>Load</c>.
/// </summary>
public abstract class PartnershipPage : FormPage
{
    [Inject] private CurrentPartnership Here { get; set; } = null!;
    [Inject] protected Waiting Waiting { get; private set; } = null!;

    /// <summary>The slug from the address.</summary>
    [Parameter] public string Partnership { get; set; } = "";

    /// <summary>The partnership this page is about.</summary>
    protected Partnership P { get; private set; } = null!;
    protected bool IsConvener => May(PartnershipPermissions.Convene);
    protected bool MayWork => May(ProspectPermissions.Work);
    protected bool MayInvite => May(ProspectPermissions.Invite);

    /// <summary>What the page lets somebody do. Who may not finds nothing here, and no link leads here; none: whoever is in the partnership may see it.</summary>
    protected virtual Permission? Needed => null;

    protected sealed override async Task Load()
    {
        P = await Db.Partnerships.VisibleTo(Actor).OfSlug(Partnership) ?? throw NotFound();
        if (Needed is { } needed && !May(needed)) throw NotFound();
        Here.Partnership = P;
        if (HttpMethods.IsPost(Http.Request.Method)) Waiting.Forget(Actor, P.Id);
        await LoadMore();
        Here.Waiting = Waiting.For(Actor, P.Id, Now);
    }

    protected bool May(Permission permission) => Actor.Can(permission, P.Id);

    /// <summary>Finds what else the page is about.</summary>
    protected virtual Task LoadMore() => Task.CompletedTask;
}
