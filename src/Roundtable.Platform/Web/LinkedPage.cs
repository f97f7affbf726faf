using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Roundtable.Platform.Access;

namespace Roundtable.Platform.Web;

/// <summary>
/// A page whose address holds a personal link (<c>[LinkPage]</c>, route parameter <c>Token</c>). Its markup stands inside
/// <c>&lt;Linked Page="this"&gt;</c>, which shows it while the link is good and otherwise says what the link has become.
/// Opening the page uses nothing; a form's act calls <c>Link.Use</c>.
/// </summary>
public abstract class LinkedPage : FormPage
{
    [Parameter] public string Token { get; set; } = "";
    [SupplyParameterFromQuery(Name = "sent")] public bool WasSent { get; set; }

    /// <summary>A link for anything else is not found here.</summary>
    protected abstract LinkPurpose Purpose { get; }

    public Link Link { get; private set; } = null!;
    public LinkState State { get; private set; }
    public bool IsGood => State is LinkState.Good;

    /// <summary>Whether a new link can be sent to the person this one was for.</summary>
    public virtual bool OffersAnother => false;

    protected sealed override async Task Load()
    {
        Link = await Db.Links.OfSecret(Purpose, Token) ?? throw NotFound();
        var grants = Link is { PersonId: { } person, PartnershipId: { } partnership }
            ? await Db.Grants.AsNoTracking().Where(g => g.PersonId == person && g.PartnershipId == partnership).ToListAsync() : [];
        Who.Actor = Actor.Holder(Link, [.. grants.Select(g => g.Standing)]);
        State = Link.StateAt(Now);
        // Sent twice: the second gets the first one's answer, though the link is used by now.
        if (State is LinkState.Used && HttpMethods.IsPost(Http.Request.Method) && await Repeat.Of(Http, Actor, Db, Now) is { Answered: not null, IsOther: false }) State = LinkState.Good;
        if (IsGood) await Opened();
        else Http.Response.StatusCode = StatusCodes.Status410Gone;
    }

    /// <summary>Finds what the link is about, once it is known to be good.</summary>
    protected virtual Task Opened() => Task.CompletedTask;

    /// <summary>Sends the person a new link, to the address the site knows and nowhere else.</summary>
    protected virtual Task SendAnother() => throw new Refusal("link.no-other");

    internal Task AskForAnother() => Submit(SendAnother, () => $"{Http.Request.Path}?sent=true");
}
