using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Roundtable.Platform.Data;

namespace Roundtable.Platform.Access;

public static class AccessTables
{
    extension(RoundtableDb db)
    {
        public DbSet<Grant> Grants => db.Set<Grant>();
        public DbSet<Link> Links => db.Set<Link>();
    }

    /// <summary>The link with this secret, whatever its state; none for a secret nobody was given or of another purpose.</summary>
    public static Task<Link?> OfSecret(this IQueryable<Link> links, LinkPurpose purpose, string secret)
    {
        var hash = Link.HashOf(secret);
        return links.FirstOrDefaultAsync(l => l.Purpose == purpose && l.Hash == hash);
    }
}

internal sealed class GrantTable : IEntityTypeConfiguration<Grant>
{
    public void Configure(EntityTypeBuilder<Grant> grant)
    {
        grant.HasIndex(g => g.PersonId);
        grant.HasIndex(g => new { g.PartnershipId, g.SeatId });
        grant.Ignore(g => g.Standing);
    }
}

internal sealed class LinkTable : IEntityTypeConfiguration<Link>
{
    public void Configure(EntityTypeBuilder<Link> link)
    {
        link.HasIndex(l => l.Hash).IsUnique();
        link.HasIndex(l => new { l.PersonId, l.Purpose });
        link.HasIndex(l => new { l.SubjectId, l.Purpose });
    }
}
