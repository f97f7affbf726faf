using NodaTime;
using Roundtable.Platform;
using Roundtable.Platform.Access;
using Roundtable.Platform.Data;

namespace Roundtable.Partnerships;

/// <summary>How somebody was in touch.</summary>
public enum ContactWay { Phone, Mail, Meeting, Letter, Other }

/// <summary>One time that somebody of ours spoke or wrote with a prospect, so that the next one knows.</summary>
public sealed class Contact : PartnershipRecord
{
    private Contact() { }

    public Guid ProspectId { get; private init; }
    public LocalDate On { get; private init; }

    /// <summary>Whom we spoke with.</summary>
    public string? With { get; private set; }
    public ContactWay How { get; private init; }
    public string? Note { get; private init; }
    public Guid? ById { get; private init; }
    public Instant WrittenAt { get; private init; }

    internal static Contact Of(Prospect prospect, Actor actor, Instant now, LocalDate today, ContactFacts facts)
    {
        if (facts.On > today) throw new Refusal("prospects.date-future", "On");
        if (facts.On < today.PlusYears(-20)) throw new Refusal("prospects.date-wrong", "On");
        return new Contact
        {
            PartnershipId = prospect.PartnershipId, ProspectId = prospect.Id, On = facts.On, How = facts.How, ById = actor.PersonId, WrittenAt = now,
            With = Words.OneOrNone(facts.With, "With", 200), Note = Words.Many(facts.Note, "Note", 2000),
        };
    }

    internal void ForgetName() => With = null;
}

/// <summary>What somebody writes down after being in touch.</summary>
public sealed record ContactFacts(LocalDate On, ContactWay How, string? With = null, string? Note = null, LocalDate? NextContactOn = null);
