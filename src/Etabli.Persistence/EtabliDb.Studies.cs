using Etabli.Studies.Analyses;
using Etabli.Studies.Lines;
using Etabli.Studies.Sheets;
using Etabli.Studies.Tallies;
using Etabli.Studies.Timings;
using Microsoft.EntityFrameworkCore;

namespace Etabli.Persistence;

public sealed partial class EtabliDb
{
    public DbSet<Analysis> Analyses => Set<Analysis>();

    public DbSet<BalanceRun> BalanceRuns => Set<BalanceRun>();

    public DbSet<Study> Studies => Set<Study>();

    public DbSet<StudyRevision> StudyRevisions => Set<StudyRevision>();

    public DbSet<TallyMark> TallyMarks => Set<TallyMark>();

    public DbSet<FloorReceipt> FloorReceipts => Set<FloorReceipt>();
}
