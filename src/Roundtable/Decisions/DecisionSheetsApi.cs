using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using Roundtable.Directory;
using Roundtable.Partnerships;
using Roundtable.Platform.Access;
using Roundtable.Platform.Api;
using Roundtable.Platform.Text;
using Roundtable.Platform.Web;

namespace Roundtable.Decisions;

/// <summary>The decision log, and the ballots of a motion, as files for spreadsheets.</summary>
public static class DecisionSheetsApi
{
    internal static void MapDecisionSheets(this IEndpointRouteBuilder app)
    {
        app.MapSheet("/w/{partnership}/decisions", Log, "The decision log, of one kind or result if one is named.").RequireAuthorization(Policies.Member);
        app.MapSheet("/w/{partnership}/motions/{number:int}/ballots", Ballots, "Who said what; of a secret motion only the counts, once it is decided.").RequireAuthorization(Policies.Member);
    }

    private static async Task<Sheet> Log([AsParameters] Call call, string? kind, string? result, Texts t)
    {
        var here = await call.Here();
        var motions = await call.Db.Motions.AsNoTracking().VisibleTo(call.Actor).Of(here).Over(Codes.Read<MotionKind>(kind), Codes.Read<MotionResult>(result), result == Codes.Of(MotionState.Withdrawn)).OrderBy(m => m.Number).Views(call.Db);
        return new($"{here.Slug}-decisions", here.Today(call.Now),
            [t["decisions.sheet.number"], t["decisions.sheet.title"], t["decisions.sheet.kind"], t["decisions.sheet.state"], t["decisions.sheet.result"], t["decisions.sheet.rule"], t["decisions.sheet.owner"],
                t["decisions.sheet.opened"], t["decisions.sheet.closes"], t["decisions.sheet.ended"], t["decisions.sheet.answered"], t["decisions.sheet.seats"], t["decisions.sheet.outcome"], t["decisions.sheet.review"]],
            motions.Select(m => new object?[]
            {
                m.Number, m.Title, t.Kind(m.Kind), t.State(m.State), m.Result is { } result ? t.Result(result) : null, t.Rule(m.Rule), m.Owner,
                Day(here, m.OpenedAt), Day(here, m.ClosesAt - Duration.FromMinutes(1)), Day(here, m.EndedAt), m.Answered, m.Seats, m.Outcome, m.ReviewOn,
            }));
    }

    private static async Task<Sheet> Ballots([AsParameters] Call call, int number, Texts t)
    {
        var here = await call.Here();
        var motion = await call.Db.Motions.AsNoTracking().VisibleTo(call.Actor).Of(here).Numbered(number) ?? throw new NotFoundException();
        var name = $"{here.Slug}-motion-{motion.Number}";
        if (motion.IsSecret) return new(name, here.Today(call.Now), [t["decisions.sheet.stance"], t["decisions.sheet.count"]], SecretRows(motion, t));
        var names = await call.Db.SeatNames(call.Actor, here);
        return new(name, here.Today(call.Now),
            [t["decisions.sheet.organization"], t["decisions.sheet.stance"], t["decisions.sheet.words"], t["decisions.sheet.cast-by"], t["decisions.sheet.cast"], t["decisions.sheet.counts"]],
            motion.Ballots.OrderBy(b => b.CastAt).ThenBy(b => b.Id).Select(b => new object?[]
            {
                names[b.SeatId].Name, t.Choice(b, motion), b.Words, b.CastBySeatId is { } by ? names[by].Name : null,
                t.Moment(b.CastAt, here.TimeZone), b.Ended is { } ended ? t["decisions.sheet.replaced", t.Ended(ended)] : motion.On(b.SeatId) is { Counts: true } ? t["decisions.sheet.yes"] : t["decisions.sheet.no"],
            }));
    }

    // Before it is decided, the counts would tell what the latest one said.
    private static IEnumerable<object?[]> SecretRows(Motion motion, Texts t) => motion is { State: MotionState.Decided, Result: not MotionResult.TooFew }
        ? motion.Offered.Select(s => new object?[] { t.Stance(s), Tally.Of(motion)[s] }) : [];

    private static LocalDate? Day(Partnership here, Instant? at) => at is { } moment ? here.Today(moment) : null;
}
