using System.Collections.Concurrent;
using NodaTime;
using Roundtable.Platform.Access;
using Roundtable.Platform.Data;
using Roundtable.Platform.Happenings;

namespace Roundtable.Partnerships;

/// <summary>What a person's home shows of a partnership. Its sentences are keys, so it reads in every language.</summary>
public sealed record HomeView(IReadOnlyList<SeatView> Table, IReadOnlyList<InTalks> Talks, IReadOnlyList<Need> Needs, IReadOnlyList<SetUpTask> SetUp, Journey Journey)
{
    /// <summary>None until a vision is adopted: then the purpose stands in its place.</summary>
    public VisionShown? Vision { get; init; }
}

/// <summary>
/// Homes as they were last read. Whatever changes in a partnership leaves a happening: while the end of its chain has not moved, a home is
/// as it was. What time alone changes, such as a deadline, and what the directory changes is looked at anew each minute.
/// Ten steps and six requirements are many questions; most visits come without anything having happened.
/// </summary>
public sealed class Homes(IEnumerable<JourneyRule> rules, IEnumerable<INeedsSource> sources, IEnumerable<IVisionSource> visions, Waiting waiting)
{
    private const int Most = 1000;
    private static readonly Duration Good = Duration.FromMinutes(1);
    private readonly ConcurrentDictionary<(Guid Person, Guid Partnership), (long End, Instant At, HomeView View)> known = [];

    public async Task<HomeView> Of(RoundtableDb db, Actor actor, Partnership partnership, Instant now)
    {
        var key = (actor.PersonId ?? Guid.Empty, partnership.Id);
        var end = await HappeningLog.EndOf(db, partnership.Id);
        if (known.TryGetValue(key, out var k) && k.End == end && now - k.At < Good && now >= k.At)
        {
            waiting.Know(actor, partnership.Id, k.View.Needs, now);
            return k.View;
        }
        var view = await Read(db, actor, partnership, now);
        if (known.Count >= Most) known.Clear();
        known[key] = (end, now, view);
        return view;
    }

    private async Task<HomeView> Read(RoundtableDb db, Actor actor, Partnership partnership, Instant now)
    {
        var table = await db.Table(actor, partnership.Id);
        var prospects = await db.ProspectsByStage(actor, partnership);
        var aims = await db.CoverageAims(actor, [partnership.Id]);
        var needs = await Needs.For(new(db, actor, [partnership], table, now) { Aims = aims }, sources, waiting);
        VisionShown? vision = null;
        foreach (var source in visions) vision ??= await source.Current(db, actor, partnership, table);
        var journey = await Journey.Of(new(db, actor, partnership, now, table) { Aims = aims.GetValueOrDefault(partnership.Id), Vision = (true, vision) }, rules);
        return new(table, prospects.InTalks, needs, actor.Can(PartnershipPermissions.Convene, partnership.Id) ? SetUp.TasksFor(partnership, table, prospects.Count, prospects.Invited) : [], journey) { Vision = vision };
    }
}
