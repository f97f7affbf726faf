using NodaTime;
using Roundtable.Partnerships;
using Roundtable.Platform;
using Roundtable.Platform.Access;
using Roundtable.Platform.Data;

namespace Roundtable.Vision;

/// <summary>
/// What an organization says about one sentence of a draft. It keeps the sentence's words, so that it still makes sense when a later
/// draft has changed them.
/// </summary>
public sealed class StatementComment : PartnershipRecord, INumbered
{
    private StatementComment() { }

    public int Number { get; set; }
    public Guid ProcessId { get; private init; }
    public Guid StatementId { get; private init; }

    /// <summary>1 for the first sentence; none for the whole text.</summary>
    public int? Sentence { get; private init; }

    /// <summary>The sentence as it was then.</summary>
    public string? Quoted { get; private init; }
    public Guid SeatId { get; private init; }
    public string Text { get; private init; } = "";
    public Instant SaidAt { get; private init; }
    public Guid? SaidBy { get; private init; }

    public Instant? ResolvedAt { get; private set; }

    /// <summary>The draft in which it was heard; none when it was answered in words alone.</summary>
    public Guid? HeardInId { get; private set; }

    /// <summary>What the drafter answered.</summary>
    public string? Answer { get; private set; }

    public bool IsOpen => ResolvedAt is null;

    /// <exception cref="Refusal">Not the people of an asked seat; not the time; no words; no such sentence.</exception>
    public static StatementComment Say(Actor actor, VisionProcess process, Statement statement, int? sentence, string? words, Instant now)
    {
        if (process.Asked.FirstOrDefault(actor.SpeaksFor) is not { } seat) throw new Refusal("drafts.comment-by-seats");
        if (statement.ProcessId != process.Id) throw new Refusal("access.not-allowed");
        process.MustBeDrafting();
        var text = CardText.Many(words, "Text", 1000) ?? throw new Refusal("drafts.comment-missing", "Text");
        var sentences = statement.Sentences;
        if (sentence is { } number && (number < 1 || number > sentences.Count)) throw new Refusal("drafts.sentence-unknown", "Sentence");
        var comment = new StatementComment
        {
            PartnershipId = process.PartnershipId, ProcessId = process.Id, StatementId = statement.Id, Sentence = sentence, Quoted = sentence is { } s ? sentences[s - 1] : null,
            SeatId = seat.SeatId, Text = text, SaidAt = now, SaidBy = actor.PersonId,
        };
        comment.Log(actor, now, new StatementCommented(statement.Edition, seat.SeatId));
        return comment;
    }

    /// <summary>The drafter says in which draft it was heard, or why not.</summary>
    /// <param name="about">The draft that was commented on.</param>
    /// <param name="heardIn">A later draft of the same process.</param>
    /// <exception cref="Refusal">Not who wrote the draft or runs the process; resolved already; neither a later draft nor an answer.</exception>
    public void Resolve(Actor actor, VisionProcess process, Statement about, Statement? heardIn, string? answer, Instant now)
    {
        if (about.Id != StatementId || process.Id != ProcessId) throw new Refusal("access.not-allowed");
        if (!MayBeResolvedBy(actor, process, about)) throw new Refusal("access.not-allowed");
        if (!IsOpen) throw new Refusal("drafts.comment-resolved");
        if (heardIn is not null && (heardIn.ProcessId != ProcessId || heardIn.Edition <= about.Edition)) throw new Refusal("drafts.heard-later", "HeardIn");
        var said = CardText.Many(answer, "Answer", 500);
        if (heardIn is null && said is null) throw new Refusal("drafts.answer-missing", "Answer");
        (ResolvedAt, HeardInId, Answer) = (now, heardIn?.Id, said);
        Log(actor, now, new CommentResolved(heardIn?.Edition));
    }

    /// <summary>Who wrote the draft, and who runs the process.</summary>
    public static bool MayBeResolvedBy(Actor actor, VisionProcess process, Statement about) => actor.Can(VisionPermissions.Run, process.PartnershipId)
        || about.SeatId is { } seat && process.AskedOf(seat) is { } asked && actor.SpeaksFor(asked);
}
