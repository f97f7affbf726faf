using NodaTime;
using Roundtable.Platform;
using Roundtable.Platform.Access;
using Roundtable.Platform.Data;
using Roundtable.Platform.Text;

namespace Roundtable.Directory.Services;

/// <summary>What an organization does for people: who can use it, where, when, in which languages, for how much, and what to bring.</summary>
public sealed class ServiceOffered : Record, INumbered
{
    public const string ByHand = "by-hand";

    private readonly List<ServiceAtLocation> places = [];
    private readonly List<ServiceTerm> terms = [];

    private ServiceOffered() { }

    public int Number { get; set; }
    public Guid OrganizationId { get; private init; }
    public Organization? Organization { get; private init; }
    public string Source { get; private init; } = ByHand;
    public string Key { get; private init; } = "";
    public string Name { get; private set; } = "";
    public string? Description { get; private set; }
    public ServiceStatus Status { get; private set; }
    public string? Website { get; private set; }
    public string? Email { get; private set; }
    public string? Phone { get; private set; }
    public string? HowToApply { get; private set; }
    public string? Eligibility { get; private set; }
    public IReadOnlyList<CostOption> Costs { get; private set; } = [];
    public string? Languages { get; private set; }
    public IReadOnlyList<string> Documents { get; private set; } = [];
    public IReadOnlyList<Opening> Openings { get; private set; } = [];

    /// <summary>Name and description as searched.</summary>
    public string SearchKey { get; private set; } = "";

    /// <summary>Fields that a person corrected; imports leave them alone.</summary>
    public string Corrected { get; private set; } = "";
    public Instant? CorrectedAt { get; private set; }

    /// <summary>When and by whom it was last said to be right.</summary>
    public LocalDate? AssuredOn { get; private set; }
    public Assurer AssuredBy { get; private set; }

    /// <summary>Changes with every change of it, for those who read it again.</summary>
    public Instant ModifiedAt { get; private set; }

    public IReadOnlyList<ServiceAtLocation> Places => places;

    /// <summary>What it is in the vocabularies of its source, carried through.</summary>
    public IReadOnlyList<ServiceTerm> Terms => terms;
    public IReadOnlyList<string> LanguageCodes => Languages?.Split(' ', StringSplitOptions.RemoveEmptyEntries) ?? [];
    public IReadOnlyList<string> CorrectedFields => Corrected.Split(' ', StringSplitOptions.RemoveEmptyEntries);

    /// <summary>As people read it; many lists write in capitals.</summary>
    public string ShownName => Directory.ShownName.Of(Name);

    /// <summary>Offered to people: open, or closed for a while.</summary>
    public bool IsOffered => Status is ServiceStatus.Active or ServiceStatus.TemporarilyClosed;

    /// <summary>Its words and the names of its languages, each as searched.</summary>
    internal IEnumerable<string> SearchedWords => SearchKey.Split(' ', StringSplitOptions.RemoveEmptyEntries)
        .Concat(terms.Select(t => t.Term?.Name).Concat(TextBook.Languages.SelectMany(l => LanguageCodes.Select(c => LanguageNames.Of(c, TextBook.CultureOf(l))))).SelectMany(NameKey.WordsOf));

    /// <summary>Adds a service to an organization's entry.</summary>
    /// <exception cref="Refusal">Not one of its people, a convener or an administrator; or something that cannot be meant.</exception>
    public static ServiceOffered Offer(Actor actor, Instant now, Organization organization, ServiceEntry entry, IReadOnlyCollection<Location> its)
    {
        actor.MustKeep(organization.Id);
        var right = Checked(entry, its);
        var service = new ServiceOffered { OrganizationId = organization.Id, Key = $"{Ids.New()}", CorrectedAt = now };
        service.Write(right, now);
        (service.AssuredOn, service.AssuredBy) = (now.InUtc().Date, actor.AssurerOf(organization.Id));
        service.Log(actor, now, new ServiceAdded(organization.Id));
        return service;
    }

    /// <summary>Puts right what is wrong. Fields that change are kept as corrected.</summary>
    /// <inheritdoc cref="Offer"/>
    public void Correct(Actor actor, Instant now, ServiceEntry entry, IReadOnlyCollection<Location> its)
    {
        actor.MustKeep(OrganizationId);
        var right = Checked(entry, its);
        var changed = ServiceEntry.Differing(Entry(), right);
        if (changed.Count == 0) throw new Refusal("organization.nothing-changed");
        Write(right, now);
        Corrected = string.Join(' ', CorrectedFields.Union(changed).Order());
        CorrectedAt = now;
        (AssuredOn, AssuredBy) = (now.InUtc().Date, actor.AssurerOf(OrganizationId));
        Log(actor, now, new ServiceCorrected(OrganizationId, changed));
    }

    /// <summary>Somebody who knows says: still right.</summary>
    public void Assure(Actor actor, Instant now)
    {
        actor.MustKeep(OrganizationId);
        (AssuredOn, AssuredBy, ModifiedAt) = (now.InUtc().Date, actor.AssurerOf(OrganizationId), now);
        Log(actor, now, new ServiceAssured(OrganizationId));
    }

    /// <summary>As a form shows it.</summary>
    public ServiceEntry Entry() => new()
    {
        Name = ShownName, Description = Description, Status = Status, Website = Website, Email = Email, Phone = Phone, HowToApply = HowToApply, Eligibility = Eligibility, Costs = Costs,
        Languages = LanguageCodes, Documents = Documents, Openings = Openings, Places = [.. places.Select(p => p.LocationId)],
    };

    internal static ServiceOffered From(Guid organization, string source, string key, ServiceEntry entry, LocalDate? assured, Instant now)
    {
        var service = new ServiceOffered { OrganizationId = organization, Source = source, Key = key, AssuredOn = assured };
        service.Write(entry, now);
        return service;
    }

    /// <summary>Takes what its source now says, except where a person knew better.</summary>
    internal void Take(ServiceEntry entry, LocalDate? assured, Instant now)
    {
        Write(entry.Except(Entry(), CorrectedFields), now);
        if (assured is { } day && (AssuredOn is null || day > AssuredOn)) (AssuredOn, AssuredBy) = (day, Assurer.Source);
    }

    /// <summary>Its source lists it no more: not offered, unless somebody said otherwise.</summary>
    internal void Unlist(Instant now) => Take(Entry() with { Status = ServiceStatus.Inactive }, null, now);

    /// <param name="known">The terms themselves, for one that is not written yet.</param>
    internal void Mean(IEnumerable<Guid> termIds, IReadOnlyDictionary<Guid, Term>? known = null)
    {
        var wanted = termIds.ToHashSet();
        terms.RemoveAll(t => !wanted.Contains(t.TermId));
        terms.AddRange(wanted.Except(terms.Select(t => t.TermId)).ToList().Select(t => new ServiceTerm { ServiceId = Id, TermId = t, Term = known?[t] }));
    }

    internal ServiceBefore Before() => new(Entry(), [.. terms.Select(t => t.TermId)]);

    /// <summary>As it was before an import that is taken back.</summary>
    internal void PutBack(ServiceBefore before, Instant now)
    {
        Take(before.Entry, null, now);
        Mean(before.Terms);
    }

    private void Write(ServiceEntry right, Instant now)
    {
        (Name, Description, Status, Website, Email, Phone) = (right.Name, right.Description, right.Status, right.Website, right.Email, right.Phone);
        (HowToApply, Eligibility, Costs, Documents, Openings) = (right.HowToApply, right.Eligibility, right.Costs, right.Documents, right.Openings);
        Languages = right.Languages.Count == 0 ? null : string.Join(' ', right.Languages);
        places.RemoveAll(p => !right.Places.Contains(p.LocationId));
        places.AddRange(right.Places.Except(places.Select(p => p.LocationId)).ToList().Select(l => ServiceAtLocation.Of(Id, l)));
        SearchKey = NameKey.Of($"{Name} {Description}");
        ModifiedAt = now;
    }

    private static ServiceEntry Checked(ServiceEntry entry, IReadOnlyCollection<Location> its) =>
        entry.Places.All(p => its.Any(l => l.Id == p)) ? entry.Checked() : throw new Refusal("service.place-wrong", "Places");
}
