using Etabli.Plant.Register;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Etabli.Persistence.Plant;

internal sealed class PlantSettingsMap : IEntityTypeConfiguration<PlantSettings>
{
    public void Configure(EntityTypeBuilder<PlantSettings> builder)
    {
        builder.ToTable("settings", "plant");
        builder.HasKey(s => s.Organisation);
    }
}
