using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Roundtable.Directory.Services;
using Roundtable.Platform.Data;

namespace Roundtable.Directory;

public static class DirectoryTables
{
    extension(RoundtableDb db)
    {
        public DbSet<Organization> Organizations => db.Set<Organization>();
        public DbSet<Location> Locations => db.Set<Location>();
        public DbSet<Identifier> Identifiers => db.Set<Identifier>();
        public DbSet<SharedIdentifier> SharedIdentifiers => db.Set<SharedIdentifier>();
        public DbSet<Listing> Listings => db.Set<Listing>();
        public DbSet<Place> Places => db.Set<Place>();
        public DbSet<Search.SearchWord> SearchWords => db.Set<Search.SearchWord>();
    }
}

internal sealed class OrganizationTable : IEntityTypeConfiguration<Organization>
{
    public void Configure(EntityTypeBuilder<Organization> organization)
    {
        organization.HasIndex(o => o.Number).IsUnique();
        organization.HasIndex(o => o.NoLongerListed).HasFilter("no_longer_listed IS NOT NULL");
        organization.Ignore(o => o.At).Ignore(o => o.CorrectedFields).Ignore(o => o.LanguageCodes).Ignore(o => o.Names).Ignore(o => o.Unit);
    }
}

internal sealed class LocationTable : IEntityTypeConfiguration<Location>
{
    public void Configure(EntityTypeBuilder<Location> location)
    {
        location.HasOne(l => l.Organization).WithMany().HasForeignKey(l => l.OrganizationId).OnDelete(DeleteBehavior.Cascade);
        location.HasIndex(l => new { l.Source, l.Key }).IsUnique();
        location.Property(l => l.Openings).IsKeptInRow();
        location.Ignore(l => l.At).Ignore(l => l.IsShown).Ignore(l => l.LanguageCodes).Ignore(l => l.CorrectedFields);
    }
}

internal sealed class IdentifierTable : IEntityTypeConfiguration<Identifier>
{
    public void Configure(EntityTypeBuilder<Identifier> identifier)
    {
        identifier.HasKey(i => new { i.Scheme, i.Value });
        identifier.HasOne<Organization>().WithMany().HasForeignKey(i => i.OrganizationId).OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class SharedIdentifierTable : IEntityTypeConfiguration<SharedIdentifier>
{
    public void Configure(EntityTypeBuilder<SharedIdentifier> identifier)
    {
        identifier.HasKey(i => new { i.Scheme, i.Value, i.OrganizationId });
        identifier.HasOne<Organization>().WithMany().HasForeignKey(i => i.OrganizationId).OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class ListingTable : IEntityTypeConfiguration<Listing>
{
    public void Configure(EntityTypeBuilder<Listing> listing)
    {
        listing.HasKey(l => new { l.Source, l.Key });
        listing.HasOne<Organization>().WithMany().HasForeignKey(l => l.OrganizationId).OnDelete(DeleteBehavior.Cascade);
        listing.HasIndex(l => new { l.Source, l.Body }).HasFilter("body IS NOT NULL");
    }
}

internal sealed class PlaceTable : IEntityTypeConfiguration<Place>
{
    public void Configure(EntityTypeBuilder<Place> place)
    {
        place.HasIndex(p => new { p.Kind, p.NameKey, p.State });
        place.Ignore(p => p.At).Ignore(p => p.Spoken);
    }
}

internal sealed class SearchWordTable : IEntityTypeConfiguration<Search.SearchWord>
{
    public void Configure(EntityTypeBuilder<Search.SearchWord> word) => word.HasKey(w => w.Word);
}
