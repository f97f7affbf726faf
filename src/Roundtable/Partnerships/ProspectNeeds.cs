using Microsoft.EntityFrameworkCore;
using Roundtable.Platform.Access;
using Roundtable.Platform.Mail;

namespace Roundtable.Partnerships;

/// <summary>What prospects and invitations ask of a person: a yes to be seated, a mail that did not arrive, somebody to be in touch with.</summary>
public sealed class ProspectNeeds : INeedsSource
{
    public async Task<IReadOnlyList<Need>> For(NeedsView view)
    {
        var working = view.Partnerships.Where(p => view.Actor.Can(ProspectPermissions.Work, p.Id)).ToDictionary(p => p.Id);
        if (working.Count == 0) return [];
        var (needs, letters, invitations, question, me) = (new List<Need>(), view.Db.Letters, view.Db.Invitations, InvitationLetters.Question.Key, view.Actor.PersonId);
        var failed = invitations.Where(i => i.SenderId == me && i.State == InvitationState.Sent
            && letters.Where(l => l.AboutId == i.Id && l.Kind == question).OrderByDescending(l => l.CreatedAt).First().State == LetterState.Failed);
        var prospects = await view.Db.Prospects.AsNoTracking().VisibleTo(view.Actor).Where(p => working.Keys.Contains(p.PartnershipId)
                && (p.Stage == EngagementStage.Committed || p.Stage == EngagementStage.Interested || p.NextContactOn != null || failed.Any(i => i.PartnershipId == p.PartnershipId && i.ProspectId == p.Id)))
            .Select(p => new { One = p, Failed = failed.Where(i => i.PartnershipId == p.PartnershipId && i.ProspectId == p.Id).Select(i => new { i.Number, i.RecipientName }).ToList() }).AsSingleQuery().ToListAsync();
        foreach (var (prospect, undelivered) in prospects.Select(p => (p.One, p.Failed)))
        {
            var p = working[prospect.PartnershipId];
            needs.AddRange(undelivered.Select(i => new Need(p.Id, new("prospects.need.mail", i.RecipientName), null, new("prospects.need.mail.act"), ProspectUrls.Invitation(p, i.Number), 0)));
            if (Seating(view.Actor, p, prospect) is { } seat) needs.Add(seat);
            else if (prospect.HasNotNowToRead && (IsMine(view.Actor, prospect) || view.Actor.Can(ProspectPermissions.Seat, p.Id)))
                needs.Add(new(p.Id, new("prospects.need.not-now", prospect.Name), prospect.AskAgainOn is { } again ? new("prospects.need.not-now.again", again) : null, new("prospects.need.not-now.act"), ProspectUrls.Outcome(p, prospect), 2, prospect.NextContactOn));
            else if (prospect.NextContactOn is { } day && day <= p.Today(view.Now) && IsMine(view.Actor, prospect))
                needs.Add(new(p.Id, new("prospects.need.contact", prospect.Name), new("prospects.need.contact.detail", day), new("prospects.need.contact.act"), ProspectUrls.Contacts(p, prospect), 2, day));
        }
        return needs;
    }

    private static Need? Seating(Actor actor, Partnership p, Prospect prospect) => prospect.Stage switch
    {
        EngagementStage.Committed when actor.Can(ProspectPermissions.Seat, p.Id) =>
            new(p.Id, new("prospects.need.seat", prospect.Name), new("prospects.need.seat.detail"), new("prospects.need.seat.act"), ProspectUrls.Seat(p, prospect), 1),
        EngagementStage.Interested when prospect.LastContactAt < prospect.StageSince && actor.Can(ProspectPermissions.Invite, p.Id) =>
            new(p.Id, new("prospects.need.interested", prospect.Name), null, new("prospects.need.interested.act"), ProspectUrls.One(p, prospect), 2, prospect.NextContactOn),
        _ => null,
    };

    // Whose turn it is; when nobody was named, the convener's.
    private static bool IsMine(Actor actor, Prospect prospect) =>
        prospect.NextContactBy is { } by ? by == actor.PersonId : actor.Can(ProspectPermissions.Seat, prospect.PartnershipId);
}
