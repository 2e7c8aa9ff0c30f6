using Etabli.Certification.Assessments;
using Etabli.Certification.Awards;
using Etabli.Certification.Dossiers;
using Etabli.Certification.Juries;
using Etabli.Certification.Qualifications;
using Microsoft.EntityFrameworkCore;

namespace Etabli.Persistence;

public sealed partial class EtabliDb
{
    public DbSet<CertificationStandard> Standards => Set<CertificationStandard>();

    public DbSet<Dossier> Dossiers => Set<Dossier>();

    public DbSet<ReportSection> ReportSections => Set<ReportSection>();

    public DbSet<Evidence> Evidence => Set<Evidence>();

    public DbSet<Assessment> Assessments => Set<Assessment>();

    public DbSet<JurySession> JurySessions => Set<JurySession>();

    public DbSet<Deliberation> Deliberations => Set<Deliberation>();

    public DbSet<RegisterEntry> Register => Set<RegisterEntry>();
}
