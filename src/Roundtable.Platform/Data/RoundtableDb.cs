using System.Reflection;
using Microsoft.AspNetCore.DataProtection.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using NodaTime;
using Roundtable.Platform.Happenings;

namespace Roundtable.Platform.Data;

/// <summary>The assemblies whose tables make the model: Platform's own and the product's.</summary>
public sealed record ModelParts(params Assembly[] Assemblies);

/// <summary>
/// Everything the product remembers. One save is one transaction: records, running numbers, happenings, mail to send
/// and the answer kept for a repeated request stand or fall together.
/// </summary>
public abstract class RoundtableDb(DbContextOptions options, ModelParts parts, WriterTurns turns) : DbContext(options), IDataProtectionKeyContext
{
    private Func<RememberedAnswer?>? answer;

    public DbSet<Happening> Happenings => Set<Happening>();
    public DbSet<DataProtectionKey> DataProtectionKeys => Set<DataProtectionKey>();

    protected ModelParts Parts => parts;
    public abstract bool IsSqlite { get; }

    /// <summary>Appends to a chain only behind this lock.</summary>
    internal abstract Task<ChainHead> LockHead(Guid chain, CancellationToken ct);

    /// <summary>An id as a parameter of plain SQL, which knows nothing of the model's conversions.</summary>
    protected virtual object AsStored(Guid id) => id;
    protected abstract Task<RunningNumber> LockNumber(Guid partnership, string kind, CancellationToken ct);

    /// <summary>Stops tracking rows that another writer may have changed since.</summary>
    protected void Forget<T>(Func<T, bool> which) where T : class
    {
        foreach (var known in ChangeTracker.Entries<T>().Where(e => which(e.Entity)).ToList()) known.State = EntityState.Detached;
    }

    /// <summary>Keeps the answer to this request with the next save, so that a repeat gets the same one. Asked once numbers are given.</summary>
    public void Remember(Func<RememberedAnswer?> answerOfThisRequest) => answer = answerOfThisRequest;

    /// <summary>Runs several saves as one transaction, in this writer's turn.</summary>
    public async Task<T> Together<T>(Func<Task<T>> write, CancellationToken ct = default)
    {
        if (Database.CurrentTransaction is not null) return await write();
        using var turn = await turns.Take(ct);
        await using var transaction = await Database.BeginTransactionAsync(ct);
        var result = await write();
        await transaction.CommitAsync(ct);
        return result;
    }

    /// <summary>
    /// Waits for everybody who is about to make one of these, and holds until the transaction ends: what is read after this is still so
    /// when it is saved. Inside <see cref="Together{T}"/> only.
    /// </summary>
    /// <param name="partnership">Where; <see cref="Guid.Empty"/> for the whole site.</param>
    public virtual Task Turn(Guid partnership, string kind, CancellationToken ct = default) =>
        Database.CurrentTransaction is null ? throw new InvalidOperationException("A turn lasts as long as its transaction, and there is none.") : Task.CompletedTask;

    /// <summary>Takes a run of the site's own numbers for records written in bulk. Inside <see cref="Together{T}"/> only.</summary>
    /// <returns>The first of them.</returns>
    public async Task<int> TakeNumbers(string kind, int count, CancellationToken ct = default)
    {
        var last = await Database.SqlQuery<int>($"""
            INSERT INTO running_number (partnership_id, kind, last) VALUES ({AsStored(Guid.Empty)}, {kind}, {count})
            ON CONFLICT (partnership_id, kind) DO UPDATE SET last = running_number.last + {count} RETURNING last
            """).ToListAsync(ct);
        return last[0] - count + 1;
    }

    public override Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken ct = default) =>
        Together(async () =>
        {
            ChangeTracker.DetectChanges();
            var records = ChangeTracker.Entries<Record>().ToList();
            var happenings = records.SelectMany(e => e.Entity.Unsaved).OrderBy(h => h.Id).ToList();
            var counters = new Dictionary<(Guid, string), RunningNumber>();
            Forget<RunningNumber>(_ => true);
            // By kind and partnership, so that two writers take the locks of their numbers in the same order.
            foreach (var entry in records.OrderBy(e => e.Metadata.Name, StringComparer.Ordinal).ThenBy(e => e.Entity.Chain)) await Stamp(entry, counters, ct);
            await HappeningLog.Append(this, happenings, ct);
            if (answer?.Invoke() is { } remembered) Add(remembered);
            answer = null;
            var saved = await Written(acceptAllChangesOnSuccess, ct);
            foreach (var entry in records) entry.Entity.Saved();
            return saved;
        }, ct);

    private async Task<int> Written(bool acceptAllChangesOnSuccess, CancellationToken ct)
    {
        try
        {
            return await base.SaveChangesAsync(acceptAllChangesOnSuccess, ct);
        }
        catch (DbUpdateException no)
        {
            throw Claims.Meaning(no, Model);
        }
    }

    public override int SaveChanges(bool acceptAllChangesOnSuccess) =>
        base.ChangeTracker.Entries().All(e => e.Entity is DataProtectionKey || e.State is EntityState.Unchanged)
            ? base.SaveChanges(acceptAllChangesOnSuccess)  // Data Protection saves its keys synchronously
            : throw new InvalidOperationException("Use SaveChangesAsync: it takes the writer's turn.");

    private async Task Stamp(EntityEntry<Record> entry, Dictionary<(Guid, string), RunningNumber> counters, CancellationToken ct)
    {
        if (entry.State is not (EntityState.Added or EntityState.Modified)) return;
        entry.Entity.Version = Ids.New();
        if (entry.State is not EntityState.Added || entry.Entity is not INumbered { Number: 0 } numbered) return;
        var partnership = entry.Entity.Chain ?? Guid.Empty;
        var kind = entry.Metadata.ClrType.Name;
        if (!counters.TryGetValue((partnership, kind), out var counter))
            counters[(partnership, kind)] = counter = await LockNumber(partnership, kind, ct);
        numbered.Number = ++counter.Last;
    }

    protected override void ConfigureConventions(ModelConfigurationBuilder conventions) => conventions.Properties<Enum>().HaveConversion<string>();

    protected override void OnModelCreating(ModelBuilder model)
    {
        foreach (var assembly in parts.Assemblies) model.ApplyConfigurationsFromAssembly(assembly);
        foreach (var entity in model.Model.GetEntityTypes())
        {
            if (entity.IsOwned() || entity.BaseType is not null) continue;
            entity.SetTableName(Snake(entity.ClrType.Name));
            foreach (var property in entity.GetProperties()) property.SetColumnName(Snake(property.Name));
            if (!typeof(Record).IsAssignableFrom(entity.ClrType)) continue;
            entity.FindProperty(nameof(Record.Id))!.ValueGenerated = Microsoft.EntityFrameworkCore.Metadata.ValueGenerated.Never;
            entity.FindProperty(nameof(Record.Version))!.IsConcurrencyToken = true;
        }
    }

    private static string Snake(string name) =>
        string.Concat(name.Select((c, i) => char.IsUpper(c) ? (i > 0 && !char.IsUpper(name[i - 1]) ? "_" : "") + char.ToLowerInvariant(c) : $"{c}"));
}
