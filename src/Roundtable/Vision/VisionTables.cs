using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Roundtable.Partnerships;
using Roundtable.Platform.Access;
using Roundtable.Platform.Data;

namespace Roundtable.Vision;

public static class VisionTables
{
    extension(RoundtableDb db)
    {
        public DbSet<VisionProcess> VisionProcesses => db.Set<VisionProcess>();
        public DbSet<AskedSeat> AskedSeats => db.Set<AskedSeat>();
        public DbSet<Card> Cards => db.Set<Card>();
        public DbSet<Cluster> Clusters => db.Set<Cluster>();
        public DbSet<ClusterMove> ClusterMoves => db.Set<ClusterMove>();
    }
}

internal sealed class VisionProcessTable : IEntityTypeConfiguration<VisionProcess>
{
    public void Configure(EntityTypeBuilder<VisionProcess> process)
    {
        process.HasAlternateKey(p => new { p.PartnershipId, p.Id });
        process.HasOne<Partnership>().WithMany().HasForeignKey(p => p.PartnershipId).OnDelete(DeleteBehavior.Cascade);
        process.HasIndex(p => new { p.PartnershipId, p.Number }).IsUnique();
        process.HasIndex(p => p.PartnershipId).IsUnique("vision.one-at-a-time").HasFilter("stage <> 'Adopted' AND stage <> 'Ended'");
        process.HasMany(p => p.Asked).WithOne().HasForeignKey(a => new { a.PartnershipId, a.ProcessId }).HasPrincipalKey(p => new { p.PartnershipId, p.Id });
        // Cascade also deletes a grant that a process no longer has: access ends in the save that relieves the facilitator.
        process.HasMany(p => p.Grants).WithOne().HasForeignKey(g => g.ProcessId).OnDelete(DeleteBehavior.Cascade);
        process.Navigation(p => p.Asked).AutoInclude();
        process.Navigation(p => p.Grants).AutoInclude();
        process.Ignore(p => p.IsOver).Ignore(p => p.IsTakingPaper).Ignore(p => p.IsSorting);
    }
}

internal sealed class FacilitatorGrantTable : IEntityTypeConfiguration<FacilitatorGrant>
{
    public void Configure(EntityTypeBuilder<FacilitatorGrant> grant) => grant.HasBaseType<Grant>().Property(g => g.ProcessId).HasColumnName("process_id");
}

internal sealed class AskedSeatTable : IEntityTypeConfiguration<AskedSeat>
{
    public void Configure(EntityTypeBuilder<AskedSeat> asked)
    {
        asked.HasAlternateKey(a => new { a.PartnershipId, a.Id });
        asked.HasIndex(a => new { a.ProcessId, a.SeatId }).IsUnique();
        asked.HasOne<Seat>().WithMany().HasForeignKey(a => new { a.PartnershipId, a.SeatId }).HasPrincipalKey(s => new { s.PartnershipId, s.Id }).OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class CardTable : IEntityTypeConfiguration<Card>
{
    public void Configure(EntityTypeBuilder<Card> card)
    {
        card.HasAlternateKey(c => new { c.PartnershipId, c.Id });
        card.HasIndex(c => new { c.PartnershipId, c.Number }).IsUnique();
        card.HasIndex(c => new { c.ProcessId, c.Board, c.SeatId });
        card.HasOne<VisionProcess>().WithMany().HasForeignKey(c => new { c.PartnershipId, c.ProcessId }).HasPrincipalKey(p => new { p.PartnershipId, p.Id }).OnDelete(DeleteBehavior.Cascade);
        card.HasOne<Seat>().WithMany().HasForeignKey(c => new { c.PartnershipId, c.SeatId }).HasPrincipalKey(s => new { s.PartnershipId, s.Id }).OnDelete(DeleteBehavior.Cascade);
        card.HasOne<Cluster>().WithMany().HasForeignKey(c => new { c.PartnershipId, c.ClusterId }).HasPrincipalKey(c => new { c.PartnershipId, c.Id }).OnDelete(DeleteBehavior.Restrict);
        card.Ignore(c => c.IsOnBoard);
    }
}

internal sealed class ClusterTable : IEntityTypeConfiguration<Cluster>
{
    public void Configure(EntityTypeBuilder<Cluster> cluster)
    {
        cluster.HasAlternateKey(c => new { c.PartnershipId, c.Id });
        cluster.HasIndex(c => new { c.PartnershipId, c.Number }).IsUnique();
        cluster.HasIndex(c => new { c.ProcessId, c.Board });
        cluster.HasOne<VisionProcess>().WithMany().HasForeignKey(c => new { c.PartnershipId, c.ProcessId }).HasPrincipalKey(p => new { p.PartnershipId, p.Id }).OnDelete(DeleteBehavior.Cascade);
        cluster.HasOne<Cluster>().WithMany().HasForeignKey(c => new { c.PartnershipId, c.NeedClusterId }).HasPrincipalKey(c => new { c.PartnershipId, c.Id }).OnDelete(DeleteBehavior.NoAction);
        cluster.Ignore(c => c.IsOnBoard);
    }
}

internal sealed class ClusterMoveTable : IEntityTypeConfiguration<ClusterMove>
{
    public void Configure(EntityTypeBuilder<ClusterMove> move)
    {
        move.HasAlternateKey(m => new { m.PartnershipId, m.Id });
        move.HasIndex(m => new { m.PartnershipId, m.Number }).IsUnique();
        move.HasIndex(m => new { m.ProcessId, m.Board, m.Number });
        move.HasOne<VisionProcess>().WithMany().HasForeignKey(m => new { m.PartnershipId, m.ProcessId }).HasPrincipalKey(p => new { p.PartnershipId, p.Id }).OnDelete(DeleteBehavior.Cascade);
        move.Ignore(m => m.IsUndoable);
    }
}
