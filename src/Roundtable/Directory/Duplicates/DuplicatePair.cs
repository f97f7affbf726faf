using NodaTime;
using Roundtable.Platform;
using Roundtable.Platform.Access;
using Roundtable.Platform.Data;

namespace Roundtable.Directory.Duplicates;

/// <summary>What a person said about a pair.</summary>
public enum PairState { Open, Different, Merged }

/// <summary>Two entries of the directory that may be the same body. A person says whether they are; what was said is kept and never asked again.</summary>
public sealed class DuplicatePair : Record
{
    public static readonly Duration PutOff = Duration.FromDays(30);

    private DuplicatePair() { }

    /// <summary>The one that would stay.</summary>
    public Guid KeptId { get; private init; }
    public Guid OtherId { get; private init; }
    public double Likeness { get; private set; }

    /// <summary>Codes of <see cref="LikeReason"/> with a blank between.</summary>
    public string Reasons { get; private set; } = "";
    public PairState State { get; private set; }
    public Instant FoundAt { get; private init; }
    public Instant? DecidedAt { get; private set; }

    /// <summary>Somebody wants to think about it until then.</summary>
    public Instant? LaterUntil { get; private set; }

    public IEnumerable<LikeReason> ReasonsWhy => Reasons.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(r => Codes.Read<LikeReason>(r)!.Value);

    /// <summary>Lists of libraries, colleges and governments describe a body better than the tax office, a list better than what somebody typed once.</summary>
    public static DuplicatePair Suggest(Organization a, Organization b, Likeness likeness, Instant now)
    {
        var (kept, other) = (Standing(a), a.Number).CompareTo((Standing(b), b.Number)) <= 0 ? (a, b) : (b, a);
        return new() { KeptId = kept.Id, OtherId = other.Id, Likeness = likeness.Score, Reasons = string.Join(' ', likeness.Reasons.Select(Codes.Of)), FoundAt = now };
    }

    /// <summary>They are two bodies.</summary>
    /// <exception cref="Refusal">Not an administrator, or decided already.</exception>
    public void Differ(Actor actor, Instant now)
    {
        MustBeOpen(actor);
        (State, DecidedAt) = (PairState.Different, now);
        Log(actor, now, new OrganizationsDiffer(KeptId, OtherId));
    }

    /// <inheritdoc cref="Differ"/>
    public void AskLater(Actor actor, Instant now)
    {
        MustBeOpen(actor);
        LaterUntil = now + PutOff;
    }

    /// <inheritdoc cref="Differ"/>
    internal void Merge(Actor actor, Instant now)
    {
        MustBeOpen(actor);
        (State, DecidedAt) = (PairState.Merged, now);
    }

    /// <summary>Merged by mistake: they are two after all.</summary>
    internal void TakeApart(Instant now) => (State, DecidedAt) = (PairState.Different, now);

    private static int Standing(Organization o) => o.ListedIn switch { null => 2, "irs-bmf" or "organizations" => 1, _ => 0 };

    private void MustBeOpen(Actor actor)
    {
        if (!actor.IsAdministrator) throw new Refusal("access.not-allowed");
        if (State is not PairState.Open) throw new Refusal("duplicates.decided");
    }
}
