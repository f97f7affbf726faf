using Microsoft.EntityFrameworkCore;
using Roundtable.Partnerships;
using Roundtable.Platform.Access;
using Roundtable.Platform.Data;

namespace Roundtable.Vision;

/// <summary>Step 3 and the first requirement: how many organizations have adopted the vision, with how many reservations.</summary>
public sealed class VisionAdopted(JourneyPart part) : JourneyRule
{
    private static readonly VisionSource source = new();

    public override JourneyPart Part => part;

    public override async Task<Finding> Evaluate(JourneyView view)
    {
        var vision = view.Vision.IsKnown ? view.Vision.Vision : await source.Current(view.Db, view.Actor, view.Partnership, view.Table);
        if (vision is null) return new(0, 0, new(""));
        return new(vision.Have, vision.Of, vision.Reservations > 0 ? new("adopted.proof.reserved", vision.Reservations, vision.Have, vision.Of) : new("adopted.proof", vision.Have, vision.Of),
            vision.Have < vision.Of ? new("adopted.gap") : null, vision.Href);
    }
}

/// <summary>The adopted vision for the partnership's home, counted over the organizations that sit at the table today.</summary>
public sealed class VisionSource : IVisionSource
{
    public async Task<VisionShown?> Current(RoundtableDb db, Actor actor, Partnership partnership, IReadOnlyList<SeatView> table)
    {
        var vision = await db.AdoptedVisions.IgnoreAutoIncludes().AsNoTracking().VisibleTo(actor).Of(partnership).Current().OrderByDescending(v => v.Number)
            .Select(v => new { v.Text, v.AdoptedOn, Said = v.Adoptions.Where(a => a.Said == AdoptionSaid.Adopted || a.Said == AdoptionSaid.WithReservation).Select(a => new { a.SeatId, a.Said }).ToList() })
            .AsSingleQuery().FirstOrDefaultAsync();
        if (vision is null) return null;
        var members = table.Where(s => !s.IsObserver).Select(s => s.Id).ToHashSet();
        var (have, reserved) = (vision.Said.Count(s => members.Contains(s.SeatId)), vision.Said.Count(s => s.Said is AdoptionSaid.WithReservation && members.Contains(s.SeatId)));
        return new(vision.Text, vision.AdoptedOn, have, members.Count, reserved, DraftUrls.Adopted(partnership))
        {
            Adopted = reserved > 0 ? new("adopted.by.reserved", reserved, have, members.Count, vision.AdoptedOn) : new("adopted.by", have, members.Count, vision.AdoptedOn),
        };
    }
}
