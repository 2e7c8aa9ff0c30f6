using Etabli.Plant.Measures;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Etabli.Persistence.Plant;

internal sealed class MeasureReceiptMap : IEntityTypeConfiguration<MeasureReceipt>
{
    public void Configure(EntityTypeBuilder<MeasureReceipt> builder)
    {
        builder.ToTable("measure_receipt", "plant");
        builder.HasKey(r => new { r.AccessKey, r.Request });
    }
}
