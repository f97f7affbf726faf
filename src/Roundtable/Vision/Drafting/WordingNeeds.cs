using Microsoft.EntityFrameworkCore;
using NodaTime;
using Roundtable.Decisions;
using Roundtable.Partnerships;
using Roundtable.Platform.Access;

namespace Roundtable.Vision;

/// <summary>What the wording and the adopted vision ask of a person: their organization's answer, the next draft, a later adoption.</summary>
public sealed class WordingNeeds : INeedsSource
{
    public async Task<IReadOnlyList<Need>> For(NeedsView view)
    {
        var here = view.Partnerships.ToDictionary(p => p.Id);
        var mine = view.Actor.Standings.Where(s => here.ContainsKey(s.PartnershipId) && s.SeatId is not null && PartnershipPermissions.SpeakFor.Roles.Contains(s.Role)).Select(s => s.SeatId!.Value).Distinct().ToArray();
        var votes = view.Actor.Standings.Where(s => here.ContainsKey(s.PartnershipId) && s.SeatId is { } seat && view.Actor.VotesFor(s.PartnershipId, seat)).Select(s => (s.PartnershipId, SeatId: s.SeatId!.Value)).Distinct().ToList();
        var voting = votes.Select(v => v.SeatId).ToArray();
        var running = here.Keys.Where(p => view.Actor.Can(VisionPermissions.Run, p)).ToArray();
        if (mine.Length + running.Length == 0) return [];
        var (now, db, needs) = (view.Now, view.Db, new List<Need>());
        foreach (var open in mine.Length == 0 ? [] : await db.RoundsToAnswer(mine, now).ToListAsync())
        {
            if (!here.TryGetValue(open.Partnership, out var p)) continue;
            needs.Add(new(p.Id, new("drafts.need.wording", open.Edition), new("drafts.need.wording.detail", open.ClosesOn), new("drafts.need.wording.act"), DraftUrls.Rounds(p, open.Process), open.ClosesOn <= p.Today(now).PlusDays(1) ? 1 : 2, open.ClosesOn, DraftUrls.WordingStep));
        }
        foreach (var over in running.Length == 0 ? [] : await db.RoundsToRead(running, now).ToListAsync())
            needs.Add(new(over.Partnership, new("drafts.need.next"), new("drafts.need.next.detail", over.Answered, over.Asked), new("drafts.need.next.act"), DraftUrls.Rounds(here[over.Partnership], over.Process), 3));
        if (voting.Length == 0) return needs;
        var (at, visions) = (votes.Select(v => v.PartnershipId).Distinct().ToArray(), db.AdoptedVisions.IgnoreAutoIncludes());
        var standing = await visions.Where(v => at.Contains(v.PartnershipId) && v.ReplacedOn == null).Select(v => new { v.PartnershipId, Said = v.Adoptions.Where(a => voting.Contains(a.SeatId)).Select(a => a.SeatId).ToList() }).AsSingleQuery().ToListAsync();
        foreach (var vision in standing)
            if (votes.Any(v => v.PartnershipId == vision.PartnershipId && !vision.Said.Contains(v.SeatId)))
                needs.Add(new(vision.PartnershipId, new("adopted.need.late"), new("adopted.need.late.detail"), new("adopted.need.late.act"), DraftUrls.Adoption(here[vision.PartnershipId]), 6, Step: DraftUrls.AdoptionStep));
        return needs;
    }
}
