using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using Roundtable.Directory;
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

    private static async Task<Listing<InvitationShown>> List([AsParameters] Call call, [AsParameters] Paging page, CancellationToken ct) =>
        await call.Db.Invitations.AsNoTracking().VisibleTo(call.Actor).Of(await call.Here()).PageOf(page, i => InvitationShown.Of(i, call.Now), ct);

    private static async Task<One<InvitationShown>> Get([AsParameters] Call call, int number)
    {
        var (_, invitation) = await call.Invitation(number);
        return Answer.One(invitation, InvitationShown.Of(invitation, call.Now));
    }

    private static async Task<Made<InvitationShown>> Write([AsParameters] Call call, InvitationWanted wanted, Outbox outbox, Texts t)
    {
        var (here, prospect) = await call.Prospect(wanted.Prospect);
        var seated = await call.Db.SeatedNames(here.Id);
        var draft = InvitationDraft.For(t, wanted.Language ?? here.Language, here, prospect, seated.GetValueOrDefault(here.ConvenerId) ?? here.Name, seated.Count - 1);
        var invitation = Invitation.Write(call.Actor, call.Now, prospect, new(wanted.RecipientName ?? draft.RecipientName, wanted.RecipientEmail ?? draft.RecipientEmail, draft.Language,
            wanted.Subject ?? draft.Subject, wanted.Words ?? draft.Words, wanted.Takes ?? draft.Takes));
        call.Db.Add(invitation);
        if (wanted.Send) await call.Db.Send(outbox, call.Actor, call.Now, invitation, prospect, here);
        await call.Db.SaveChangesAsync();
        return Answer.Made($"{ApiGroup.Prefix}/partnerships/{here.Slug}/invitations/{invitation.Number}", invitation, InvitationShown.Of(invitation, call.Now));
    }

    private static async Task<One<InvitationShown>> Send([AsParameters] Call call, int number, Outbox outbox)
    {
        var (here, invitation) = await call.Invitation(number);
        var prospect = await call.Db.Prospects.VisibleTo(call.Actor).Of(here).FirstAsync(p => p.Id == invitation.ProspectId);
        await call.Db.Send(outbox, call.Actor, call.Now, invitation, prospect, here);
        await call.Db.SaveChangesAsync();
        return Answer.One(invitation, InvitationShown.Of(invitation, call.Now));
    }

    private static async Task<One<InvitationShown>> Revoke([AsParameters] Call call, int number)
    {
        var (_, invitation) = await call.Invitation(number);
        invitation.Revoke(call.Actor, call.Now);
        await call.Db.EndLinks(invitation, call.Now);
        await call.Db.SaveChangesAsync();
        return Answer.One(invitation, InvitationShown.Of(invitation, call.Now));
    }

    private static async Task<AnswerShown> Reply(string token, AnswerWanted wanted, RoundtableDb db, CurrentActor who, IClock clock, Outbox outbox)
    {
        var now = clock.GetCurrentInstant();
        var link = await db.Links.OfSecret(LinkPurpose.Invitation, token) ?? throw new NotFoundException();
        link.Use(now);
        var holder = who.Actor = Actor.Holder(link, []);
        var asked = await Question.Of(db, link);
        var (invitation, today) = (asked.Invitation, asked.Partnership.Today(now));
        if (wanted.Answer is InvitationAnswer.SomeoneElse) await asked.PassOn(db, outbox, holder, now, wanted.Name, wanted.Email);
        else if (wanted.Name is not null || wanted.Email is not null) await asked.AnswerAs(db, outbox, holder, now, wanted.Name, wanted.Email);
        if (wanted.Answer is InvitationAnswer.NotNow) invitation.TurnDown(holder, now, asked.Prospect, today, wanted.Reason, wanted.Words, wanted.MayAskAgain);
        else if (wanted.Answer is InvitationAnswer.Yes && (wanted.Roles is { Count: > 0 } || wanted.Words is not null))
        {
            invitation.Offer(holder, now, asked.Prospect, today, wanted.Roles ?? [], wanted.Words);
            invitation.TellReach(holder, now, wanted.Reach);
            await asked.Complete(db, outbox, holder, now, wanted.BestTime);
        }
        else if (wanted.Answer is InvitationAnswer.Yes) invitation.Accept(holder, now, asked.Prospect, today);
        await db.SaveChangesAsync();
        return new(invitation.Answer!.Value, invitation.OfferedRoles);
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
/// <param name="Roles">With a yes: what they could offer, the only question that needs an answer.</param>
/// <param name="Reach">How they reach their people.</param>
/// <param name="Name">With <c>someone-else</c>, whom to ask instead; else who answers, when the mail was forwarded. With <paramref name="Email"/>.</param>
public sealed record AnswerWanted(InvitationAnswer Answer, IReadOnlyList<PartnerRole>? Roles = null, string? Words = null, string? Reach = null, string? BestTime = null,
    OutcomeReason? Reason = null, bool MayAskAgain = false, string? Name = null, string? Email = null);
/// <summary>What was taken down as the answer.</summary>
public sealed record AnswerShown(InvitationAnswer Answer, IReadOnlyList<PartnerRole> Roles);
