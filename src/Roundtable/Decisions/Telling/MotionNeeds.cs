using Microsoft.EntityFrameworkCore;
using NodaTime;
using Roundtable.Partnerships;
using Roundtable.Platform.Access;

namespace Roundtable.Decisions;

/// <summary>
/// What motions ask of a person: the answer of their organization or of one that entrusted its own, to open what is prepared, to write
/// down what follows. One statement for all partnerships.
/// </summary>
public sealed class MotionNeeds : INeedsSource
{
    /// <summary>For so long after a decision its owner is asked what follows.</summary>
    public static readonly Duration Asked = Duration.FromDays(30);

    public async Task<IReadOnlyList<Need>> For(NeedsView view)
    {
        var here = view.Partnerships.ToDictionary(p => p.Id);
        var mine = view.Actor.Standings.Where(s => here.ContainsKey(s.PartnershipId) && s.SeatId is not null).ToList();
        var voting = mine.Where(s => view.Actor.VotesFor(s.PartnershipId, s.SeatId!.Value)).Select(s => s.SeatId!.Value).Distinct().ToArray();
        var speaking = mine.Where(s => PartnershipPermissions.SpeakFor.Roles.Contains(s.Role)).Select(s => s.SeatId!.Value).Distinct().ToArray();
        var keeping = here.Keys.Where(p => view.Actor.Can(DecisionPermissions.KeepProcess, p)).ToArray();
        if (voting.Length + speaking.Length + keeping.Length == 0) return [];
        var lately = view.Now - Asked;
        var found = await view.Db.Motions.AsNoTracking().IgnoreAutoIncludes().VisibleTo(view.Actor).Where(m => here.Keys.Contains(m.PartnershipId)
                && (m.State == MotionState.Open || m.State == MotionState.Ratifying
                    || (m.State == MotionState.Prepared || m.State == MotionState.Decided && m.Outcome == null && m.EndedAt > lately && (m.Result == MotionResult.Adopted || m.Result == MotionResult.Ordered))
                        && (m.OwnerSeatId == null ? keeping.Contains(m.PartnershipId) : speaking.Contains(m.OwnerSeatId.Value))))
            .Select(m => new MotionRow(m.PartnershipId, m.Number, m.Title, m.State, m.OwnerSeatId == null && !m.IsSenseCheck && m.Form != BallotForm.Dots && m.Form != BallotForm.Ranking, m.ClosesAt, m.Roll.Where(r => r.RecusedAt == null && !r.HasLeft && !r.HasAnswered
                    && (voting.Contains(r.SeatId) || r.ProxySeatId != null && voting.Contains(r.ProxySeatId.Value)))
                .Select(r => new EntryRow(r.SeatId, r.RatifiesOn, r.RatifiesBy, r.RatifiedBy)).ToList()))
            .AsSingleQuery().ToListAsync();
        return [.. found.OrderBy(m => m.Number).SelectMany(m => m.State switch
        {
            MotionState.Prepared when m.NeedsOwner && view.Actor.Is(Role.Facilitator, m.PartnershipId) => [],
            MotionState.Prepared => [new(m.PartnershipId, new("decisions.need.open", m.Title), new("decisions.need.open.detail"), new("decisions.need.open.act"), DecisionUrls.Motion(here[m.PartnershipId], m.Number), 3)],
            MotionState.Decided => [new(m.PartnershipId, new("decisions.need.outcome", m.Title), new("decisions.need.outcome.detail"), new("decisions.need.outcome.act"), DecisionUrls.Motion(here[m.PartnershipId], m.Number), 5)],
            _ => m.Entries.Select(e => ToAnswer(view, here[m.PartnershipId], m, e, voting.Contains(e.SeatId))).OfType<Need>(),
        })];
    }

    // Whoever waits for a board is asked on its day.
    private static Need? ToAnswer(NeedsView view, Partnership p, MotionRow motion, EntryRow entry, bool isOwn)
    {
        var (today, seat) = (p.Today(view.Now), view.Table.FirstOrDefault(s => s.Id == entry.SeatId));
        // The page asks for the own seat first.
        var which = isOwn || seat is null ? "" : $"?for={seat.Number}";
        var (href, step) = ($"{DecisionUrls.Ballot(p, motion.Number)}{which}", $"{DecisionUrls.Step(motion.Number)}{which}");
        if (entry.RatifiesOn > today || view.Now >= motion.ClosesAt && !(entry.RatifiesBy > view.Now)) return null;
        var detail = seat is null ? null : new Sentence(isOwn ? "decisions.need.vote.for" : "decisions.need.vote.entrusted", seat.Name);
        if (entry.RatifiesOn is { } day) return new(p.Id, new("decisions.need.board", entry.RatifiedBy!, motion.Title), detail, new("decisions.need.vote.act"), href, 0, day, step);
        var last = p.Today(motion.ClosesAt!.Value - Duration.FromMinutes(1));
        return new(p.Id, new("decisions.need.vote", last, motion.Title), detail, new("decisions.need.vote.act"), href, last <= today.PlusDays(2) ? 1 : 2, last, step);
    }

    /// <param name="NeedsOwner">Only an organization can open it.</param>
    private sealed record MotionRow(Guid PartnershipId, int Number, string Title, MotionState State, bool NeedsOwner, Instant? ClosesAt, List<EntryRow> Entries);
    private sealed record EntryRow(Guid SeatId, LocalDate? RatifiesOn, Instant? RatifiesBy, string? RatifiedBy);
}
