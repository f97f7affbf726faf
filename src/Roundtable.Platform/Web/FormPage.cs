using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using Roundtable.Platform.Access;
using Roundtable.Platform.Data;
using Roundtable.Platform.Text;

namespace Roundtable.Platform.Web;

/// <summary>
/// Every page: parameters → load or not found → at most one <see cref="Submit(Action, Func{string})"/>.
/// On a POST the page loads first, then the form's handler runs, then the page is drawn again with what is wrong, or the person is sent on.
/// </summary>
public abstract class FormPage : ComponentBase
{
    [Inject] protected RoundtableDb Db { get; set; } = null!;
    [Inject] protected CurrentActor Who { get; set; } = null!;
    [Inject] protected IClock Clock { get; set; } = null!;
    [Inject] protected Texts T { get; set; } = null!;
    [Inject] protected NavigationManager Navigation { get; set; } = null!;
    [CascadingParameter] protected HttpContext Http { get; set; } = null!;

    public FormErrors Errors { get; } = new();

    protected Actor Actor => Who.Actor;
    protected Instant Now => Clock.GetCurrentInstant();

    // The framework would draw the page while it still waits for the database; ours is drawn once, when it is loaded.
    public override async Task SetParametersAsync(ParameterView parameters)
    {
        parameters.SetParameterProperties(this);
        await Load();
        await base.SetParametersAsync(ParameterView.Empty);
    }

    /// <summary>Finds what the page is about; throws <see cref="NotFound"/> when there is nothing for this actor.</summary>
    protected virtual Task Load() => Task.CompletedTask;

    protected static NotFoundException NotFound() => new();

    /// <summary>This form was just sent: it is drawn even when its time is over meanwhile, so that the refusal has a place and nothing typed is lost.</summary>
    protected bool IsPosted(string form) => HttpMethods.IsPost(Http.Request.Method) && Http.Request.HasFormContentType && Http.Request.Form["_handler"] == form;

    protected Task Submit(Action act, Func<string> goTo) => Submit(() => { act(); return Task.CompletedTask; }, goTo);

    /// <summary>
    /// Runs the act and saves it together with the answer to a repeat. A refusal is shown beside its input; what was typed stays.
    /// </summary>
    /// <param name="goTo">Where the person is sent; asked after numbers are given.</param>
    /// <param name="inTurn">Act and save are one transaction, so that what the act waited for with <c>Db.Turn</c> still holds when it is saved.</param>
    protected async Task Submit(Func<Task> act, Func<string> goTo, bool inTurn = false)
    {
        if (Errors.Any) { Refused(); return; }
        var repeat = await Repeat.Of(Http, Actor, Db, Now);
        if (repeat.IsOther) { Refuse(new Refusal("form.key-used")); return; }
        if (repeat.Answered is { } before) { Again(before.Body); Navigation.NavigateTo(before.Location!); return; }
        string? location = null;
        try
        {
            if (inTurn) await Db.Together(Save, Http.RequestAborted);
            else await Save();
        }
        catch (Refusal refusal)
        {
            // A double click: the first one, saved meanwhile, may be why this one is refused.
            if (await repeat.AnswerOfTheOther(Db) is { Location: { } done } && !repeat.IsOther) { Navigation.NavigateTo(done); return; }
            Refuse(refusal);
            return;
        }
        catch (DbUpdateConcurrencyException)
        {
            if (await repeat.AnswerOfTheOther(Db) is { Location: { } done } && !repeat.IsOther) { Navigation.NavigateTo(done); return; }
            Http.Response.StatusCode = StatusCodes.Status409Conflict;
            Errors.Add(null, T["form.conflict"]);
            await Conflicted();
            return;
        }
        catch (DbUpdateException) when (repeat.IsKeyed)
        {
            if (await repeat.AnswerOfTheOther(Db) is not { } other) throw;
            Again(other.Body);
            location = other.Location;
        }
        Navigation.NavigateTo(location!);

        async Task<int> Save()
        {
            await act();
            Db.Remember(() => repeat.Answer(StatusCodes.Status303SeeOther, location = goTo(), Kept));
            return await Db.SaveChangesAsync(Http.RequestAborted);
        }
    }

    /// <summary>What a repeat of this request needs besides the address, such as the sealed secret of a new session. Asked after the act.</summary>
    protected virtual string? Kept => null;

    /// <summary>The act was done by an earlier request with the same key, whose answer perhaps never arrived.</summary>
    protected virtual void Again(string? kept) { }

    /// <summary>Somebody else saved first: the page shows what they wrote beside what was typed.</summary>
    protected virtual Task Conflicted() => Task.CompletedTask;

    protected void Refuse(Refusal refusal)
    {
        Errors.Add(refusal.Input, T.Of(refusal));
        Refused();
    }

    private void Refused() => Http.Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
}
