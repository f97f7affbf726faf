using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Roundtable.Platform.Data;

namespace Roundtable.People;

public static class PersonTables
{
    extension(RoundtableDb db)
    {
        public DbSet<Person> People => db.Set<Person>();
        public DbSet<Session> Sessions => db.Set<Session>();
        public DbSet<Passkey> Passkeys => db.Set<Passkey>();
        public DbSet<KeptForm> KeptForms => db.Set<KeptForm>();
    }

    private sealed class PersonTable : IEntityTypeConfiguration<Person>
    {
        public void Configure(EntityTypeBuilder<Person> person)
        {
            person.HasIndex(p => p.EmailKey).IsUnique("people.email.just-taken", "Email");
            person.Ignore(p => p.IsSuspended);
            person.Ignore(p => p.Called);
        }
    }

    private sealed class SessionTable : IEntityTypeConfiguration<Session>
    {
        public void Configure(EntityTypeBuilder<Session> session)
        {
            session.HasIndex(s => s.Hash).IsUnique();
            session.HasOne<Person>().WithMany().HasForeignKey(s => s.PersonId);
        }
    }

    private sealed class PasskeyTable : IEntityTypeConfiguration<Passkey>
    {
        public void Configure(EntityTypeBuilder<Passkey> passkey)
        {
            passkey.HasIndex(p => p.CredentialId).IsUnique();
            passkey.HasOne<Person>().WithMany().HasForeignKey(p => p.PersonId);
        }
    }

    private sealed class KeptFormTable : IEntityTypeConfiguration<KeptForm>
    {
        public void Configure(EntityTypeBuilder<KeptForm> form)
        {
            form.HasIndex(f => f.Hash).IsUnique();
            form.HasOne<Person>().WithMany().HasForeignKey(f => f.PersonId);
        }
    }
}
