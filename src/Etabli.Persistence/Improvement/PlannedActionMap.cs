using Etabli.Improvement.Actions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Etabli.Persistence.Improvement;

internal sealed class PlannedActionMap : IEntityTypeConfiguration<PlannedAction>
{
    public void Configure(EntityTypeBuilder<PlannedAction> builder)
    {
        builder.ToTable("planned_action", "improvement");
        builder.HasKey(a => a.Id);
        builder.Property(a => a.Id).ValueGeneratedNever();
        builder.Property<uint>("Version").IsRowVersion();
        builder.OwnsMany(a => a.DueChanges, change =>
        {
            change.ToTable("due_change", "improvement");
            change.WithOwner().HasForeignKey("action");
            change.Property<long>("id").UseIdentityByDefaultColumn();
            change.HasKey("id");
            change.Property(c => c.From).HasColumnName("from_day");
            change.Property(c => c.To).HasColumnName("to_day");
        });
        builder.Navigation(a => a.DueChanges).UsePropertyAccessMode(PropertyAccessMode.Field);
    }
}
