using Etabli.Certification.Awards;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Etabli.Persistence.Certification;

internal sealed class RegisterEntryMap : IEntityTypeConfiguration<RegisterEntry>
{
    public void Configure(EntityTypeBuilder<RegisterEntry> builder)
    {
        builder.ToTable("register_entry", "certification");
        builder.HasKey(e => e.Id);
        builder.Property(e => e.Id).ValueGeneratedNever();
        builder.ComplexProperty(e => e.Holder, holder =>
        {
            holder.Property(h => h.Person).HasColumnName("holder");
            holder.Property(h => h.Name).HasColumnName("holder_name");
            holder.Property(h => h.BirthDate).HasColumnName("holder_birth_date");
        });
        builder.ComplexProperty(e => e.Centre, centre =>
        {
            centre.Property(c => c.Id).HasColumnName("centre");
            centre.Property(c => c.Name).HasColumnName("centre_name");
        });
        builder.Property(e => e.Blocks).AsJsonList("blocks");
    }
}
