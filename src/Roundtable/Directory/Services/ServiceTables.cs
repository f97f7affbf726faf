using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using Roundtable.Directory.Imports;
using Roundtable.Platform.Data;

namespace Roundtable.Directory.Services;

public static class ServiceTables
{
    extension(RoundtableDb db)
    {
        public DbSet<ServiceOffered> ServicesOffered => db.Set<ServiceOffered>();
        public DbSet<ServiceAtLocation> ServicesAtLocations => db.Set<ServiceAtLocation>();
        public DbSet<Term> Terms => db.Set<Term>();
    }

    /// <summary>A short list of values kept in its owner's row, as JSON.</summary>
    internal static PropertyBuilder<IReadOnlyList<T>> IsKeptInRow<T>(this PropertyBuilder<IReadOnlyList<T>> list) => list.HasConversion(new ListAsJson<T>(), new SameItems<T>());
}

internal sealed class ListAsJson<T>() : ValueConverter<IReadOnlyList<T>, string>(list => JsonSerializer.Serialize(list, KeptLists.Json), text => KeptLists.Of<T>(text));

internal sealed class SameItems<T>() : ValueComparer<IReadOnlyList<T>>((a, b) => a!.SequenceEqual(b!), list => list.Aggregate(0, (hash, item) => HashCode.Combine(hash, item)), list => list);

internal static class KeptLists
{
    internal static readonly JsonSerializerOptions Json = new(JsonSerializerOptions.Web)
    {
        Converters = { FactsJson.Date }, DefaultIgnoreCondition = System.Text.Json.Serialization.JsonIgnoreCondition.WhenWritingDefault, IgnoreReadOnlyProperties = true,
    };

    internal static IReadOnlyList<T> Of<T>(string text) => JsonSerializer.Deserialize<List<T>>(text, Json) ?? [];
}

internal sealed class ServiceOfferedTable : IEntityTypeConfiguration<ServiceOffered>
{
    public void Configure(EntityTypeBuilder<ServiceOffered> service)
    {
        service.HasOne(s => s.Organization).WithMany().HasForeignKey(s => s.OrganizationId).OnDelete(DeleteBehavior.Cascade);
        service.HasIndex(s => s.Number).IsUnique();
        service.HasIndex(s => new { s.Source, s.Key }).IsUnique();
        service.HasIndex(s => s.ModifiedAt);
        service.Property(s => s.Costs).IsKeptInRow();
        service.Property(s => s.Documents).IsKeptInRow();
        service.Property(s => s.Openings).IsKeptInRow();
        service.HasMany(s => s.Places).WithOne(p => p.Service).HasForeignKey(p => p.ServiceId).OnDelete(DeleteBehavior.Cascade);
        service.HasMany(s => s.Terms).WithOne().HasForeignKey(t => t.ServiceId).OnDelete(DeleteBehavior.Cascade);
        service.Ignore(s => s.LanguageCodes).Ignore(s => s.ShownName).Ignore(s => s.CorrectedFields);
    }
}

internal sealed class ServiceAtLocationTable : IEntityTypeConfiguration<ServiceAtLocation>
{
    public void Configure(EntityTypeBuilder<ServiceAtLocation> at)
    {
        at.Property(a => a.Id).ValueGeneratedNever();
        at.HasIndex(a => new { a.ServiceId, a.LocationId }).IsUnique();
        at.HasOne(a => a.Location).WithMany().HasForeignKey(a => a.LocationId).OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class TermTable : IEntityTypeConfiguration<Term>
{
    public void Configure(EntityTypeBuilder<Term> term)
    {
        term.Property(t => t.Id).ValueGeneratedNever();
        term.HasIndex(t => new { t.Vocabulary, t.Code }).IsUnique();
    }
}

internal sealed class ServiceTermTable : IEntityTypeConfiguration<ServiceTerm>
{
    public void Configure(EntityTypeBuilder<ServiceTerm> term)
    {
        term.HasKey(t => new { t.ServiceId, t.TermId });
        term.HasOne(t => t.Term).WithMany().HasForeignKey(t => t.TermId).OnDelete(DeleteBehavior.Cascade);
    }
}
