using Microsoft.EntityFrameworkCore;
using Roundtable.Decisions;
using Roundtable.Directory;
using Roundtable.Partnerships;
using Roundtable.Platform.Access;
using Roundtable.Platform.Data;

namespace Roundtable.Vision;

/// <summary>How far vision processes are, in one statement for all partnerships in view.</summary>
public static class VisionNowQueries
{
    /// <summary>The latest process of each partnership that was not ended without a vision.</summary>
    public static async Task<IReadOnlyList<VisionNow>> VisionNow(this RoundtableDb db, Actor actor, params IReadOnlyCollection<Guid> partnerships)
    {
        var (those, cards) = (partnerships.ToArray(), db.Cards);
        // Processes and the organizations they ask in one flat answer: SQLite cannot put one list inside another here.
        var found = await (from p in db.VisionProcesses.IgnoreAutoIncludes().AsNoTracking().VisibleTo(actor).Where(p => those.Contains(p.PartnershipId) && p.Stage != VisionStage.Ended)
                           join a in db.AskedSeats on p.Id equals a.ProcessId
                           join s in db.Seats.IgnoreAutoIncludes() on a.SeatId equals s.Id
                           join o in db.Organizations on s.OrganizationId equals o.Id
                           where s.State == SeatState.Seated
                           orderby p.Number, s.Number
                           select new
                           {
                               Process = p,
                               Heard = new Heard
                               {
                                   SeatId = s.Id, Number = s.Number, Name = o.ShownName, HasAnsweredUnnamed = a.HasAnsweredUnnamed, RemindedOn = a.RemindedOn,
                                   Cards = cards.Count(c => c.ProcessId == p.Id && c.SeatId == s.Id && c.TakenBackAt == null),
                               },
                           }).ToListAsync();
        return [.. found.GroupBy(f => f.Process.PartnershipId).Select(g => (Latest: g.GroupBy(f => f.Process.Number).MaxBy(n => n.Key)!.ToList(), HasVision: g.Any(f => f.Process.Stage is VisionStage.Adopted)))
            .Select(g => new VisionNow(g.Latest[0].Process, [.. g.Latest.Select(f => f.Heard)], g.HasVision))];
    }

    /// <summary>The same for one process, whatever its stage.</summary>
    public static async Task<IReadOnlyList<Heard>> Heard(this RoundtableDb db, Actor actor, VisionProcess process)
    {
        var (seats, cards) = (db.Seats.IgnoreAutoIncludes(), db.Cards);
        return await (from a in db.AskedSeats.In(actor)
                      join s in seats on a.SeatId equals s.Id
                      join o in db.Organizations on s.OrganizationId equals o.Id
                      where a.ProcessId == process.Id && s.State == SeatState.Seated
                      orderby s.Number
                      select new Heard
                      {
                          SeatId = s.Id, Number = s.Number, Name = o.ShownName, HasAnsweredUnnamed = a.HasAnsweredUnnamed, RemindedOn = a.RemindedOn,
                          Cards = cards.Count(c => c.ProcessId == process.Id && c.SeatId == s.Id && c.TakenBackAt == null),
                      }).ToListAsync();
    }

    /// <summary>How many cards lie on each board, by organization; those without a name have none.</summary>
    public static async Task<IReadOnlyList<BoardCount>> BoardCounts(this RoundtableDb db, Actor actor, VisionProcess process) =>
        await db.Cards.VisibleTo(actor).Of(process).OnBoard().GroupBy(c => new { c.Board, c.SeatId }).Select(g => new BoardCount(g.Key.Board, g.Key.SeatId, g.Count())).ToListAsync();

    /// <summary>How often each organization voted about this vision and said something to its wording, in one statement.</summary>
    public static async Task<IReadOnlyList<VoiceCount>> Voices(this RoundtableDb db, Actor actor, VisionProcess process)
    {
        var (statements, rounds) = (db.Statements.Where(s => s.ProcessId == process.Id), db.WordingRounds.IgnoreAutoIncludes().Where(r => r.ProcessId == process.Id));
        var motions = db.Motions.IgnoreAutoIncludes().VisibleTo(actor).Where(m => m.PartnershipId == process.PartnershipId && (m.SubjectId == process.Id || statements.Any(s => s.Id == m.SubjectId)));
        var votes = db.Ballots.In(actor).Where(b => b.ReplacedAt == null && motions.Any(m => m.Id == b.MotionId)).Select(b => new { b.SeatId, IsVote = true });
        var comments = db.StatementComments.In(actor).Where(c => c.ProcessId == process.Id).Select(c => new { c.SeatId, IsVote = false });
        var answers = db.Set<WordingAnswer>().In(actor).Where(a => a.Said != null && rounds.Any(r => r.Id == a.RoundId)).Select(a => new { a.SeatId, IsVote = false });
        return await votes.Concat(comments).Concat(answers).GroupBy(v => new { v.SeatId, v.IsVote }).Select(g => new VoiceCount(g.Key.SeatId, g.Key.IsVote, g.Count())).ToListAsync();
    }

    /// <summary>Cards with the names of their organizations, in the order of a board: by organization, then as they came.</summary>
    public static IQueryable<CardView> Shown(this IQueryable<Card> cards, RoundtableDb db) =>
        from c in cards
        join s in db.Seats.IgnoreAutoIncludes() on c.SeatId equals (Guid?)s.Id into seated
        from s in seated.DefaultIfEmpty()
        join o in db.Organizations on s.OrganizationId equals o.Id into named
        from o in named.DefaultIfEmpty()
        orderby c.Board, c.SeatId == null, o.ShownName, c.Number
        select new CardView { Card = c, Organization = o == null ? null : o.ShownName, SeatNumber = s == null ? null : s.Number };
}

/// <param name="SeatId">None for cards without a name.</param>
public sealed record BoardCount(Board Board, Guid? SeatId, int Cards);

/// <summary>How often an organization spoke in one way.</summary>
/// <param name="IsVote">Ballots and dots that count; else comments and answers to a wording.</param>
public sealed record VoiceCount(Guid SeatId, bool IsVote, int Count);

/// <summary>A card and whose it is.</summary>
public sealed record CardView
{
    public required Card Card { get; init; }

    /// <summary>None for a card without a name.</summary>
    public required string? Organization { get; init; }
    public required int? SeatNumber { get; init; }
}
