using System.Collections.Concurrent;
using NodaTime;
using Roundtable.Platform.Access;

namespace Roundtable.Partnerships;

/// <summary>
/// Where something waits for a person, for the counts beside the workspace's words. Known from the last time somebody asked what needs
/// them (their home, the start page), so that no other page asks the database again. Forgotten when the person acts.
/// </summary>
public sealed class Waiting
{
    private static readonly Duration Remembered = Duration.FromMinutes(10);
    private readonly ConcurrentDictionary<(Guid Person, Guid Partnership), (Instant At, IReadOnlyList<string> Hrefs)> known = [];

    /// <summary>Addresses of what waits; none when nobody asked lately.</summary>
    public IReadOnlyList<string> For(Actor actor, Guid partnership, Instant now) =>
        actor.PersonId is { } person && known.TryGetValue((person, partnership), out var k) && now - k.At < Remembered && now >= k.At ? k.Hrefs : [];

    public void Forget(Actor actor, Guid partnership)
    {
        if (actor.PersonId is { } person) known.TryRemove((person, partnership), out _);
    }

    internal void Know(NeedsView view, IReadOnlyList<Need> needs)
    {
        foreach (var old in known.Where(k => view.Now - k.Value.At >= Remembered)) known.TryRemove(old);
        foreach (var partnership in view.Partnerships) Know(view.Actor, partnership.Id, needs, view.Now);
    }

    internal void Know(Actor actor, Guid partnership, IReadOnlyList<Need> needs, Instant now)
    {
        if (actor.PersonId is { } person) known[(person, partnership)] = (now, [.. needs.Where(n => n.PartnershipId == partnership).Select(n => n.Href)]);
    }
}
