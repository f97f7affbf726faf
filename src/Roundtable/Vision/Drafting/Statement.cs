using NodaTime;
using Roundtable.Partnerships;
using Roundtable.Platform;
using Roundtable.Platform.Access;
using Roundtable.Platform.Data;

namespace Roundtable.Vision;

/// <summary>
/// One draft of the vision's text. Drafts are never changed: whoever words it differently writes the next one, and all can be compared.
/// </summary>
public sealed class Statement : PartnershipRecord
{
    /// <summary>What people still read to the end; more is allowed and said to be long.</summary>
    public const int Recommended = 600;
    public const int Most = 2000;

    private Statement() { }

    public Guid ProcessId { get; private init; }

    /// <summary>1 for the first draft of its process.</summary>
    public int Edition { get; private init; }
    public string Text { get; private init; } = "";

    /// <summary>What was changed and why, in the writer's words.</summary>
    public string? Note { get; private init; }

    /// <summary>The organization that wrote it; none for the facilitator, who belongs to no seat.</summary>
    public Guid? SeatId { get; private init; }
    public Guid? WrittenBy { get; private init; }
    public Instant WrittenAt { get; private init; }

    /// <summary>The draft it was made from.</summary>
    public Guid? BasedOnId { get; private init; }

    public bool IsLong => Text.Length > Recommended;
    public IReadOnlyList<string> Sentences => Vision.Sentences.Of(Text);

    /// <summary>Writes the next draft. The first one, by whoever runs the process, begins the drafting.</summary>
    /// <param name="before">Every draft of the process so far.</param>
    /// <exception cref="Refusal">Nobody who is asked or runs the process; not the time; no words, too many, or the same words as the draft before.</exception>
    public static Statement Write(Actor actor, VisionProcess process, IReadOnlyCollection<Statement> before, Draft draft, Instant now)
    {
        var seat = SeatOf(actor, process);
        var begins = process.Stage is VisionStage.Clustering && actor.Can(VisionPermissions.Run, process.PartnershipId);
        if (!begins) process.MustBeDrafting();
        var text = CardText.Many(draft.Text, "Text", Most) ?? throw new Refusal("drafts.text-missing", "Text");
        var note = CardText.Many(draft.Note, "Note", 500);
        var basedOn = draft.BasedOn is { } edition ? before.FirstOrDefault(s => s.Edition == edition) ?? throw new Refusal("drafts.base-unknown", "BasedOn") : null;
        if (before.FirstOrDefault(s => s.Text == text) is { } same) throw new Refusal("drafts.same-words", "Text", same.Edition);
        var statement = new Statement
        {
            PartnershipId = process.PartnershipId, ProcessId = process.Id, Edition = before.Select(s => s.Edition).DefaultIfEmpty().Max() + 1, Text = text, Note = note,
            SeatId = seat, WrittenBy = actor.PersonId, WrittenAt = now, BasedOnId = basedOn?.Id,
        };
        if (begins) process.Become(actor, VisionStage.Drafting, now);
        statement.Log(actor, now, new StatementWritten(process.Id, statement.Edition, seat));
        return statement;
    }

    /// <summary>Whether this actor may write drafts: who runs the process, and the people of every asked seat.</summary>
    public static bool MayBeWrittenBy(Actor actor, VisionProcess process) => actor.Can(VisionPermissions.Run, process.PartnershipId) || process.Asked.Any(actor.SpeaksFor);

    private static Guid? SeatOf(Actor actor, VisionProcess process)
    {
        if (!MayBeWrittenBy(actor, process)) throw new Refusal("access.not-allowed");
        return actor.Is(Role.Facilitator, process.PartnershipId) ? null : process.Asked.FirstOrDefault(actor.SpeaksFor)?.SeatId ?? actor.SeatIn(process.PartnershipId);
    }
}

/// <summary>A draft as typed.</summary>
/// <param name="BasedOn">Number of the draft it was made from.</param>
public sealed record Draft(string? Text, string? Note = null, int? BasedOn = null);

