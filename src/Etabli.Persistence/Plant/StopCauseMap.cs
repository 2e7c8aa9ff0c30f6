using Etabli.Plant.Occurrences;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Etabli.Persistence.Plant;

internal sealed class StopCauseMap : IEntityTypeConfiguration<StopCause>
{
    public void Configure(EntityTypeBuilder<StopCause> builder)
    {
        builder.ToTable("stop_cause", "plant");
        builder.HasKey(c => new { c.Organisation, c.Cause });
    }
}
