using NodaTime;
using Roundtable.Partnerships;
using Roundtable.Platform;
using Roundtable.Platform.Access;
using Roundtable.Platform.Data;

namespace Roundtable.Vision;

/// <summary>
/// One time in which a partnership finds its vision: every organization fills four boards, a facilitator without a ballot brings the cards
/// together, and the organizations adopt a text. A partnership has at most one that is not over.
/// </summary>
public sealed class VisionProcess : PartnershipRecord, INumbered
{
    private readonly List<AskedSeat> asked = [];
    private readonly List<FacilitatorGrant> grants = [];

    private VisionProcess() { }

    public int Number { get; set; }
    public string Title { get; private set; } = "";
    public string NeedsQuestion { get; private set; } = "";
    public string ResourcesQuestion { get; private set; } = "";
    public string StrategiesQuestion { get; private set; } = "";
    public string OutcomesQuestion { get; private set; } = "";
    public string? GroundRules { get; private set; }
    public LocalDate OpensOn { get; private set; }

    /// <summary>Last day for cards, in the partnership's zone.</summary>
    public LocalDate ClosesOn { get; private set; }

    /// <summary>Organizations may leave their name off a card. Never changes once the boards are open: people trusted it.</summary>
    public bool AllowsAnonymous { get; private set; }
    public VisionStage Stage { get; private set; }
    public Instant StageSince { get; private set; }

    /// <summary>The person who runs the process and has no ballot; when it is over, who ran it.</summary>
    public Guid? FacilitatorId { get; private set; }
    public Guid? PreparedBy { get; private init; }
    public Instant PreparedAt { get; private init; }

    /// <summary>Why it ended without a vision.</summary>
    public string? EndReason { get; private set; }

    /// <summary>Counts changes of the process and of who is asked, so that two edits at once meet.</summary>
    public int Edits { get; private set; }

    public IReadOnlyList<AskedSeat> Asked => asked;

    /// <summary>The facilitator's access; taken away in the save that ends the task.</summary>
    public IReadOnlyList<FacilitatorGrant> Grants => grants;

    public bool IsOver => Stage.IsOver();
    public string Question(Board board) => board switch
    {
        Board.Needs => NeedsQuestion,
        Board.Resources => ResourcesQuestion,
        Board.Strategies => StrategiesQuestion,
        _ => OutcomesQuestion,
    };

    public AskedSeat? AskedOf(Guid seat) => asked.FirstOrDefault(a => a.SeatId == seat);

    /// <summary>Whether organizations can put in cards on this day.</summary>
    public bool IsTaking(LocalDate today) => Stage is VisionStage.Collecting && today <= ClosesOn;

    /// <summary>Whether the convener or the facilitator can still enter what came on paper or by phone.</summary>
    public bool IsTakingPaper => Stage is VisionStage.Collecting or VisionStage.Clustering;

    /// <summary>Whether cards can be brought together: from the first card until the text is drafted.</summary>
    public bool IsSorting => Stage is VisionStage.Collecting or VisionStage.Clustering;

    /// <summary>Prepares a process; nobody is asked before it opens.</summary>
    /// <param name="seats">Who is asked: seats with a vote.</param>
    /// <exception cref="Refusal">Not allowed; nobody asked; dates that do not fit; a question or the title missing.</exception>
    public static VisionProcess Prepare(Actor actor, Guid partnership, VisionPlan plan, IReadOnlyCollection<Guid> seats, LocalDate today, Instant now)
    {
        actor.Must(VisionPermissions.Run, partnership);
        var process = new VisionProcess { PartnershipId = partnership, PreparedBy = actor.PersonId, PreparedAt = now, StageSince = now };
        process.MustAsk(seats);
        process.Take(plan, today);
        process.asked.AddRange(seats.Distinct().Select(s => new AskedSeat(process, s)));
        process.Log(actor, now, new VisionPrepared(process.asked.Count, process.AllowsAnonymous));
        return process;
    }

    /// <summary>Changes what is asked, until when and of whom. Once the boards are open, questions and anonymity stay as they were.</summary>
    public void Describe(Actor actor, VisionPlan plan, IReadOnlyCollection<Guid> seats, LocalDate today, Instant now)
    {
        MustRun(actor);
        MustAsk(seats);
        if (Stage is not VisionStage.Preparing)
        {
            if (plan.AllowsAnonymous != AllowsAnonymous) throw new Refusal("vision.anonymity-fixed", "AllowsAnonymous");
            if (Boards.All.Any(b => Words.OneOrNone(plan.Question(b), $"{b}Question", 200) is { } question && question != Question(b))) throw new Refusal("vision.questions-fixed", "NeedsQuestion");
        }
        Take(plan, today);
        asked.RemoveAll(a => !seats.Contains(a.SeatId));
        asked.AddRange(seats.Distinct().Where(s => AskedOf(s) is null).Select(s => new AskedSeat(this, s)));
        Edits++;
        Log(actor, now, new VisionDescribed(asked.Count, $"{ClosesOn:R}"));
    }

    /// <summary>Opens the boards today: whoever is asked can put in cards.</summary>
    /// <exception cref="Refusal">Open already; the closing day is past.</exception>
    public void Open(Actor actor, LocalDate today, Instant now)
    {
        MustRun(actor);
        MustBe(VisionStage.Preparing, "vision.open-already");
        if (ClosesOn < today) throw new Refusal("vision.closes-past", "ClosesOn");
        OpensOn = today;
        Become(actor, VisionStage.Collecting, now);
    }

    /// <summary>Ends the asking; the cards are brought together now.</summary>
    /// <param name="cards">How many there are on all boards.</param>
    /// <exception cref="Refusal">Not open; nobody has put in a card.</exception>
    public void CloseBoards(Actor actor, int cards, Instant now)
    {
        MustRun(actor);
        MustBe(VisionStage.Collecting, "vision.not-collecting");
        if (cards == 0) throw new Refusal("vision.no-cards");
        Become(actor, VisionStage.Clustering, now);
    }

    /// <summary>Gives everybody more time, or opens the boards again.</summary>
    /// <exception cref="Refusal">A day in the past; further on than clustering.</exception>
    public void Extend(Actor actor, LocalDate until, LocalDate today, Instant now)
    {
        MustRun(actor);
        if (Stage is not (VisionStage.Collecting or VisionStage.Clustering)) throw new Refusal(Stage is VisionStage.Preparing ? "vision.not-open-yet" : "vision.too-late-to-reopen");
        if (until < today) throw new Refusal("vision.closes-past", "ClosesOn");
        if (until > today.PlusDays(VisionPlan.Longest)) throw new Refusal("vision.closes-late", "ClosesOn", VisionPlan.Longest);
        ClosesOn = until;
        Log(actor, now, new VisionExtended($"{until:R}"));
        if (Stage is VisionStage.Clustering) Become(actor, VisionStage.Collecting, now);
    }

    /// <summary>Ends the process without a vision. Its cards stay to be read.</summary>
    public void End(Actor actor, string? reason, Instant now)
    {
        MustRun(actor);
        EndReason = Words.Many(reason, "Reason", 1000) ?? throw new Refusal("partnerships.reason-missing", "Reason");
        Become(actor, VisionStage.Ended, now);
    }

    /// <summary>Gives the running of the process to a person without a vote, or to a successor.</summary>
    /// <param name="hasBallot">Whether the person votes for an organization at this table.</param>
    /// <exception cref="Refusal">Not the convener; over; the same person; somebody who votes.</exception>
    public void Entrust(Actor actor, Guid person, bool hasBallot, Instant now)
    {
        actor.Must(PartnershipPermissions.Convene, PartnershipId);
        MustNotBeOver();
        if (person == FacilitatorId) throw new Refusal("vision.same-facilitator", "Email");
        if (hasBallot) throw new Refusal("vision.facilitator-votes", "Email");
        Release(actor, now);
        FacilitatorId = person;
        grants.Add(new FacilitatorGrant(this, person));
        Edits++;
        Log(actor, now, new FacilitatorNamed(person));
    }

    /// <summary>The facilitator stops; the convener runs the process alone. The facilitator may say so too.</summary>
    public void Relieve(Actor actor, Instant now)
    {
        if (actor.PersonId is null || actor.PersonId != FacilitatorId) actor.Must(PartnershipPermissions.Convene, PartnershipId);
        if (grants.Count == 0) throw new Refusal("vision.no-facilitator");
        Release(actor, now);
        FacilitatorId = null;
        Edits++;
    }

    /// <summary>Notes that these organizations were reminded today.</summary>
    /// <exception cref="Refusal">Not collecting; nobody is silent; all were reminded today already.</exception>
    public IReadOnlyList<AskedSeat> Remind(Actor actor, IReadOnlyCollection<Guid> silent, LocalDate today, Instant now)
    {
        MustRun(actor);
        if (!IsTaking(today)) throw new Refusal("vision.not-collecting");
        var those = asked.Where(a => silent.Contains(a.SeatId)).ToList();
        if (those.Count == 0) throw new Refusal("vision.nobody-silent");
        those = [.. those.Where(a => a.RemindedOn != today)];
        if (those.Count == 0) throw new Refusal("vision.reminded-today");
        foreach (var seat in those) seat.Remind(today);
        Edits++;
        Log(actor, now, new VisionReminded(those.Count));
        return those;
    }

    /// <summary>Moves on to another stage; what must be true for it, the verb that calls this has checked.</summary>
    internal void Become(Actor actor, VisionStage stage, Instant now)
    {
        MustNotBeOver();
        var from = Stage;
        (Stage, StageSince) = (stage, now);
        if (IsOver) Release(actor, now);
        Edits++;
        Log(actor, now, new VisionMoved(from, stage));
    }

    internal void MustRun(Actor actor)
    {
        actor.Must(VisionPermissions.Run, PartnershipId);
        MustNotBeOver();
    }

    internal void MustBe(VisionStage stage, string otherwise)
    {
        if (Stage != stage) throw new Refusal(otherwise);
    }

    private void MustNotBeOver()
    {
        if (IsOver) throw new Refusal("vision.over");
    }

    private void Release(Actor actor, Instant now)
    {
        if (grants.Count == 0) return;
        grants.Clear();
        Log(actor, now, new FacilitatorReleased(FacilitatorId!.Value));
    }

    private void MustAsk(IReadOnlyCollection<Guid> seats)
    {
        if (seats.Count == 0) throw new Refusal("vision.nobody-asked", "Asked");
    }

    private void Take(VisionPlan plan, LocalDate today)
    {
        var title = Words.One(plan.Title, "Title", 120, "vision.title-missing");
        var questions = Boards.All.Select(b => Words.One(plan.Question(b), $"{b}Question", 200, "vision.question-missing")).ToList();
        var rules = CardText.Many(plan.GroundRules, "GroundRules", 2000);
        var opens = Stage is VisionStage.Preparing ? plan.OpensOn : OpensOn;
        if (plan.ClosesOn < opens) throw new Refusal("vision.closes-before-opens", "ClosesOn");
        if (plan.ClosesOn < today && plan.ClosesOn != ClosesOn) throw new Refusal("vision.closes-past", "ClosesOn");
        if (plan.ClosesOn > opens.PlusDays(VisionPlan.Longest)) throw new Refusal("vision.closes-late", "ClosesOn", VisionPlan.Longest);
        (Title, GroundRules, OpensOn, ClosesOn, AllowsAnonymous) = (title, rules, opens, plan.ClosesOn, plan.AllowsAnonymous);
        (NeedsQuestion, ResourcesQuestion, StrategiesQuestion, OutcomesQuestion) = (questions[0], questions[1], questions[2], questions[3]);
    }
}
