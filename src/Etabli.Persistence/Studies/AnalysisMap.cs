using Etabli.Studies.Analyses;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Etabli.Persistence.Studies;

internal sealed class AnalysisMap : IEntityTypeConfiguration<Analysis>
{
    internal const string Title = "Title";

    public void Configure(EntityTypeBuilder<Analysis> builder)
    {
        builder.ToTable("analysis", "studies");
        builder.HasKey(a => a.Id);
        builder.Property(a => a.Id).ValueGeneratedNever();
        builder.Property<uint>("Version").IsRowVersion();
        builder.Property(a => a.Content).AsJson();

        // Told by the database from the content, for lists.
        builder.Property<string>(Title).ValueGeneratedOnAddOrUpdate();
    }
}
