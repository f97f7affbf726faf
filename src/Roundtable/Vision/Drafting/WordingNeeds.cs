using Microsoft.EntityFrameworkCore;
using NodaTime;
using Roundtable.Decisions;
using Roundtable.Partnerships;
using Roundtable.Platform.Access;

namespace Roundtable.Vision;

/// <summary>What the wording and the adopted vision ask of a person: their organization's answer, the next draft, a later adoption. One statement.</summary>
public sealed class WordingNeeds : INeedsSource
{
    public async Task<IReadOnlyList<Need>> For(NeedsView view)
    {
        var here = view.Partnerships.ToDictionary(p => p.Id);
        var mine = view.Actor.Standings.Where(s => here.ContainsKey(s.PartnershipId) && s.SeatId is not null && PartnershipPermissions.SpeakFor.Roles.Contains(s.Role)).Select(s => s.SeatId!.Value).Distinct().ToArray();
        var voting = view.Table.Where(s => !s.IsObserver && view.Actor.VotesFor(s.PartnershipId, s.Id)).Select(s => s.Id).ToArray();
        var running = here.Keys.Where(p => view.Actor.Can(VisionPermissions.Run, p)).ToArray();
        if (mine.Length + running.Length == 0) return [];
        var (ids, now, db, needs) = (here.Keys.ToArray(), view.Now, view.Db, new List<Need>());
        var (all, drafts) = (db.WordingRounds.IgnoreAutoIncludes(), db.Statements);
        var rounds = from r in db.WordingRounds.IgnoreAutoIncludes().AsNoTracking()
                     join p in db.VisionProcesses.IgnoreAutoIncludes() on r.ProcessId equals p.Id
                     join s in db.Statements on r.StatementId equals s.Id
                     where ids.Contains(r.PartnershipId) && p.Stage == VisionStage.Drafting
                     select new
                     {
                         r.PartnershipId, r.ClosesOn, Process = p.Number, s.Edition, IsOpen = r.ClosedAt == null && r.ClosesAt > now, IsLatest = !all.Any(o => o.ProcessId == r.ProcessId && o.Number > r.Number),
                         HasNext = drafts.Any(n => n.ProcessId == r.ProcessId && n.WrittenAt > r.OpenedAt), Mine = r.Answers.Count(x => x.Said == null && mine.Contains(x.SeatId)), Answered = r.Answers.Count(x => x.Said != null), Asked = r.Answers.Count,
                     };
        foreach (var r in await rounds.Where(r => r.IsLatest).ToListAsync())
        {
            var p = here[r.PartnershipId];
            if (r.IsOpen && r.Mine > 0)
                needs.Add(new(p.Id, new("drafts.need.wording", r.Edition), new("drafts.need.wording.detail", r.ClosesOn), new("drafts.need.wording.act"), DraftUrls.Rounds(p, r.Process), r.ClosesOn <= p.Today(now).PlusDays(1) ? 1 : 2, r.ClosesOn, DraftUrls.WordingStep));
            if (!r.IsOpen && !r.HasNext && running.Contains(p.Id))
                needs.Add(new(p.Id, new("drafts.need.next"), new("drafts.need.next.detail", r.Answered, r.Asked), new("drafts.need.next.act"), DraftUrls.Rounds(p, r.Process), 3));
        }
        if (voting.Length == 0) return needs;
        var late = await db.AdoptedVisions.IgnoreAutoIncludes().Where(v => ids.Contains(v.PartnershipId) && v.ReplacedOn == null)
            .Join(db.Seats.IgnoreAutoIncludes().Where(s => voting.Contains(s.Id)), v => v.PartnershipId, s => s.PartnershipId, (v, s) => new { s.Id, Has = v.Adoptions.Any(x => x.SeatId == s.Id) }).Where(s => !s.Has).Select(s => s.Id).ToListAsync();
        foreach (var seat in view.Table.Where(s => late.Contains(s.Id)))
            needs.Add(new(seat.PartnershipId, new("adopted.need.late", seat.Name), new("adopted.need.late.detail"), new("adopted.need.late.act"), DraftUrls.Adoption(here[seat.PartnershipId]), 6, Step: DraftUrls.AdoptionStep));
        return needs;
    }
}
