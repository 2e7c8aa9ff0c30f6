using Etabli.Improvement.Projects;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Etabli.Persistence.Improvement;

internal sealed class ProjectMap : IEntityTypeConfiguration<Project>
{
    public void Configure(EntityTypeBuilder<Project> builder)
    {
        builder.ToTable("project", "improvement");
        builder.HasKey(p => p.Id);
        builder.Property(p => p.Id).ValueGeneratedNever();
        builder.Property<uint>("Version").IsRowVersion();
        builder.Ignore(p => p.CurrentStep);
        builder.Ignore(p => p.UnderPilotAuthority);
        builder.OwnsMany(p => p.Steps, step =>
        {
            step.ToTable("project_step", "improvement");
            step.WithOwner().HasForeignKey("project");
            step.HasKey("project", nameof(StepProgress.Step));
            step.Property(s => s.Step).HasConversion<int>().ValueGeneratedNever();
        });
        builder.OwnsMany(p => p.Team, member =>
        {
            member.ToTable("team_member", "improvement");
            member.WithOwner().HasForeignKey("project");
            member.HasKey("project", nameof(TeamMember.Person));
            member.Property(m => m.Person).ValueGeneratedNever();
        });
        builder.Navigation(p => p.Steps).UsePropertyAccessMode(PropertyAccessMode.Field);
        builder.Navigation(p => p.Team).UsePropertyAccessMode(PropertyAccessMode.Field);
    }
}
