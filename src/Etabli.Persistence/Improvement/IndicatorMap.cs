using Etabli.Improvement.Indicators;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Etabli.Persistence.Improvement;

internal sealed class IndicatorMap : IEntityTypeConfiguration<Indicator>
{
    public void Configure(EntityTypeBuilder<Indicator> builder)
    {
        builder.ToTable("indicator", "improvement");
        builder.HasKey(i => i.Id);
        builder.Property(i => i.Id).ValueGeneratedNever();
        builder.Property<uint>("Version").IsRowVersion();
        builder.Ignore(i => i.Series);
        builder.Property(i => i.Feed).AsJson();
        builder.OwnsMany(i => i.Points, point =>
        {
            point.ToTable("indicator_point", "improvement");
            point.WithOwner().HasForeignKey("indicator");
            point.Property<long>("id").UseIdentityByDefaultColumn();
            point.HasKey("id");
        });
        builder.OwnsMany(i => i.Phases, phase =>
        {
            phase.ToTable("indicator_phase", "improvement");
            phase.WithOwner().HasForeignKey("indicator");
            phase.Property<long>("id").UseIdentityByDefaultColumn();
            phase.HasKey("id");
            phase.Property(p => p.From).HasColumnName("from_day");
        });
        builder.OwnsMany(i => i.Notes, note =>
        {
            note.ToTable("context_note", "improvement");
            note.WithOwner().HasForeignKey("indicator");
            note.Property<long>("id").UseIdentityByDefaultColumn();
            note.HasKey("id");
        });
        builder.Navigation(i => i.Points).UsePropertyAccessMode(PropertyAccessMode.Field);
        builder.Navigation(i => i.Phases).UsePropertyAccessMode(PropertyAccessMode.Field);
        builder.Navigation(i => i.Notes).UsePropertyAccessMode(PropertyAccessMode.Field);
    }
}
