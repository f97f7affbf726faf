using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using Roundtable.Directory;
using Roundtable.Partnerships;
using Roundtable.Platform;
using Roundtable.Platform.Access;
using Roundtable.Platform.Api;
using Roundtable.Platform.Data;
using Roundtable.Platform.Mail;
using Roundtable.Platform.Text;
using Roundtable.Platform.Web;

namespace Roundtable.Decisions;

/// <summary>Motions for programs: put, answered by seat, settled, with the verdict in codes and words. Whatever changes one waits its turn.</summary>
public static class MotionsApi
{
    internal static void MapMotionsApi(this IEndpointRouteBuilder app)
    {
        var api = app.MapApi();
        const string motions = "/partnerships/{partnership}/motions", motion = $"{motions}/{{number:int}}";
        api.MapGet(motions, List).RequireAuthorization(Policies.Member).WithSummary("Lists the motions of a partnership, of one state if one is named.");
        api.MapPost(motions, Prepare).RequireAuthorization(Policies.Member).WithSummary("Prepares a motion; nobody votes before it is opened.");
        api.MapGet(motion, Get).RequireAuthorization(Policies.Member).WithSummary("Shows one motion with its roll, the count and what follows from it.");
        api.MapPut(motion, Reword).RequireAuthorization(Policies.Member).WithSummary("Changes a prepared motion.");
        api.MapPost($"{motion}/opening", Open).RequireAuthorization(Policies.Member).WithSummary("Opens a motion: every seat with a vote has one ballot.");
        api.MapGet($"{motion}/ballots", Ballots).RequireAuthorization(Policies.Member).WithSummary("Lists the named ballots, with those that gave way. Secret ones are nobody's.");
        api.MapPost($"{motion}/ballots", Cast).RequireAuthorization(Policies.Member).WithSummary("Answers for a seat; a later answer takes the place of an earlier one.");
        api.MapPost($"{motion}/recusals", Recuse).RequireAuthorization(Policies.Member).WithSummary("The organization leaves this decision for an interest of its own.");
        api.MapDelete($"{motion}/recusals/{{seat:int}}", Return).RequireAuthorization(Policies.Member).WithSummary("The organization decides with the others after all.");
        api.MapPost($"{motion}/proxies", Entrust).RequireAuthorization(Policies.Member).WithSummary("Lets another organization answer for this one.");
        api.MapDelete($"{motion}/proxies/{{seat:int}}", TakeBack).RequireAuthorization(Policies.Member).WithSummary("Takes the answer back from who was to give it.");
        api.MapPost($"{motion}/boards", AwaitBoard).RequireAuthorization(Policies.Member).WithSummary("Says on which day a board at home decides; the answer waits for it.");
        api.MapPost($"{motion}/reminder", Remind).RequireAuthorization(Policies.Member).WithSummary("Reminds the organizations that have not answered.");
        api.MapPost($"{motion}/withdrawal", Withdraw).RequireAuthorization(Policies.Member).WithSummary("Takes a motion back; nothing is decided.");
        api.MapPut($"{motion}/outcome", Conclude).RequireAuthorization(Policies.Member).WithSummary("Says what follows from a decision, who sees to it and when it is looked at again.");
    }

    private static async Task<Listing<MotionLine>> List([AsParameters] Call call, [AsParameters] Paging page, string? state, CancellationToken ct)
    {
        var (all, only) = (call.Db.Motions.AsNoTracking().Bare().VisibleTo(call.Actor).Of(await call.Here()), Codes.Read<MotionState>(state));
        return await all.Where(m => only == null || m.State == only).PageOf(page, MotionLine.Of, ct);
    }

    private static async Task<One<MotionShown>> Get([AsParameters] Call call, int number, Texts t)
    {
        var here = await call.Here();
        return await Shown(call, here, await call.Db.Motions.AsNoTracking().VisibleTo(call.Actor).Of(here).Numbered(number) ?? throw new NotFoundException(), t);
    }

    private static async Task<Made<MotionShown>> Prepare([AsParameters] Call call, MotionWanted wanted, Texts t)
    {
        var here = await call.Here();
        var owner = wanted.Seat is { } seat ? await call.SeatAt(here, seat) : call.Actor.Is(Role.Facilitator, here.Id) ? null : call.Actor.SeatIn(here.Id);
        var motion = Motion.Prepare(call.Actor, here.Id, owner, wanted.Kind, wanted.Wording, await call.Db.TermsFor(here.Id, wanted.Kind), call.Now);
        call.Db.Add(motion);
        await call.Db.SaveChangesAsync();
        return Answer.Made($"{ApiGroup.Prefix}/partnerships/{here.Slug}/motions/{motion.Number}", motion, MotionShown.Of(motion, await call.Db.SeatNames(call.Actor, here), t));
    }

    private static async Task<One<MotionShown>> Reword([AsParameters] Call call, int number, MotionWanted wanted, Expected expected, Texts t)
    {
        var here = await call.Here();
        var kind = await call.Db.Motions.VisibleTo(call.Actor).Of(here).Where(m => m.Number == number).Select(m => (MotionKind?)m.Kind).FirstOrDefaultAsync() ?? throw new NotFoundException();
        var terms = await call.Db.TermsFor(here.Id, kind);
        return await Change(call, here, number, t, (motion, now) =>
        {
            expected.MustFit(motion);
            if (wanted.Kind != kind) throw new Refusal("decisions.api.kind-stays", "Kind");
            motion.Reword(call.Actor, wanted.Wording, terms, now);
        });
    }

    private static async Task<One<MotionShown>> Open([AsParameters] Call call, int number, OpeningWanted wanted, Texts t)
    {
        var here = await call.Here();
        await call.Db.Turn(here.Id, nameof(Ballot));
        var seats = await call.Db.VotingSeats(here.Id);
        var kind = await call.Db.Motions.VisibleTo(call.Actor).Of(here).Where(m => m.Number == number).Select(m => (MotionKind?)m.Kind).FirstOrDefaultAsync() ?? throw new NotFoundException();
        var days = (await call.Db.TermsFor(here.Id, kind)).OpenDays;
        return await Change(call, here, number, t, (motion, now) => motion.Open(call.Actor, seats, wanted.ClosesAt ?? here.EndOfDay(here.Today(now).PlusDays(days)), now));
    }

    private static async Task<Listing<BallotShown>> Ballots([AsParameters] Call call, int number, [AsParameters] Paging page, Texts t, CancellationToken ct)
    {
        var here = await call.Here();
        var motion = await call.Db.Motions.AsNoTracking().Bare().VisibleTo(call.Actor).Of(here).FirstOrDefaultAsync(m => m.Number == number, ct) ?? throw new NotFoundException();
        var numbers = await call.Db.SeatNames(call.Actor, here);
        return await call.Db.Ballots.AsNoTracking().In(call.Actor).Where(b => b.MotionId == motion.Id).PageOf(page, b => BallotShown.Of(b, numbers, t), ct);
    }

    private static Task<One<MotionShown>> Cast([AsParameters] Call call, int number, BallotWanted wanted, Texts t) =>
        ForSeat(call, number, wanted.Seat, t, (motion, seat, now) => motion.Cast(call.Actor, seat, new(wanted.Stance, wanted.Words, wanted.Dots, wanted.Order), now));

    private static Task<One<MotionShown>> Recuse([AsParameters] Call call, int number, RecusalWanted wanted, Texts t) =>
        ForSeat(call, number, wanted.Seat, t, (motion, seat, now) => motion.Recuse(call.Actor, seat, wanted.Reason, now));

    private static Task<One<MotionShown>> Return([AsParameters] Call call, int number, int seat, Expected expected, Texts t) =>
        ForSeat(call, number, seat, t, (motion, of, now) => { expected.MustFit(motion); motion.Return(call.Actor, of, now); });

    private static async Task<One<MotionShown>> Entrust([AsParameters] Call call, int number, ProxyWanted wanted, Texts t)
    {
        var to = await call.SeatAt(await call.Here(), wanted.To, "To");
        return await ForSeat(call, number, wanted.Seat, t, (motion, seat, now) => motion.Entrust(call.Actor, seat, to, now));
    }

    private static Task<One<MotionShown>> TakeBack([AsParameters] Call call, int number, int seat, Expected expected, Texts t) =>
        ForSeat(call, number, seat, t, (motion, of, now) => { expected.MustFit(motion); motion.Entrust(call.Actor, of, null, now); });

    private static async Task<One<MotionShown>> AwaitBoard([AsParameters] Call call, int number, BoardWanted wanted, Texts t)
    {
        var zone = (await call.Here()).Zone;
        return await ForSeat(call, number, wanted.Seat, t, (motion, seat, now) => motion.AwaitBoard(call.Actor, seat, wanted.Board, wanted.On, zone, now));
    }

    private static async Task<ReminderShown> Remind([AsParameters] Call call, int number, Outbox outbox)
    {
        var here = await call.Here();
        var motion = await call.Db.Answer(call.Actor, here, number, call.Clock, (_, _) => { }) ?? throw new NotFoundException();
        var letters = await call.Db.RemindSilent(outbox, call.Actor, here, motion, call.Now);
        await call.Db.SaveChangesAsync();
        return new(letters);
    }

    private static async Task<One<MotionShown>> Withdraw([AsParameters] Call call, int number, WithdrawalWanted wanted, Texts t) =>
        await Change(call, await call.Here(), number, t, (motion, now) => motion.Withdraw(call.Actor, wanted.Reason, now));

    private static async Task<One<MotionShown>> Conclude([AsParameters] Call call, int number, OutcomeOf wanted, Expected expected, Texts t)
    {
        var here = await call.Here();
        Guid? owner = wanted.Seat is { } seat ? await call.SeatAt(here, seat) : null;
        return await Change(call, here, number, t, (motion, now) => { expected.MustFit(motion); motion.Conclude(call.Actor, wanted.Outcome, owner, wanted.ReviewOn, now); });
    }

    private static async Task<One<MotionShown>> ForSeat(Call call, int number, int? seat, Texts t, Action<Motion, Guid, Instant> act)
    {
        var here = await call.Here();
        var of = await call.SeatAt(here, seat);
        return await Change(call, here, number, t, (motion, now) => act(motion, of, now));
    }

    private static async Task<One<MotionShown>> Change(Call call, Partnership here, int number, Texts t, Action<Motion, Instant> act)
    {
        var motion = await call.Db.Answer(call.Actor, here, number, call.Clock, act) ?? throw new NotFoundException();
        await call.Db.SaveChangesAsync();
        return await Shown(call, here, motion, t);
    }

    internal static async Task<One<MotionShown>> Shown(Call call, Partnership here, Motion motion, Texts t) =>
        Answer.One(motion, MotionShown.Of(motion, await call.Db.SeatNames(call.Actor, here), t));

    /// <summary>The id of a seat by its number; without one, the actor's own.</summary>
    internal static async Task<Guid> SeatAt(this Call call, Partnership here, int? number, string input = "Seat")
    {
        if (number is null) return call.Actor.SeatIn(here.Id) ?? throw new Refusal("decisions.api.seat-missing", input);
        return await call.Db.Seats.IgnoreAutoIncludes().VisibleTo(call.Actor).Of(here).Where(s => s.Number == number).Select(s => (Guid?)s.Id).FirstOrDefaultAsync() ?? throw new Refusal("decisions.api.seat-unknown", input);
    }

    private static Instant EndOfDay(this Partnership partnership, LocalDate day) => partnership.Zone.AtStartOfDay(day.PlusDays(1)).ToInstant() - Duration.FromMinutes(1);
}
