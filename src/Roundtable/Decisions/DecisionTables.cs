using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Roundtable.Partnerships;
using Roundtable.Platform.Data;

namespace Roundtable.Decisions;

public static class DecisionTables
{
    extension(RoundtableDb db)
    {
        public DbSet<AgreedRule> AgreedRules => db.Set<AgreedRule>();
        public DbSet<Motion> Motions => db.Set<Motion>();
        public DbSet<RollEntry> RollEntries => db.Set<RollEntry>();
        public DbSet<Ballot> Ballots => db.Set<Ballot>();
        public DbSet<Amendment> Amendments => db.Set<Amendment>();
    }
}

internal sealed class AgreedRuleTable : IEntityTypeConfiguration<AgreedRule>
{
    public void Configure(EntityTypeBuilder<AgreedRule> rule)
    {
        rule.HasIndex(r => new { r.PartnershipId, r.Kind }).IsUnique();
        rule.HasOne<Partnership>().WithMany().HasForeignKey(r => r.PartnershipId).OnDelete(DeleteBehavior.Cascade);
        rule.Ignore(r => r.Terms);
    }
}

internal sealed class MotionTable : IEntityTypeConfiguration<Motion>
{
    public void Configure(EntityTypeBuilder<Motion> motion)
    {
        motion.HasAlternateKey(m => new { m.PartnershipId, m.Id });
        motion.HasIndex(m => new { m.PartnershipId, m.Number }).IsUnique();
        motion.HasIndex(m => new { m.State, m.ClosesAt });
        motion.HasIndex(m => m.SubjectId);
        motion.HasOne<Partnership>().WithMany().HasForeignKey(m => m.PartnershipId).OnDelete(DeleteBehavior.Cascade);
        motion.HasMany(m => m.Options).WithOne().HasForeignKey(o => new { o.PartnershipId, o.MotionId }).HasPrincipalKey(m => new { m.PartnershipId, m.Id });
        motion.HasMany(m => m.Roll).WithOne().HasForeignKey(r => new { r.PartnershipId, r.MotionId }).HasPrincipalKey(m => new { m.PartnershipId, m.Id });
        motion.HasMany(m => m.Ballots).WithOne().HasForeignKey(b => new { b.PartnershipId, b.MotionId }).HasPrincipalKey(m => new { m.PartnershipId, m.Id });
        motion.HasMany(m => m.SecretCounts).WithOne().HasForeignKey(c => new { c.PartnershipId, c.MotionId }).HasPrincipalKey(m => new { m.PartnershipId, m.Id });
        motion.Navigation(m => m.Options).AutoInclude();
        motion.Navigation(m => m.Roll).AutoInclude();
        motion.Navigation(m => m.Ballots).AutoInclude();
        motion.Navigation(m => m.SecretCounts).AutoInclude();
        motion.Ignore(m => m.IsRunning).Ignore(m => m.Offered);
    }
}

internal sealed class MotionOptionTable : IEntityTypeConfiguration<MotionOption>
{
    public void Configure(EntityTypeBuilder<MotionOption> option)
    {
        option.HasAlternateKey(o => new { o.PartnershipId, o.Id });
        option.HasIndex(o => new { o.MotionId, o.Number }).IsUnique();
    }
}

internal sealed class RollEntryTable : IEntityTypeConfiguration<RollEntry>
{
    public void Configure(EntityTypeBuilder<RollEntry> entry)
    {
        entry.HasAlternateKey(r => new { r.PartnershipId, r.Id });
        entry.HasIndex(r => new { r.MotionId, r.SeatId }).IsUnique();
        entry.HasOne<Seat>().WithMany().HasForeignKey(r => new { r.PartnershipId, r.SeatId }).HasPrincipalKey(s => new { s.PartnershipId, s.Id }).OnDelete(DeleteBehavior.Cascade);
        entry.Ignore(r => r.IsRecused).Ignore(r => r.Counts).Ignore(r => r.IsSilent);
    }
}

internal sealed class BallotTable : IEntityTypeConfiguration<Ballot>
{
    public void Configure(EntityTypeBuilder<Ballot> ballot)
    {
        ballot.HasAlternateKey(b => new { b.PartnershipId, b.Id });
        // One ballot per seat: whatever two requests at once believe, the database lets one through.
        ballot.HasIndex(b => new { b.MotionId, b.SeatId }).IsUnique().HasFilter("replaced_at IS NULL");
        ballot.HasOne<Seat>().WithMany().HasForeignKey(b => new { b.PartnershipId, b.SeatId }).HasPrincipalKey(s => new { s.PartnershipId, s.Id }).OnDelete(DeleteBehavior.Cascade);
        ballot.Ignore(b => b.IsCurrent);
    }
}

internal sealed class SecretCountTable : IEntityTypeConfiguration<SecretCount>
{
    public void Configure(EntityTypeBuilder<SecretCount> count)
    {
        count.HasKey(c => new { c.MotionId, c.Stance });
        // Two that read the same box cannot both put a ballot in.
        count.Property(c => c.Of).IsConcurrencyToken();
    }
}

internal sealed class AmendmentTable : IEntityTypeConfiguration<Amendment>
{
    public void Configure(EntityTypeBuilder<Amendment> amendment)
    {
        amendment.HasAlternateKey(a => new { a.PartnershipId, a.Id });
        amendment.HasIndex(a => new { a.PartnershipId, a.Number }).IsUnique();
        amendment.HasIndex(a => a.VoteId);
        amendment.HasOne<Motion>().WithMany().HasForeignKey(a => new { a.PartnershipId, a.MotionId }).HasPrincipalKey(m => new { m.PartnershipId, m.Id }).OnDelete(DeleteBehavior.Cascade);
        amendment.HasOne<Seat>().WithMany().HasForeignKey(a => new { a.PartnershipId, a.SeatId }).HasPrincipalKey(s => new { s.PartnershipId, s.Id }).OnDelete(DeleteBehavior.Cascade);
        amendment.Ignore(a => a.IsOpen);
    }
}
