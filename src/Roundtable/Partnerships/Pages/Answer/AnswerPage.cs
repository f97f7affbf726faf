using Microsoft.AspNetCore.Components;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using Roundtable.People;
using Roundtable.Platform.Access;
using Roundtable.Platform.Mail;
using Roundtable.Platform.Text;
using Roundtable.Platform.Web;

namespace Roundtable.Partnerships.Pages.Answer;

/// <summary>
/// A page of the way on which an invited person answers, without an account. Opening changes nothing; every answer counts when it is sent.
/// </summary>
public abstract class AnswerPage : LinkedPage
{
    [Inject] private CurrentLanguage Spoken { get; set; } = null!;
    [Inject] protected Outbox Mail { get; set; } = null!;

    protected override LinkPurpose Purpose => LinkPurpose.Invitation;
    public override bool OffersAnother => true;

    protected Invitation Invitation { get; private set; } = null!;
    protected Prospect Prospect { get; private set; } = null!;
    protected Partnership P { get; private set; } = null!;
    protected Person? Sender { get; private set; }
    protected LocalDate Today => P.Today(Now);

    /// <summary>Somebody else was named, or the question was taken back: there is nothing left to answer here.</summary>
    protected bool HasEnded => Invitation.Answer is InvitationAnswer.SomeoneElse || Invitation.State is InvitationState.Revoked;

    protected string To(string step = "") => $"{(Spoken.IsInAddress ? $"/{Spoken.Code}" : "")}/answer/{Token}{step}";

    protected sealed override async Task Opened()
    {
        await Find();
        if (HasEnded && HttpMethods.IsGet(Http.Request.Method) && !IsFirst) Navigation.NavigateTo(To());
        await LoadMore();
    }

    protected virtual bool IsFirst => false;
    protected virtual Task LoadMore() => Task.CompletedTask;

    /// <summary>One answer: spends nothing, notes that the link was used.</summary>
    protected Task Say(Action act, string step) => Say(() => { act(); return Task.CompletedTask; }, step);
    protected Task Say(Func<Task> act, string step) => Submit(async () => { Link.Use(Now); await act(); }, () => To(step));

    protected override async Task SendAnother()
    {
        await Find();
        var (id, lately) = (Invitation.Id, Now - Duration.FromMinutes(10));
        if (await Db.Links.AnyAsync(l => l.SubjectId == id && l.Purpose == LinkPurpose.Invitation && l.CreatedAt > lately)) return;
        Invitation.Renew(Actor, Now);
        await Mail.Post(Db, Now, Invitation, P, Sender ?? throw NotFound(), again: true);
    }

    private async Task Find()
    {
        Invitation = await Db.Invitations.FirstOrDefaultAsync(i => i.Id == Link.SubjectId && i.PartnershipId == Link.PartnershipId) ?? throw NotFound();
        Prospect = await Db.Prospects.FirstAsync(p => p.Id == Invitation.ProspectId);
        P = await Db.Partnerships.FirstAsync(p => p.Id == Invitation.PartnershipId);
        Sender = await Db.People.FirstOrDefaultAsync(p => p.Id == Invitation.SenderId);
    }
}
