using Microsoft.AspNetCore.Components;
using Microsoft.EntityFrameworkCore;

namespace Roundtable.Partnerships.Pages.Invitations;

/// <summary>A page about one invitation and the prospect it goes to.</summary>
public abstract class OneInvitationPage : PartnershipPage
{
    [Parameter] public int Number { get; set; }

    protected Invitation Invitation { get; private set; } = null!;
    protected Prospect Prospect { get; private set; } = null!;

    protected sealed override async Task LoadMore()
    {
        Invitation = await Db.Invitations.VisibleTo(Actor).In(P.Id).Numbered(Number) ?? throw NotFound();
        Prospect = await Db.Prospects.VisibleTo(Actor).In(P.Id).FirstOrDefaultAsync(p => p.Id == Invitation.ProspectId) ?? throw NotFound();
        await LoadOne();
    }

    protected virtual Task LoadOne() => Task.CompletedTask;
}
