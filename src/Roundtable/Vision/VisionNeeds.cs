using Roundtable.Partnerships;
using Roundtable.Platform.Access;

namespace Roundtable.Vision;

/// <summary>What a vision process asks of people: ideas of an organization that has given none, and the next step of whoever runs it.</summary>
public sealed class VisionNeeds : INeedsSource
{
    public async Task<IReadOnlyList<Need>> For(NeedsView view)
    {
        var needs = new List<Need>();
        if (view.Partnerships.Count == 0) return needs;
        foreach (var now in await view.Db.VisionNow(view.Actor, [.. view.Partnerships.Select(p => p.Id)]))
        {
            var (partnership, process) = (view.Partnerships.First(p => p.Id == now.Process.PartnershipId), now.Process);
            var today = partnership.Today(view.Now);
            if (process.IsTaking(today))
                foreach (var own in now.Silent.Where(s => view.Actor.SpeaksForSeat(partnership.Id, s.SeatId)))
                    needs.Add(new(partnership.Id, new("vision.need.cards", own.Name), new("vision.need.cards.detail", process.ClosesOn), new("vision.need.cards.act"),
                        VisionUrls.Board(partnership, process.Number, Board.Needs), 3, process.ClosesOn, VisionUrls.Me));
            if (view.Actor.Can(VisionPermissions.Run, partnership.Id) && Running(partnership, now, today) is { } step) needs.Add(step);
        }
        return needs;
    }

    private static Need? Running(Partnership partnership, VisionNow now, NodaTime.LocalDate today) => now.Process switch
    {
        { Stage: VisionStage.Preparing } p when p.OpensOn <= today =>
            new(partnership.Id, new("vision.need.open"), new("vision.need.open.detail", p.OpensOn), new("vision.need.open.act"), VisionUrls.One(partnership, p.Number), 4, p.OpensOn),
        { Stage: VisionStage.Collecting } p when p.ClosesOn < today =>
            new(partnership.Id, new("vision.need.close"), new("vision.need.close.detail", p.ClosesOn), new("vision.need.close.act"), VisionUrls.One(partnership, p.Number), 2, p.ClosesOn),
        { Stage: VisionStage.Collecting } p when p.ClosesOn <= today.PlusDays(3) && now.Silent.Count > 0 =>
            new(partnership.Id, new("vision.need.silent", now.Silent.Count), new("vision.need.silent.detail", p.ClosesOn), new("vision.need.silent.act"), VisionUrls.Start(partnership), 4, p.ClosesOn),
        _ => null,
    };
}
