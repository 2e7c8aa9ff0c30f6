using Etabli.Improvement.Actions;
using Etabli.Improvement.Axes;
using Etabli.Improvement.Communication;
using Etabli.Improvement.Diagnoses;
using Etabli.Improvement.Files;
using Etabli.Improvement.Indicators;
using Etabli.Improvement.Projects;
using Etabli.Persistence.Improvement;
using Microsoft.EntityFrameworkCore;

namespace Etabli.Persistence;

public sealed partial class EtabliDb
{
    public DbSet<Project> Projects => Set<Project>();

    public DbSet<Observation> Observations => Set<Observation>();

    public DbSet<ProgressAxis> ProgressAxes => Set<ProgressAxis>();

    public DbSet<PlannedAction> PlannedActions => Set<PlannedAction>();

    public DbSet<Indicator> Indicators => Set<Indicator>();

    public DbSet<Minutes> Minutes => Set<Minutes>();

    public DbSet<ProjectFile> ProjectFiles => Set<ProjectFile>();

    public DbSet<ArtefactLine> Artefacts => Set<ArtefactLine>();
}
