using Etabli.Studies.Tallies;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Etabli.Persistence.Studies;

internal sealed class TallyMarkMap : IEntityTypeConfiguration<TallyMark>
{
    public void Configure(EntityTypeBuilder<TallyMark> builder)
    {
        builder.ToTable("mark", "studies");
        builder.HasKey(m => m.Id);
        builder.Property(m => m.Id).ValueGeneratedNever();
    }
}
