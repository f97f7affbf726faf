using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using Roundtable.Directory;
using Roundtable.Partnerships;
using Roundtable.Platform;
using Roundtable.Platform.Access;
using Roundtable.Platform.Api;
using Roundtable.Platform.Data;
using Roundtable.Platform.Text;
using Roundtable.Platform.Web;

namespace Roundtable.Vision;

/// <summary>Cards of a vision process for programs, and as files for spreadsheets.</summary>
public static class CardsApi
{
    internal static void MapCardsApi(this IEndpointRouteBuilder app)
    {
        var api = app.MapApi();
        const string cards = $"{VisionApi.Process}/cards", card = $"{cards}/{{card:int}}";
        api.MapGet(cards, List).RequireAuthorization(Policies.Member).WithSummary("Lists the cards of a vision process, of one board if one is named.");
        api.MapPost(cards, Add).RequireAuthorization(Policies.Member).WithSummary("Puts a card on a board for one's own organization.");
        api.MapPost($"{VisionApi.Process}/paper", Enter).RequireAuthorization(Policies.Member).WithSummary("Enters cards that an organization gave on paper or by phone: all of them or none.");
        api.MapGet(card, Get).RequireAuthorization(Policies.Member).WithSummary("Shows one card.");
        api.MapPut(card, Reword).RequireAuthorization(Policies.Member).WithSummary("Changes the words of a card of one's own organization, or its board.");
        api.MapDelete(card, TakeBack).RequireAuthorization(Policies.Member).WithSummary("Takes a card off its board; the convener gives a reason.");
        api.MapPost($"{card}/restoration", PutBack).RequireAuthorization(Policies.Member).WithSummary("Puts a card back on its board.");
        api.MapPut($"{card}/translation", Translate).RequireAuthorization(Policies.Member).WithSummary("Puts a translation beside the words of a card.");
        app.MapSheet("/w/{partnership}/vision/processes/{number:int}/cards", Sheet, "The cards of a vision process, of one board if one is named.").RequireAuthorization(Policies.Member);
    }

    private static async Task<Listing<CardShown>> List([AsParameters] Call call, [AsParameters] Paging page, int number, string? board, CancellationToken ct)
    {
        var (_, process) = await call.VisionProcess(number);
        var numbers = await NumbersOf(call, process);
        var wanted = Codes.Read<Board>(board);
        return await call.Db.Cards.AsNoTracking().VisibleTo(call.Actor).Of(process).OnBoard().Where(c => wanted == null || c.Board == wanted).PageOf(page, c => CardShown.Of(c, numbers), ct);
    }

    private static async Task<One<CardShown>> Get([AsParameters] Call call, int number, int card)
    {
        var (_, process, found) = await Find(call, number, card);
        return Answer.One(found, CardShown.Of(found, await NumbersOf(call, process)));
    }

    private static async Task<Made<CardShown>> Add([AsParameters] Call call, int number, CardWanted wanted, Texts t)
    {
        var (here, process) = await call.VisionProcess(number);
        var numbers = await NumbersOf(call, process);
        var seat = process.Asked.FirstOrDefault(a => wanted.Seat is { } s ? numbers.GetValueOrDefault(a.SeatId) == s : call.Actor.SpeaksFor(a));
        var made = Card.Add(call.Actor, process, seat, wanted.Words(t), CardWay.Page, here.Today(call.Now), call.Now, wanted.IsAnonymous);
        call.Db.Add(made);
        await call.Db.SaveChangesAsync();
        return Answer.Made($"{ApiGroup.Prefix}/partnerships/{here.Slug}/vision/processes/{number}/cards/{made.Number}", made, CardShown.Of(made, numbers));
    }

    private static async Task<Ok<PaperEntered>> Enter([AsParameters] Call call, int number, PaperWanted wanted)
    {
        var (here, process) = await call.VisionProcess(number);
        call.Actor.Must(VisionPermissions.Run, here.Id);
        var numbers = await NumbersOf(call, process);
        var seat = process.Asked.FirstOrDefault(a => numbers.GetValueOrDefault(a.SeatId) == wanted.Seat) ?? throw new Refusal("vision.paper.seat-missing", "Seat");
        var rows = CardRows.Read(wanted.Cards.Select((c, i) => new CardRow(i + 1, c.Board, c.Text, c.Evidence, c.Affected)), i => $"Cards[{i - 1}].Text");
        if (rows.Select(r => r.Problem).FirstOrDefault(p => p is not null) is { } wrong) throw wrong;
        if (rows.Count == 0) throw new Refusal("vision.paper.nothing", "Cards");
        var cards = rows.Select(r => Card.Add(call.Actor, process, seat, r.Words(wanted.Cards[r.Number - 1].Language ?? wanted.Language ?? here.Language), wanted.ByPhone ? CardWay.Phone : CardWay.Paper, here.Today(call.Now), call.Now)).ToList();
        call.Db.AddRange(cards);
        await call.Db.SaveChangesAsync();
        return TypedResults.Ok(new PaperEntered([.. cards.Select(c => c.Number)]));
    }

    private static Task<One<CardShown>> Reword([AsParameters] Call call, int number, int card, CardWanted wanted, Expected expected, Texts t) => Change(call, number, card, (here, process, found) =>
    {
        expected.MustFit(found);
        found.Reword(call.Actor, process, wanted.Words(t), here.Today(call.Now), call.Now);
    });

    private static Task<One<CardShown>> TakeBack([AsParameters] Call call, int number, int card, string? reason, Expected expected) => Change(call, number, card, (_, process, found) =>
    {
        expected.MustFit(found);
        found.TakeBack(call.Actor, process, reason, call.Now);
    });

    private static Task<One<CardShown>> PutBack([AsParameters] Call call, int number, int card) => Change(call, number, card, (_, process, found) => found.PutBack(call.Actor, process, call.Now));

    private static Task<One<CardShown>> Translate([AsParameters] Call call, int number, int card, TranslationWanted wanted, Expected expected) => Change(call, number, card, (_, process, found) =>
    {
        expected.MustFit(found);
        found.Translate(call.Actor, process, wanted.Text, wanted.Language, call.Now);
    });

    private static async Task<One<CardShown>> Change(Call call, int number, int card, Action<Partnership, VisionProcess, Card> act)
    {
        var (here, process, found) = await Find(call, number, card);
        act(here, process, found);
        await call.Db.SaveChangesAsync();
        return Answer.One(found, CardShown.Of(found, await NumbersOf(call, process)));
    }

    private static async Task<(Partnership Here, VisionProcess Process, Card Card)> Find(Call call, int number, int card)
    {
        var (here, process) = await call.VisionProcess(number);
        return (here, process, await call.Db.Cards.VisibleTo(call.Actor).Of(process).Numbered(card) ?? throw new NotFoundException());
    }

    // Seats are told by their numbers.
    private static async Task<IReadOnlyDictionary<Guid, int>> NumbersOf(Call call, VisionProcess process)
    {
        var those = process.Asked.Select(a => a.SeatId).ToArray();
        return await call.Db.Seats.IgnoreAutoIncludes().VisibleTo(call.Actor).Where(s => those.Contains(s.Id)).ToDictionaryAsync(s => s.Id, s => s.Number);
    }

    private static async Task<Sheet> Sheet([AsParameters] Call call, int number, string? board, Texts t)
    {
        var (here, process) = await call.VisionProcess(number);
        var (wanted, clusters) = (Codes.Read<Board>(board), await call.Db.Clusters.VisibleTo(call.Actor).Of(process).ToDictionaryAsync(c => c.Id, c => c.Name));
        var cards = await call.Db.Cards.AsNoTracking().VisibleTo(call.Actor).Of(process).OnBoard().Where(c => wanted == null || c.Board == wanted).Shown(call.Db).ToListAsync();
        return new($"{here.Slug}-vision-{number}", here.Today(call.Now),
            [t["vision.sheet.number"], t["vision.card.board"], t["partnerships.column.organization"], t["vision.sheet.text"], t["vision.card.language"], t["vision.card.translation"], t["vision.card.affected"], t["vision.card.evidence"], t["vision.card.came"], t["vision.sheet.cluster"], t["vision.sheet.added"]],
            cards.OrderBy(c => c.Card.Board).Select(c => new object?[]
            {
                c.Card.Number, t.Name(c.Card.Board), c.Organization ?? t["vision.unnamed"], c.Card.Text, LanguageNames.Of(c.Card.Language, t.Culture), c.Card.Translation, c.Card.Affected, c.Card.Evidence, t.Name(c.Card.Way),
                c.Card.ClusterId is { } cluster ? clusters.GetValueOrDefault(cluster) : null, c.Card.IsAnonymous ? null : here.Today(c.Card.AddedAt),
            }));
    }
}

/// <param name="Seat">Number of the seat it is of; none for a card without a name.</param>
public sealed record CardShown(int Number, Board Board, int? Seat, bool IsAnonymous, string Text, string Language, string? Translation, string? TranslationLanguage, CardWay Way, string? Affected, string? Evidence, bool IsOnBoard, string? TakenBackReason)
{
    internal static CardShown Of(Card c, IReadOnlyDictionary<Guid, int> seats) => new(c.Number, c.Board, c.SeatId is { } seat && seats.TryGetValue(seat, out var number) ? number : null, c.IsAnonymous, c.Text, c.Language,
        c.Translation, c.TranslationLanguage, c.Way, c.Affected, c.Evidence, c.IsOnBoard, c.TakenBackReason);
}

/// <param name="Seat">Number of the own seat; needed by who speaks for several.</param>
/// <param name="Language">Code or name; the caller's when left out.</param>
public sealed record CardWanted(Board Board, string Text, string? Language = null, string? Affected = null, string? Evidence = null, int? Seat = null, bool IsAnonymous = false)
{
    internal CardWords Words(Texts t) => new(Board, Text, Language ?? t.Language, Evidence, Affected);
}

/// <param name="Seat">Number of the seat whose cards these are.</param>
public sealed record PaperWanted(int Seat, IReadOnlyList<CardWanted> Cards, string? Language = null, bool ByPhone = false);

/// <param name="Cards">Numbers of the new cards, in the order given; blank ones are left out.</param>
public sealed record PaperEntered(IReadOnlyList<int> Cards);

/// <param name="Text">Nothing takes the translation away.</param>
public sealed record TranslationWanted(string? Text, string? Language = null);
