using Etabli.Plant.Measures;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Etabli.Persistence.Plant;

internal sealed class MeasureTableMap : IEntityTypeConfiguration<MeasureTable>
{
    public void Configure(EntityTypeBuilder<MeasureTable> builder)
    {
        builder.ToTable("measure_table", "plant");
        builder.HasKey(t => t.Id);
        builder.Property(t => t.Id).ValueGeneratedNever();
        builder.Property(t => t.Columns).AsJsonList("columns");

        // Counted by the statements that bring or take rows, never by the aggregate.
        builder.Property(t => t.Rows).ValueGeneratedOnAddOrUpdate();
    }
}
