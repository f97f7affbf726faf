using Roundtable.Platform;
using Roundtable.Platform.Access;
using Roundtable.Vision;

namespace Roundtable.Tests.Vision;

[Rules]
public class StatementTests : DraftingRules
{
    [Fact]
    public void Drafts_are_numbered_and_say_who_wrote_them()
    {
        var process = Drafting();
        var first = Write(process, Facilitator, "Everyone gets help.");
        var second = Write(process, Clinic, "Everyone gets help in their language.", basedOn: 1);
        var third = Write(process, Convener, "Everyone gets help, in any language.", basedOn: 2);
        Assert.Equal((1, (Guid?)null, (Guid?)Neutral, (Guid?)null), (first.Edition, first.SeatId, first.WrittenBy, first.BasedOnId));
        Assert.Equal((2, (Guid?)ClinicSeat, (Guid?)first.Id), (second.Edition, second.SeatId, second.BasedOnId));
        Assert.Equal((3, (Guid?)Library), (third.Edition, third.SeatId));
    }

    [Fact]
    public void Only_who_is_asked_or_runs_the_process_writes()
    {
        var process = Drafting();
        Refused("access.not-allowed", () => Write(process, Of(Role.Representative, Ids.New()), "Mine."));
        Refused("access.not-allowed", () => Write(process, Of(Role.Observer, ClinicSeat), "Mine."));
        Refused("access.not-allowed", () => Write(process, Of(Role.Signer, ClinicSeat), "Mine."));
        Refused("access.not-allowed", () => Write(process, Actor.Anonymous, "Mine."));
    }

    [Fact]
    public void The_first_draft_begins_the_drafting()
    {
        var process = Opened();
        Refused("drafts.not-yet", () => Write(process, Convener, "Too early."));
        process.CloseBoards(Convener, 3, Now);
        Refused("drafts.not-yet", () => Write(process, Clinic, "Not the clinic's to begin."));
        Refused("drafts.text-missing", () => Write(process, Convener, " "));
        Assert.Equal(VisionStage.Clustering, process.Stage);
        Write(process, Convener, "Everyone gets help.");
        Assert.Equal(VisionStage.Drafting, process.Stage);
        Write(process, Clinic, "Everyone gets help soon.");
        process.Become(Convener, VisionStage.Adopting, Now);
        Refused("drafts.being-adopted", () => Write(process, Convener, "Too late."));
        process.End(Convener, "Moved", Now);
        Refused("vision.over", () => Write(process, Convener, "Too late."));
    }

    [Fact]
    public void A_draft_has_words_and_not_too_many()
    {
        var process = Drafting();
        var refusal = Assert.Throws<Refusal>(() => Write(process, Convener, new string('x', 2001)));
        Assert.Equal(("vision.text-too-long", "Text", 2001, 2000), (refusal.Key, refusal.Input, refusal.With[0], refusal.With[1]));
        Assert.True(Write(process, Convener, new string('x', 2000)).IsLong);
        Assert.False(Write(process, Convener, $"First.\r\n\r\n{new string('x', 590)}").IsLong);
        Assert.Equal(1, Assert.Throws<Refusal>(() => Write(process, Convener, new string('x', 2000))).With[0]);
        Refused("drafts.base-unknown", () => Write(process, Convener, "From nowhere.", basedOn: 9));
    }

    [Fact]
    public void A_comment_keeps_the_words_it_was_about()
    {
        var process = Drafting();
        var first = Write(process, Facilitator, "Everyone gets help. Nobody waits.");
        var comment = StatementComment.Say(Clinic, process, first, 2, "Some will wait.", Now);
        Assert.Equal(("Nobody waits.", ClinicSeat, (int?)2), (comment.Quoted, comment.SeatId, comment.Sentence));
        Assert.Null(StatementComment.Say(Clinic, process, first, null, "Good.", Now).Quoted);
        Refused("drafts.sentence-unknown", () => StatementComment.Say(Clinic, process, first, 3, "Which?", Now));
        Refused("drafts.comment-missing", () => StatementComment.Say(Clinic, process, first, 1, "  ", Now));
        Refused("drafts.comment-by-seats", () => StatementComment.Say(Facilitator, process, first, 1, "Mine", Now));
    }

    [Fact]
    public void The_drafter_says_where_a_comment_was_heard()
    {
        var process = Drafting();
        var first = Write(process, Clinic, "Everyone gets help. Nobody waits.");
        var second = Write(process, Facilitator, "Everyone gets help. Few wait.");
        var (comment, other) = (StatementComment.Say(Convener, process, first, 2, "Some will wait.", Now), StatementComment.Say(Convener, process, second, 1, "Who?", Now));
        Refused("access.not-allowed", () => comment.Resolve(Of(Role.Representative, Ids.New()), process, first, second, null, Now));
        Refused("access.not-allowed", () => other.Resolve(Clinic, process, second, null, "Everyone.", Now));
        Refused("drafts.answer-missing", () => comment.Resolve(Clinic, process, first, null, " ", Now));
        Refused("drafts.heard-later", () => comment.Resolve(Clinic, process, first, first, null, Now));
        comment.Resolve(Clinic, process, first, second, "We say few now.", Now);
        Assert.Equal(((Guid?)second.Id, "We say few now.", false), (comment.HeardInId, comment.Answer, comment.IsOpen));
        Refused("drafts.comment-resolved", () => comment.Resolve(Clinic, process, first, second, null, Now));
        other.Resolve(Facilitator, process, second, null, "Everyone who comes to us.", Now);
    }
}
