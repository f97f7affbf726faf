using Microsoft.AspNetCore.Components;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using Roundtable.Directory;
using Roundtable.Partnerships;

namespace Roundtable.Vision.Pages;

/// <summary>A page of one vision process: <c>@page "/w/{Partnership}/vision/processes/{Number:int}/…"</c>.</summary>
public abstract class OneProcessPage : PartnershipPage
{
    [Parameter] public int Number { get; set; }

    protected VisionProcess Process { get; private set; } = null!;
    protected LocalDate Today => P.Today(Now);
    protected string Here => VisionUrls.One(P, Number);

    /// <summary>Runs this process, and there is still something to run.</summary>
    protected bool MayRun => May(VisionPermissions.Run) && !Process.IsOver;

    protected sealed override async Task LoadMore()
    {
        Process = await Db.VisionProcesses.VisibleTo(Actor).Of(P).Numbered(Number) ?? throw NotFound();
        await LoadOne();
    }

    protected virtual Task LoadOne() => Task.CompletedTask;

    /// <summary>Organizations of this person that are asked, with their names; most have one.</summary>
    protected IReadOnlyList<AskedSeat> Own => [.. Process.Asked.Where(Actor.SpeaksFor)];

    protected Task<Dictionary<Guid, string>> NamesOf(IReadOnlyCollection<Guid> seats)
    {
        var those = seats.ToArray();
        return (from s in Db.Seats.IgnoreAutoIncludes().VisibleTo(Actor).Of(P) join o in Db.Organizations on s.OrganizationId equals o.Id where those.Contains(s.Id) orderby s.Number select new { s.Id, o.ShownName })
            .ToDictionaryAsync(o => o.Id, o => o.ShownName);
    }

    /// <summary>How far it is, in a sentence.</summary>
    protected string StageLine => Process.Stage switch
    {
        VisionStage.Preparing => T["vision.line.preparing", Process.OpensOn],
        VisionStage.Collecting when Process.IsTaking(Today) => T["vision.line.collecting", T.Day(Process.ClosesOn, P)],
        VisionStage.Collecting => T["vision.line.closed", T.Day(Process.ClosesOn, P)],
        var stage => T.Name(stage),
    };
}
