using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Roundtable.Platform.Happenings;

namespace Roundtable.Platform.Data;

internal sealed class HappeningTable : IEntityTypeConfiguration<Happening>
{
    public void Configure(EntityTypeBuilder<Happening> happening)
    {
        happening.Property(h => h.Id).ValueGeneratedNever();
        happening.HasIndex(h => new { h.ChainId, h.Sequence }).IsUnique();
        happening.HasIndex(h => new { h.ChainId, h.Kind, h.At });
        happening.HasIndex(h => new { h.SubjectId, h.At });
    }
}

internal sealed class ChainHeadTable : IEntityTypeConfiguration<ChainHead>
{
    public void Configure(EntityTypeBuilder<ChainHead> head) => head.Property(h => h.Id).ValueGeneratedNever();
}

internal sealed class RunningNumberTable : IEntityTypeConfiguration<RunningNumber>
{
    public void Configure(EntityTypeBuilder<RunningNumber> number) => number.HasKey(n => new { n.PartnershipId, n.Kind });
}

internal sealed class RememberedAnswerTable : IEntityTypeConfiguration<RememberedAnswer>
{
    public void Configure(EntityTypeBuilder<RememberedAnswer> answer)
    {
        answer.HasKey(a => a.Key);
        answer.HasIndex(a => a.At);
    }
}
