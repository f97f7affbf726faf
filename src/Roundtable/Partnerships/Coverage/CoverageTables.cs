using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Roundtable.Directory;
using Roundtable.Platform.Data;

namespace Roundtable.Partnerships;

public static class CoverageTables
{
    extension(RoundtableDb db)
    {
        public DbSet<LanguageNeeds> LanguageNeeds => db.Set<LanguageNeeds>();
        public DbSet<PlannedNeed> PlannedNeeds => db.Set<PlannedNeed>();
        public DbSet<CoverageRule> CoverageRules => db.Set<CoverageRule>();
        public DbSet<Tie> Ties => db.Set<Tie>();
    }
}

internal sealed class LanguageNeedsTable : IEntityTypeConfiguration<LanguageNeeds>
{
    public void Configure(EntityTypeBuilder<LanguageNeeds> needs)
    {
        needs.HasOne<Partnership>().WithMany().HasForeignKey(n => n.PartnershipId).OnDelete(DeleteBehavior.Restrict);
        needs.HasIndex(n => n.PartnershipId).IsUnique();
        needs.Ignore(n => n.Needed).Ignore(n => n.Languages);
    }
}

internal sealed class PlannedNeedTable : IEntityTypeConfiguration<PlannedNeed>
{
    public void Configure(EntityTypeBuilder<PlannedNeed> need)
    {
        need.HasOne<Partnership>().WithMany().HasForeignKey(n => n.PartnershipId).OnDelete(DeleteBehavior.Cascade);
        need.HasIndex(n => new { n.PartnershipId, n.Code }).IsUnique();
        need.Ignore(n => n.Seats).Ignore(n => n.Kind).Ignore(n => n.Position);
    }
}

internal sealed class CoverageRuleTable : IEntityTypeConfiguration<CoverageRule>
{
    public void Configure(EntityTypeBuilder<CoverageRule> rule)
    {
        rule.HasOne<Partnership>().WithMany().HasForeignKey(r => r.PartnershipId).OnDelete(DeleteBehavior.Cascade);
        rule.HasIndex(r => new { r.PartnershipId, r.Number }).IsUnique();
        rule.Ignore(r => r.Wanted);
    }
}

internal sealed class TieTable : IEntityTypeConfiguration<Tie>
{
    public void Configure(EntityTypeBuilder<Tie> tie)
    {
        tie.HasOne<Seat>().WithMany().HasForeignKey(t => new { t.PartnershipId, t.SeatId }).HasPrincipalKey(s => new { s.PartnershipId, s.Id }).OnDelete(DeleteBehavior.Cascade);
        tie.HasOne<Organization>().WithMany().HasForeignKey(t => t.OrganizationId).OnDelete(DeleteBehavior.Cascade);
        tie.HasIndex(t => new { t.PartnershipId, t.Number }).IsUnique();
        tie.HasIndex(t => new { t.SeatId, t.OrganizationId, t.Kind }).IsUnique("ties.said-already", "Kind");
    }
}
