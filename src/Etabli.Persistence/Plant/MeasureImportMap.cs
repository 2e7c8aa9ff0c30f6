using Etabli.Plant.Measures;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Etabli.Persistence.Plant;

internal sealed class MeasureImportMap : IEntityTypeConfiguration<MeasureImport>
{
    public void Configure(EntityTypeBuilder<MeasureImport> builder)
    {
        builder.ToTable("measure_import", "plant");
        builder.HasKey(i => i.Id);
        builder.Property(i => i.Id).ValueGeneratedNever();
    }
}
