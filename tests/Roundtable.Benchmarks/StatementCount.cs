using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Roundtable.Benchmarks;

/// <summary>Counts what is asked of the database.</summary>
internal sealed class StatementCount : DbCommandInterceptor
{
    private long total;
    public long Total => Interlocked.Read(ref total);

    public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
    {
        Interlocked.Increment(ref total);
        return ValueTask.FromResult(result);
    }

    public override ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(DbCommand command, CommandEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        Interlocked.Increment(ref total);
        return ValueTask.FromResult(result);
    }

    public override ValueTask<InterceptionResult<object>> ScalarExecutingAsync(DbCommand command, CommandEventData eventData, InterceptionResult<object> result, CancellationToken cancellationToken = default)
    {
        Interlocked.Increment(ref total);
        return ValueTask.FromResult(result);
    }
}
