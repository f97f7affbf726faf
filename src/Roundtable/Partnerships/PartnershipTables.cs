using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Roundtable.Directory;
using Roundtable.Platform.Data;

namespace Roundtable.Partnerships;

public static class PartnershipTables
{
    extension(RoundtableDb db)
    {
        public DbSet<Partnership> Partnerships => db.Set<Partnership>();
        public DbSet<Seat> Seats => db.Set<Seat>();
        public DbSet<Holder> Holders => db.Set<Holder>();
        public DbSet<RoleOffer> RoleOffers => db.Set<RoleOffer>();
        public DbSet<Brief> Briefs => db.Set<Brief>();
        public DbSet<BriefItem> BriefItems => db.Set<BriefItem>();
        public DbSet<FoundingDraft> FoundingDrafts => db.Set<FoundingDraft>();
    }
}

internal sealed class PartnershipTable : IEntityTypeConfiguration<Partnership>
{
    public void Configure(EntityTypeBuilder<Partnership> partnership)
    {
        partnership.HasIndex(p => p.Slug).IsUnique();
        partnership.HasOne<Organization>().WithMany().HasForeignKey(p => p.ConvenerId).OnDelete(DeleteBehavior.Restrict);
        partnership.HasOne<Partnership>().WithMany().HasForeignKey(p => p.ParentId).OnDelete(DeleteBehavior.Restrict);
        partnership.Ignore(p => p.Zone).Ignore(p => p.Place);
    }
}

internal sealed class SeatTable : IEntityTypeConfiguration<Seat>
{
    public void Configure(EntityTypeBuilder<Seat> seat)
    {
        seat.HasAlternateKey(s => new { s.PartnershipId, s.Id });
        seat.HasIndex(s => new { s.PartnershipId, s.Number }).IsUnique();
        seat.HasIndex(s => new { s.PartnershipId, s.OrganizationId }).IsUnique("partnerships.already-seated", "Organization").HasFilter("state = 'Seated'");
        seat.HasOne<Partnership>().WithMany().HasForeignKey(s => s.PartnershipId).OnDelete(DeleteBehavior.Cascade);
        seat.HasOne<Organization>().WithMany().HasForeignKey(s => s.OrganizationId).OnDelete(DeleteBehavior.Restrict);
        seat.HasMany(s => s.Holders).WithOne().HasForeignKey(h => new { h.PartnershipId, h.SeatId }).HasPrincipalKey(s => new { s.PartnershipId, s.Id });
        seat.HasMany(s => s.Offers).WithOne().HasForeignKey(o => new { o.PartnershipId, o.SeatId }).HasPrincipalKey(s => new { s.PartnershipId, s.Id });
        // Cascade also deletes a grant that a seat no longer has: access ends in the save that ends the role.
        seat.HasMany(s => s.Grants).WithOne().HasForeignKey(g => new { g.PartnershipId, g.SeatId }).HasPrincipalKey(s => new { s.PartnershipId, s.Id })
            .OnDelete(DeleteBehavior.Cascade);
        seat.Navigation(s => s.Holders).AutoInclude();
        seat.Navigation(s => s.Offers).AutoInclude();
        seat.Navigation(s => s.Grants).AutoInclude();
        seat.Ignore(s => s.IsSeated).Ignore(s => s.Representative).Ignore(s => s.Alternate).Ignore(s => s.AuthorizedSigner).Ignore(s => s.Liaison);
    }
}

internal sealed class HolderTable : IEntityTypeConfiguration<Holder>
{
    public void Configure(EntityTypeBuilder<Holder> holder)
    {
        holder.HasAlternateKey(h => new { h.PartnershipId, h.Id });
        holder.HasIndex(h => new { h.SeatId, h.Role }).IsUnique("partnerships.role-filled", "Role").HasFilter("until IS NULL");
        holder.HasIndex(h => h.PersonId);
        holder.Ignore(h => h.IsCurrent);
    }
}

internal sealed class RoleOfferTable : IEntityTypeConfiguration<RoleOffer>
{
    public void Configure(EntityTypeBuilder<RoleOffer> offer)
    {
        offer.HasAlternateKey(o => new { o.PartnershipId, o.Id });
        offer.HasIndex(o => new { o.SeatId, o.Role }).IsUnique();
        offer.Ignore(o => o.LanguageCodes).Ignore(o => o.Offered);
    }
}

internal sealed class BriefTable : IEntityTypeConfiguration<Brief>
{
    public void Configure(EntityTypeBuilder<Brief> brief)
    {
        brief.HasAlternateKey(b => new { b.PartnershipId, b.Id });
        brief.HasIndex(b => b.SeatId).IsUnique();
        brief.HasOne<Seat>().WithMany().HasForeignKey(b => new { b.PartnershipId, b.SeatId }).HasPrincipalKey(s => new { s.PartnershipId, s.Id }).OnDelete(DeleteBehavior.Cascade);
        brief.HasMany(b => b.Items).WithOne().HasForeignKey(i => new { i.PartnershipId, i.BriefId }).HasPrincipalKey(b => new { b.PartnershipId, b.Id });
        brief.Navigation(b => b.Items).AutoInclude();
    }
}

internal sealed class BriefItemTable : IEntityTypeConfiguration<BriefItem>
{
    public void Configure(EntityTypeBuilder<BriefItem> item)
    {
        item.HasAlternateKey(i => new { i.PartnershipId, i.Id });
        item.HasIndex(i => new { i.SeatId, i.Kind }).IsUnique();
    }
}

internal sealed class FoundingDraftTable : IEntityTypeConfiguration<FoundingDraft>
{
    public void Configure(EntityTypeBuilder<FoundingDraft> draft)
    {
        draft.HasIndex(d => d.PersonId).IsUnique();
        draft.Ignore(d => d.Place).Ignore(d => d.IsAimed).Ignore(d => d.IsReady);
    }
}
