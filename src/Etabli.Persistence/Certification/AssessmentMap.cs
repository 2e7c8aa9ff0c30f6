using Etabli.Certification.Assessments;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Etabli.Persistence.Certification;

internal sealed class AssessmentMap : IEntityTypeConfiguration<Assessment>
{
    public void Configure(EntityTypeBuilder<Assessment> builder)
    {
        builder.ToTable("assessment", "certification");
        builder.HasKey(a => a.Id);
        builder.Property(a => a.Id).ValueGeneratedNever();
        builder.Property<uint>("Version").IsRowVersion();
        builder.Property(a => a.Members).AsJsonList("members");
        builder.Property(a => a.Sittings).AsJsonList("sittings");
        builder.Property(a => a.Summary).AsJson();

        // In the assessment's own row: two decided at once cannot both pass unseen.
        builder.Property(a => a.Decisions).AsJsonList("decisions");

        // Rows of their own: two members who save at once each add a row, and neither touches the other's.
        builder.OwnsMany(a => a.Entries, entry =>
        {
            entry.ToTable("finding", "certification");
            entry.WithOwner().HasForeignKey("assessment");
            entry.HasKey(e => e.Id);
            entry.Property(e => e.Id).ValueGeneratedNever();
            entry.Property(e => e.Author).AsJson();
            entry.Property(e => e.Replaces).AsJsonList();
        });
        builder.Navigation(a => a.Entries).HasField("findings").UsePropertyAccessMode(PropertyAccessMode.Field);
    }
}
