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
        app.MapSheet("/w/{partnership}/decisions", Log, "The motions of a partnership with what was decided.").RequireAuthorization(Policies.Member);
        app.MapSheet("/w/{partnership}/motions/{number:int}/ballots", Ballots, "Who said what; of a secret motion only the counts, once it is decided.").RequireAuthorization(Policies.Member);
    }

    private static async Task<Sheet> Log([AsParameters] Call call, Texts t)
    {
        var here = await call.Here();
        var motions = await call.Db.Motions.AsNoTracking().VisibleTo(call.Actor).Of(here).Where(m => m.State != MotionState.Prepared).OrderBy(m => m.Number).Views(call.Db);
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
        var names = await call.Db.SeatNames(here.Id);
        return new(name, here.Today(call.Now),
            [t["decisions.sheet.organization"], t["decisions.sheet.stance"], t["decisions.sheet.words"], t["decisions.sheet.marks"], t["decisions.sheet.cast-by"], t["decisions.sheet.cast"], t["decisions.sheet.counts"]],
            motion.Ballots.OrderBy(b => b.CastAt).ThenBy(b => b.Id).Select(b => new object?[]
            {
                names.GetValueOrDefault(b.SeatId), b.Stance is { } stance ? t.Stance(stance) : null, b.Words, Marks(motion, b), b.CastBySeatId is { } by ? names.GetValueOrDefault(by) : null,
                t.Moment(b.CastAt, here.TimeZone), b.Ended is { } ended ? t["decisions.sheet.replaced", t.Ended(ended)] : motion.On(b.SeatId) is { Counts: true } ? t["decisions.sheet.yes"] : t["decisions.sheet.no"],
            }));
    }

    // Before it is decided, the counts would tell what the latest one said.
    private static IEnumerable<object?[]> SecretRows(Motion motion, Texts t) => motion is { State: MotionState.Decided, Result: not MotionResult.TooFew }
        ? motion.Offered.Select(s => new object?[] { t.Stance(s), Tally.Of(motion)[s] }) : [];

    private static string? Marks(Motion motion, Ballot ballot) => motion.Form switch
    {
        BallotForm.Dots => string.Join("; ", Vote.DotsOf(ballot.Marks).Select(d => $"{Option(motion, d.Key)}: {d.Value}")),
        BallotForm.Ranking => string.Join("; ", Vote.OrderOf(ballot.Marks).Select((o, i) => $"{i + 1}. {Option(motion, o)}")),
        _ => null,
    };

    private static string Option(Motion motion, int number) => motion.Options.FirstOrDefault(o => o.Number == number)?.Text ?? $"{number}";

    private static LocalDate? Day(Partnership here, Instant? at) => at is { } moment ? here.Today(moment) : null;
}
