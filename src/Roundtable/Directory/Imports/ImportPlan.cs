using NodaTime;
using Roundtable.Platform;
using Roundtable.Platform.Access;
using Roundtable.Platform.Data;

namespace Roundtable.Directory.Imports;

/// <summary>What becomes of a row.</summary>
public enum Outcome { New, Changed, Same, Problem, Gone }

/// <summary>How far an import has come: checked, done, or undone; before that it may wait for somebody to say what the columns are.</summary>
public enum PlanState { Checked, Done, Undone, Matching }

/// <summary>
/// What importing a file would do, worked out before anything is done. Importing does exactly this or nothing:
/// the plan keeps the file's hash, the state of the directory it was worked out on, and a digest over every row's outcome.
/// </summary>
public sealed class ImportPlan : Record, INumbered
{
    public static readonly Duration Undoable = Duration.FromDays(30);

    private ImportPlan() { }

    /// <summary>"Import 12".</summary>
    public int Number { get; set; }
    public string Source { get; private init; } = "";
    public string FileName { get; private init; } = "";
    public string FileHash { get; private init; } = "";
    public PlanState State { get; private set; }

    /// <summary>How the file is read, as JSON of <see cref="Reading"/>; and its column names as one number, to know the next file like it.</summary>
    public string? ReadAs { get; private set; }
    public string? HeaderKey { get; private set; }
    public Reading Reading => Reading.From(ReadAs);
    public Instant MadeAt { get; private set; }
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

    /// <summary>States in which more than a fifth would be gone, with a blank between; none when nothing is suspicious.</summary>
    public string? Shrunk { get; private set; }
    public string Digest { get; private set; } = "";

    /// <summary>Rows an undo left as they were.</summary>
    public int Kept { get; private set; }

    public bool IsUndoableAt(Instant now) => State is PlanState.Done && now - DoneAt!.Value <= Undoable && !ImportSources.Named(Source).IsOfPlaces;
    public int ToImport => New + Changed;

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

    /// <summary>Whether it may be carried out now, on the directory as it is.</summary>
    /// <exception cref="Refusal">Done already, worked out on an older directory, suspiciously short, or with nothing to do.</exception>
    public void MustStand(Actor actor, Instant? lastChange, bool evenIfShrunk)
    {
        MustAdminister(actor);
        MustBeOpen();
        if (lastChange != BasedOn) throw new Refusal("import.stale");
        if (Shrunk is not null && !evenIfShrunk) throw new Refusal("import.shrunk", "Input.Shrink", Gone, Shrunk);
        if (ToImport + Gone == 0) throw new Refusal("import.nothing-to-do");
    }

    /// <summary>Carried out; what was done must be what was planned.</summary>
    /// <exception cref="Refusal">It is not; nothing is saved.</exception>
    public void Finish(Actor actor, Instant now, Tally done)
    {
        if (done.DigestText != Digest) throw new Refusal("import.stale");
        (State, DoneAt) = (PlanState.Done, now);
        Log(actor, now, new ImportDone(Source, Rows, New, Changed, Same, Problems, Gone));
    }

    /// <exception cref="Refusal">Not done, or too long ago.</exception>
    public void MustBeUndoable(Actor actor, Instant now)
    {
        MustAdminister(actor);
        if (!IsUndoableAt(now)) throw new Refusal("import.not-undoable");
    }

    public void Undo(Actor actor, Instant now, int undone, int kept)
    {
        MustBeUndoable(actor, now);
        (State, UndoneAt, Kept) = (PlanState.Undone, now, kept);
        Log(actor, now, new ImportUndone(Source, undone, kept));
    }

    private void Take(Reading reading) => (ReadAs, HeaderKey) = (reading.AsText(), reading.Names is { } names ? SheetLook.KeyOf(names) : null);

    private void Keep(Instant now, Instant? basedOn, Tally tally)
    {
        (MadeAt, BasedOn, Digest) = (now, basedOn, tally.DigestText);
        (Rows, New, Changed, Same, Problems, Gone) = (tally.Rows, tally.New, tally.Changed, tally.Same, tally.Problems, tally.Gone);
        Shrunk = tally.Shrunk.Count == 0 ? null : string.Join(' ', tally.Shrunk);
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

/// <summary>The count of a pass through a file, and a digest over every row's outcome in order.</summary>
public sealed class Tally
{
    private ulong digest = 14695981039346656037;

    public int Rows { get; private set; }
    public int New { get; private set; }
    public int Changed { get; private set; }
    public int Same { get; private set; }
    public int Problems { get; private set; }
    public int Gone { get; private set; }
    public List<string> Shrunk { get; } = [];
    public string DigestText => $"{digest:x16}";

    public void Count(Outcome outcome, int row, string key)
    {
        if (outcome is not Outcome.Gone) Rows++;
        switch (outcome)
        {
            case Outcome.New: New++; break;
            case Outcome.Changed: Changed++; break;
            case Outcome.Same: Same++; break;
            case Outcome.Problem: Problems++; break;
            default: Gone++; break;
        }
        digest = Marks.Join(Marks.Join(Marks.Join(digest, (ulong)outcome), (ulong)row), Marks.Of(key));
    }
}
