using Etabli.Studies.Timings;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Etabli.Persistence.Studies;

internal sealed class FloorReceiptMap : IEntityTypeConfiguration<FloorReceipt>
{
    public void Configure(EntityTypeBuilder<FloorReceipt> builder)
    {
        builder.ToTable("floor_receipt", "studies");
        builder.HasKey(r => r.Id);
        builder.Property(r => r.Id).ValueGeneratedNever();
    }
}
