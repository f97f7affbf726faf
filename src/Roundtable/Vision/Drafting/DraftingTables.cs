using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Roundtable.Partnerships;
using Roundtable.Platform.Data;

namespace Roundtable.Vision;

public static class DraftingTables
{
    extension(RoundtableDb db)
    {
        public DbSet<Statement> Statements => db.Set<Statement>();
        public DbSet<StatementComment> StatementComments => db.Set<StatementComment>();
        public DbSet<WordingRound> WordingRounds => db.Set<WordingRound>();
        public DbSet<AdoptedVision> AdoptedVisions => db.Set<AdoptedVision>();
        public DbSet<PublicVision> PublicVisions => db.Set<PublicVision>();
    }
}

internal sealed class StatementTable : IEntityTypeConfiguration<Statement>
{
    public void Configure(EntityTypeBuilder<Statement> statement)
    {
        statement.HasAlternateKey(s => new { s.PartnershipId, s.Id });
        // Two drafts at once would both be the third one: the second writer sees the other's and sends again.
        statement.HasIndex(s => new { s.ProcessId, s.Edition }).IsUnique("drafts.another-came", "Text");
        statement.HasOne<VisionProcess>().WithMany().HasForeignKey(s => new { s.PartnershipId, s.ProcessId }).HasPrincipalKey(p => new { p.PartnershipId, p.Id }).OnDelete(DeleteBehavior.Cascade);
        statement.Ignore(s => s.IsLong).Ignore(s => s.Sentences);
    }
}

internal sealed class StatementCommentTable : IEntityTypeConfiguration<StatementComment>
{
    public void Configure(EntityTypeBuilder<StatementComment> comment)
    {
        comment.HasAlternateKey(c => new { c.PartnershipId, c.Id });
        comment.HasIndex(c => new { c.PartnershipId, c.Number }).IsUnique();
        comment.HasIndex(c => c.ProcessId);
        comment.HasOne<Statement>().WithMany().HasForeignKey(c => new { c.PartnershipId, c.StatementId }).HasPrincipalKey(s => new { s.PartnershipId, s.Id }).OnDelete(DeleteBehavior.Cascade);
        comment.HasOne<Seat>().WithMany().HasForeignKey(c => new { c.PartnershipId, c.SeatId }).HasPrincipalKey(s => new { s.PartnershipId, s.Id }).OnDelete(DeleteBehavior.Cascade);
        comment.Ignore(c => c.IsOpen);
    }
}

internal sealed class WordingRoundTable : IEntityTypeConfiguration<WordingRound>
{
    public void Configure(EntityTypeBuilder<WordingRound> round)
    {
        round.HasAlternateKey(r => new { r.PartnershipId, r.Id });
        round.HasIndex(r => new { r.PartnershipId, r.Number }).IsUnique();
        round.HasIndex(r => r.ProcessId).IsUnique("drafts.round-open").HasFilter("closed_at IS NULL");
        round.HasOne<Statement>().WithMany().HasForeignKey(r => new { r.PartnershipId, r.StatementId }).HasPrincipalKey(s => new { s.PartnershipId, s.Id }).OnDelete(DeleteBehavior.Cascade);
        round.HasMany(r => r.Answers).WithOne().HasForeignKey(a => new { a.PartnershipId, a.RoundId }).HasPrincipalKey(r => new { r.PartnershipId, r.Id });
        round.Navigation(r => r.Answers).AutoInclude();
        round.Ignore(r => r.Answered);
    }
}

internal sealed class WordingAnswerTable : IEntityTypeConfiguration<WordingAnswer>
{
    public void Configure(EntityTypeBuilder<WordingAnswer> answer)
    {
        answer.HasAlternateKey(a => new { a.PartnershipId, a.Id });
        answer.HasIndex(a => new { a.RoundId, a.SeatId }).IsUnique();
        answer.HasOne<Seat>().WithMany().HasForeignKey(a => new { a.PartnershipId, a.SeatId }).HasPrincipalKey(s => new { s.PartnershipId, s.Id }).OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class AdoptedVisionTable : IEntityTypeConfiguration<AdoptedVision>
{
    public void Configure(EntityTypeBuilder<AdoptedVision> vision)
    {
        vision.HasAlternateKey(v => new { v.PartnershipId, v.Id });
        vision.HasIndex(v => new { v.PartnershipId, v.Number }).IsUnique();
        // A motion makes one vision, whoever notices first that it is decided.
        vision.HasIndex(v => v.MotionId).IsUnique();
        vision.HasOne<VisionProcess>().WithMany().HasForeignKey(v => new { v.PartnershipId, v.ProcessId }).HasPrincipalKey(p => new { p.PartnershipId, p.Id }).OnDelete(DeleteBehavior.Cascade);
        vision.HasMany(v => v.Adoptions).WithOne().HasForeignKey(a => new { a.PartnershipId, a.VisionId }).HasPrincipalKey(v => new { v.PartnershipId, v.Id });
        vision.HasMany(v => v.Reaffirmations).WithOne().HasForeignKey(r => new { r.PartnershipId, r.VisionId }).HasPrincipalKey(v => new { v.PartnershipId, v.Id });
        vision.Navigation(v => v.Adoptions).AutoInclude();
        vision.Navigation(v => v.Reaffirmations).AutoInclude();
        vision.Ignore(v => v.IsCurrent).Ignore(v => v.ReaffirmsOn);
    }
}

internal sealed class AdoptionTable : IEntityTypeConfiguration<Adoption>
{
    public void Configure(EntityTypeBuilder<Adoption> adoption)
    {
        adoption.HasAlternateKey(a => new { a.PartnershipId, a.Id });
        adoption.HasIndex(a => new { a.VisionId, a.SeatId }).IsUnique("adopted.already");
        adoption.HasOne<Seat>().WithMany().HasForeignKey(a => new { a.PartnershipId, a.SeatId }).HasPrincipalKey(s => new { s.PartnershipId, s.Id }).OnDelete(DeleteBehavior.Cascade);
        adoption.Ignore(a => a.IsFor);
    }
}

internal sealed class ReaffirmationTable : IEntityTypeConfiguration<Reaffirmation>
{
    public void Configure(EntityTypeBuilder<Reaffirmation> one)
    {
        one.HasAlternateKey(r => new { r.PartnershipId, r.Id });
        one.HasIndex(r => r.MotionId).IsUnique();
        one.Ignore(r => r.IsRunning);
    }
}

internal sealed class PublicVisionTable : IEntityTypeConfiguration<PublicVision>
{
    public void Configure(EntityTypeBuilder<PublicVision> vision)
    {
        vision.HasAlternateKey(v => new { v.PartnershipId, v.Id });
        vision.HasIndex(v => v.VisionId).IsUnique();
        vision.HasOne<AdoptedVision>().WithMany().HasForeignKey(v => new { v.PartnershipId, v.VisionId }).HasPrincipalKey(v => new { v.PartnershipId, v.Id }).OnDelete(DeleteBehavior.Cascade);
        vision.Ignore(v => v.IsPublished).Ignore(v => v.IsChanged);
    }
}
