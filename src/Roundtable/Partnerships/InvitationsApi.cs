using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using Roundtable.Directory;
using Roundtable.People;
using Roundtable.Platform;
using Roundtable.Platform.Access;
using Roundtable.Platform.Api;
using Roundtable.Platform.Data;
using Roundtable.Platform.Mail;
using Roundtable.Platform.Text;
using Roundtable.Platform.Web;

namespace Roundtable.Partnerships;

/// <summary>Invitations for programs: write, send, take back; and the answer with its link's secret.</summary>
public static class InvitationsApi
{
    internal static void MapInvitationsApi(this IEndpointRouteBuilder app)
    {
        var api = app.MapApi();
        const string invitations = "/partnerships/{partnership}/invitations", invitation = $"{invitations}/{{number:int}}";
        api.MapGet(invitations, List).RequireAuthorization(Policies.Member).WithSummary("Lists the invitations of a partnership.");
        api.MapPost(invitations, Write).RequireAuthorization(Policies.Member).WithSummary("Writes an invitation to a prospect; with \"send\": true it goes out at once.");
        api.MapGet(invitation, Get).RequireAuthorization(Policies.Member).WithSummary("Shows one invitation and its answer.");
        api.MapPost($"{invitation}/sending", Send).RequireAuthorization(Policies.Member).WithSummary("Sends a draft.");
        api.MapPost($"{invitation}/revocation", Revoke).RequireAuthorization(Policies.Member).WithSummary("Takes an invitation back; its link ends.");
        api.MapPost("/answers/{token}", Reply).AllowAnonymous().WithSummary("Answers an invitation with the secret of its link.");
    }

    private static async Task<Listing<InvitationShown>> List(string partnership, RoundtableDb db, CurrentActor who, IClock clock, [AsParameters] Paging page, CancellationToken ct)
    {
        var now = clock.GetCurrentInstant();
        return await db.Invitations.AsNoTracking().VisibleTo(who.Actor).In((await db.Here(who.Actor, partnership)).Id).PageOf(page, i => InvitationShown.Of(i, now), ct);
    }

    private static async Task<One<InvitationShown>> Get(string partnership, int number, RoundtableDb db, CurrentActor who, IClock clock)
    {
        var (_, invitation, _) = await One(db, who.Actor, partnership, number);
        return Answer.One(invitation, InvitationShown.Of(invitation, clock.GetCurrentInstant()));
    }

    private static async Task<Made<InvitationShown>> Write(string partnership, InvitationWanted wanted, RoundtableDb db, CurrentActor who, IClock clock, Outbox outbox, Texts t)
    {
        var (here, prospect) = await db.ProspectHere(who.Actor, partnership, wanted.Prospect);
        var now = clock.GetCurrentInstant();
        var seated = await db.SeatedNames(here.Id);
        var draft = InvitationDraft.For(t, wanted.Language ?? here.Language, here, prospect, seated.GetValueOrDefault(here.ConvenerId) ?? here.Name, seated.Count - 1);
        var invitation = Invitation.Write(who.Actor, now, prospect, new(wanted.RecipientName ?? draft.RecipientName, wanted.RecipientEmail ?? draft.RecipientEmail, draft.Language,
            wanted.Subject ?? draft.Subject, wanted.Words ?? draft.Words, wanted.Takes ?? draft.Takes));
        db.Add(invitation);
        if (wanted.Send) await db.Send(outbox, who.Actor, now, invitation, prospect, here);
        await db.SaveChangesAsync();
        return Answer.Made($"{ApiGroup.Prefix}/partnerships/{here.Slug}/invitations/{invitation.Number}", invitation, InvitationShown.Of(invitation, now));
    }

    private static async Task<One<InvitationShown>> Send(string partnership, int number, RoundtableDb db, CurrentActor who, IClock clock, Outbox outbox)
    {
        var (here, invitation, prospect) = await One(db, who.Actor, partnership, number);
        var now = clock.GetCurrentInstant();
        await db.Send(outbox, who.Actor, now, invitation, prospect, here);
        await db.SaveChangesAsync();
        return Answer.One(invitation, InvitationShown.Of(invitation, now));
    }

    private static async Task<One<InvitationShown>> Revoke(string partnership, int number, RoundtableDb db, CurrentActor who, IClock clock)
    {
        var (_, invitation, _) = await One(db, who.Actor, partnership, number);
        var now = clock.GetCurrentInstant();
        invitation.Revoke(who.Actor, now);
        await db.EndLinks(invitation, now);
        await db.SaveChangesAsync();
        return Answer.One(invitation, InvitationShown.Of(invitation, now));
    }

    private static async Task<AnswerShown> Reply(string token, AnswerWanted wanted, RoundtableDb db, CurrentActor who, IClock clock)
    {
        var now = clock.GetCurrentInstant();
        var link = await db.Links.OfSecret(LinkPurpose.Invitation, token) ?? throw new NotFoundException();
        link.Use(now);
        who.Actor = Actor.Holder(link, []);
        var invitation = await db.Invitations.FirstOrDefaultAsync(i => i.Id == link.SubjectId && i.PartnershipId == link.PartnershipId) ?? throw new NotFoundException();
        var prospect = await db.Prospects.FirstAsync(p => p.Id == invitation.ProspectId);
        var today = (await db.Partnerships.FirstAsync(p => p.Id == invitation.PartnershipId)).Today(now);
        if (wanted.Name is not null) invitation.AnswerAs(who.Actor, now, wanted.Name);
        if (wanted.Answer is InvitationAnswer.NotNow) invitation.TurnDown(who.Actor, now, prospect, today, wanted.Reason, wanted.Words, wanted.MayAskAgain);
        else if (wanted.Answer is InvitationAnswer.Yes && (wanted.Roles is { Count: > 0 } || wanted.Words is not null)) invitation.Offer(who.Actor, now, prospect, today, wanted.Roles ?? [], wanted.Words);
        else if (wanted.Answer is InvitationAnswer.Yes) invitation.Accept(who.Actor, now, prospect, today);
        else throw new Refusal("answers.answer-missing", "Answer");
        await db.SaveChangesAsync();
        return new(invitation.Answer!.Value, invitation.OfferedRoles);
    }

    private static async Task<(Partnership Here, Invitation Invitation, Prospect Prospect)> One(RoundtableDb db, Actor actor, string partnership, int number)
    {
        var here = await db.Here(actor, partnership);
        var invitation = await db.Invitations.VisibleTo(actor).In(here.Id).Numbered(number) ?? throw new NotFoundException();
        return (here, invitation, await db.Prospects.VisibleTo(actor).In(here.Id).FirstAsync(p => p.Id == invitation.ProspectId));
    }
}

/// <summary>An invitation and its answer, as programs see it.</summary>
public sealed record InvitationShown(int Number, string RecipientName, string RecipientEmail, string Language, string Subject, string Words, string Takes, InvitationState State, Instant? SentAt, Instant? AskedUntil,
    InvitationAnswer? Answer, Instant? AnsweredAt, string? AnsweredBy, IReadOnlyList<PartnerRole> OfferedRoles, string? OfferWords, string? Reach, string? BestTime)
{
    internal static InvitationShown Of(Invitation i, Instant now) => new(i.Number, i.RecipientName, i.RecipientEmail, i.Language, i.Subject, i.Words, i.Takes, i.StateAt(now), i.SentAt, i.AskedUntil,
        i.Answer, i.AnsweredAt, i.AnsweredByName, i.OfferedRoles, i.OfferWords, i.Reach, i.BestTime);
}

/// <summary>An invitation to write.</summary>
/// <param name="Prospect">Number of the prospect.</param>
/// <param name="Words">The letter; a fitting one is written when none is given.</param>
public sealed record InvitationWanted(int Prospect, string? RecipientName = null, string? RecipientEmail = null, string? Language = null, string? Subject = null, string? Words = null, string? Takes = null, bool Send = false);

/// <summary>The answer of the one invited.</summary>
/// <param name="Answer"><c>yes</c> or <c>not-now</c>.</param>
/// <param name="Name">Who answers, when the mail was forwarded.</param>
public sealed record AnswerWanted(InvitationAnswer Answer, IReadOnlyList<PartnerRole>? Roles = null, string? Words = null, OutcomeReason? Reason = null, bool MayAskAgain = false, string? Name = null);
/// <summary>What was taken down as the answer.</summary>
public sealed record AnswerShown(InvitationAnswer Answer, IReadOnlyList<PartnerRole> Roles);
