using Microsoft.AspNetCore.Components;
using Microsoft.EntityFrameworkCore;

namespace Roundtable.Vision.Pages;

/// <summary>A page of one card: <c>…/processes/{Number:int}/cards/{CardNumber:int}</c>.</summary>
public abstract class OneCardPage : OneProcessPage
{
    [Parameter] public int CardNumber { get; set; }

    protected Card Card { get; private set; } = null!;

    /// <summary>Whose it is; none for a card without a name.</summary>
    protected string? Organization { get; private set; }
    protected string CardHref => VisionUrls.Card(P, Number, CardNumber);

    protected sealed override async Task LoadOne()
    {
        Card = await Db.Cards.VisibleTo(Actor).Of(Process).Numbered(CardNumber) ?? throw NotFound();
        if (Card.SeatId is { } seat) Organization = (await NamesOf([seat])).GetValueOrDefault(seat);
        await LoadCard();
    }

    protected virtual Task LoadCard() => Task.CompletedTask;
}
