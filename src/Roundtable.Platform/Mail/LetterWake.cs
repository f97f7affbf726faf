using System.Data.Common;
using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.Hosting;
using Roundtable.Platform.Jobs;

namespace Roundtable.Platform.Mail;

/// <summary>Rings when a save with new letters is committed, so that a sign-in code leaves at once and not at the next minute.</summary>
public sealed class LetterBell : IDisposable
{
    private readonly SemaphoreSlim bell = new(0, 1);

    public void Ring()
    {
        try { bell.Release(); }
        catch (SemaphoreFullException) { /* it rings already */ }
    }

    public Task Wait(CancellationToken ct) => bell.WaitAsync(ct);
    public Task<bool> Wait(TimeSpan atMost, CancellationToken ct) => bell.WaitAsync(atMost, ct);
    public void Dispose() => bell.Dispose();
}

/// <summary>Watches saves: letters of a transaction that is rolled back ring nothing.</summary>
internal sealed class LetterWatch(LetterBell bell) : ISaveChangesInterceptor, IDbTransactionInterceptor
{
    private readonly ConditionalWeakTable<DbContext, object> withLetters = [];

    public ValueTask<InterceptionResult<int>> SavingChangesAsync(DbContextEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        if (eventData.Context is { } db && db.ChangeTracker.Entries<Letter>().Any(l => l.State is EntityState.Added)) withLetters.AddOrUpdate(db, bell);
        return ValueTask.FromResult(result);
    }

    public Task TransactionCommittedAsync(DbTransaction transaction, TransactionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        if (eventData.Context is { } db && withLetters.Remove(db)) bell.Ring();
        return Task.CompletedTask;
    }

    public Task TransactionRolledBackAsync(DbTransaction transaction, TransactionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        if (eventData.Context is { } db) withLetters.Remove(db);
        return Task.CompletedTask;
    }
}

/// <summary>Sends as soon as the bell rings; the timetable sends the rest.</summary>
internal sealed class LetterPost(LetterBell bell, MailServer server, JobRunner runner) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            while (true)
            {
                await bell.Wait(stoppingToken);
                if (server.IsSetUp) await runner.Run<SendLetters>(stoppingToken);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            return;
        }
    }
}
