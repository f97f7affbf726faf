using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Roundtable.Platform.Data;

namespace Roundtable.Partnerships;

public static class ProspectTables
{
    extension(RoundtableDb db)
    {
        public DbSet<Prospect> Prospects => db.Set<Prospect>();
        public DbSet<Contact> Contacts => db.Set<Contact>();
        public DbSet<Invitation> Invitations => db.Set<Invitation>();
    }
}

internal sealed class ProspectTable : IEntityTypeConfiguration<Prospect>
{
    public void Configure(EntityTypeBuilder<Prospect> prospect)
    {
        prospect.HasAlternateKey(p => new { p.PartnershipId, p.Id });
        prospect.HasOne<Partnership>().WithMany().HasForeignKey(p => p.PartnershipId).OnDelete(DeleteBehavior.Restrict);
        prospect.HasIndex(p => new { p.PartnershipId, p.Number }).IsUnique();
        prospect.HasIndex(p => p.OrganizationId);
        prospect.HasIndex(p => p.NameKey);
        prospect.HasIndex(p => new { p.PartnershipId, p.NextContactOn });
        prospect.Ignore(p => p.HasNotNowToRead).Ignore(p => p.Closings).Ignore(p => p.WantedRoles).Ignore(p => p.ReasonLines).Ignore(p => p.HasEvidence);
    }
}

internal sealed class ContactTable : IEntityTypeConfiguration<Contact>
{
    public void Configure(EntityTypeBuilder<Contact> contact) =>
        contact.HasOne<Prospect>().WithMany().HasForeignKey(c => new { c.PartnershipId, c.ProspectId }).HasPrincipalKey(p => new { p.PartnershipId, p.Id }).OnDelete(DeleteBehavior.Cascade);
}

internal sealed class InvitationTable : IEntityTypeConfiguration<Invitation>
{
    public void Configure(EntityTypeBuilder<Invitation> invitation)
    {
        invitation.HasAlternateKey(i => new { i.PartnershipId, i.Id });
        invitation.HasOne<Prospect>().WithMany().HasForeignKey(i => new { i.PartnershipId, i.ProspectId }).HasPrincipalKey(p => new { p.PartnershipId, p.Id }).OnDelete(DeleteBehavior.Cascade);
        invitation.HasIndex(i => new { i.PartnershipId, i.Number }).IsUnique();
        invitation.HasIndex(i => i.PersonId);
        invitation.Ignore(i => i.OfferedRoles);
    }
}
