using Etabli.People.Persons;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Etabli.Persistence.People;

internal sealed class PersonMap : IEntityTypeConfiguration<Person>
{
    public void Configure(EntityTypeBuilder<Person> builder)
    {
        builder.ToTable("person", "people");
        builder.HasKey(p => p.Id);
        builder.Ignore(p => p.FullName);
        builder.OwnsMany(p => p.Roles, role =>
        {
            role.ToTable("role_held", "people");
            role.WithOwner().HasForeignKey("person");
            role.HasKey(r => r.Id);
            role.Property(r => r.Id).ValueGeneratedNever();
            role.Property(r => r.From).HasColumnName("from_day");
            role.Property(r => r.Until).HasColumnName("until_day");
        });
        builder.Navigation(p => p.Roles).UsePropertyAccessMode(PropertyAccessMode.Field);
    }
}
