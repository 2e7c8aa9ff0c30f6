using Etabli.Certification.Qualifications;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Etabli.Persistence.Certification;

internal sealed class CertificationStandardMap : IEntityTypeConfiguration<CertificationStandard>
{
    public void Configure(EntityTypeBuilder<CertificationStandard> builder)
    {
        builder.ToTable("standard", "certification");
        builder.HasKey(s => s.Id);
        builder.Property(s => s.Id).ValueGeneratedNever();
        builder.Ignore(s => s.Content);
    }
}
