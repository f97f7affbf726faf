using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Roundtable.Partnerships;
using Roundtable.Platform;
using Roundtable.Platform.Access;
using Roundtable.Platform.Api;
using Roundtable.Platform.Text;
using Roundtable.Platform.Web;

namespace Roundtable.Vision;

/// <summary>The clusters with their cards as a file for spreadsheets.</summary>
public static class ClustersSheetApi
{
    internal static void MapClustersSheet(this IEndpointRouteBuilder app) =>
        app.MapSheet("/w/{partnership}/vision/processes/{number:int}/clusters", Clusters, "The clusters of a vision process, one row for each card.").RequireAuthorization(Policies.Member);

    private static async Task<Sheet> Clusters([AsParameters] Call call, int number, Texts t)
    {
        var here = await call.Here();
        var process = await call.Db.VisionProcesses.VisibleTo(call.Actor).Of(here).Numbered(number) ?? throw new NotFoundException();
        var clusters = await call.Db.Clusters.AsNoTracking().VisibleTo(call.Actor).Of(process).OnBoard().ToDictionaryAsync(c => c.Id);
        var cards = await call.Db.Cards.AsNoTracking().VisibleTo(call.Actor).Of(process).OnBoard().Shown(call.Db).ToListAsync();
        var decided = (await call.Db.DotRounds(call.Actor, process)).FirstOrDefault(r => r.Places.Count > 0);
        var rows = cards.Select(c => (View: c, Cluster: c.Card.ClusterId is { } id ? clusters.GetValueOrDefault(id) : null)).OrderBy(r => r.View.Card.Board).ThenBy(r => r.Cluster?.Position ?? int.MaxValue).ThenBy(r => r.Cluster is null ? 0 : r.View.Card.Position).ThenBy(r => r.View.Card.Number);
        return new($"{here.Slug}-clusters", here.Today(call.Now),
            [t["vision.card.board"], t["vision.cluster"], t["vision.sheet.order"], t["vision.sheet.serves"], t["vision.dots.dots"], t["vision.dots.organizations"], t["vision.sheet.number"], t["vision.sheet.text"], t["vision.card.translation"], t["partnerships.column.organization"]],
            rows.Select(r => new object?[]
            {
                t.Name(r.View.Card.Board), r.Cluster?.Name, r.Cluster?.Position, r.Cluster?.NeedClusterId is { } need ? clusters.GetValueOrDefault(need)?.Name : null,
                r.Cluster is null ? null : decided?.Of(r.Cluster)?.Points, r.Cluster is null ? null : decided?.Of(r.Cluster)?.Seats, r.View.Card.Number, r.View.Card.Text, r.View.Card.Translation, r.View.Organization,
            }));
    }
}
