using NodaTime;
using Roundtable.Platform;
using Roundtable.Platform.Access;
using Roundtable.Platform.Data;

namespace Roundtable.Vision;

/// <summary>What an organization says to a draft in a wording round.</summary>
public enum WordingSaid { Fine, FineWithChange, Comment }

/// <summary>
/// Some days in which every asked organization says whether a draft is fine. It ends with its last day, or when all have answered.
/// </summary>
public sealed class WordingRound : PartnershipRecord, INumbered
{
    /// <summary>Days unless told.</summary>
    public const int Usual = 5;
    public const int Longest = 60;

    private readonly List<WordingAnswer> answers = [];

    private WordingRound() { }

    public int Number { get; set; }
    public Guid ProcessId { get; private init; }
    public Guid StatementId { get; private init; }
    public Instant OpenedAt { get; private init; }
    public Guid? OpenedBy { get; private init; }

    /// <summary>Last day, in the partnership's zone.</summary>
    public LocalDate ClosesOn { get; private init; }

    /// <summary>The end of that day.</summary>
    public Instant ClosesAt { get; private init; }
    public Instant? ClosedAt { get; private set; }

    /// <summary>Counts answers, so that two at once meet.</summary>
    public int Edits { get; private set; }

    /// <summary>One for each asked seat, said or not.</summary>
    public IReadOnlyList<WordingAnswer> Answers => answers;
    public int Answered => answers.Count(a => a.Said is not null);
    public WordingAnswer? Of(Guid seat) => answers.FirstOrDefault(a => a.SeatId == seat);
    public bool IsOpen(Instant now) => ClosedAt is null && now < ClosesAt;

    /// <param name="closesOn">Last day; five days ahead unless told.</param>
    /// <exception cref="Refusal">Not who runs the process; not the time; a day past or too far; nobody asked.</exception>
    public static WordingRound Open(Actor actor, VisionProcess process, Statement statement, LocalDate? closesOn, DateTimeZone zone, Instant now)
    {
        process.MustRun(actor);
        process.MustBeDrafting();
        if (statement.ProcessId != process.Id) throw new Refusal("access.not-allowed");
        var today = now.InZone(zone).Date;
        var last = closesOn ?? today.PlusDays(Usual);
        if (last < today) throw new Refusal("vision.closes-past", "ClosesOn");
        if (last > today.PlusDays(Longest)) throw new Refusal("vision.closes-late", "ClosesOn", Longest);
        if (process.Asked.Count == 0) throw new Refusal("vision.nobody-asked");
        var round = new WordingRound
        {
            PartnershipId = process.PartnershipId, ProcessId = process.Id, StatementId = statement.Id, OpenedAt = now, OpenedBy = actor.PersonId,
            ClosesOn = last, ClosesAt = zone.AtStartOfDay(last.PlusDays(1)).ToInstant(),
        };
        round.answers.AddRange(process.Asked.Select(a => new WordingAnswer(round, a.SeatId)));
        round.Log(actor, now, new WordingRoundOpened(process.Id, statement.Edition, round.answers.Count, $"{last:R}"));
        return round;
    }

    /// <summary>An organization's answer; a later one takes the place of an earlier one until the round ends.</summary>
    /// <param name="statement">The draft the round is about.</param>
    /// <exception cref="Refusal">Not asked, not theirs, over; a change without another text; a comment without words.</exception>
    public void Say(Actor actor, VisionProcess process, Statement statement, WordingSaid? said, string? suggestion, string? words, Instant now)
    {
        if (process.Asked.FirstOrDefault(a => actor.SpeaksFor(a)) is not { } asked || Of(asked.SeatId) is not { } answer) throw new Refusal("drafts.round-not-asked");
        if (!IsOpen(now)) throw new Refusal("drafts.round-closed", null, ClosesOn);
        if (said is not { } wanted) throw new Refusal("drafts.say-missing", "Said");
        var text = CardText.Many(suggestion, "Suggestion", Statement.Most);
        if (wanted is WordingSaid.FineWithChange && text is null) throw new Refusal("drafts.suggestion-missing", "Suggestion");
        if (wanted is WordingSaid.FineWithChange && text == statement.Text) throw new Refusal("drafts.suggestion-same", "Suggestion");
        // Somebody worded it differently and ticked the wrong box: their work is not thrown away.
        if (wanted is not WordingSaid.FineWithChange && text is not null && text != statement.Text) throw new Refusal("drafts.suggestion-unused", "Said");
        var why = CardText.Many(words, "Words", 1000);
        if (wanted is WordingSaid.Comment && why is null) throw new Refusal("drafts.comment-missing", "Words");
        answer.Become(wanted, wanted is WordingSaid.FineWithChange ? text : null, why, actor.PersonId, now);
        Edits++;
        Log(actor, now, new WordingAnswered(Number, asked.SeatId, wanted));
        if (answers.All(a => a.Said is not null)) End(actor, now);
    }

    /// <summary>Ends it before its last day.</summary>
    public void Close(Actor actor, VisionProcess process, Instant now)
    {
        process.MustRun(actor);
        if (!IsOpen(now)) throw new Refusal("drafts.round-closed", null, ClosesOn);
        End(actor, now);
    }

    /// <summary>Its last day is over. Does nothing before.</summary>
    /// <returns>Whether it ended just now.</returns>
    public bool Settle(Actor actor, Instant now)
    {
        if (ClosedAt is not null || now < ClosesAt) return false;
        End(actor, now);
        return true;
    }

    private void End(Actor actor, Instant now)
    {
        ClosedAt = now;
        Edits++;
        Log(actor, now, new WordingRoundClosed(Number, Answered, answers.Count));
    }
}

/// <summary>What one asked organization said in a wording round; nothing yet until it does.</summary>
public sealed class WordingAnswer : PartnershipRecord
{
    private WordingAnswer() { }
    internal WordingAnswer(WordingRound round, Guid seat) => (PartnershipId, RoundId, SeatId) = (round.PartnershipId, round.Id, seat);

    public Guid RoundId { get; private init; }
    public Guid SeatId { get; private init; }
    public WordingSaid? Said { get; private set; }

    /// <summary>The whole text as they would word it.</summary>
    public string? Suggestion { get; private set; }
    public string? Words { get; private set; }
    public Guid? SaidBy { get; private set; }
    public Instant? SaidAt { get; private set; }

    internal void Become(WordingSaid said, string? suggestion, string? words, Guid? by, Instant now) => (Said, Suggestion, Words, SaidBy, SaidAt) = (said, suggestion, words, by, now);
}
