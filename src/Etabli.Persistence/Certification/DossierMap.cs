using Etabli.Certification.Dossiers;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Etabli.Persistence.Certification;

internal sealed class DossierMap : IEntityTypeConfiguration<Dossier>
{
    public void Configure(EntityTypeBuilder<Dossier> builder)
    {
        builder.ToTable("dossier", "certification");
        builder.HasKey(d => d.Id);
        builder.Property(d => d.Id).ValueGeneratedNever();
        builder.Property<uint>("Version").IsRowVersion();
        builder.ComplexProperty(d => d.Candidate, candidate =>
        {
            candidate.Property(c => c.Person).HasColumnName("candidate");
            candidate.Property(c => c.Name).HasColumnName("candidate_name");
            candidate.Property(c => c.BirthDate).HasColumnName("candidate_birth_date");
        });
        builder.ComplexProperty(d => d.Centre, centre =>
        {
            centre.Property(c => c.Id).HasColumnName("centre");
            centre.Property(c => c.Name).HasColumnName("centre_name");
        });
        builder.ComplexProperty(d => d.Company, company =>
        {
            company.IsRequired(false);
            company.Property(c => c!.Id).HasColumnName("company");
            company.Property(c => c!.Name).HasColumnName("company_name");
        });
        builder.ComplexProperty(d => d.TrainingProvider, provider =>
        {
            provider.IsRequired(false);
            provider.Property(c => c!.Id).HasColumnName("training_provider");
            provider.Property(c => c!.Name).HasColumnName("training_provider_name");
        });
        builder.ComplexProperty(d => d.Tutor, tutor =>
        {
            tutor.IsRequired(false);
            tutor.Property(t => t!.Id).HasColumnName("tutor");
            tutor.Property(t => t!.Name).HasColumnName("tutor_name");
        });

        // Written from the facts at every save, so that lists can filter by it; never read back.
        builder.Property(d => d.Stage).UsePropertyAccessMode(PropertyAccessMode.Property);
        builder.Property(d => d.Blocks).AsJsonList("blocks");
        builder.Property(d => d.CarriedOver).AsJsonList("carriedOver");
        builder.Property(d => d.Waivers).AsJsonList("waivers");
        builder.Property(d => d.Eligibility).AsJsonList("eligibility");
        builder.Property(d => d.Modes).AsJsonList("modes");
        builder.Property(d => d.ModesAgreements).AsJsonList("agreements");
        builder.Property(d => d.Transmission).AsJson();
        builder.Property(d => d.Deposits).AsJsonList("deposits");
        builder.Property(d => d.Conditions).AsJsonList("conditions");
        builder.Property(d => d.Portfolio).AsJson();
        builder.Ignore(d => d.LastDeposit);
        builder.OwnsMany(d => d.CompanyOpinions, opinion =>
        {
            opinion.ToTable("company_opinion", "certification");
            opinion.WithOwner().HasForeignKey("dossier");
            opinion.HasKey(o => o.Id);
            opinion.Property(o => o.Id).ValueGeneratedNever();
            opinion.Property(o => o.Author).AsJson();
        });
        builder.Navigation(d => d.CompanyOpinions).HasField("opinions").UsePropertyAccessMode(PropertyAccessMode.Field);
    }
}
