using Etabli.Certification.Juries;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Etabli.Persistence.Certification;

internal sealed class JurySessionMap : IEntityTypeConfiguration<JurySession>
{
    public void Configure(EntityTypeBuilder<JurySession> builder)
    {
        builder.ToTable("jury_session", "certification");
        builder.HasKey(s => s.Id);
        builder.Property(s => s.Id).ValueGeneratedNever();
        builder.Property<uint>("Version").IsRowVersion();
        builder.ComplexProperty(s => s.Centre, centre =>
        {
            centre.Property(c => c.Id).HasColumnName("centre");
            centre.Property(c => c.Name).HasColumnName("centre_name");
        });
        builder.Property(s => s.Parameters).AsJson();
        builder.Property(s => s.Seats).AsJsonList("seats");
        builder.Property(s => s.Minutes).AsJson();
        builder.Ignore(s => s.IsOpen);
        builder.Ignore(s => s.Voters);
    }
}
