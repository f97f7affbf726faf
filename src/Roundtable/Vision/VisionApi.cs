using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using Roundtable.Partnerships;
using Roundtable.Platform;
using Roundtable.Platform.Access;
using Roundtable.Platform.Api;
using Roundtable.Platform.Data;
using Roundtable.Platform.Mail;
using Roundtable.Platform.Text;
using Roundtable.Platform.Web;

namespace Roundtable.Vision;

/// <summary>Vision processes for programs.</summary>
public static class VisionApi
{
    internal const string Processes = "/partnerships/{partnership}/vision/processes", Process = $"{Processes}/{{number:int}}";

    internal static void MapVisionApi(this IEndpointRouteBuilder app)
    {
        var api = app.MapApi();
        api.MapGet(Processes, List).RequireAuthorization(Policies.Member).WithSummary("Lists the vision processes of a partnership.");
        api.MapPost(Processes, Prepare).RequireAuthorization(Policies.Member).WithSummary("Prepares a vision process. Nobody is asked before it opens.");
        api.MapGet(Process, Get).RequireAuthorization(Policies.Member).WithSummary("Shows one vision process: who is asked and who has been heard.");
        api.MapPut(Process, Describe).RequireAuthorization(Policies.Member).WithSummary("Changes what is asked, of whom and until when.");
        api.MapPost($"{Process}/opening", Open).RequireAuthorization(Policies.Member).WithSummary("Opens the boards and writes to the organizations asked.");
        api.MapPut($"{Process}/closing-day", Extend).RequireAuthorization(Policies.Member).WithSummary("Gives more time, or opens closed boards again.");
        api.MapPost($"{Process}/closing", Close).RequireAuthorization(Policies.Member).WithSummary("Closes the boards.");
        api.MapPost($"{Process}/reminders", Remind).RequireAuthorization(Policies.Member).WithSummary("Reminds the organizations that have said nothing.");
        api.MapPost($"{Process}/ending", End).RequireAuthorization(Policies.Member).WithSummary("Ends the process without a vision.");
        api.MapPut($"{Process}/facilitator", Entrust).RequireAuthorization(Policies.Member).WithSummary("Gives the running of the process to somebody without a vote.");
        api.MapDelete($"{Process}/facilitator", Relieve).RequireAuthorization(Policies.Member).WithSummary("Says that nobody facilitates any more.");
    }

    /// <exception cref="NotFoundException">Not there, or without a part in the partnership.</exception>
    internal static async Task<(Partnership Here, VisionProcess Process)> VisionProcess(this Call call, int number)
    {
        var here = await call.Here();
        return (here, await call.Db.VisionProcesses.VisibleTo(call.Actor).Of(here).Numbered(number) ?? throw new NotFoundException());
    }

    private static async Task<Listing<ProcessShown>> List([AsParameters] Call call, [AsParameters] Paging page, CancellationToken ct) =>
        await call.Db.VisionProcesses.AsNoTracking().VisibleTo(call.Actor).Of(await call.Here()).PageOf(page, p => ProcessShown.Of(p), ct);

    private static async Task<One<ProcessShown>> Get([AsParameters] Call call, int number)
    {
        var (_, process) = await call.VisionProcess(number);
        return await Shown(call, process);
    }

    private static async Task<Made<ProcessShown>> Prepare([AsParameters] Call call, Outbox mail, ProcessWanted wanted, Texts t)
    {
        var here = await call.Here();
        var (today, usual) = (here.Today(call.Now), VisionWords.Usual(t.In(here.Language), here.Today(call.Now)));
        var process = Vision.VisionProcess.Prepare(call.Actor, here.Id, wanted.Plan(usual), await SeatsOf(call, here, wanted.Asked), today, call.Now);
        call.Db.Add(process);
        if (wanted.Facilitator is { } facilitator) await mail.Entrust(call.Db, call.Actor, here, process, facilitator.FullName, facilitator.Email, call.Now);
        await call.Db.SaveChangesAsync();
        return Answer.Made($"{ApiGroup.Prefix}/partnerships/{here.Slug}/vision/processes/{process.Number}", process, ProcessShown.Of(process, await call.Db.Heard(call.Actor, process)));
    }

    private static Task<One<ProcessShown>> Describe([AsParameters] Call call, int number, ProcessWanted wanted, Expected expected) => Change(call, number, async (here, process) =>
    {
        expected.MustFit(process);
        var seats = wanted.Asked is null ? [.. process.Asked.Select(a => a.SeatId)] : await SeatsOf(call, here, wanted.Asked);
        process.Describe(call.Actor, wanted.Plan(PlanOf(process)), seats, here.Today(call.Now), call.Now);
    });

    private static Task<One<ProcessShown>> Open([AsParameters] Call call, int number, Outbox mail) => Change(call, number, (here, process) => mail.OpenBoards(call.Db, call.Actor, here, process, call.Now));

    private static Task<One<ProcessShown>> Extend([AsParameters] Call call, int number, ClosingDayWanted wanted, Expected expected) => Change(call, number, (here, process) =>
    {
        expected.MustFit(process);
        process.Extend(call.Actor, wanted.ClosesOn, here.Today(call.Now), call.Now);
    });

    private static Task<One<ProcessShown>> Close([AsParameters] Call call, int number) => Change(call, number, async (_, process) =>
        process.CloseBoards(call.Actor, await call.Db.Cards.VisibleTo(call.Actor).Of(process).OnBoard().CountAsync(), call.Now));

    private static Task<One<ProcessShown>> Remind([AsParameters] Call call, int number, Outbox mail) => Change(call, number, (here, process) => mail.RemindSilent(call.Db, call.Actor, here, process, call.Now));

    private static Task<One<ProcessShown>> End([AsParameters] Call call, int number, EndingWanted wanted) => Change(call, number, (_, process) => process.End(call.Actor, wanted.Reason, call.Now));

    private static Task<One<ProcessShown>> Entrust([AsParameters] Call call, int number, FacilitatorWanted wanted, Expected expected, Outbox mail) => Change(call, number, (here, process) =>
    {
        expected.MustFit(process);
        return mail.Entrust(call.Db, call.Actor, here, process, wanted.FullName, wanted.Email, call.Now);
    });

    private static Task<One<ProcessShown>> Relieve([AsParameters] Call call, int number, Expected expected) => Change(call, number, (_, process) =>
    {
        expected.MustFit(process);
        process.Relieve(call.Actor, call.Now);
    });

    // Numbers of seats, as programs know them; none: every seat with a vote.
    private static async Task<IReadOnlyList<Guid>> SeatsOf(Call call, Partnership here, IReadOnlyList<int>? numbers)
    {
        var seats = await call.Db.Seats.IgnoreAutoIncludes().VisibleTo(call.Actor).Of(here).Seated().Where(s => !s.IsObserver).Select(s => new { s.Id, s.Number }).ToListAsync();
        if (numbers?.FirstOrDefault(n => seats.All(s => s.Number != n)) is { } unknown and not 0) throw new Refusal("vision.seat-unknown", "Asked", unknown);
        return [.. seats.Where(s => numbers?.Contains(s.Number) != false).Select(s => s.Id)];
    }

    private static VisionPlan PlanOf(VisionProcess p) => new()
    {
        Title = p.Title, NeedsQuestion = p.NeedsQuestion, ResourcesQuestion = p.ResourcesQuestion, StrategiesQuestion = p.StrategiesQuestion, OutcomesQuestion = p.OutcomesQuestion,
        GroundRules = p.GroundRules, OpensOn = p.OpensOn, ClosesOn = p.ClosesOn, AllowsAnonymous = p.AllowsAnonymous,
    };

    private static Task<One<ProcessShown>> Change(Call call, int number, Action<Partnership, VisionProcess> act) =>
        Change(call, number, (here, process) => { act(here, process); return Task.CompletedTask; });

    private static async Task<One<ProcessShown>> Change(Call call, int number, Func<Partnership, VisionProcess, Task> act)
    {
        var (here, process) = await call.VisionProcess(number);
        await act(here, process);
        await call.Db.SaveChangesAsync();
        return await Shown(call, process);
    }

    private static async Task<One<ProcessShown>> Shown(Call call, VisionProcess process) => Answer.One(process, ProcessShown.Of(process, await call.Db.Heard(call.Actor, process)));
}

/// <param name="Asked">Who is asked and how much they have said; only for one process.</param>
public sealed record ProcessShown(int Number, string Title, VisionStage Stage, LocalDate OpensOn, LocalDate ClosesOn, string NeedsQuestion, string ResourcesQuestion, string StrategiesQuestion, string OutcomesQuestion,
    string? GroundRules, bool AllowsAnonymous, Guid? Facilitator, string? EndReason, IReadOnlyList<AskedShown>? Asked)
{
    internal static ProcessShown Of(VisionProcess p, IReadOnlyList<Heard>? asked = null) => new(p.Number, p.Title, p.Stage, p.OpensOn, p.ClosesOn, p.NeedsQuestion, p.ResourcesQuestion, p.StrategiesQuestion, p.OutcomesQuestion,
        p.GroundRules, p.AllowsAnonymous, p.FacilitatorId, p.EndReason, asked is null ? null : [.. asked.Select(a => new AskedShown(a.Number, a.Name, a.Cards, a.HasAnswered, a.RemindedOn))]);
}

/// <param name="Seat">Number of the seat.</param>
public sealed record AskedShown(int Seat, string Organization, int Cards, bool HasAnswered, LocalDate? RemindedOn);

/// <summary>A process to prepare or change; what is left out is as usual, or stays.</summary>
/// <param name="Asked">Numbers of seats; every seat with a vote when left out.</param>
public sealed record ProcessWanted(string? Title = null, string? NeedsQuestion = null, string? ResourcesQuestion = null, string? StrategiesQuestion = null, string? OutcomesQuestion = null, string? GroundRules = null,
    LocalDate? OpensOn = null, LocalDate? ClosesOn = null, IReadOnlyList<int>? Asked = null, bool? AllowsAnonymous = null, FacilitatorWanted? Facilitator = null)
{
    internal VisionPlan Plan(VisionPlan otherwise) => otherwise with
    {
        Title = Title ?? otherwise.Title, NeedsQuestion = NeedsQuestion ?? otherwise.NeedsQuestion, ResourcesQuestion = ResourcesQuestion ?? otherwise.ResourcesQuestion,
        StrategiesQuestion = StrategiesQuestion ?? otherwise.StrategiesQuestion, OutcomesQuestion = OutcomesQuestion ?? otherwise.OutcomesQuestion, GroundRules = GroundRules ?? otherwise.GroundRules,
        OpensOn = OpensOn ?? otherwise.OpensOn, ClosesOn = ClosesOn ?? (OpensOn is { } opens && opens > otherwise.ClosesOn ? opens.PlusDays(VisionPlan.Usual) : otherwise.ClosesOn), AllowsAnonymous = AllowsAnonymous ?? otherwise.AllowsAnonymous,
    };
}

public sealed record FacilitatorWanted(string FullName, string Email);
public sealed record ClosingDayWanted(LocalDate ClosesOn);
public sealed record EndingWanted(string Reason);
