using Etabli.Improvement;
using Etabli.Improvement.Diagnoses;
using Etabli.People.Files;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Etabli.Persistence.Improvement;

internal sealed class ObservationMap : IEntityTypeConfiguration<Observation>
{
    public void Configure(EntityTypeBuilder<Observation> builder)
    {
        builder.ToTable("observation", "improvement");
        builder.HasKey(o => o.Id);
        builder.Property(o => o.Id).ValueGeneratedNever();
        builder.Property<uint>("Version").IsRowVersion();
        builder.OwnsOne(o => o.Measure, measure =>
        {
            // The same row as the observation, hence the same key column.
            measure.Property<ObservationId>("ObservationId").HasColumnName("id");
            measure.Property(m => m.Value).HasColumnName("measure_value");
            measure.Property(m => m.Unit).HasColumnName("measure_unit");
            measure.Property(m => m.Method).HasColumnName("measure_method");
            measure.Property(m => m.Readings).HasColumnName("measure_readings");
        });
        builder.Property(o => o.Photos)
            .HasField("photos")
            .UsePropertyAccessMode(PropertyAccessMode.Field)
            .HasColumnType("uuid[]")
            .HasConversion(
                photos => photos.Select(p => p.Value).ToArray(),
                photos => photos.Select(p => new FileId(p)).ToList(),
                new ValueComparer<IReadOnlyList<FileId>>((a, b) => a!.SequenceEqual(b!), p => p.Count, p => p.ToList()));
    }
}
