using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Roundtable.Platform.Data;

namespace Roundtable.Directory.Imports;

public static class ImportTables
{
    extension(RoundtableDb db)
    {
        public DbSet<ImportPlan> ImportPlans => db.Set<ImportPlan>();
        public DbSet<PlannedRow> PlannedRows => db.Set<PlannedRow>();
        public DbSet<WaitingFile> WaitingFiles => db.Set<WaitingFile>();
        public DbSet<Overwritten> OverwrittenRows => db.Set<Overwritten>();
    }
}

internal sealed class ImportPlanTable : IEntityTypeConfiguration<ImportPlan>
{
    public void Configure(EntityTypeBuilder<ImportPlan> plan)
    {
        plan.HasIndex(p => p.Number).IsUnique();
        plan.HasIndex(p => p.HeaderKey);
        plan.Ignore(p => p.ToImport).Ignore(p => p.Reading).Ignore(p => p.IsReadable);
    }
}

internal sealed class PlannedRowTable : IEntityTypeConfiguration<PlannedRow>
{
    public void Configure(EntityTypeBuilder<PlannedRow> row)
    {
        row.HasKey(r => new { r.PlanId, r.Outcome, r.Position });
        row.HasOne<ImportPlan>().WithMany().HasForeignKey(r => r.PlanId).OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class OverwrittenTable : IEntityTypeConfiguration<Overwritten>
{
    public void Configure(EntityTypeBuilder<Overwritten> row) => row.HasKey(r => new { r.Import, r.Source, r.Key });
}

internal sealed class WaitingFileTable : IEntityTypeConfiguration<WaitingFile>
{
    public void Configure(EntityTypeBuilder<WaitingFile> file)
    {
        file.HasKey(f => new { f.PlanId, f.Piece });
        file.HasOne<ImportPlan>().WithMany().HasForeignKey(f => f.PlanId).OnDelete(DeleteBehavior.Cascade);
    }
}
