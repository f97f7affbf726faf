using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Roundtable.Platform.Data;

namespace Roundtable.Directory.Duplicates;

/// <summary>How far the search for duplicates has come in one source.</summary>
public sealed class DuplicateSearch
{
    public required string Source { get; init; }

    /// <summary>Number of the latest import when this walk through the source began.</summary>
    public int Import { get; set; }

    /// <summary>Key of the last row looked at; none when the walk has come to its end.</summary>
    public string? After { get; set; }
}

public static class DuplicateTables
{
    extension(RoundtableDb db)
    {
        public DbSet<DuplicatePair> DuplicatePairs => db.Set<DuplicatePair>();
        public DbSet<Merging> Mergings => db.Set<Merging>();
        public DbSet<DuplicateSearch> DuplicateSearches => db.Set<DuplicateSearch>();
    }
}

internal sealed class DuplicatePairTable : IEntityTypeConfiguration<DuplicatePair>
{
    public void Configure(EntityTypeBuilder<DuplicatePair> pair)
    {
        pair.HasIndex(p => new { p.KeptId, p.OtherId }).IsUnique();
        pair.HasIndex(p => p.OtherId);
        pair.HasIndex(p => new { p.State, p.Likeness });
        pair.HasOne<Organization>().WithMany().HasForeignKey(p => p.KeptId).OnDelete(DeleteBehavior.Cascade);
        pair.HasOne<Organization>().WithMany().HasForeignKey(p => p.OtherId).OnDelete(DeleteBehavior.Cascade);
        pair.Ignore(p => p.ReasonsWhy);
    }
}

internal sealed class MergingTable : IEntityTypeConfiguration<Merging>
{
    public void Configure(EntityTypeBuilder<Merging> merging)
    {
        merging.HasIndex(m => m.KeptId);
        merging.HasIndex(m => m.AwayId);
        merging.HasOne<DuplicatePair>().WithMany().HasForeignKey(m => m.PairId).OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class DuplicateSearchTable : IEntityTypeConfiguration<DuplicateSearch>
{
    public void Configure(EntityTypeBuilder<DuplicateSearch> search) => search.HasKey(s => s.Source);
}
