using Etabli.Plant.Measures;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Etabli.Persistence.Plant;

internal sealed class MeasureCorrectionMap : IEntityTypeConfiguration<MeasureCorrection>
{
    public void Configure(EntityTypeBuilder<MeasureCorrection> builder)
    {
        builder.ToTable("measure_correction", "plant");
        builder.HasKey(c => c.Id);
        builder.Property(c => c.Id).ValueGeneratedNever();
    }
}
