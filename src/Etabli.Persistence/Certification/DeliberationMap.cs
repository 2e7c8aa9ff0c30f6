using Etabli.Certification.Juries;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Etabli.Persistence.Certification;

internal sealed class DeliberationMap : IEntityTypeConfiguration<Deliberation>
{
    public void Configure(EntityTypeBuilder<Deliberation> builder)
    {
        builder.ToTable("deliberation", "certification");
        builder.HasKey(d => d.Id);
        builder.Property(d => d.Id).ValueGeneratedNever();
        builder.Property<uint>("Version").IsRowVersion();
        builder.Property(d => d.Declaration).AsJson();

        // Rows of their own: jurors vote at the same moment from their own screens.
        builder.OwnsMany(d => d.Votes, vote =>
        {
            vote.ToTable("vote", "certification");
            vote.WithOwner().HasForeignKey("deliberation");
            vote.HasKey(v => v.Id);
            vote.Property(v => v.Id).ValueGeneratedNever();
        });
        builder.Navigation(d => d.Votes).HasField("votes").UsePropertyAccessMode(PropertyAccessMode.Field);
    }
}
