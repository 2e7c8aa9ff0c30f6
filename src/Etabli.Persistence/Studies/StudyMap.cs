using Etabli.Studies.Sheets;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Etabli.Persistence.Studies;

internal sealed class StudyMap : IEntityTypeConfiguration<Study>
{
    internal const string Title = "Title";
    internal const string Scope = "Scope";

    public void Configure(EntityTypeBuilder<Study> builder)
    {
        builder.ToTable("study", "studies");
        builder.HasKey(s => s.Id);
        builder.Property(s => s.Id).ValueGeneratedNever();
        builder.Property<uint>("Version").IsRowVersion();
        builder.Property(s => s.Content).AsJson();

        // Told by the database from the content, for lists.
        builder.Property<string>(Title).ValueGeneratedOnAddOrUpdate();
        builder.Property<string>(Scope).ValueGeneratedOnAddOrUpdate();
    }
}
