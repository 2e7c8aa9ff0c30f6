using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Etabli.Persistence.Plant;

internal sealed class EventStationMap : IEntityTypeConfiguration<EventStation>
{
    public void Configure(EntityTypeBuilder<EventStation> builder)
    {
        builder.ToTable("event_station", "plant");
        builder.HasKey(s => new { s.Organisation, s.Kind, s.Station });
    }
}
