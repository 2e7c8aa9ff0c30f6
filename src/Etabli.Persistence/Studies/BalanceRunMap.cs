using Etabli.Studies.Lines;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Etabli.Persistence.Studies;

internal sealed class BalanceRunMap : IEntityTypeConfiguration<BalanceRun>
{
    public void Configure(EntityTypeBuilder<BalanceRun> builder)
    {
        builder.ToTable("balance_run", "studies");
        builder.HasKey(r => r.Id);
        builder.Property(r => r.Id).ValueGeneratedNever();
        builder.Property(r => r.Answer).AsJsonList();
        builder.Property(r => r.Conflict).AsJsonList();
        builder.Ignore(r => r.Question);
        builder.Ignore(r => r.IsOver);
        builder.Ignore(r => r.IsProved);
    }
}
