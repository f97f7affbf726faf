using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Roundtable.Platform.Data;

namespace Roundtable.Platform.Jobs;

public static class JobTables
{
    extension(RoundtableDb db)
    {
        public DbSet<JobRun> JobRuns => db.Set<JobRun>();
    }

    public static Task<JobRun?> LastOf(this IQueryable<JobRun> runs, string job) =>
        runs.Where(r => r.Job == job).OrderByDescending(r => r.StartedAt).FirstOrDefaultAsync();
}

internal sealed class JobRunTable : IEntityTypeConfiguration<JobRun>
{
    public void Configure(EntityTypeBuilder<JobRun> run)
    {
        run.Ignore(r => r.IsIdle);
        run.HasIndex(r => new { r.Job, r.StartedAt });
    }
}
