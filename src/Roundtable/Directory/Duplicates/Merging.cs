using NodaTime;
using Roundtable.Platform;
using Roundtable.Platform.Access;
using Roundtable.Platform.Data;

namespace Roundtable.Directory.Duplicates;

/// <summary>That a person made one entry of two, with all it takes to make two of it again.</summary>
public sealed class Merging : Record
{
    private Merging() { }

    public Guid PairId { get; private init; }
    public Guid KeptId { get; private init; }
    public Guid AwayId { get; private init; }
    public Instant MergedAt { get; private init; }
    public Instant? ApartAt { get; private set; }

    /// <summary>Whether the one that went was no longer listed even then; the same of the kept one.</summary>
    public Instant? AwayUnlisted { get; private init; }
    public Instant? KeptUnlisted { get; private init; }

    /// <summary>JSON of <see cref="MovedParts"/> and of the kept one's facts before.</summary>
    public string Moved { get; private init; } = "";
    public string KeptFacts { get; private init; } = "";

    /// <exception cref="Refusal">Not an administrator, decided already, or one of them was merged meanwhile.</exception>
    internal static Merging Of(Actor actor, Instant now, DuplicatePair pair, Organization kept, Organization away, string moved, string keptFacts)
    {
        if (kept.MergedInto is not null || away.MergedInto is not null) throw new Refusal("duplicates.merged-elsewhere");
        pair.Merge(actor, now);
        var merging = new Merging
        {
            PairId = pair.Id, KeptId = kept.Id, AwayId = away.Id, MergedAt = now, AwayUnlisted = away.NoLongerListed, KeptUnlisted = kept.NoLongerListed, Moved = moved, KeptFacts = keptFacts,
        };
        merging.Log(actor, now, new OrganizationsMerged(kept.Id, away.Id));
        return merging;
    }

    /// <exception cref="Refusal">Not an administrator, apart already, or the kept one went into a third meanwhile.</exception>
    internal void TakeApart(Actor actor, Instant now, DuplicatePair pair, Organization kept)
    {
        if (!actor.IsAdministrator) throw new Refusal("access.not-allowed");
        if (ApartAt is not null) throw new Refusal("duplicates.apart-already");
        if (kept.MergedInto is not null) throw new Refusal("duplicates.kept-merged", null, kept.ShownName);
        ApartAt = now;
        pair.TakeApart(now);
        Log(actor, now, new OrganizationsTakenApart(KeptId, AwayId));
    }
}

/// <summary>What went from one entry to the other.</summary>
/// <param name="Services">Ids of the services and places it had.</param>
/// <param name="References">Records of other capabilities that referred to it, by who keeps them.</param>
internal sealed record MovedParts(IReadOnlyList<MovedListing> Listings, IReadOnlyList<MovedIdentifier> Identifiers, IReadOnlyList<MovedIdentifier> Shared,
    IReadOnlyList<Guid> Services, IReadOnlyList<Guid> Locations, IReadOnlyDictionary<string, IReadOnlyList<Guid>> References);

internal sealed record MovedListing(string Source, string Key, string? Body, int ChangedBy);
internal sealed record MovedIdentifier(Scheme Scheme, string Value);
