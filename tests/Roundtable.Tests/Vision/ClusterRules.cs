using Roundtable.Platform.Access;
using Roundtable.Vision;

namespace Roundtable.Tests.Vision;

/// <summary>Boards with cards, in memory: numbers are given as the database would.</summary>
public abstract class ClusterRules : VisionRules
{
    protected readonly VisionProcess Process;
    protected readonly List<Card> Cards = [];
    protected readonly List<Cluster> Clusters = [];
    protected readonly List<ClusterMove> Moves = [];

    protected ClusterRules() => Process = Opened();

    protected Card Said(string text, Board board = Board.Needs, string? evidence = null)
    {
        var card = Card.Add(Clinic, Process, Process.AskedOf(ClinicSeat), new CardWords(board, text, "en", evidence), CardWay.Page, Today, Now);
        card.Number = Cards.Count + 1;
        Cards.Add(card);
        return card;
    }

    protected ClusterBoard On(Board board = Board.Needs, int? seen = null) =>
        new(Process, board, Cards, Clusters, seen is { } last ? Moves.Where(m => m.Number > last) : null);

    protected Cluster Made(string name, Board board, params int[] cards) => Made(Facilitator, name, board, cards);

    protected Cluster Made(Actor by, string name, Board board, params int[] cards)
    {
        Kept(On(board).Make(by, name, cards, Now, out var made));
        made.Number = Clusters.Count + 1;
        Clusters.Add(made);
        return made;
    }

    protected ClusterMove Kept(ClusterMove move)
    {
        move.Number = Moves.Count + 1;
        Moves.Add(move);
        return move;
    }

    protected IEnumerable<int> In(Cluster cluster) => On(cluster.Board).In(cluster).Select(c => c.Number);
    protected IEnumerable<int> Alone(Board board = Board.Needs) => On(board).Alone.Select(c => c.Number);
    protected string Order(Board board = Board.Needs) => string.Join(' ', On(board).Clusters.Select(c => c.Name));

    protected void Five()
    {
        foreach (var text in (string[])["Immigration forms are hard", "Forms only in English", "No computers at home", "Slow internet", "Nobody answers the phone"]) Said(text);
    }
}
