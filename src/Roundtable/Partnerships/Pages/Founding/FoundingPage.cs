using Microsoft.EntityFrameworkCore;
using Roundtable.Platform.Web;

namespace Roundtable.Partnerships.Pages.Founding;

/// <summary>A page on the way to a new partnership: knows what the founder has said so far.</summary>
public abstract class FoundingPage : FormPage
{
    protected FoundingDraft? Draft { get; private set; }

    /// <summary>What the partnership is called unless the founder says otherwise.</summary>
    protected string SuggestedName => T["partnerships.new.name.suggested", Draft?.PlaceShown?.Split(',')[0] ?? ""];

    protected sealed override async Task Load()
    {
        Draft = await Db.FoundingDrafts.FirstOrDefaultAsync(d => d.PersonId == Actor.PersonId);
        await LoadMore();
    }

    protected virtual Task LoadMore() => Task.CompletedTask;

    /// <summary>The draft to write on, begun when there is none.</summary>
    protected FoundingDraft Begun()
    {
        if (Draft is not null) return Draft;
        Db.Add(Draft = new FoundingDraft(Actor.PersonId!.Value, Now));
        return Draft;
    }
}
