using NodaTime;
using Roundtable.Partnerships;
using Roundtable.Platform;
using Roundtable.Platform.Access;
using Roundtable.Platform.Data;
using Roundtable.Platform.Text;

namespace Roundtable.Vision;

/// <summary>
/// One idea of one organization on a board, in its own words. Nobody else changes the words; a translation stands beside them.
/// </summary>
public sealed class Card : PartnershipRecord, INumbered
{
    private Card() { }

    public int Number { get; set; }
    public Guid ProcessId { get; private init; }
    public Board Board { get; private set; }

    /// <summary>Whose it is; none for a card without a name: then it is stored nowhere.</summary>
    public Guid? SeatId { get; private init; }
    public bool IsAnonymous { get; private init; }
    public string Text { get; private set; } = "";

    /// <summary>Code of the language it was written in.</summary>
    public string Language { get; private set; } = "en";
    public string? Translation { get; private set; }
    public string? TranslationLanguage { get; private set; }
    public Guid? TranslatedBy { get; private set; }
    public CardWay Way { get; private init; }

    /// <summary>Who typed it; none for a card without a name.</summary>
    public Guid? EnteredBy { get; private init; }
    public Instant AddedAt { get; private init; }

    /// <summary>What shows the need: an address of a report, a count, an article. Needs only.</summary>
    public string? Evidence { get; private set; }

    /// <summary>Who has the need. Needs only.</summary>
    public string? Affected { get; private set; }

    /// <summary>Where it lies after clustering; none while it lies alone.</summary>
    public Guid? ClusterId { get; private set; }
    public int? Position { get; private set; }

    public Instant? TakenBackAt { get; private set; }
    public Guid? TakenBackBy { get; private set; }

    /// <summary>Said when somebody else than its organization took it off the board.</summary>
    public string? TakenBackReason { get; private set; }

    public bool IsOnBoard => TakenBackAt is null;

    /// <summary>Puts an idea on a board.</summary>
    /// <param name="seat">The organization it is of; none only for what the public said.</param>
    /// <exception cref="Refusal">The boards are not open; not the own organization's; no text or too long; no name where names are wanted.</exception>
    public static Card Add(Actor actor, VisionProcess process, AskedSeat? seat, CardWords words, CardWay way, LocalDate today, Instant now, bool anonymous = false)
    {
        MustTake(actor, process, way, today);
        if (seat is null || seat.ProcessId != process.Id) throw new Refusal("vision.not-asked", "Seat");
        if (!actor.SpeaksFor(seat) && !(way.IsForOthers() && actor.Can(VisionPermissions.Run, process.PartnershipId))) throw new Refusal("vision.not-yours");
        if (anonymous && !process.AllowsAnonymous) throw new Refusal("vision.name-wanted", "Anonymous");
        var card = new Card
        {
            PartnershipId = process.PartnershipId, ProcessId = process.Id, Board = words.Board, Way = way, AddedAt = now,
            IsAnonymous = anonymous, SeatId = anonymous ? null : seat.SeatId, EnteredBy = anonymous ? null : actor.PersonId,
        };
        card.Take(words);
        if (anonymous) seat.HearUnnamed();
        card.Log(anonymous ? Actor.Anonymous : actor, now, new CardAdded(process.Id, card.Board, way, card.SeatId));
        return card;
    }

    /// <summary>Its own organization says it better, or moves it to the board it belongs on.</summary>
    public void Reword(Actor actor, VisionProcess process, CardWords words, LocalDate today, Instant now)
    {
        MustBeOn(process);
        if (!actor.Owns(this)) throw new Refusal(IsAnonymous ? "vision.nobodys" : "vision.words-of-others");
        MustTake(actor, process, Way, today);
        var before = Board;
        Take(words);
        if (before != Board) (ClusterId, Position) = (null, null);
        Log(actor, now, new CardReworded(Board));
    }

    /// <summary>Puts a translation beside the words. The words stay as they are.</summary>
    public void Translate(Actor actor, VisionProcess process, string? translation, string? language, Instant now)
    {
        MustBeOn(process);
        if (!actor.Owns(this) && !actor.Can(VisionPermissions.Run, PartnershipId)) throw new Refusal("access.not-allowed");
        if (process.IsOver) throw new Refusal("vision.over");
        if (string.IsNullOrWhiteSpace(translation))
        {
            (Translation, TranslationLanguage, TranslatedBy) = (null, null, null);
            Log(actor, now, new CardTranslated(null));
            return;
        }
        var (text, code) = (CardText.Of(translation, "Translation"), LanguageCode(language, "TranslationLanguage"));
        if (code == Language) throw new Refusal("vision.translation-same-language", "TranslationLanguage");
        (Translation, TranslationLanguage, TranslatedBy) = (text, code, actor.PersonId);
        Log(actor, now, new CardTranslated(code));
    }

    /// <summary>Takes the card off its board: its own organization without a word, who typed it from paper, or the convener with a reason.</summary>
    public void TakeBack(Actor actor, VisionProcess process, string? reason, Instant now)
    {
        MustBeOn(process);
        if (process.IsOver) throw new Refusal("vision.over");
        var own = actor.MayTakeBackFreely(this);
        if (!own && !actor.Can(PartnershipPermissions.Convene, PartnershipId)) throw new Refusal("vision.not-yours");
        var why = Words.Many(reason, "Reason", 500);
        if (!own && why is null) throw new Refusal("partnerships.reason-missing", "Reason");
        (TakenBackAt, TakenBackBy, TakenBackReason) = (now, actor.PersonId, own ? null : why);
        Log(actor, now, new CardTakenBack(Board, ByOthers: !own));
    }

    /// <summary>Undoes the taking back: its organization or the convener, whoever took it.</summary>
    public void PutBack(Actor actor, VisionProcess process, Instant now)
    {
        if (IsOnBoard) throw new Refusal("vision.on-board-already");
        if (process.IsOver) throw new Refusal("vision.over");
        // What the convener took off with a reason, the convener puts back.
        if (!(TakenBackReason is null && actor.MayTakeBackFreely(this)) && !actor.Can(PartnershipPermissions.Convene, PartnershipId)) throw new Refusal("vision.not-yours");
        (TakenBackAt, TakenBackBy, TakenBackReason) = (null, null, null);
        Log(actor, now, new CardPutBack(Board));
    }

    /// <summary>Lays the card into a cluster, or alone; the verb that calls this has checked who may and has logged it.</summary>
    internal void Lie(Cluster? cluster, int? position) => (ClusterId, Position) = (cluster?.Id, position);

    private static void MustTake(Actor actor, VisionProcess process, CardWay way, LocalDate today)
    {
        if (process.IsTaking(today) || process.IsTakingPaper && way.IsForOthers() && actor.Can(VisionPermissions.Run, process.PartnershipId)) return;
        throw process.Stage is VisionStage.Preparing ? new Refusal("vision.not-open-yet") : new Refusal("vision.closed", null, process.ClosesOn);
    }

    private void MustBeOn(VisionProcess process)
    {
        if (process.Id != ProcessId) throw new Refusal("access.not-allowed");
        if (!IsOnBoard) throw new Refusal("vision.card-gone");
    }

    private void Take(CardWords words)
    {
        var (text, language) = (CardText.Of(words.Text, "Text"), LanguageCode(words.Language, "Language"));
        var needs = words.Board is Board.Needs;
        var (evidence, affected) = (needs ? EvidenceLink.Of(words.Evidence, "Evidence") : null, needs ? Words.OneOrNone(words.Affected, "Affected", 200) : null);
        if (Translation is not null && text != Text) (Translation, TranslationLanguage, TranslatedBy) = (null, null, null);
        (Board, Text, Language, Evidence, Affected) = (words.Board, text, language, evidence, affected);
    }

    private static string LanguageCode(string? language, string input) => LanguageNames.Code(language ?? "") ?? throw new Refusal("vision.language-unknown", input, language ?? "");
}

/// <summary>A card as typed.</summary>
/// <param name="Language">Code or name of the language it is written in.</param>
/// <param name="Evidence">Address on the web; kept for needs only.</param>
/// <param name="Affected">Who has the need; kept for needs only.</param>
public sealed record CardWords(Board Board, string? Text, string? Language, string? Evidence = null, string? Affected = null);
