using NodaTime;
using Roundtable.Partnerships;
using Roundtable.Platform;
using Roundtable.Platform.Access;
using Roundtable.Platform.Data;

namespace Roundtable.Decisions;

/// <summary>How far a motion is. Decided never stands without a result.</summary>
public enum MotionState
{
    Prepared,
    Open,

    /// <summary>The deadline has passed; boards at home that were announced may still answer.</summary>
    Ratifying,
    Decided,
    Withdrawn,
}

/// <summary>What came of a motion.</summary>
public enum MotionResult
{
    Adopted,
    NotAdopted,

    /// <summary>Fewer seats answered than the rule asks for.</summary>
    NoQuorum,

    /// <summary>Fewer than five secret ballots: a result would tell who said what.</summary>
    TooFew,

    /// <summary>Options stand in an order.</summary>
    Ordered,

    /// <summary>A sense check binds nobody.</summary>
    NoEffect,
}

/// <summary>
/// A proposal put for decision. Organizations answer by seat, one ballot each, under a rule fixed when it opens. What it decides is
/// worked out from the ballots, in words, and kept for ever with the reservations.
/// </summary>
public sealed partial class Motion : PartnershipRecord, INumbered
{
    public const int MostOptions = 100;

    private readonly List<MotionOption> options = [];
    private readonly List<RollEntry> roll = [];
    private readonly List<Ballot> ballots = [];
    private readonly List<SecretCount> secretCounts = [];

    private Motion() { }

    public int Number { get; set; }
    public string Title { get; private set; } = "";

    /// <summary>What is decided, word for word.</summary>
    public string Text { get; private set; } = "";
    public string? Background { get; private set; }
    public MotionKind Kind { get; private init; }
    public BallotForm Form { get; private set; }
    public bool IsSecret { get; private set; }

    /// <summary>Asks how people lean; nothing follows from it.</summary>
    public bool IsSenseCheck { get; private set; }

    /// <summary>Dots each seat may give.</summary>
    public int Dots { get; private set; }

    /// <summary>The organization that puts it; none for one the facilitator prepared.</summary>
    public Guid? OwnerSeatId { get; private set; }

    /// <summary>What it decides about, such as a draft of the vision; for the capability that asked.</summary>
    public Guid? SubjectId { get; private init; }

    public DecisionRule Rule { get; private set; }
    public int QuorumPercent { get; private set; }
    public int RatificationDays { get; private set; }

    public MotionState State { get; private set; }

    /// <summary>Goes up with every change of the text, so that a ballot belongs to the words it was cast on.</summary>
    public int Revision { get; private set; } = 1;
    public Instant PreparedAt { get; private init; }
    public Instant? OpenedAt { get; private set; }
    public Instant? ClosesAt { get; private set; }
    public Instant? EndedAt { get; private set; }
    public MotionResult? Result { get; private set; }

    /// <summary>What follows, in words; who sees to it; when it is looked at again.</summary>
    public string? Outcome { get; private set; }
    public Guid? OutcomeSeatId { get; private set; }
    public LocalDate? ReviewOn { get; private set; }
    public string? WithdrawalReason { get; private set; }

    /// <summary>When what follows was last written down.</summary>
    public Instant? ConcludedAt { get; private set; }

    /// <summary>When those who had not answered these words were reminded.</summary>
    public Instant? RemindedAt { get; private set; }

    /// <summary>The words that those on the roll were told of, and when; 0 before they heard that it is open.</summary>
    public int ToldRevision { get; private set; }
    public Instant? ToldAt { get; private set; }

    /// <summary>When those on the roll were told what is decided.</summary>
    public Instant? ResultToldAt { get; private set; }

    public IReadOnlyList<MotionOption> Options => options;
    public IReadOnlyList<RollEntry> Roll => roll;

    /// <summary>Every ballot, also those that no longer count.</summary>
    public IReadOnlyList<Ballot> Ballots => ballots;
    public IReadOnlyList<SecretCount> SecretCounts => secretCounts;

    /// <summary>What a seat may say. A secret ballot has no words, so nothing that needs some.</summary>
    public IReadOnlyList<Stance> Offered => IsSecret ? [Stance.Endorse, Stance.Abstain, Stance.Disagree] : Form.Stances();

    public bool IsRunning => State is MotionState.Open or MotionState.Ratifying;

    /// <summary>Writes a motion that nobody votes on yet.</summary>
    /// <param name="owner">The seat that puts it, where the actor speaks for one.</param>
    /// <exception cref="Refusal">Neither a seat's people nor who keeps the process; something is missing, too long or does not fit together.</exception>
    public static Motion Prepare(Actor actor, Guid partnership, Guid? owner, MotionKind kind, Wording wanted, RuleTerms terms, Instant now, Guid? subject = null)
    {
        actor.Must(DecisionPermissions.Put, partnership);
        if (owner is { } seat && !actor.Standings.Any(s => s.SeatId == seat && PartnershipPermissions.SpeakFor.Roles.Contains(s.Role)) && !actor.IsSystem) throw new Refusal("access.not-allowed");
        if (owner is null && !actor.Can(DecisionPermissions.KeepProcess, partnership)) throw new Refusal("access.not-allowed");
        var motion = new Motion { PartnershipId = partnership, Kind = kind, OwnerSeatId = owner, PreparedAt = now, SubjectId = subject };
        motion.Take(wanted, terms);
        motion.Log(actor, now, new MotionPrepared(kind, owner));
        return motion;
    }

    /// <summary>Changes everything about it while nobody votes.</summary>
    /// <exception cref="Refusal">Open or over already: then an amendment changes the text.</exception>
    public void Reword(Actor actor, Wording wanted, RuleTerms terms, Instant now)
    {
        actor.MustChange(this);
        if (State is not MotionState.Prepared) throw new Refusal("decisions.opened-already");
        Take(wanted, terms);
        Revision++;
        Log(actor, now, new MotionReworded(Revision));
    }

    /// <summary>Puts it to the vote: from now on every seat on the roll has one ballot, under the terms it has now.</summary>
    /// <param name="seats">Voting seats that sit at the table today.</param>
    /// <exception cref="Refusal">Opened already; no seats; a deadline that is past; secret with fewer than five; a facilitator opens what binds.</exception>
    public void Open(Actor actor, IReadOnlyCollection<Guid> seats, Instant closesAt, Instant now)
    {
        MustOpen(actor);
        if (State is not MotionState.Prepared) throw new Refusal("decisions.opened-already");
        if (seats.Count == 0) throw new Refusal("decisions.nobody-votes");
        if (closesAt <= now) throw new Refusal("decisions.closes-in-the-past", "Closes");
        if (closesAt > now + Duration.FromDays(366)) throw new Refusal("decisions.closes-too-late", "Closes");
        if (IsSecret && seats.Count < Tally.FewestSecret) throw new Refusal("decisions.secret-needs-five", "IsSecret", Tally.FewestSecret);
        OwnerSeatId ??= actor.Is(Role.Facilitator, PartnershipId) ? null : actor.SeatIn(PartnershipId);
        roll.AddRange(seats.Select(s => new RollEntry(this, s)));
        if (IsSecret) secretCounts.AddRange(Offered.Select(s => new SecretCount(this, s)));
        (State, OpenedAt, ClosesAt) = (MotionState.Open, now, closesAt);
        Log(actor, now, new MotionOpened(seats.Count, Form, IsSecret));
    }

    /// <summary>Its owner takes it back. Nothing is decided; the ballots stay in the log.</summary>
    public void Withdraw(Actor actor, string reason, Instant now)
    {
        actor.MustChange(this);
        if (State is MotionState.Decided or MotionState.Withdrawn) throw new Refusal("decisions.over");
        WithdrawalReason = Partnerships.Words.Many(reason, "Reason", 1000) ?? throw new Refusal("decisions.reason-missing", "Reason");
        (State, EndedAt) = (MotionState.Withdrawn, now);
        Log(actor, now, new MotionWithdrawn(Revision));
    }

    /// <summary>Says what follows from the decision, who sees to it and when it is looked at again.</summary>
    public void Conclude(Actor actor, string? outcome, Guid? owner, LocalDate? reviewOn, Instant now)
    {
        actor.MustKeep(this);
        if (State is not MotionState.Decided) throw new Refusal("decisions.not-decided");
        Outcome = Partnerships.Words.Many(outcome, "Outcome", 2000);
        (OutcomeSeatId, ReviewOn, ConcludedAt) = (owner, reviewOn, now);
        Log(actor, now, new OutcomeRecorded(owner, reviewOn is { } day ? $"{day:R}" : null));
    }

    /// <summary>Those who have not answered are reminded.</summary>
    /// <param name="seats">How many there are.</param>
    /// <exception cref="Refusal">Not the owner or who keeps the process; takes no answers; nobody is silent; reminded within a day.</exception>
    public void Remind(Actor actor, int seats, Instant now)
    {
        actor.MustKeep(this);
        if (!IsRunning) throw new Refusal("decisions.reminder.over");
        if (RemindedAt is { } at && now < at + Reminders.Pause) throw new Refusal("decisions.reminder.lately");
        if (seats == 0) throw new Refusal("decisions.reminder.nobody");
        Reminded(now);
        Log(actor, now, new MotionReminded(seats));
    }

    /// <summary>Nobody has to be reminded of these words any more.</summary>
    public void Reminded(Instant now) => RemindedAt = now;

    /// <summary>Those on the roll were written to just now: what is asked, or what was decided.</summary>
    public void Told(Instant now)
    {
        if (State is MotionState.Decided) ResultToldAt = now;
        else (ToldRevision, ToldAt) = (Revision, now);
    }

    // A facilitator runs the process without a part in it: what binds is put by an organization.
    private void MustOpen(Actor actor)
    {
        actor.Must(DecisionPermissions.Put, PartnershipId);
        if (actor.IsSystem || IsSenseCheck || Form.Prioritizes()) { actor.MustChange(this); return; }
        if (actor.Is(Role.Facilitator, PartnershipId) || actor.SeatIn(PartnershipId) is null) throw new Refusal("decisions.seat-opens");
        if (OwnerSeatId is not null) actor.MustChange(this);
    }

    private void Take(Wording wanted, RuleTerms terms)
    {
        var title = Partnerships.Words.One(wanted.Title, "Title", 150, "decisions.title-missing");
        var text = Partnerships.Words.Many(wanted.Text, "Text", 10_000) ?? throw new Refusal("decisions.text-missing", "Text");
        var background = Partnerships.Words.Many(wanted.Background, "Background", 10_000);
        var chosen = wanted.Options.Select(o => o with { Text = Partnerships.Words.OneOrNone(o.Text, "Options", 300) ?? "" }).Where(o => o.Text.Length > 0).ToList();
        if (wanted.Form.Prioritizes() && chosen.Count < 2) throw new Refusal("decisions.options-missing", "Options");
        if (!wanted.Form.Prioritizes() && chosen.Count > 0) throw new Refusal("decisions.options-unused", "Options");
        if (chosen.Count > MostOptions) throw new Refusal("decisions.options-too-many", "Options", MostOptions);
        if (chosen.GroupBy(o => o.Text.ToLowerInvariant()).FirstOrDefault(g => g.Count() > 1) is { } twice) throw new Refusal("decisions.option-twice", "Options", twice.First().Text);
        if (wanted.Form is BallotForm.Dots && wanted.Dots is < 1 or > 50) throw new Refusal("decisions.dots-wrong", "Dots");
        if (wanted.Form is BallotForm.YesNo && terms.Rule is DecisionRule.Consent && !wanted.IsSenseCheck) throw new Refusal("decisions.consent-needs-objection", "Form");
        if (wanted.IsSecret && (!terms.AllowsSecret || wanted.Form is not BallotForm.YesNo)) throw new Refusal("decisions.secret-not-allowed", "IsSecret");
        (Title, Text, Background, Form, IsSecret, IsSenseCheck) = (title, text, background, wanted.Form, wanted.IsSecret, wanted.IsSenseCheck);
        Dots = wanted.Form is BallotForm.Dots ? wanted.Dots : 0;
        (Rule, QuorumPercent, RatificationDays) = (terms.Rule, terms.QuorumPercent, wanted.IsSecret ? 0 : terms.RatificationDays);
        options.Clear();
        options.AddRange(chosen.Select((o, i) => new MotionOption(this, i + 1, o)));
    }
}

/// <summary>What a motion says and how it is answered.</summary>
/// <param name="Dots">Dots for each seat, where dots are given.</param>
/// <param name="Options">What is put in order; none for a proposal.</param>
public sealed record Wording(string? Title, string? Text, string? Background, BallotForm Form, bool IsSecret, bool IsSenseCheck, int Dots, params IReadOnlyList<OptionWanted> Options);
