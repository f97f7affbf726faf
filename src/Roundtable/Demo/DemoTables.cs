using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Roundtable.Platform.Data;

namespace Roundtable.Demo;

public static class DemoTables
{
    extension(RoundtableDb db)
    {
        public DbSet<DemoLoad> DemoLoads => db.Set<DemoLoad>();
        public DbSet<DemoMark> DemoMarks => db.Set<DemoMark>();
    }
}

internal sealed class DemoLoadTable : IEntityTypeConfiguration<DemoLoad>
{
    public void Configure(EntityTypeBuilder<DemoLoad> load)
    {
        load.HasIndex(l => l.Story).IsUnique();
        load.HasMany(l => l.Marks).WithOne().HasForeignKey(m => m.LoadId).OnDelete(DeleteBehavior.Cascade);
        load.Navigation(l => l.Marks).AutoInclude();
    }
}

internal sealed class DemoMarkTable : IEntityTypeConfiguration<DemoMark>
{
    public void Configure(EntityTypeBuilder<DemoMark> mark) => mark.HasIndex(m => new { m.Kind, m.SubjectId }).IsUnique();
}
