using Microsoft.AspNetCore.Components;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using Roundtable.Directory;
using Roundtable.People;
using Roundtable.Platform.Web;

namespace Roundtable.Partnerships.Pages.Prospects;

/// <summary>A page about one prospect: <c>@page "/w/{Partnership}/prospects/{Number:int}/…"</c>.</summary>
public abstract class OneProspectPage : PartnershipPage
{
    [Parameter] public int Number { get; set; }

    protected Prospect Prospect { get; private set; } = null!;
    protected LocalDate Today => P.Today(Now);
    protected string Here => ProspectUrls.One(P, Prospect);

    protected sealed override async Task LoadMore()
    {
        Prospect = await Db.Prospects.VisibleTo(Actor).In(P.Id).Numbered(Number) ?? throw NotFound();
        await LoadOne();
    }

    protected virtual Task LoadOne() => Task.CompletedTask;

    protected IEnumerable<Choice> RoleChoices => Enum.GetValues<PartnerRole>().Select(r => new Choice(Codes.Of(r), T[$"prospects.role.{Codes.Of(r)}"]));
    protected string Roles(IEnumerable<PartnerRole> roles) => string.Join(", ", roles.Select(r => T[$"prospects.role.{Codes.Of(r)}"]));
    protected string Day(LocalDate? day) => day is { } d ? d.ToString("D", T.Culture) : "";
    protected string Stage(EngagementStage stage) => T[$"prospects.stage.{Codes.Of(stage)}"];

    /// <summary>The people who sit at this table, by id.</summary>
    protected async Task<Dictionary<Guid, string>> OurPeople() =>
        await (from h in Db.Holders join p in Db.People on h.PersonId equals p.Id where h.PartnershipId == P.Id && h.Until == null select new { p.Id, p.FullName })
            .Distinct().OrderBy(p => p.FullName).ToDictionaryAsync(p => p.Id, p => p.FullName);
}
