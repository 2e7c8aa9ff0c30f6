using Etabli.Studies.Sheets;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Etabli.Persistence.Studies;

internal sealed class StudyRevisionMap : IEntityTypeConfiguration<StudyRevision>
{
    public void Configure(EntityTypeBuilder<StudyRevision> builder)
    {
        builder.ToTable("revision", "studies");
        builder.HasKey(r => new { r.Study, r.Number });
        builder.Property(r => r.Content).AsJson();
    }
}
