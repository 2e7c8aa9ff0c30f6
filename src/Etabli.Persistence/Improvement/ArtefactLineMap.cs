using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Etabli.Persistence.Improvement;

internal sealed class ArtefactLineMap : IEntityTypeConfiguration<ArtefactLine>
{
    public void Configure(EntityTypeBuilder<ArtefactLine> builder) => builder.HasNoKey().ToView("artefact", "improvement");
}
