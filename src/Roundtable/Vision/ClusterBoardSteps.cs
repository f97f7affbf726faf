using NodaTime;
using Roundtable.Platform;
using Roundtable.Platform.Access;

namespace Roundtable.Vision;

/// <summary>What every act has in common: who may, on what, what it changed, and how it is taken back.</summary>
public sealed partial class ClusterBoard
{
    /// <summary>What others did since this was read to the cards and clusters the last refused act was about.</summary>
    public IReadOnlyList<ClusterMove> Overtaken { get; private set; } = [];

    /// <summary>Takes an act back: every card and cluster it touched is as it was before.</summary>
    /// <exception cref="Refusal">Undone already; a card or cluster has been touched since, names it.</exception>
    public ClusterMove Undo(Actor actor, ClusterMove move, Instant now)
    {
        MustSort(actor);
        if (move.ProcessId != process.Id || move.Board != board) throw new Refusal("access.not-allowed");
        move.MustBeUndoable();
        var changes = move.Changes;
        var (byId, all) = (cards.ToDictionary(c => c.Id), clusters.ToDictionary(c => c.Id));
        if (changes.Cards.FirstOrDefault(c => !byId.TryGetValue(c.Card, out var card) || Vision.Lay.Of(card) != c.After) is { } touched) throw new Refusal("vision.undo-card-touched", null, touched.Number);
        if (changes.Clusters.FirstOrDefault(c => all[c.Cluster].Shape != c.After) is { } reshaped) throw new Refusal("vision.undo-cluster-touched", null, all[reshaped.Cluster].Name);
        MustBeEmptyAfter(changes, all);
        move.Undo(now);
        return Step(actor, ClusterAct.Undone, move.ClusterId is { } about ? all.GetValueOrDefault(about) : null, now, () =>
        {
            foreach (var change in changes.Clusters) all[change.Cluster].Become(change.Before, now);
            foreach (var change in changes.Cards) byId[change.Card].Lie(change.Before.Cluster is { } cluster ? all[cluster] : null, change.Before.At);
        }, move.Number);
    }

    /// <summary>The act that the next undo takes back: the last one that still stands.</summary>
    public static ClusterMove? LastOf(IEnumerable<ClusterMove> moves) => moves.Where(m => m.IsUndoable).MaxBy(m => m.Number);

    // What the undo takes off the board must hold nothing that came later, and what it lays cards into must be there.
    private void MustBeEmptyAfter(ClusterChanges changes, Dictionary<Guid, Cluster> all)
    {
        var (moved, going) = (changes.Cards.Select(c => c.Card).ToHashSet(), changes.Clusters.Where(c => c.Before.IsDissolved).Select(c => c.Cluster).ToHashSet());
        var tied = changes.Clusters.Select(c => c.Cluster).ToHashSet();
        if (cards.Find(c => c.ClusterId is { } id && going.Contains(id) && !moved.Contains(c.Id)) is { } later) throw new Refusal("vision.undo-card-touched", null, later.Number);
        if (clusters.Find(c => c.IsOnBoard && c.NeedClusterId is { } id && going.Contains(id) && !tied.Contains(c.Id)) is { } serving) throw new Refusal("vision.undo-cluster-touched", null, serving.Name);
        var coming = changes.Clusters.Where(c => !c.Before.IsDissolved).ToDictionary(c => c.Cluster, c => c.Before);
        foreach (var lay in changes.Cards.Select(c => c.Before.Cluster).OfType<Guid>().Concat(coming.Values.Select(s => s.Need).OfType<Guid>()).Distinct())
            if (!coming.ContainsKey(lay) && !all[lay].IsOnBoard) throw new Refusal("vision.undo-cluster-touched", null, all[lay].Name);
        foreach (var (id, shape) in coming)
            if (clusters.Exists(c => c.Id != id && !coming.ContainsKey(c.Id) && c.Board == all[id].Board && c.IsOnBoard && IsSame(c.Name, shape.Name))) throw new Refusal("vision.cluster-name-taken", null, shape.Name);
    }

    private ClusterMove Make(Actor actor, ClusterAct act, string? name, List<Card> chosen, Instant now, out Cluster made)
    {
        var wanted = Free(name, null);
        if (Clusters.Count >= Most) throw new Refusal("vision.too-many-clusters", "Name", Most);
        var cluster = made = new Cluster(process, board, wanted, 1 + Clusters.Select(c => c.Position).DefaultIfEmpty().Max());
        return Step(actor, act, cluster, now, () =>
        {
            clusters.Add(cluster);
            Lay(chosen, cluster);
        });
    }

    private ClusterMove Step(Actor actor, ClusterAct act, Cluster? about, Instant now, Action change, int? undoes = null)
    {
        var lays = cards.ToDictionary(c => c.Id, Vision.Lay.Of);
        var shapes = clusters.ToDictionary(c => c.Id, c => c.Shape);
        change();
        var moved = cards.Where(c => lays[c.Id] != Vision.Lay.Of(c)).Select(c => new CardChange(c.Id, c.Number, lays[c.Id], Vision.Lay.Of(c))).ToList();
        var shaped = clusters.Select(c => new ClusterChange(c.Id, shapes.GetValueOrDefault(c.Id) ?? c.Shape with { IsDissolved = true }, c.Shape)).Where(c => c.Before != c.After).ToList();
        if (moved.Count + shaped.Count == 0) throw new Refusal("vision.nothing-moved");
        var touched = moved.SelectMany(c => (Guid?[])[c.Before.Cluster, c.After.Cluster]).OfType<Guid>().Concat(shaped.Select(c => c.Cluster)).ToHashSet();
        foreach (var cluster in clusters.Where(c => touched.Contains(c.Id))) cluster.Touch();
        return new ClusterMove(actor, process, board, act, about, new(moved, shaped), now, undoes);
    }

    private void Lay(IEnumerable<Card> those, Cluster? cluster)
    {
        var at = cluster is null ? 0 : In(cluster).Select(c => c.Position ?? 0).DefaultIfEmpty().Max();
        foreach (var card in those.ToList()) card.Lie(cluster, cluster is null ? null : ++at);
    }

    private static void Order(List<Cluster> order, Instant now)
    {
        for (var i = 0; i < order.Count; i++) order[i].Become(order[i].Shape with { Position = i + 1 }, now);
    }

    private void MustSort(Actor actor)
    {
        process.MustRun(actor);
        if (process.Stage is VisionStage.Preparing) throw new Refusal("vision.not-open-yet");
        if (!process.IsSorting) throw new Refusal("vision.clusters-fixed");
    }

    private List<Card> Chosen(Actor actor, IReadOnlyCollection<int> numbers)
    {
        MustSort(actor);
        if (numbers.Count == 0) throw new Refusal("vision.no-card-ticked", "Cards");
        var chosen = cards.Where(c => numbers.Contains(c.Number)).OrderBy(c => c.Number).ToList();
        if (numbers.Distinct().FirstOrDefault(n => chosen.All(c => c.Number != n)) is var gone and not 0) throw new Refusal("vision.card-not-here", "Cards", gone);
        MustBeFresh(chosen, []);
        return chosen;
    }

    private Cluster Mine(Actor actor, int number)
    {
        MustSort(actor);
        var cluster = Here(number);
        MustBeFresh([], [cluster]);
        return cluster;
    }

    private Cluster Here(int number)
    {
        var cluster = clusters.Find(c => c.Number == number && c.Board == board) ?? throw new Refusal("vision.cluster-gone", "Into");
        if (cluster.IsOnBoard) return cluster;
        MustBeFresh([], [cluster]);
        throw new Refusal("vision.cluster-gone", "Into");
    }

    private void MustBeFresh(IEnumerable<Card> those, IEnumerable<Cluster> these)
    {
        var (about, around) = (those.Select(c => c.Id).ToHashSet(), these.Select(c => c.Id).ToHashSet());
        Overtaken = [.. since.Where(m => m.Changes.Touches(about, around))];
        if (Overtaken.Count > 0) throw new Refusal("vision.touched-since");
    }

    private string Free(string? name, Cluster? of)
    {
        var wanted = Cluster.NameOf(name);
        return Clusters.Any(c => c != of && IsSame(c.Name, wanted)) ? throw new Refusal("vision.cluster-name-taken", "Name", wanted) : wanted;
    }

    private static bool IsSame(string one, string other) => Platform.Data.Folded.Of(one) == Platform.Data.Folded.Of(other);
}
