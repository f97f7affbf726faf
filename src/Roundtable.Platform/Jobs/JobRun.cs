using NodaTime;
using Roundtable.Platform.Data;

namespace Roundtable.Platform.Jobs;

public enum JobOutcome { Done, Refused, Broken }

/// <summary>One run of a job and how it ended, as administrators see it. Runs that found nothing to do leave only the last.</summary>
public sealed class JobRun : Record
{
    private JobRun() { }

    public JobRun(string job, Instant started, Instant ended, JobOutcome outcome, int did = 0, string? refusal = null, string? reference = null) =>
        (Job, StartedAt, EndedAt, Outcome, Did, Refusal, Reference) = (job, started, ended, outcome, did, refusal, reference);

    public string Job { get; private init; } = "";
    public Instant StartedAt { get; private init; }
    public Instant EndedAt { get; private init; }
    public JobOutcome Outcome { get; private init; }
    public int Did { get; private init; }

    /// <summary>Text key of why the domain said no. Not tried again by itself.</summary>
    public string? Refusal { get; private init; }

    /// <summary>Finds the failure in the log.</summary>
    public string? Reference { get; private init; }

    public bool IsIdle => Outcome is JobOutcome.Done && Did == 0;
}
