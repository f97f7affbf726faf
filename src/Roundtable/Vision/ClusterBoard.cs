using NodaTime;
using Roundtable.Platform;
using Roundtable.Platform.Access;

namespace Roundtable.Vision;

/// <summary>
/// One board while its cards are brought together by who runs the process, as soon as there are cards and until the text is drafted.
/// No act changes the words of a card. Every act answers with the <see cref="ClusterMove"/> to save with it.
/// </summary>
/// <param name="cards">All on the board.</param>
/// <param name="clusters">All of the process: needs are served by clusters of other boards.</param>
/// <param name="since">What was done since the person read the board, so that nobody undoes another's act unseen.</param>
public sealed partial class ClusterBoard(VisionProcess process, Board board, IEnumerable<Card> cards, IEnumerable<Cluster> clusters, IEnumerable<ClusterMove>? since = null)
{
    /// <summary>Most clusters of a board: as many as one dot vote can ask about.</summary>
    public const int Most = 100;

    private readonly List<Card> cards = [.. cards.Where(c => c.Board == board && c.IsOnBoard)];
    private readonly List<Cluster> clusters = [.. clusters];
    private readonly List<ClusterMove> since = [.. since ?? []];

    public Board Board => board;

    /// <summary>Clusters of this board, in their order.</summary>
    public IReadOnlyList<Cluster> Clusters => [.. clusters.Where(c => c.Board == board && c.IsOnBoard).OrderBy(c => c.Position).ThenBy(c => c.Number)];

    /// <summary>Cards in no cluster, as they came.</summary>
    public IReadOnlyList<Card> Alone
    {
        get
        {
            var there = Clusters.Select(c => c.Id).ToHashSet();
            return [.. cards.Where(c => c.ClusterId is not { } id || !there.Contains(id)).OrderBy(c => c.Number)];
        }
    }

    /// <summary>Cards of a cluster, in their order.</summary>
    public IReadOnlyList<Card> In(Cluster cluster) => [.. cards.Where(c => c.ClusterId == cluster.Id).OrderBy(c => c.Position).ThenBy(c => c.Number)];

    /// <summary>Brings cards together in a new cluster.</summary>
    /// <exception cref="Refusal">No card chosen; no name, or one that another cluster has.</exception>
    public ClusterMove Make(Actor actor, string? name, IReadOnlyCollection<int> numbers, Instant now) => Make(actor, ClusterAct.Made, name, Chosen(actor, numbers), now, out _);

    /// <inheritdoc cref="Make(Actor, string?, IReadOnlyCollection{int}, Instant)"/>
    /// <param name="made">The new cluster, to save with the act.</param>
    public ClusterMove Make(Actor actor, string? name, IReadOnlyCollection<int> numbers, Instant now, out Cluster made) => Make(actor, ClusterAct.Made, name, Chosen(actor, numbers), now, out made);

    /// <summary>Takes some cards of a cluster out into a new one.</summary>
    /// <exception cref="Refusal">A card of another; all of them: then the cluster is renamed instead.</exception>
    public ClusterMove Split(Actor actor, int number, string? name, IReadOnlyCollection<int> numbers, Instant now, out Cluster made)
    {
        var (chosen, from) = (Chosen(actor, numbers), Here(number));
        if (chosen.Any(c => c.ClusterId != from.Id)) throw new Refusal("vision.split-other", "Cards", from.Name);
        if (chosen.Count == In(from).Count) throw new Refusal("vision.split-all", "Cards");
        return Make(actor, ClusterAct.Split, name, chosen, now, out made);
    }

    /// <summary>Lays cards into a cluster, or alone.</summary>
    /// <param name="into">Number of the cluster; none to lay them alone.</param>
    /// <exception cref="Refusal">No card chosen; all lie there already; the cluster is gone.</exception>
    public ClusterMove Put(Actor actor, IReadOnlyCollection<int> numbers, int? into, Instant now)
    {
        var chosen = Chosen(actor, numbers);
        var cluster = into is { } number ? Here(number) : null;
        var moving = chosen.Where(c => cluster is null ? c.ClusterId is not null : c.ClusterId != cluster.Id).ToList();
        if (moving.Count == 0) throw new Refusal(cluster is null ? "vision.alone-already" : "vision.there-already", "Into", cluster?.Name ?? "");
        return Step(actor, ClusterAct.Put, cluster, now, () => Lay(moving, cluster));
    }

    public ClusterMove Rename(Actor actor, int number, string? name, Instant now)
    {
        var cluster = Mine(actor, number);
        var wanted = Free(name, cluster);
        return Step(actor, ClusterAct.Named, cluster, now, () => cluster.Become(cluster.Shape with { Name = wanted }, now));
    }

    /// <summary>Lays all cards of one cluster into another, which then also has what served the first.</summary>
    /// <exception cref="Refusal">Into itself; one of them is gone.</exception>
    public ClusterMove Merge(Actor actor, int number, int into, Instant now)
    {
        var from = Mine(actor, number);
        if (number == into) throw new Refusal("vision.merge-itself", "Into");
        var to = Mine(actor, into);
        return Step(actor, ClusterAct.Merged, to, now, () =>
        {
            Lay(In(from), to);
            foreach (var serving in clusters.Where(c => c.NeedClusterId == from.Id)) serving.Become(serving.Shape with { Need = to.Id }, now);
            if (to.NeedClusterId is null && from.NeedClusterId is { } need) to.Become(to.Shape with { Need = need }, now);
            from.Become(from.Shape with { IsDissolved = true, Need = null }, now);
        });
    }

    /// <summary>Takes a cluster apart: its cards lie alone again, and it no longer serves or is served.</summary>
    public ClusterMove Dissolve(Actor actor, int number, Instant now)
    {
        var cluster = Mine(actor, number);
        return Step(actor, ClusterAct.Dissolved, cluster, now, () =>
        {
            Lay(In(cluster), null);
            foreach (var serving in clusters.Where(c => c.NeedClusterId == cluster.Id)) serving.Become(serving.Shape with { Need = null }, now);
            cluster.Become(cluster.Shape with { IsDissolved = true, Need = null }, now);
        });
    }

    /// <summary>Moves a cluster one place up or down.</summary>
    /// <exception cref="Refusal">It is the first or last already.</exception>
    public ClusterMove Move(Actor actor, int number, bool up, Instant now)
    {
        var (cluster, order) = (Mine(actor, number), Clusters.ToList());
        var at = order.IndexOf(cluster);
        if (up ? at == 0 : at == order.Count - 1) throw new Refusal(up ? "vision.first-already" : "vision.last-already");
        (order[at], order[at + (up ? -1 : 1)]) = (order[at + (up ? -1 : 1)], order[at]);
        return Step(actor, up ? ClusterAct.Raised : ClusterAct.Lowered, cluster, now, () => Order(order, now));
    }

    /// <summary>Orders the clusters anew, such as by their dots; those not named follow as they were.</summary>
    public ClusterMove Arrange(Actor actor, IReadOnlyList<Guid> wanted, Instant now)
    {
        MustSort(actor);
        var order = Clusters.OrderBy(c => wanted.Contains(c.Id) ? wanted.ToList().IndexOf(c.Id) : int.MaxValue).ToList();
        MustBeFresh([], order);
        if (order.SequenceEqual(Clusters)) throw new Refusal("vision.order-already");
        return Step(actor, ClusterAct.Arranged, null, now, () => Order(order, now));
    }

    /// <summary>Moves a card one place up or down in its cluster.</summary>
    public ClusterMove Shift(Actor actor, int card, bool up, Instant now)
    {
        var chosen = Chosen(actor, [card])[0];
        var cluster = clusters.Find(c => c.Id == chosen.ClusterId && c.IsOnBoard) ?? throw new Refusal("vision.card-alone");
        var order = In(cluster).ToList();
        var at = order.IndexOf(chosen);
        if (up ? at == 0 : at == order.Count - 1) throw new Refusal(up ? "vision.first-already" : "vision.last-already");
        (order[at], order[at + (up ? -1 : 1)]) = (order[at + (up ? -1 : 1)], order[at]);
        return Step(actor, ClusterAct.Shifted, cluster, now, () => { for (var i = 0; i < order.Count; i++) order[i].Lie(cluster, i + 1); });
    }

    /// <summary>Says which need a resource, strategy or outcome serves; none takes that back.</summary>
    /// <param name="need">Number of a cluster of needs.</param>
    /// <exception cref="Refusal">A need serves nothing; what is named is no need.</exception>
    public ClusterMove Tie(Actor actor, int number, int? need, Instant now)
    {
        var cluster = Mine(actor, number);
        if (board is Board.Needs) throw new Refusal("vision.need-serves-nothing", "Need");
        var served = need is { } wanted ? clusters.Find(c => c.Number == wanted && c.Board is Board.Needs && c.IsOnBoard) ?? throw new Refusal("vision.cluster-gone", "Need") : null;
        if (served?.Id == cluster.NeedClusterId) throw new Refusal("vision.tied-already", "Need");
        return Step(actor, ClusterAct.Tied, cluster, now, () => cluster.Become(cluster.Shape with { Need = served?.Id }, now));
    }
}
