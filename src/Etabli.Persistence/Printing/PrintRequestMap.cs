using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Etabli.Persistence.Printing;

internal sealed class PrintRequestMap : IEntityTypeConfiguration<PrintRequest>
{
    public void Configure(EntityTypeBuilder<PrintRequest> builder)
    {
        builder.ToTable("print_request", "printing");
        builder.HasKey(p => p.Id);
        builder.Property(p => p.Id).ValueGeneratedNever();
        builder.Ignore(p => p.IsOver);
    }
}
