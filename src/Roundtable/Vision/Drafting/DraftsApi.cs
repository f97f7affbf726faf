using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using Roundtable.Decisions;
using Roundtable.Partnerships;
using Roundtable.Platform;
using Roundtable.Platform.Access;
using Roundtable.Platform.Api;
using Roundtable.Platform.Mail;
using Roundtable.Platform.Web;

namespace Roundtable.Vision;

/// <summary>Drafts, comments, wording rounds and the proposal for programs.</summary>
public static class DraftsApi
{
    internal static void MapDraftsApi(this IEndpointRouteBuilder app)
    {
        var api = app.MapApi();
        const string process = "/partnerships/{partnership}/vision/processes/{number:int}";
        const string drafts = $"{process}/drafts", draft = $"{drafts}/{{edition:int}}", rounds = $"{process}/rounds", round = $"{rounds}/{{round:int}}";
        api.MapGet(drafts, List).RequireAuthorization(Policies.Member).WithSummary("Lists the drafts of a vision process.");
        api.MapPost(drafts, Write).RequireAuthorization(Policies.Member).WithSummary("Writes the next draft.");
        api.MapGet(draft, Get).RequireAuthorization(Policies.Member).WithSummary("Shows one draft with its sentences and what was said about them.");
        api.MapPost($"{draft}/comments", Comment).RequireAuthorization(Policies.Member).WithSummary("Says something about a sentence of a draft, or about all of it.");
        api.MapPost($"{process}/comments/{{comment:int}}/resolution", Resolve).RequireAuthorization(Policies.Member).WithSummary("Says in which draft a comment was heard, or answers it.");
        api.MapGet(rounds, Rounds).RequireAuthorization(Policies.Member).WithSummary("Lists the wording rounds with what each organization said.");
        api.MapPost(rounds, Open).RequireAuthorization(Policies.Member).WithSummary("Opens a wording round and writes to the asked organizations.");
        api.MapPost($"{round}/answers", Answer).RequireAuthorization(Policies.Member).WithSummary("Says for your organization whether the draft is fine.");
        api.MapPost($"{round}/closing", Close).RequireAuthorization(Policies.Member).WithSummary("Ends a wording round before its last day.");
        api.MapPost($"{process}/proposal", Propose).RequireAuthorization(Policies.Member).WithSummary("Makes a draft a motion, and opens it when you ask for that.");
    }

    private static async Task<IReadOnlyList<StatementShown>> List([AsParameters] Call call, int number)
    {
        var process = (await call.Process(number)).Process;
        var seats = await call.Db.SeatNumbersOf(process);
        return [.. (await call.Db.Statements.AsNoTracking().VisibleTo(call.Actor).Of(process).ToListAsync()).Select(s => StatementShown.Of(s, seats))];
    }

    private static async Task<Made<StatementShown>> Write([AsParameters] Call call, int number, Draft wanted)
    {
        var process = (await call.Process(number)).Process;
        var statement = await call.Db.WriteStatement(call.Actor, process, wanted, call.Now);
        await call.Db.SaveChangesAsync();
        return Platform.Api.Answer.Made($"{ApiGroup.Prefix}/partnerships/{call.Partnership}/vision/processes/{number}/drafts/{statement.Edition}", statement, StatementShown.Of(statement, await call.Db.SeatNumbersOf(process)));
    }

    private static async Task<One<DraftShown>> Get([AsParameters] Call call, int number, int edition)
    {
        var (process, statement) = await call.Draft(number, edition);
        var seats = await call.Db.SeatNumbersOf(process);
        var comments = await call.Db.StatementComments.AsNoTracking().VisibleTo(call.Actor).Of(process).Where(c => c.StatementId == statement.Id).ToListAsync();
        return Platform.Api.Answer.One(statement, new DraftShown(StatementShown.Of(statement, seats), statement.Sentences, [.. comments.Select(c => CommentShown.Of(c, seats))]));
    }

    private static async Task<Made<CommentShown>> Comment([AsParameters] Call call, int number, int edition, CommentWanted wanted)
    {
        var (process, statement) = await call.Draft(number, edition);
        var comment = StatementComment.Say(call.Actor, process, statement, wanted.Sentence, wanted.Text, call.Now);
        call.Db.Add(comment);
        await call.Db.SaveChangesAsync();
        return Platform.Api.Answer.Made($"{ApiGroup.Prefix}/partnerships/{call.Partnership}/vision/processes/{number}/drafts/{edition}", comment, CommentShown.Of(comment, await call.Db.SeatNumbersOf(process)));
    }

    private static async Task<One<CommentShown>> Resolve([AsParameters] Call call, int number, int comment, ResolutionWanted wanted)
    {
        var process = (await call.Process(number)).Process;
        var found = await call.Db.StatementComments.VisibleTo(call.Actor).Of(process).Numbered(comment) ?? throw new NotFoundException();
        var about = await call.Db.Statements.FirstAsync(s => s.Id == found.StatementId);
        var heardIn = wanted.HeardIn is { } edition ? await call.Db.Statements.Of(process).FirstOrDefaultAsync(s => s.Edition == edition) ?? throw new Refusal("drafts.base-unknown", "HeardIn") : null;
        found.Resolve(call.Actor, process, about, heardIn, wanted.Answer, call.Now);
        await call.Db.SaveChangesAsync();
        return Platform.Api.Answer.One(found, CommentShown.Of(found, await call.Db.SeatNumbersOf(process)));
    }

    private static async Task<IReadOnlyList<WordingRoundShown>> Rounds([AsParameters] Call call, int number)
    {
        var process = (await call.Process(number)).Process;
        var seats = await call.Db.SeatNumbersOf(process);
        var editions = await call.Db.Statements.Of(process).ToDictionaryAsync(s => s.Id, s => s.Edition);
        return [.. (await call.Db.WordingRounds.AsNoTracking().VisibleTo(call.Actor).Of(process).ToListAsync()).Select(r => WordingRoundShown.Of(r, editions[r.StatementId], seats))];
    }

    private static async Task<Made<WordingRoundShown>> Open([AsParameters] Call call, int number, WordingRoundWanted wanted, Outbox outbox)
    {
        var (process, statement) = await call.Draft(number, wanted.Draft);
        var round = await outbox.OpenRound(call.Db, call.Actor, await call.Here(), process, statement, wanted.ClosesOn, call.Now);
        await call.Db.SaveChangesAsync();
        return Platform.Api.Answer.Made($"{ApiGroup.Prefix}/partnerships/{call.Partnership}/vision/processes/{number}/rounds", round, WordingRoundShown.Of(round, statement.Edition, await call.Db.SeatNumbersOf(process)));
    }

    private static Task<One<WordingRoundShown>> Answer([AsParameters] Call call, int number, int round, WordingWanted wanted) =>
        Change(call, number, round, (process, statement, found) => found.Say(call.Actor, process, statement, wanted.Said, wanted.Suggestion, wanted.Words, call.Now));

    private static Task<One<WordingRoundShown>> Close([AsParameters] Call call, int number, int round) =>
        Change(call, number, round, (process, _, found) => found.Close(call.Actor, process, call.Now));

    private static async Task<One<WordingRoundShown>> Change(Call call, int number, int round, Action<VisionProcess, Statement, WordingRound> act)
    {
        var process = (await call.Process(number)).Process;
        var found = await call.Db.WordingRounds.VisibleTo(call.Actor).Of(process).Numbered(round) ?? throw new NotFoundException();
        var statement = await call.Db.Statements.FirstAsync(s => s.Id == found.StatementId);
        act(process, statement, found);
        await call.Db.SaveChangesAsync();
        return Platform.Api.Answer.One(found, WordingRoundShown.Of(found, statement.Edition, await call.Db.SeatNumbersOf(process)));
    }

    private static async Task<Made<ProposalShown>> Propose([AsParameters] Call call, int number, ProposalWanted wanted)
    {
        var here = await call.Here();
        var (process, statement) = await call.Draft(number, wanted.Draft);
        var motion = await call.Db.Propose(call.Actor, here, process, statement, new(wanted.Title, wanted.Background, wanted.Form), wanted.Open, call.Now);
        await call.Db.SaveChangesAsync();
        return Platform.Api.Answer.Made($"{ApiGroup.Prefix}/partnerships/{here.Slug}/motions/{motion.Number}", motion, new ProposalShown(motion.Number, statement.Edition, motion.State, motion.ClosesAt));
    }

    private static async Task<(VisionProcess Process, Statement Statement)> Draft(this Call call, int number, int edition)
    {
        var process = (await call.Process(number)).Process;
        return (process, await call.Db.Statements.VisibleTo(call.Actor).Of(process).FirstOrDefaultAsync(s => s.Edition == edition) ?? throw new NotFoundException());
    }

    internal static Task<Dictionary<Guid, int>> SeatNumbersOf(this Platform.Data.RoundtableDb db, Platform.Data.PartnershipRecord record) =>
        db.Seats.IgnoreAutoIncludes().Where(s => s.PartnershipId == record.PartnershipId).ToDictionaryAsync(s => s.Id, s => s.Number);
}

/// <param name="Seat">Who wrote it; none for the facilitator.</param>
public sealed record StatementShown(int Edition, string Text, string? Note, int? Seat, Instant WrittenAt, Guid? BasedOn, bool IsLong)
{
    internal static StatementShown Of(Statement s, Dictionary<Guid, int> seats) => new(s.Edition, s.Text, s.Note, s.SeatId is { } seat ? seats[seat] : null, s.WrittenAt, s.BasedOnId, s.IsLong);
}

public sealed record DraftShown(StatementShown Draft, IReadOnlyList<string> Sentences, IReadOnlyList<CommentShown> Comments);

/// <param name="Sentence">1 for the first; none for the whole text.</param>
/// <param name="Quoted">The sentence as it was then.</param>
public sealed record CommentShown(int Number, int? Sentence, string? Quoted, int Seat, string Text, Instant SaidAt, bool IsOpen, Guid? HeardIn, string? Answer)
{
    internal static CommentShown Of(StatementComment c, Dictionary<Guid, int> seats) => new(c.Number, c.Sentence, c.Quoted, seats[c.SeatId], c.Text, c.SaidAt, c.IsOpen, c.HeardInId, c.Answer);
}

public sealed record CommentWanted(string? Text, int? Sentence = null);

/// <param name="HeardIn">Number of the draft.</param>
public sealed record ResolutionWanted(int? HeardIn = null, string? Answer = null);

public sealed record WordingRoundWanted(int Draft, LocalDate? ClosesOn = null);
public sealed record WordingWanted(WordingSaid? Said, string? Suggestion = null, string? Words = null);

/// <param name="Draft">Number of the draft it is about.</param>
public sealed record WordingRoundShown(int Number, int Draft, Instant OpenedAt, LocalDate ClosesOn, Instant? ClosedAt, IReadOnlyList<WordingShown> Answers)
{
    internal static WordingRoundShown Of(WordingRound r, int edition, Dictionary<Guid, int> seats) =>
        new(r.Number, edition, r.OpenedAt, r.ClosesOn, r.ClosedAt, [.. r.Answers.OrderBy(a => seats[a.SeatId]).Select(a => new WordingShown(seats[a.SeatId], a.Said, a.Suggestion, a.Words, a.SaidAt))]);
}

/// <param name="Said">None until the organization has answered.</param>
public sealed record WordingShown(int Seat, WordingSaid? Said, string? Suggestion, string? Words, Instant? SaidAt);

/// <param name="Open">Puts it to the vote at once; a facilitator only prepares.</param>
public sealed record ProposalWanted(int Draft, string? Title, string? Background = null, BallotForm Form = BallotForm.Consent, bool Open = false);

/// <param name="Motion">Its number.</param>
public sealed record ProposalShown(int Motion, int Draft, MotionState State, Instant? ClosesAt);
