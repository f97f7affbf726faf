using NodaTime;
using Roundtable.Platform;
using Roundtable.Platform.Access;
using Roundtable.Platform.Data;

namespace Roundtable.Directory.Imports;

/// <summary>What becomes of a row.</summary>
public enum Outcome { New, Changed, Same, Problem, Gone }

/// <summary>How far an import has come: checked, under way, done, being undone, or undone; before that it may wait for somebody to say what the columns are.</summary>
public enum PlanState { Matching, Checked, UnderWay, Done, Undoing, Undone }

/// <summary>
/// What importing a file would do, worked out before anything is done. Importing does exactly this or nothing:
/// the plan keeps the file's hash, the state of the directory it was worked out on, and a digest over every row's outcome.
/// It is carried out batch by batch and remembers how far it came, so that an interruption only pauses it; one import at a time.
/// </summary>
public sealed class ImportPlan : Record, INumbered
{
    public static readonly Duration Undoable = Duration.FromDays(30);
    public const int MostAtOnce = 500;
    private const string Abroad = "-";

    private ImportPlan() { }

    /// <summary>"Import 12".</summary>
    public int Number { get; set; }
    public string Source { get; private init; } = "";
    public string FileName { get; private init; } = "";
    public string FileHash { get; private init; } = "";
    public PlanState State { get; private set; } = PlanState.Checked;

    /// <summary>How the file is read, as JSON of <see cref="Reading"/>; and its column names as one number, to know the next file like it.</summary>
    public string? ReadAs { get; private set; }
    public string? HeaderKey { get; private set; }
    public Reading Reading => Reading.From(ReadAs);
    public Instant MadeAt { get; private set; }
    public Instant? StartedAt { get; private set; }

    /// <summary>The person who said yes; none when a command did.</summary>
    public Guid? StartedBy { get; private set; }
    public Instant? DoneAt { get; private set; }
    public Instant? UndoneAt { get; private set; }

    /// <summary>When the directory last changed by an import, as this plan saw it.</summary>
    public Instant? BasedOn { get; private set; }
    public int Rows { get; private set; }
    public int New { get; private set; }
    public int Changed { get; private set; }
    public int Same { get; private set; }
    public int Problems { get; private set; }

    /// <summary>Listed before, missing from the file though it covers their state.</summary>
    public int Gone { get; private set; }

    /// <summary>States the file is about, with a comma between: what they had listed and the file has not is gone.</summary>
    public string Covered { get; private set; } = "";

    /// <summary>States in which more than a fifth would be gone, with a blank between; none when nothing is suspicious.</summary>
    public string? Shrunk { get; private set; }
    public string Digest { get; private set; } = "";

    /// <summary>Rows carried out so far, and the digest over them.</summary>
    public int Reached { get; private set; }
    public string? ReachedDigest { get; private set; }

    /// <summary>Rows an undo left as they were.</summary>
    public int Kept { get; private set; }

    public bool IsUndoableAt(Instant now) => State is PlanState.Done && now - DoneAt!.Value <= Undoable && !ImportSources.Named(Source).IsOfPlaces;
    public int ToImport => New + Changed;

    /// <summary>Few enough to do while somebody waits.</summary>
    public bool IsSmall => Rows <= MostAtOnce;
    public bool IsRunning => State is PlanState.UnderWay or PlanState.Undoing;

    internal IEnumerable<string> CoveredRegions => Covered.Length == 0 ? [] : Covered.Split(',').Select(r => r == Abroad ? "" : r);

    /// <summary>It waits, and may still be read in another way.</summary>
    public bool IsReadable => State is PlanState.Checked or PlanState.Matching;

    /// <exception cref="Refusal">Not an administrator.</exception>
    public static ImportPlan Make(Actor actor, Instant now, ImportSource source, SourceFile file, Instant? basedOn, Tally tally)
    {
        MustAdminister(actor);
        var plan = new ImportPlan { Source = source.Name, FileName = file.Name, FileHash = file.Hash };
        plan.Take(source.Reading.Of(file));
        plan.Keep(now, basedOn, tally);
        return plan;
    }

    /// <summary>A file whose columns somebody must match before it can be checked.</summary>
    /// <exception cref="Refusal">Not an administrator.</exception>
    public static ImportPlan Wait(Actor actor, Instant now, ImportSource source, SourceFile file, Reading reading)
    {
        MustAdminister(actor);
        var plan = new ImportPlan { Source = source.Name, FileName = file.Name, FileHash = file.Hash, MadeAt = now, State = PlanState.Matching };
        plan.Take(reading.Of(file));
        return plan;
    }

    /// <exception cref="Refusal">Imported already, or not an administrator.</exception>
    public void MustBeReadable(Actor actor)
    {
        MustAdminister(actor);
        if (!IsReadable) throw new Refusal("import.already-done");
    }

    /// <summary>Somebody said how the file is to be read; here is what it would do then.</summary>
    /// <exception cref="Refusal">Imported already.</exception>
    public void ReadAgain(Actor actor, Instant now, Reading reading, Instant? basedOn, Tally tally)
    {
        MustBeReadable(actor);
        State = PlanState.Checked;
        Take(reading);
        Keep(now, basedOn, tally);
    }

    /// <summary>The directory has changed since; here is what the file would do now.</summary>
    public void CheckAgain(Actor actor, Instant now, Instant? basedOn, Tally tally)
    {
        MustAdminister(actor);
        MustBeOpen();
        Keep(now, basedOn, tally);
    }

    /// <summary>Begins to carry it out, on the directory as it is.</summary>
    /// <param name="another">The number of an import that is under way.</param>
    /// <exception cref="Refusal">Done already, worked out on an older directory, suspiciously short, with nothing to do, or another is under way.</exception>
    public void Start(Actor actor, Instant now, Instant? lastChange, bool evenIfShrunk, int? another)
    {
        MustAdminister(actor);
        MustBeOpen();
        if (another is not null) throw new Refusal("import.another", null, another);
        if (lastChange != BasedOn) throw new Refusal("import.stale");
        if (Shrunk is not null && !evenIfShrunk) throw new Refusal("import.shrunk", "Input.Shrink", Gone, Shrunk);
        if (ToImport + Gone == 0) throw new Refusal("import.nothing-to-do");
        (State, StartedAt, StartedBy) = (PlanState.UnderWay, now, actor.PersonId);
    }

    internal void Reach(Tally tally) => (Reached, ReachedDigest) = (tally.Rows, tally.DigestText);

    /// <summary>Carried out; what was done must be what was planned.</summary>
    internal void Finish(Actor actor, Instant now, Tally done)
    {
        if (done.DigestText != Digest) throw new InvalidOperationException($"Import {Number} came to another result than its check.");
        (State, DoneAt, Reached) = (PlanState.Done, now, Rows);
        Log(actor, now, new ImportDone(Source, Rows, New, Changed, Same, Problems, Gone));
    }

    /// <summary>Begins to take back what it did. One that was interrupted may be taken back too.</summary>
    /// <exception cref="Refusal">Not done, too long ago, or another is under way.</exception>
    public void Undo(Actor actor, Instant now, int? another)
    {
        MustAdminister(actor);
        if (another is not null && another != Number) throw new Refusal("import.another", null, another);
        if (State is not PlanState.UnderWay && !IsUndoableAt(now)) throw new Refusal("import.not-undoable");
        (State, UndoneAt) = (PlanState.Undoing, now);
        DoneAt ??= now;
    }

    internal void Undone(Actor actor, Instant now, int undone, int kept)
    {
        (State, UndoneAt, Kept) = (PlanState.Undone, now, kept);
        Log(actor, now, new ImportUndone(Source, undone, kept));
    }

    private void Take(Reading reading) => (ReadAs, HeaderKey) = (reading.AsText(), reading.Names is { } names ? SheetLook.KeyOf(names) : null);

    private void Keep(Instant now, Instant? basedOn, Tally tally)
    {
        (MadeAt, BasedOn, Digest) = (now, basedOn, tally.DigestText);
        (Rows, New, Changed, Same, Problems, Gone) = (tally.Rows, tally.New, tally.Changed, tally.Same, tally.Problems, tally.Gone);
        Shrunk = tally.Shrunk.Count == 0 ? null : string.Join(' ', tally.Shrunk);
        Covered = string.Join(',', tally.Covered.Keys.Select(r => r.Length == 0 ? Abroad : r));
    }

    private void MustBeOpen()
    {
        if (State is PlanState.Matching) throw new Refusal("import.columns-first");
        if (State is not PlanState.Checked) throw new Refusal("import.already-done");
    }

    private static void MustAdminister(Actor actor)
    {
        if (!actor.IsAdministrator && !actor.IsSystem) throw new Refusal("access.not-allowed");
    }
}
