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

    protected Question Asked { get; private set; } = null!;
    protected Invitation Invitation => Asked.Invitation;
    protected Prospect Prospect => Asked.Prospect;
    protected Partnership P => Asked.Partnership;
    protected Person? Sender => Asked.Sender;
    protected LocalDate Today => P.Today(Now);

    /// <summary>Somebody else was named, or the question was taken back: there is nothing left to answer here.</summary>
    protected bool HasEnded => Invitation.Answer is InvitationAnswer.SomeoneElse || Invitation.State is InvitationState.Revoked;

    protected string To(string step = "") => $"{(Spoken.IsInAddress ? $"/{Spoken.Code}" : "")}/answer/{Token}{step}";

    protected sealed override async Task Opened()
    {
        Asked = await Question.Of(Db, Link);
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
        Asked = await Question.Of(Db, Link);
        var (id, lately) = (Invitation.Id, Now - Duration.FromMinutes(10));
        if (await Db.Links.AnyAsync(l => l.SubjectId == id && l.Purpose == LinkPurpose.Invitation && l.CreatedAt > lately)) return;
        Invitation.Renew(Actor, Now);
        await Mail.Post(Db, Now, Invitation, P, Sender ?? throw NotFound(), again: true);
    }
}
