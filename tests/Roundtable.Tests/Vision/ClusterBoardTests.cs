using Roundtable.Platform;
using Roundtable.Platform.Access;
using Roundtable.Vision;

namespace Roundtable.Tests.Vision;

[Rules]
public class ClusterBoardTests : ClusterRules
{
    public ClusterBoardTests() => Five();

    [Fact]
    public void Cards_are_brought_together_and_keep_their_words()
    {
        var words = Cards.Select(c => c.Text).ToList();
        var forms = Made("Forms", Board.Needs, 1, 2);
        Assert.Equal([1, 2], In(forms));
        Assert.Equal([3, 4, 5], Alone());
        Assert.Equal(words, Cards.Select(c => c.Text));
        var said = Assert.Single(Moves[0].Unsaved).Read<CardsClustered>();
        Assert.Equal((ClusterAct.Made, 2, (Guid?)forms.Id), (said.Act, said.Cards, said.Cluster));
    }

    [Fact]
    public void Only_who_runs_the_process_brings_cards_together()
    {
        Refused("access.not-allowed", () => On().Make(Clinic, "Forms", [1], Now));
        Made(Convener, "Forms", Board.Needs, 1);
        Refused("access.not-allowed", () => On().Put(Of(Role.Representative, Library), [2], 1, Now));
        Process.CloseBoards(Convener, 5, Now);
        Kept(On().Put(Facilitator, [2], 1, Now));
        Process.Become(Convener, VisionStage.Drafting, Now);
        Refused("vision.clusters-fixed", () => On().Put(Facilitator, [3], 1, Now));
        Refused("vision.clusters-fixed", () => On().Undo(Facilitator, Moves[0], Now));
    }

    [Fact]
    public void What_is_missing_is_said()
    {
        Made("Forms", Board.Needs, 1, 2);
        Refused("vision.no-card-ticked", () => On().Make(Facilitator, "Phones", [], Now));
        Refused("vision.cluster-name-missing", () => On().Make(Facilitator, " ", [3], Now));
        Refused("vision.cluster-name-taken", () => On().Make(Facilitator, "FÓRMS", [3], Now));
        Refused("vision.card-not-here", () => On().Put(Facilitator, [3, 77], 1, Now));
        Refused("vision.cluster-gone", () => On().Put(Facilitator, [3], 9, Now));
        Refused("vision.there-already", () => On().Put(Facilitator, [1, 2], 1, Now));
        Refused("vision.alone-already", () => On().Put(Facilitator, [3], null, Now));
        Refused("vision.nothing-moved", () => On().Rename(Facilitator, 1, "Forms", Now));
        Refused("vision.card-not-here", () => On(Board.Outcomes).Make(Facilitator, "Forms", [1], Now));
    }

    [Fact]
    public void Cards_go_into_a_cluster_out_of_it_and_up_and_down()
    {
        var (forms, tech) = (Made("Forms", Board.Needs, 1, 2), Made("Technology", Board.Needs, 3));
        Kept(On().Put(Facilitator, [1, 4], 2, Now));
        Assert.Equal([2], In(forms));
        Assert.Equal([3, 1, 4], In(tech));
        Kept(On().Shift(Facilitator, 4, up: true, Now));
        Assert.Equal([3, 4, 1], In(tech));
        Kept(On().Shift(Facilitator, 3, up: false, Now));
        Assert.Equal([4, 3, 1], In(tech));
        Refused("vision.first-already", () => On().Shift(Facilitator, 4, up: true, Now));
        Refused("vision.card-alone", () => On().Shift(Facilitator, 5, up: true, Now));
        Kept(On().Put(Facilitator, [1], null, Now));
        Assert.Equal([1, 5], Alone());
    }

    [Fact]
    public void Clusters_are_named_merged_split_ordered_and_dissolved()
    {
        var (forms, tech) = (Made("Forms", Board.Needs, 1, 2), Made("Technology", Board.Needs, 3, 4));
        Kept(On().Rename(Facilitator, 1, "Forms and language", Now));
        Refused("vision.split-all", () => On().Split(Facilitator, 2, "Internet", [3, 4], Now, out _));
        Refused("vision.split-other", () => On().Split(Facilitator, 2, "Internet", [1], Now, out _));
        Kept(On().Split(Facilitator, 2, "Internet", [4], Now, out var internet));
        internet.Number = 3;
        Clusters.Add(internet);
        Kept(On().Move(Facilitator, 3, up: true, Now));
        Assert.Equal("Forms and language Internet Technology", Order());
        Refused("vision.last-already", () => On().Move(Facilitator, 2, up: false, Now));
        Kept(On().Arrange(Facilitator, [tech.Id, forms.Id], Now));
        Assert.Equal("Technology Forms and language Internet", Order());
        Refused("vision.order-already", () => On().Arrange(Facilitator, [tech.Id], Now));
        Refused("vision.merge-itself", () => On().Merge(Facilitator, 2, 2, Now));
        Kept(On().Merge(Facilitator, 3, 2, Now));
        Assert.Equal([3, 4], In(tech));
        Assert.False(internet.IsOnBoard);
        Refused("vision.cluster-gone", () => On().Rename(Facilitator, 3, "Again", Now));
        Kept(On().Dissolve(Facilitator, 1, Now));
        Assert.Equal([1, 2, 5], Alone());
        Assert.Equal("Technology", Order());
    }

    [Fact]
    public void What_serves_a_need_goes_with_it()
    {
        var (forms, language) = (Made("Forms", Board.Needs, 1), Made("Language", Board.Needs, 2));
        Said("Volunteers", Board.Resources);
        var hands = Made("Volunteers", Board.Resources, 6);
        Refused("vision.need-serves-nothing", () => On().Tie(Facilitator, 1, 2, Now));
        Refused("vision.cluster-gone", () => On(Board.Resources).Tie(Facilitator, 3, 3, Now));
        Kept(On(Board.Resources).Tie(Facilitator, 3, 1, Now));
        Refused("vision.tied-already", () => On(Board.Resources).Tie(Facilitator, 3, 1, Now));
        var merged = Kept(On().Merge(Facilitator, 1, 2, Now));
        Assert.Equal(language.Id, hands.NeedClusterId);
        Kept(On().Undo(Facilitator, merged, Now));
        Assert.Equal((forms.Id, true), (hands.NeedClusterId!.Value, forms.IsOnBoard));
        Kept(On().Dissolve(Facilitator, 1, Now));
        Assert.Null(hands.NeedClusterId);
        Kept(On().Undo(Facilitator, Moves[^1], Now));
        Kept(On(Board.Resources).Tie(Facilitator, 3, null, Now));
        Assert.Null(hands.NeedClusterId);
    }

    [Fact]
    public void Acts_are_undone_one_after_the_other()
    {
        var forms = Made("Forms", Board.Needs, 1, 2);
        Kept(On().Put(Facilitator, [3], 1, Now));
        Kept(On().Rename(Facilitator, 1, "Paper", Now));
        Kept(On().Dissolve(Facilitator, 1, Now));
        for (var left = 4; left > 0; left--) Kept(On().Undo(Convener, ClusterBoard.LastOf(Moves)!, Now));
        Assert.Null(ClusterBoard.LastOf(Moves));
        Assert.Equal([1, 2, 3, 4, 5], Alone());
        Assert.Equal(("", false), (Order(), forms.IsOnBoard));
        Refused("vision.undone-already", () => On().Undo(Facilitator, Moves[0], Now));
        Refused("vision.undo-of-undo", () => On().Undo(Facilitator, Moves[^1], Now));
    }

    [Fact]
    public void Undo_names_what_was_touched_since()
    {
        var forms = Made("Forms", Board.Needs, 1, 2);
        Made("Technology", Board.Needs, 3);
        Kept(On().Put(Facilitator, [2], 2, Now));
        var refusal = Assert.Throws<Refusal>(() => On().Undo(Facilitator, Moves[0], Now));
        Assert.Equal(("vision.undo-card-touched", 2), (refusal.Key, refusal.With[0]));
        Kept(On().Undo(Facilitator, Moves[2], Now));
        Kept(On().Rename(Convener, 1, "Paper", Now));
        Assert.Equal("vision.undo-cluster-touched", Assert.Throws<Refusal>(() => On().Undo(Facilitator, Moves[0], Now)).Key);
        Kept(On().Undo(Convener, Moves[^1], Now));
        Kept(On().Put(Facilitator, [4], 1, Now));
        Refused("vision.undo-card-touched", () => On().Undo(Facilitator, Moves[0], Now));
        Assert.Equal([1, 2, 4], In(forms));
    }

    [Fact]
    public void Undo_lays_no_card_where_nothing_is_any_more()
    {
        Made("Forms", Board.Needs, 1);
        var laid = Kept(On().Put(Facilitator, [1], null, Now));
        Kept(On().Dissolve(Facilitator, 1, Now));
        Refused("vision.undo-cluster-touched", () => On().Undo(Facilitator, laid, Now));
        Made("Forms", Board.Needs, 2);
        Refused("vision.cluster-name-taken", () => On().Undo(Facilitator, Moves[2], Now));
    }

    [Fact]
    public void A_card_taken_back_or_moved_to_another_board_is_not_dragged_back()
    {
        Made("Forms", Board.Needs, 1, 2);
        Cards[1].TakeBack(Clinic, Process, null, Now);
        Refused("vision.undo-card-touched", () => On().Undo(Facilitator, Moves[0], Now));
        Cards[1].PutBack(Clinic, Process, Now);
        Cards[0].Reword(Clinic, Process, new(Board.Outcomes, "Forms are easy", "en"), Today, Now);
        Refused("vision.undo-card-touched", () => On().Undo(Facilitator, Moves[0], Now));
    }

    [Fact]
    public void A_card_put_back_when_its_cluster_is_gone_lies_alone()
    {
        Made("Forms", Board.Needs, 1, 2);
        Cards[1].TakeBack(Clinic, Process, null, Now);
        Kept(On().Dissolve(Facilitator, 1, Now));
        Cards[1].PutBack(Clinic, Process, Now);
        Assert.Equal([1, 2, 3, 4, 5], Alone());
    }

    [Fact]
    public void Who_did_not_see_what_another_did_is_shown_it_first()
    {
        Made("Forms", Board.Needs, 1, 2);
        Made("Technology", Board.Needs, 3);
        const int seen = 2;
        Kept(On(seen: seen).Put(Convener, [4], 2, Now));
        var board = On(seen: seen);
        Refused("vision.touched-since", () => board.Put(Facilitator, [4], 1, Now));
        Assert.Equal(3, Assert.Single(board.Overtaken).Number);
        Kept(On(seen: seen).Put(Facilitator, [5], 2, Now));
        Kept(On().Dissolve(Convener, 1, Now));
        Refused("vision.touched-since", () => On(seen: seen).Put(Facilitator, [5], 1, Now));
        Refused("vision.touched-since", () => On(seen: seen).Merge(Facilitator, 2, 1, Now));
        Kept(On(seen: Moves[^1].Number).Put(Facilitator, [4], null, Now));
    }
}
