using NodaTime;

namespace Roundtable.Platform.Jobs;

/// <summary>
/// Something the product does by itself, again and again. Shallow: calls queries and record methods; running it twice has the same
/// effect as once. Gets its own scope and acts as the system.
/// </summary>
public abstract class Job
{
    /// <returns>How many things it did.</returns>
    public abstract Task<int> Run(CancellationToken ct);
}

/// <summary>When a job runs and what people call it.</summary>
/// <param name="Name">The type's name: in the timetable, in runs and as <c>system:…</c> in happenings.</param>
/// <param name="TextKey">What the administrator reads.</param>
/// <param name="Every">The pause between runs; none when it runs at fixed times.</param>
/// <param name="Cron">Fixed times, as Quartz writes them, in UTC.</param>
public sealed record JobPlan(Type Type, string Name, string TextKey, Duration? Every, string? Cron);
