using Microsoft.AspNetCore.Components;
using Microsoft.EntityFrameworkCore;
using Roundtable.Directory.Services;
using Roundtable.Platform.Access;
using Roundtable.Platform.Text;
using Roundtable.Platform.Web;

namespace Roundtable.Directory.Pages.Services;

/// <summary>A page for an organization's own people, opened by their personal link: what the public is told about it.</summary>
public abstract class OwnPage : LinkedPage
{
    [Inject] private CurrentLanguage Spoken { get; set; } = null!;

    protected override LinkPurpose Purpose => LinkPurpose.Personal;
    protected Organization Organization { get; private set; } = null!;

    protected string To(string step = "") => $"{(Spoken.IsInAddress ? $"/{Spoken.Code}" : "")}/me/{Token}{step}";

    protected sealed override async Task Opened()
    {
        var own = Actor.Standings.Select(s => s.OrganizationId).FirstOrDefault(o => o is { } id && Actor.MayKeep(id));
        Organization = await Db.Organizations.FirstOrDefaultAsync(o => o.Id == own) ?? throw NotFound();
        await LoadMore();
    }

    protected virtual Task LoadMore() => Task.CompletedTask;

    protected Task Say(Func<Task> act, string step) => Submit(async () => { Link.Use(Now); await act(); }, () => To(step));
}
