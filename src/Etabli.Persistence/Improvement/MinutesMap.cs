using Etabli.Improvement.Communication;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Etabli.Persistence.Improvement;

internal sealed class MinutesMap : IEntityTypeConfiguration<Minutes>
{
    public void Configure(EntityTypeBuilder<Minutes> builder)
    {
        builder.ToTable("minutes", "improvement");
        builder.HasKey(m => m.Id);
        builder.Property(m => m.Id).ValueGeneratedNever();
        builder.Property<uint>("Version").IsRowVersion();
        builder.PrimitiveCollection(m => m.Attendees).HasField("attendees").UsePropertyAccessMode(PropertyAccessMode.Field);
        builder.PrimitiveCollection(m => m.Decisions).HasField("decisions").UsePropertyAccessMode(PropertyAccessMode.Field);
    }
}
