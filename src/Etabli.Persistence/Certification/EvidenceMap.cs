using Etabli.Certification.Dossiers;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Etabli.Persistence.Certification;

internal sealed class EvidenceMap : IEntityTypeConfiguration<Evidence>
{
    public void Configure(EntityTypeBuilder<Evidence> builder)
    {
        builder.ToTable("evidence", "certification");
        builder.HasKey(e => e.Id);
        builder.Property(e => e.Id).ValueGeneratedNever();
        builder.Property<uint>("Version").IsRowVersion();
        builder.ComplexProperty(e => e.Source, source =>
        {
            source.Property(s => s.Kind).HasColumnName("kind");
            source.Property(s => s.Id).HasColumnName("source");
            source.Property(s => s.Title).HasColumnName("title");
            source.Property(s => s.Step).HasColumnName("step");
            source.Property(s => s.MadeAt).HasColumnName("made_at");
            source.ComplexProperty(s => s.Author, author =>
            {
                author.Property(a => a.Id).HasColumnName("author");
                author.Property(a => a.Name).HasColumnName("author_name");
            });
        });
        builder.Property(e => e.Criteria).AsJsonList("criteria");
        builder.Property(e => e.FrozenFiles).AsJsonList("files");
        builder.Property(e => e.PreviewFiles).AsJsonList("previewFiles");
        builder.Ignore(e => e.Counts);
    }
}
