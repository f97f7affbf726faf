using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Roundtable.Decisions;
using Roundtable.Partnerships;

namespace Roundtable.Vision.Pages.Drafts;

/// <summary>A page about the wording of one vision process, with all its drafts.</summary>
public abstract class OneDraftingPage : PartnershipPage
{
    [Parameter] public int Number { get; set; }

    protected VisionProcess Process { get; private set; } = null!;

    /// <summary>The first one first.</summary>
    protected IReadOnlyList<Statement> Drafts { get; private set; } = [];

    /// <summary>What the organizations of the seats are called.</summary>
    protected IReadOnlyDictionary<Guid, string> Names { get; private set; } = new Dictionary<Guid, string>();

    protected Statement? Latest => Drafts.LastOrDefault();
    protected bool IsDrafting => Process.Stage is VisionStage.Drafting;
    protected bool MayRun => May(VisionPermissions.Run) && !Process.IsOver;
    protected bool MayWrite => Statement.MayBeWrittenBy(Actor, Process) && (IsDrafting || Process.Stage is VisionStage.Clustering && MayRun);

    /// <summary>The asked seat this person speaks for.</summary>
    protected AskedSeat? Own => Process.Asked.FirstOrDefault(Actor.SpeaksFor);

    protected sealed override async Task LoadMore()
    {
        if (HttpMethods.IsGet(Http.Request.Method)) await Db.AdoptVision(P, Now);
        Process = await Db.VisionProcesses.VisibleTo(Actor).Of(P).Numbered(Number) ?? throw NotFound();
        Drafts = await Db.Statements.VisibleTo(Actor).Of(Process).ToListAsync();
        Names = (await Db.SeatNames(Actor, P)).ToDictionary(n => n.Key, n => n.Value.Name);
        await LoadOne();
    }

    protected virtual Task LoadOne() => Task.CompletedTask;

    protected Statement Draft(int edition) => Drafts.FirstOrDefault(s => s.Edition == edition) ?? throw NotFound();
    protected string Writer(Statement statement) => statement.SeatId is { } seat ? Names.GetValueOrDefault(seat, "") : T["drafts.facilitator"];
    protected string WrittenBy(Statement statement) => T["drafts.written", Writer(statement), P.Today(statement.WrittenAt)];
    protected IEnumerable<Roundtable.Platform.Web.Choice> Editions => Drafts.Reverse().Select(s => new Roundtable.Platform.Web.Choice($"{s.Edition}", T["drafts.number", s.Edition]));
}
