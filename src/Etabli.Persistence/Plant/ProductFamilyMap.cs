using Etabli.Plant.Flows;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Etabli.Persistence.Plant;

internal sealed class ProductFamilyMap : IEntityTypeConfiguration<ProductFamily>
{
    public void Configure(EntityTypeBuilder<ProductFamily> builder)
    {
        builder.ToTable("product_family", "plant");
        builder.HasKey(f => f.Id);
        builder.Property(f => f.Id).ValueGeneratedNever();
        builder.Property<uint>("Version").IsRowVersion();
        builder.Property(f => f.Rhythm).AsJson();
        builder.Property(f => f.Operations).AsJsonList("operations");
        builder.Property(f => f.Stocks).AsJsonList("stocks");
        builder.Property(f => f.Information).AsJsonList("information");
        builder.Property(f => f.Bursts).AsJsonList("bursts");
        builder.Property(f => f.Offsets).AsJsonList("offsets");
        builder.Property(f => f.Future).AsJson();
        builder.Ignore(f => f.Current);
        builder.Ignore(f => f.Newer);
    }
}
