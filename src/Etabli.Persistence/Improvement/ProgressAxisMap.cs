using Etabli.Improvement.Axes;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Etabli.Persistence.Improvement;

internal sealed class ProgressAxisMap : IEntityTypeConfiguration<ProgressAxis>
{
    public void Configure(EntityTypeBuilder<ProgressAxis> builder)
    {
        builder.ToTable("progress_axis", "improvement");
        builder.HasKey(a => a.Id);
        builder.Property(a => a.Id).ValueGeneratedNever();
        builder.Property<uint>("Version").IsRowVersion();
    }
}
