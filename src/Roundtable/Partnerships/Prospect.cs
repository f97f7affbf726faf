using NodaTime;
using Roundtable.Directory;
using Roundtable.People;
using Roundtable.Platform;
using Roundtable.Platform.Access;
using Roundtable.Platform.Data;

namespace Roundtable.Partnerships;

/// <summary>
/// An organization the partnership would like to have at its table, from the first thought to a filled seat or a reasoned end.
/// Known from the directory, or only by name and town.
/// </summary>
public sealed partial class Prospect : PartnershipRecord, INumbered
{
    private Prospect() { }

    public int Number { get; set; }
    public Guid? OrganizationId { get; private set; }
    public string Name { get; private set; } = "";

    /// <summary>The name as it is compared with others.</summary>
    public string NameKey { get; private set; } = "";
    public string? Town { get; private set; }
    public Sector Sector { get; private set; }
    public EngagementStage Stage { get; private set; }
    public Guid? AddedBy { get; private init; }
    public Instant AddedAt { get; private init; }
    public Instant StageSince { get; private set; }

    /// <summary>What both sides care about: why them.</summary>
    public string? Concern { get; private set; }

    /// <summary>What the finder said for it, one reason a line.</summary>
    public string? Reasons { get; private set; }

    /// <summary>Whose joining draws others.</summary>
    public bool IsKeyPlayer { get; private set; }
    public string? Wanted { get; private set; }

    /// <summary>Who knows them, in words, and the person of ours if it is one.</summary>
    public string? KnownBy { get; private set; }
    public Guid? KnownById { get; private set; }

    /// <summary>Whom to write to there.</summary>
    public string? ContactName { get; private set; }
    public string? ContactEmail { get; private set; }

    public LocalDate? NextContactOn { get; private set; }
    public Guid? NextContactBy { get; private set; }

    public CommitmentKind? EvidenceKind { get; private set; }
    public string? Evidence { get; private set; }
    public LocalDate? EvidenceOn { get; private set; }

    public OutcomeReason? OutcomeReason { get; private set; }
    public string? OutcomeWords { get; private set; }
    public Instant? ClosedAt { get; private set; }

    /// <summary>They said we may ask again from this day.</summary>
    public LocalDate? AskAgainOn { get; private set; }
    public Guid? SeatId { get; private set; }
    public Instant? LastContactAt { get; private set; }

    public IReadOnlyList<PartnerRole> WantedRoles => RoleCodes.Read(Wanted);
    public IReadOnlyList<string> ReasonLines => Reasons?.Split('\n', StringSplitOptions.RemoveEmptyEntries) ?? [];
    public bool HasEvidence => EvidenceKind is not null;

    /// <summary>Starts the way to the table.</summary>
    /// <exception cref="Refusal">Not allowed here, or without a name.</exception>
    public static Prospect Add(Actor actor, Instant now, Guid partnership, ProspectFacts facts)
    {
        actor.Must(ProspectPermissions.Work, partnership);
        var name = Words.One(facts.Name, "Name", 200, "prospects.name-missing");
        var prospect = new Prospect
        {
            PartnershipId = partnership, OrganizationId = facts.OrganizationId, Name = name, NameKey = Directory.NameKey.Of(name), Sector = facts.Sector,
            Town = Words.OneOrNone(facts.Town, "Town", 100), Reasons = Words.Many(facts.Reasons, "Reasons", 1000), Wanted = RoleCodes.Write(facts.Wanted),
            ContactName = Words.OneOrNone(facts.ContactName, "ContactName", 200), ContactEmail = EmailOrNone(facts.ContactEmail, "ContactEmail"),
            Concern = Words.Many(facts.Concern, "Concern", 1000), AddedBy = actor.PersonId, AddedAt = now, StageSince = now,
        };
        prospect.Log(actor, now, new ProspectAdded(prospect.OrganizationId, Codes.Of(prospect.Sector)));
        return prospect;
    }

    /// <summary>Added by mistake. Whoever added it, or the convener, takes it off again, as long as nobody was in touch. To be removed with it.</summary>
    /// <exception cref="Refusal">Somebody else added it, or somebody was in touch: then it ends with an outcome.</exception>
    public void TakeBack(Actor actor, Instant now)
    {
        actor.Must(ProspectPermissions.Work, PartnershipId);
        if (AddedBy != actor.PersonId && !actor.Can(PartnershipPermissions.Convene, PartnershipId)) throw new Refusal("prospects.not-yours");
        if (Stage is not EngagementStage.Prospect || LastContactAt is not null || HasEvidence) throw new Refusal("prospects.in-touch-already");
        Log(actor, now, new ProspectTakenBack(OrganizationId));
    }

    /// <summary>Writes down why them, who knows them, and what is next.</summary>
    public void Describe(Actor actor, Instant now, ProspectNotes notes)
    {
        actor.Must(ProspectPermissions.Work, PartnershipId);
        var (concern, known) = (Words.Many(notes.Concern, "Concern", 1000), Words.OneOrNone(notes.KnownBy, "KnownBy", 300));
        var (name, email) = (Words.OneOrNone(notes.ContactName, "ContactName", 200), EmailOrNone(notes.ContactEmail, "ContactEmail"));
        if (notes.NextContactBy is not null && notes.NextContactOn is null) throw new Refusal("prospects.next-date-missing", "NextOn");
        (Concern, KnownBy, KnownById) = (concern, known, notes.KnownById);
        (ContactName, ContactEmail) = (name, email);
        (IsKeyPlayer, Wanted) = (notes.IsKeyPlayer, RoleCodes.Write(notes.Wanted));
        (NextContactOn, NextContactBy) = (notes.NextContactOn, notes.NextContactOn is null ? null : notes.NextContactBy ?? actor.PersonId);
        if (notes.Sector is { } sector) Sector = sector;
        Log(actor, now, new ProspectDescribed());
    }

    /// <summary>Somebody spoke or wrote with them.</summary>
    public Contact Note(Actor actor, Instant now, LocalDate today, ContactFacts facts)
    {
        actor.Must(ProspectPermissions.Work, PartnershipId);
        var contact = Contact.Of(this, actor, now, today, facts);
        if (LastContactAt is null || now > LastContactAt) LastContactAt = now;
        if (facts.NextContactOn is { } next)
        {
            if (next < today) throw new Refusal("prospects.next-date-past", "Next");
            (NextContactOn, NextContactBy) = (next, actor.PersonId);
        }
        else if (NextContactOn <= facts.On) (NextContactOn, NextContactBy) = (null, null);
        if (Stage is EngagementStage.Prospect) Become(actor, now, EngagementStage.Contacted);
        Log(actor, now, new ProspectContacted(Codes.Of(facts.How)));
        return contact;
    }

    /// <summary>Keeps what shows that they mean it: a letter, a vote of their board, a promise.</summary>
    public void Prove(Actor actor, Instant now, LocalDate today, CommitmentKind kind, string? words, LocalDate? on)
    {
        actor.Must(ProspectPermissions.Work, PartnershipId);
        var said = Partnerships.Words.Many(words, "Words", 1000) ?? throw new Refusal("prospects.evidence-missing", "Words");
        if ((on ?? today) > today) throw new Refusal("prospects.date-future", "On");
        (EvidenceKind, Evidence, EvidenceOn) = (kind, said, on ?? today);
        Log(actor, now, new ProspectProved(Codes.Of(kind)));
    }

    /// <summary>The organization turned out to be this one of the directory.</summary>
    public void Recognize(Actor actor, Instant now, Organization organization)
    {
        if (!actor.Can(ProspectPermissions.Work, PartnershipId) && actor.Link is null) throw new Refusal("access.not-allowed");
        (OrganizationId, Name, NameKey) = (organization.Id, organization.ShownName, Directory.NameKey.Of(organization.ShownName));
        (Sector, Town) = (organization.Sector, organization.City ?? Town);
        Log(actor, now, new ProspectDescribed());
    }

    /// <summary>Somebody there, by their link, says what is wrong with their organization's entry. Not put right before one of us has seen it.</summary>
    public Contact Suggest(Actor holder, Instant now, LocalDate today, string words)
    {
        if (holder.Link is not { } link || link.PartnershipId != PartnershipId) throw new Refusal("access.not-allowed");
        if (NextContactOn is null) (NextContactOn, NextContactBy) = (today, AddedBy);
        Log(holder, now, new ProspectContacted(Codes.Of(ContactWay.Other)));
        return Contact.Of(this, holder, now, today, new(today, ContactWay.Other, Note: words));
    }

    /// <summary>Somebody else is the one to write to.</summary>
    internal void Redirect(string name, string email) => (ContactName, ContactEmail) = (name, email);

    /// <summary>Nothing of the person stays: name, address, who knows them.</summary>
    internal void Forget(Guid person, string? email)
    {
        if (NextContactBy == person) NextContactBy = null;
        if (KnownById == person) (KnownById, KnownBy) = (null, null);
        if (email is not null && Folded.Of(ContactEmail) == Folded.Of(email)) (ContactName, ContactEmail) = (null, null);
    }

    internal static string? EmailOrNone(string? typed, string input) =>
        string.IsNullOrWhiteSpace(typed) ? null : EmailAddress.Cleaned(typed) ?? throw new Refusal("prospects.email-wrong", input);
}
