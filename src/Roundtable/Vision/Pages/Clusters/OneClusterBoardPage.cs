using System.Globalization;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;
using Roundtable.Platform.Web;

namespace Roundtable.Vision.Pages.Clusters;

/// <summary>A page of one board while its cards are brought together: <c>…/clusters/…</c>.</summary>
public abstract class OneClusterBoardPage : OneProcessPage
{
    /// <summary>Posted with every act: number of the last act the person saw.</summary>
    protected const string SeenField = "Seen";

    protected Board Board { get; private set; }
    protected ClusterBoard Sorting { get; private set; } = null!;
    protected IReadOnlyList<Cluster> All { get; private set; } = [];
    protected IReadOnlyDictionary<Guid, string> Names { get; private set; } = new Dictionary<Guid, string>();
    protected IReadOnlyList<MoveView> Moves { get; private set; } = [];

    /// <summary>What others did meanwhile to the cards this act was about.</summary>
    protected IReadOnlyList<MoveView> Others { get; private set; } = [];

    protected bool MaySort => MayRun && Process.IsSorting;
    protected string BoardHref => ClusterUrls.Of(P, Number, Board);
    protected string Seen => Moves.Count == 0 ? "0" : $"{Moves[0].Move.Number}";
    protected IEnumerable<Choice> Targets(Cluster? except = null) => Sorting.Clusters.Where(c => c != except).Select(c => new Choice($"{c.Number}", c.Name));

    protected sealed override async Task LoadOne()
    {
        Board = await FindBoard() ?? throw NotFound();
        await LoadBoard();
        await LoadCluster();
    }

    /// <summary>Which board the address is about.</summary>
    protected abstract Task<Board?> FindBoard();

    protected virtual Task LoadCluster() => Task.CompletedTask;

    /// <summary>Does one act and goes on; shows what somebody else did meanwhile when it was about the same.</summary>
    protected async Task Act(Func<ClusterMove> act, Func<ClusterMove, string>? goTo = null)
    {
        ClusterMove? move = null;
        await Submit(() => { Db.Add(move = act()); }, () => goTo is null ? $"{BoardHref}?did={move!.Number}" : goTo(move!));
        if (Sorting.Overtaken.Count == 0) return;
        Others = [.. Sorting.Overtaken.Select(m => Moves.FirstOrDefault(v => v.Move.Number == m.Number) ?? new MoveView(m, null))];
        Http.Response.StatusCode = StatusCodes.Status409Conflict;
    }

    /// <summary>The same for one that makes a cluster.</summary>
    protected ClusterMove With(ClusterMove move, Cluster made)
    {
        Db.Add(made);
        return move;
    }

    protected override async Task Conflicted()
    {
        var seen = SeenBefore ?? 0;
        Db.ChangeTracker.Clear();
        await LoadBoard();
        Others = [.. Moves.Where(m => m.Move.Number > seen && m.Move.By != Actor.PersonId)];
        await LoadCluster();
    }

    private int? SeenBefore => HttpMethods.IsPost(Http.Request.Method) && int.TryParse(Http.Request.Form[SeenField], CultureInfo.InvariantCulture, out var seen) ? seen : null;

    private async Task LoadBoard()
    {
        var view = await Db.ClusterBoard(Actor, Process, Board, SeenBefore, toRead: HttpMethods.IsGet(Http.Request.Method));
        (Sorting, All, Names) = (view.Board, view.All, view.Names);
        Moves = await Db.LastMoves(Actor, Process, Board, 20);
    }

    /// <summary>Cards as the board shows them.</summary>
    protected IReadOnlyList<BinCard> Cards(IEnumerable<Card> cards) => [.. cards.Select(c => new BinCard($"{c.Number}", c.Text, c.Language, Names.GetValueOrDefault(c.Id) ?? T["vision.card.nameless"],
        c.TranslationLanguage is { } other && other != c.Language ? c.Translation : null, c.TranslationLanguage, ClusterUrls.Card(P, Number, c.Number)))];
}
