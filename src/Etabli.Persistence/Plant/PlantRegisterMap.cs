using Etabli.Plant.Register;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Etabli.Persistence.Plant;

internal sealed class PlantRegisterMap : IEntityTypeConfiguration<PlantRegister>
{
    public void Configure(EntityTypeBuilder<PlantRegister> builder)
    {
        builder.ToTable("register", "plant");
        builder.HasKey(r => r.Id);
        builder.Property(r => r.Id).ValueGeneratedNever();
        builder.Property<uint>("Version").IsRowVersion();
        builder.Property(r => r.Objects).AsJsonList("objects");
    }
}
