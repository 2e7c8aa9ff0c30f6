using Etabli.People.Accounts;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Etabli.Persistence.People;

internal sealed class AccountMap : IEntityTypeConfiguration<Account>
{
    public void Configure(EntityTypeBuilder<Account> builder)
    {
        builder.ToTable("account", "people");
        builder.HasKey(a => a.Person);
        builder.Ignore(a => a.HasSecondFactor);
        builder.Property<uint>("Version").IsRowVersion();
    }
}
