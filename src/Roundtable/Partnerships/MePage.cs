using Microsoft.AspNetCore.Components;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using Roundtable.Directory;
using Roundtable.People;
using Roundtable.Platform.Access;
using Roundtable.Platform.Mail;
using Roundtable.Platform.Text;
using Roundtable.Platform.Web;

namespace Roundtable.Partnerships;

/// <summary>A page of a person's own, opened by their personal link: for one person in one partnership, without an account.</summary>
public abstract class MePage : LinkedPage
{
    [Inject] private CurrentLanguage Spoken { get; set; } = null!;
    [Inject] protected Outbox Mail { get; set; } = null!;

    protected override LinkPurpose Purpose => LinkPurpose.Personal;
    public override bool OffersAnother => true;

    protected Person Person { get; private set; } = null!;
    protected Partnership P { get; private set; } = null!;
    protected Organization? Organization { get; private set; }
    protected Seat? Seat { get; private set; }
    protected Prospect? Prospect { get; private set; }

    /// <summary>What stands for their organization: its entry, or only its name on our list.</summary>
    protected string OrganizationName => Organization?.ShownName ?? Prospect?.Name ?? P.Name;

    protected string To(string step = "") => $"{(Spoken.IsInAddress ? $"/{Spoken.Code}" : "")}/me/{Token}{step}";
    protected string Prefix => Spoken.IsInAddress ? $"/{Spoken.Code}" : "";

    protected Task Say(Action act, Func<string> goTo) => Say(() => { act(); return Task.CompletedTask; }, goTo);
    protected Task Say(Func<Task> act, Func<string> goTo, bool inTurn = false) => Submit(async () => { Link.Use(Now); await act(); }, goTo, inTurn);

    protected sealed override async Task Opened()
    {
        Person = await Db.People.FirstOrDefaultAsync(p => p.Id == Link.PersonId && p.SuspendedAt == null) ?? throw NotFound();
        P = await Db.Partnerships.FirstOrDefaultAsync(p => p.Id == Link.PartnershipId) ?? throw NotFound();
        if (Actor.SeatIn(P.Id) is { } seat) Seat = await Db.Seats.VisibleTo(Actor).Of(P).FirstOrDefaultAsync(s => s.Id == seat);
        if (Seat is null)
            Prospect = await (from i in Db.Invitations join p in Db.Prospects on i.ProspectId equals p.Id where i.PartnershipId == P.Id && i.PersonId == Person.Id orderby i.Number descending select p).FirstOrDefaultAsync();
        if ((Seat?.OrganizationId ?? Prospect?.OrganizationId) is { } organization) Organization = await Db.Organizations.FirstOrDefaultAsync(o => o.Id == organization);
        await LoadMore();
    }

    protected virtual Task LoadMore() => Task.CompletedTask;

    protected override async Task SendAnother()
    {
        var person = await Db.People.FirstOrDefaultAsync(p => p.Id == Link.PersonId && p.SuspendedAt == null);
        if (person is { Email.Length: > 0 } && !await Db.SentLately(person, Now)) await Mail.PostPages(Db, Now, person, await Db.PartnershipsOf(person));
    }
}
