using Etabli.Application.Plant.Measures;
using Etabli.Improvement;
using Etabli.Persistence;
using Etabli.Plant.Measures;
using Etabli.Studies.Analyses;
using Microsoft.EntityFrameworkCore;

namespace Etabli.Application.Studies.Analyses;

/// <summary>An analysis with its answer, reckoned on the record as it is now; or why there is none (fr: lecture d’analyse).</summary>
/// <param name="Analysis">What is asked.</param>
/// <param name="Record">Of which record.</param>
/// <param name="Version">To say on which version a change stands.</param>
/// <param name="MayKeep">Whether the caller may change it.</param>
/// <param name="Series">What was read.</param>
public sealed record AnalysisReading(Analysis Analysis, MeasureTable Record, uint Version, bool MayKeep, MeasuredSeries Series)
{
    /// <summary>The project it serves, for a caller who sees it.</summary>
    public string? ProjectTitle { get; init; }

    public ChartReading? Chart { get; init; }

    public CapabilityReading? Capability { get; init; }

    public GaugeReadings? Gauge { get; init; }

    public DistributionReading? Distribution { get; init; }

    public ComparisonReading? Comparison { get; init; }

    public RelationReading? Relation { get; init; }

    public TrsReading? Trs { get; init; }

    public AgreementReading? Agreement { get; init; }

    public BiasReading? Bias { get; init; }

    public LinearityReading? Linearity { get; init; }

    public MultivariateReading? Multivariate { get; init; }

    public QualityCostReading? Costs { get; init; }

    /// <summary>Why there is no answer; null when there is one.</summary>
    public AnalysisProblem? Problem { get; init; }

    /// <summary>What is needed to say why.</summary>
    public IReadOnlyList<object> About { get; init; } = [];

    public sealed class Reader(EtabliDb db, Caller caller)
    {
        /// <summary>The analysis without its answer, with its record.</summary>
        /// <exception cref="NotFoundException">No such analysis for this caller.</exception>
        public async Task<AnalysisReading> Head(AnalysisId id, CancellationToken stop)
        {
            var found = await db.Analyses.AsNoTracking().Where(a => a.Id == id).Select(a => new { Analysis = a, Version = EF.Property<uint>(a, "Version") }).SingleOrDefaultAsync(stop)
                ?? throw new NotFoundException("analysis", id);
            var table = await db.MustFind(found.Analysis.Table, stop);
            var project = found.Analysis.Project is { } its ? await db.Projects.AsNoTracking().Where(p => p.Id == new ProjectId(its)).Select(p => p.Title).SingleOrDefaultAsync(stop) : null;
            return new(found.Analysis, table, found.Version, StudyRoles.Makers.Any(role => caller.Is(role, found.Analysis.Organisation)), new([], [], new Dictionary<string, string[]>(), new Dictionary<string, double[]>(), 0)) { ProjectTitle = project };
        }

        /// <param name="id">Which.</param>
        /// <param name="stop">Stops the reading.</param>
        /// <param name="narrow">Only a machine, a period, where the analysis can be narrowed.</param>
        /// <exception cref="NotFoundException">No such analysis for this caller.</exception>
        public async Task<AnalysisReading> Find(AnalysisId id, CancellationToken stop, TrsReading.Narrowed? narrow = null)
        {
            var head = await Head(id, stop);
            var form = AnalysisForm.Of(head.Analysis.Kind);
            if (form.Roles.Any(r => head.Analysis.Content.Columns.TryGetValue(r.Key, out var place) && !r.Takes(head.Record.Columns[place].Kind)))
            {
                return head with { Problem = AnalysisProblem.ColumnChanged };
            }

            var read = head with { Series = await MeasuredSeries.Read(db, head.Analysis, head.Record, stop) };
            try
            {
                return head.Analysis.Kind switch
                {
                    AnalysisKind.ControlChart => read with { Chart = ChartReading.Of(head.Analysis, read.Series) },
                    AnalysisKind.Capability => read with { Capability = CapabilityReading.Of(head.Analysis, read.Series) },
                    AnalysisKind.GaugeStudy => read with { Gauge = GaugeReadings.Of(head.Analysis, read.Series) },
                    AnalysisKind.Distribution => read with { Distribution = DistributionReading.Of(head.Analysis, read.Series) },
                    AnalysisKind.Comparison => read with { Comparison = ComparisonReading.Of(head.Analysis, read.Series) },
                    AnalysisKind.Trs => read with { Trs = await TrsReading.Of(db, head.Analysis, head.Record, read.Series, narrow, stop) },
                    AnalysisKind.AttributeAgreement => read with { Agreement = AgreementReading.Of(head.Analysis, read.Series) },
                    AnalysisKind.Bias => read with { Bias = BiasReading.Of(head.Analysis, read.Series) },
                    AnalysisKind.Linearity => read with { Linearity = LinearityReading.Of(head.Analysis, read.Series) },
                    AnalysisKind.MultivariateChart => read with { Multivariate = MultivariateReading.Of(head.Analysis, head.Record, read.Series) },
                    AnalysisKind.QualityCosts => read with { Costs = QualityCostReading.Of(head.Analysis, read.Series) },
                    _ => read with { Relation = RelationReading.Of(head.Analysis, read.Series) },
                };
            }
            catch (NoAnswerException no)
            {
                return read with { Problem = no.Problem, About = no.About };
            }
            catch (ArgumentException refused)
            {
                // What no rule above foresaw: the method names the number it refuses.
                return read with { Problem = AnalysisProblem.Refused, About = [refused.Message] };
            }
        }
    }
}
