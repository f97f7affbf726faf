using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using Roundtable.Partnerships;
using Roundtable.Platform.Access;
using Roundtable.Platform.Api;
using Roundtable.Platform.Data;
using Roundtable.Platform.Text;
using Roundtable.Platform.Web;

namespace Roundtable.Decisions;

/// <summary>Other wordings for a motion's text, and how the partnership decides each kind, for programs.</summary>
public static class AmendmentsApi
{
    internal static void MapAmendmentsApi(this IEndpointRouteBuilder app)
    {
        var api = app.MapApi();
        const string motion = "/partnerships/{partnership}/motions/{number:int}", amendment = $"{motion}/amendments/{{amendment:int}}";
        api.MapGet($"{motion}/amendments", List).RequireAuthorization(Policies.Member).WithSummary("Lists the wordings suggested for a motion, each beside the one it was meant for.");
        api.MapPost($"{motion}/amendments", Suggest).RequireAuthorization(Policies.Member).WithSummary("Suggests another wording.");
        api.MapGet(amendment, Get).RequireAuthorization(Policies.Member).WithSummary("Shows one suggested wording.");
        api.MapPost($"{amendment}/acceptance", Accept).RequireAuthorization(Policies.Member).WithSummary("Takes a wording over; everybody answers anew.");
        api.MapPost($"{amendment}/vote", PutToVote).RequireAuthorization(Policies.Member).WithSummary("Prepares a motion that decides about a wording.");
        api.MapPost($"{amendment}/withdrawal", Withdraw).RequireAuthorization(Policies.Member).WithSummary("Takes a suggestion back.");
    }

    private static async Task<Listing<AmendmentShown>> List([AsParameters] Call call, int number, [AsParameters] Paging page, CancellationToken ct)
    {
        var here = await call.Here();
        var motion = await call.Db.Motions.AsNoTracking().Bare().VisibleTo(call.Actor).Of(here).FirstOrDefaultAsync(m => m.Number == number, ct) ?? throw new NotFoundException();
        var (seats, votes) = (await call.Db.SeatNames(call.Actor, here), await call.Db.VoteNumbers(motion));
        return await call.Db.Amendments.AsNoTracking().VisibleTo(call.Actor).Where(a => a.MotionId == motion.Id).PageOf(page, a => AmendmentShown.Of(a, seats, votes), ct);
    }

    private static async Task<One<AmendmentShown>> Get([AsParameters] Call call, int number, int amendment)
    {
        var (here, motion, found) = await Suggested(call, number, amendment);
        return await Shown(call, here, motion, found);
    }

    private static async Task<Made<AmendmentShown>> Suggest([AsParameters] Call call, int number, AmendmentWanted wanted)
    {
        var here = await call.Here();
        var seat = await call.SeatAt(here, wanted.Seat);
        var made = (Amendment?)null;
        var motion = await call.Db.Answer(call.Actor, here, number, call.Clock, (m, now) => made = Amendment.Suggest(call.Actor, m, seat, wanted.Text, wanted.Why, now)) ?? throw new NotFoundException();
        call.Db.Add(made!);
        await call.Db.SaveChangesAsync();
        return Answer.Made($"{ApiGroup.Prefix}/partnerships/{here.Slug}/motions/{number}/amendments/{made!.Number}", made, AmendmentShown.Of(made, await call.Db.SeatNames(call.Actor, here), await call.Db.VoteNumbers(motion)));
    }

    private static async Task<One<AmendmentShown>> Accept([AsParameters] Call call, int number, int amendment)
    {
        var (here, _, found) = await Suggested(call, number, amendment);
        var motion = await call.Db.Answer(call.Actor, here, number, call.Clock, (m, now) => found.Accept(call.Actor, m, now)) ?? throw new NotFoundException();
        await call.Db.SaveChangesAsync();
        return await Shown(call, here, motion, found);
    }

    private static async Task<One<AmendmentShown>> PutToVote([AsParameters] Call call, int number, int amendment, AmendmentVote wanted, Texts t)
    {
        var (here, known, found) = await Suggested(call, number, amendment);
        var terms = await call.Db.TermsFor(here.Id, known.Kind);
        var vote = (Motion?)null;
        var motion = await call.Db.Answer(call.Actor, here, number, call.Clock, (m, now) => vote = found.PutToVote(call.Actor, m, wanted.Title ?? m.Title, terms, now)) ?? throw new NotFoundException();
        call.Db.Add(vote!);
        await call.Db.SaveChangesAsync();
        return await Shown(call, here, motion, found);
    }

    private static async Task<One<AmendmentShown>> Withdraw([AsParameters] Call call, int number, int amendment)
    {
        var (here, motion, found) = await Suggested(call, number, amendment);
        found.Withdraw(call.Actor, call.Now);
        await call.Db.SaveChangesAsync();
        return await Shown(call, here, motion, found);
    }

    private static async Task<(Partnership Here, Motion Motion, Amendment Found)> Suggested(Call call, int number, int amendment)
    {
        var here = await call.Here();
        if (call.Db.Database.CurrentTransaction is not null) await call.Db.Turn(here.Id, nameof(Ballot));
        var motion = await call.Db.Motions.AsNoTracking().Bare().VisibleTo(call.Actor).Of(here).FirstOrDefaultAsync(m => m.Number == number) ?? throw new NotFoundException();
        return (here, motion, await call.Db.Amendments.VisibleTo(call.Actor).FirstOrDefaultAsync(a => a.MotionId == motion.Id && a.Number == amendment) ?? throw new NotFoundException());
    }

    private static async Task<One<AmendmentShown>> Shown(Call call, Partnership here, Motion motion, Amendment found) =>
        Answer.One(found, AmendmentShown.Of(found, await call.Db.SeatNames(call.Actor, here), await call.Db.VoteNumbers(motion)));

    // Numbers of the motions that decide about the wordings of this one.
    private static Task<Dictionary<Guid, int>> VoteNumbers(this RoundtableDb db, Motion motion)
    {
        var asked = db.Amendments.Where(a => a.MotionId == motion.Id && a.VoteId != null).Select(a => a.VoteId!.Value);
        return db.Motions.AsNoTracking().Bare().Where(m => m.PartnershipId == motion.PartnershipId && asked.Contains(m.Id)).ToDictionaryAsync(m => m.Id, m => m.Number);
    }
}

/// <summary>A suggested wording; seats and motions by their numbers.</summary>
/// <param name="Before">The text it was meant for.</param>
/// <param name="Vote">The motion that decides about it.</param>
public sealed record AmendmentShown(int Number, int Seat, string Before, string Text, string? Why, AmendmentState State, Instant SuggestedAt, Instant? SettledAt, int? Vote)
{
    internal static AmendmentShown Of(Amendment a, IReadOnlyDictionary<Guid, SeatName> seats, IReadOnlyDictionary<Guid, int> votes) =>
        new(a.Number, seats[a.SeatId].Number, a.Before, a.Text, a.Why, a.State, a.SuggestedAt, a.SettledAt, a.VoteId is { } vote ? votes[vote] : null);
}

public sealed record AmendmentWanted(string? Text = null, string? Why = null, int? Seat = null);

/// <param name="Title">Of the motion that asks; the same as before when not said.</param>
public sealed record AmendmentVote(string? Title = null);
