using NodaTime;
using Roundtable.Directory;
using Roundtable.Partnerships;
using Roundtable.Platform.Access;

namespace Roundtable.Demo;

/// <summary>Who is not at Riverbend's table yet, and the two invitations: one waits for its answer, one said yes.</summary>
internal sealed partial class Story
{
    private readonly Dictionary<string, Prospect> hopefuls = [];

    private void WriteProspects()
    {
        On(70, at =>
        {
            foreach (var neighbor in CastOfProspects.Neighbors)
                Where(Who(Cast.Convener, at), neighbor.Entry, at).Fill(new OrganizationFacts { Name = neighbor.Entry.Name, KindCode = neighbor.KindCode });
        });
        On(60, WriteAims);
        foreach (var hopeful in CastOfProspects.Riverbend) WriteHopeful(hopeful);
    }

    // What the table wants covered besides the languages: four needs, and two rules.
    private void WriteAims(Instant at)
    {
        foreach (var code in (string[])["IMM", "COU", "DIG", "VET"]) Keep(PlannedNeed.Plan(Convener, at, riverbend.Id, code));
        var rule = Keep(CoverageRule.Agree(Convener, at, riverbend.Id, RuleWanted.Suggested[0], []));
        Keep(CoverageRule.Agree(Convener, at, riverbend.Id, RuleWanted.Suggested[1], [rule]));
    }

    private void WriteHopeful(Hopeful hopeful)
    {
        On(hopeful.AddedDaysAgo, at =>
        {
            var organization = Where(Who(Cast.Convener, at), Cast.Entry(hopeful.Name, hopeful.Sector, hopeful.Concern, ["en"]), at);
            var prospect = hopefuls[hopeful.Name] = Keep(Prospect.Add(Convener, at, riverbend.Id,
                new ProspectFacts(hopeful.Name, "Riverbend", organization.Id, hopeful.Sector, hopeful.Reasons, hopeful.Wanted, hopeful.Contact, Cast.EmailOf(hopeful.Contact))));
            prospect.Describe(Convener, at, new ProspectNotes
            {
                Concern = hopeful.Concern, KnownBy = hopeful.KnownBy, IsKeyPlayer = hopeful.IsKeyPlayer, Wanted = hopeful.Wanted,
                ContactName = hopeful.Contact, ContactEmail = Cast.EmailOf(hopeful.Contact),
                NextContactOn = hopeful.Stage is EngagementStage.Prospect ? riverbend.Today(now).PlusDays(3) : null,
            });
        });
        if (hopeful.Stage is EngagementStage.Prospect) return;
        On(hopeful.SpokenDaysAgo, at =>
        {
            var (prospect, today) = (hopefuls[hopeful.Name], riverbend.Today(at));
            Keep(prospect.Note(Convener, at, today, new ContactFacts(today, ContactWay.Phone, hopeful.Contact, hopeful.Note,
                hopeful.CallAgainAfter is { } days ? today.PlusDays(days) : null)));
            if (hopeful.Stage is EngagementStage.Interested) prospect.Move(Convener, at, EngagementStage.Interested);
            if (hopeful.Outcome is { } outcome)
                prospect.Close(Convener, at, today, hopeful.Stage, hopeful.Stage is EngagementStage.Paused ? outcome with { AskAgainOn = today.PlusMonths(5) } : outcome);
        });
    }

    private void WriteInvitations()
    {
        On(5, at => Invite(CastOfProspects.Clinic, at));
        Invitation housing = null!;
        On(7, at => housing = Invite(CastOfProspects.Housing, at));
        On(2, at =>
        {
            var (prospect, today) = (hopefuls[CastOfProspects.Housing], riverbend.Today(at));
            var link = Keep(Link.Make(LinkPurpose.Invitation, at, Invitation.Asked, out _, housing.PersonId, riverbend.Id, housing.Id));
            var holder = Actor.Holder(link, []);
            housing.Accept(holder, at, prospect, today);
            housing.Offer(holder, at, prospect, today, [PartnerRole.Assistance], "A caseworker for two hours each Thursday at the north branch");
            housing.TellReach(holder, at, "Letters to 1,200 tenants, posters in eight buildings");
            housing.Complete(holder, at, "Mornings by phone, not Mondays");
        });
    }

    private Invitation Invite(string name, Instant at)
    {
        var prospect = hopefuls[name];
        var text = InvitationDraft.For(texts, "en", riverbend, prospect, Cast.Library, seats.Count - 1);
        var invitation = Keep(Invitation.Write(Convener, at, prospect, text));
        invitation.Send(Convener, at, prospect, Who(prospect.ContactName!, at).Id, riverbend.Today(at));
        return invitation;
    }
}
