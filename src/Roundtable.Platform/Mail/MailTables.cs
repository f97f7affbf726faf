using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Roundtable.Platform.Data;

namespace Roundtable.Platform.Mail;

public static class MailTables
{
    extension(RoundtableDb db)
    {
        public DbSet<Letter> Letters => db.Set<Letter>();
        public DbSet<MailStop> MailStops => db.Set<MailStop>();
        public DbSet<MailTest> MailTests => db.Set<MailTest>();
    }
}

internal sealed class LetterTable : IEntityTypeConfiguration<Letter>
{
    public void Configure(EntityTypeBuilder<Letter> letter)
    {
        letter.Ignore(l => l.HasEnded);
        letter.HasIndex(l => new { l.State, l.NextTry });
        letter.HasIndex(l => l.AboutId);
        letter.HasIndex(l => l.BatchId);
        letter.HasIndex(l => new { l.AddressHash, l.Kind });
    }
}

internal sealed class MailStopTable : IEntityTypeConfiguration<MailStop>
{
    public void Configure(EntityTypeBuilder<MailStop> stop)
    {
        stop.HasIndex(s => new { s.AddressHash, s.Kind }).IsUnique();
        stop.HasIndex(s => s.PersonId);
    }
}

internal sealed class MailTestTable : IEntityTypeConfiguration<MailTest>
{
    public void Configure(EntityTypeBuilder<MailTest> test) => test.HasIndex(t => t.At);
}
