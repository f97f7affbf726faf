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
        var (ids, now, db) = (here.Keys.ToArray(), view.Now, view.Db);
        var (rounds, processes, statements, visions) = (db.WordingRounds.IgnoreAutoIncludes(), db.VisionProcesses.IgnoreAutoIncludes(), db.Statements, db.AdoptedVisions.IgnoreAutoIncludes());
        var found = await db.Partnerships.AsNoTracking().Where(p => ids.Contains(p.Id)).Select(p => new
        {
            p.Id,
            Open = rounds.Where(r => r.PartnershipId == p.Id && r.ClosedAt == null && r.ClosesAt > now && r.Answers.Any(a => a.Said == null && mine.Contains(a.SeatId)))
                .Select(r => new { r.ClosesOn, Process = processes.Where(v => v.Id == r.ProcessId).Select(v => v.Number).First(), Edition = statements.Where(s => s.Id == r.StatementId).Select(s => s.Edition).First() }).FirstOrDefault(),
            Over = rounds.Where(r => r.PartnershipId == p.Id && running.Contains(p.Id) && (r.ClosedAt != null || r.ClosesAt <= now)
                    && processes.Any(v => v.Id == r.ProcessId && v.Stage == VisionStage.Drafting) && !statements.Any(s => s.ProcessId == r.ProcessId && s.WrittenAt > r.OpenedAt) && !rounds.Any(o => o.ProcessId == r.ProcessId && o.Number > r.Number))
                .Select(r => new { Process = processes.Where(v => v.Id == r.ProcessId).Select(v => v.Number).First(), Answered = r.Answers.Count(a => a.Said != null), Asked = r.Answers.Count }).FirstOrDefault(),
            Vision = visions.Where(v => v.PartnershipId == p.Id && v.ReplacedOn == null).Select(v => new { Said = v.Adoptions.Where(a => voting.Contains(a.SeatId)).Select(a => a.SeatId).ToList() }).FirstOrDefault(),
        }).AsSingleQuery().ToListAsync();
        var needs = new List<Need>();
        foreach (var one in found)
        {
            var p = here[one.Id];
            if (one.Open is { } open)
                needs.Add(new(p.Id, new("drafts.need.wording", open.Edition), new("drafts.need.wording.detail", open.ClosesOn), new("drafts.need.wording.act"), DraftUrls.Rounds(p, open.Process), open.ClosesOn <= p.Today(now).PlusDays(1) ? 1 : 2, open.ClosesOn, DraftUrls.WordingStep));
            if (one.Over is { } over)
                needs.Add(new(p.Id, new("drafts.need.next"), new("drafts.need.next.detail", over.Answered, over.Asked), new("drafts.need.next.act"), DraftUrls.Rounds(p, over.Process), 3));
            if (one.Vision is { } vision && view.Table.FirstOrDefault(s => s.PartnershipId == p.Id && voting.Contains(s.Id) && !vision.Said.Contains(s.Id)) is { } late)
                needs.Add(new(p.Id, new("adopted.need.late", late.Name), new("adopted.need.late.detail"), new("adopted.need.late.act"), DraftUrls.Adoption(p), 6, Step: DraftUrls.AdoptionStep));
        }
        return needs;
    }
}
