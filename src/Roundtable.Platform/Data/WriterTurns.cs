namespace Roundtable.Platform.Data;

/// <summary>
/// Lets writers through one at a time, first come first served. SQLite has one writer, and its own waiting
/// starves some for seconds; on PostgreSQL nobody waits here.
/// </summary>
public sealed class WriterTurns(bool oneAtATime)
{
    private readonly Lock gate = new();
    private readonly Queue<TaskCompletionSource> waiting = new();
    private bool taken;

    public async Task<IDisposable?> Take(CancellationToken ct)
    {
        if (!oneAtATime) return null;
        TaskCompletionSource? turn = null;
        lock (gate)
        {
            if (taken) waiting.Enqueue(turn = new(TaskCreationOptions.RunContinuationsAsynchronously));
            else taken = true;
        }
        if (turn is not null)
        {
            await using var cancel = ct.Register(() => turn.TrySetCanceled(ct));
            await turn.Task;
        }
        return new Turn(this);
    }

    private void Next()
    {
        lock (gate)
        {
            while (waiting.TryDequeue(out var next))
                if (next.TrySetResult()) return;
            taken = false;
        }
    }

    private sealed class Turn(WriterTurns turns) : IDisposable
    {
        private int left;
        public void Dispose() { if (Interlocked.Exchange(ref left, 1) == 0) turns.Next(); }
    }
}
