using Etabli.Application.Certification.Dossiers;
using Etabli.Certification.Assessments;
using Etabli.Figures.Coverage;
using Etabli.Web.Words;
using Microsoft.Extensions.Localization;

namespace Etabli.Web.Certification.Documents;

/// <summary>A dossier's matrix as a drawing.</summary>
public static class CoverageOf
{
    public static CoverageMatrix Dossier(DossierMatrix matrix, string title, IStringLocalizer<DocumentWords> words)
    {
        ArgumentNullException.ThrowIfNull(matrix);
        ArgumentNullException.ThrowIfNull(words);
        var content = matrix.Page.Content;
        var headings = content.Headings.Select(h => (Id: (object?)h.Id, Label: words["Heading." + h.Id].Value)).ToList();
        if (matrix.Rows.SelectMany(row => row.Cells).Any(cell => cell.Heading is null))
        {
            headings.Add((null, words["Criteria"].Value));
        }

        headings = [.. headings.Where(heading => matrix.Rows.SelectMany(row => row.Cells).Any(cell => Equals(cell.Heading, heading.Id) && cell.Criteria.Count > 0))];
        var spoken = matrix.Page.Dossier.CompanyOpinions.Select(opinion => opinion.Target).ToHashSet(StringComparer.Ordinal);
        var frozen = matrix.Evidence.Where(piece => piece.FrozenAt is not null).Select(piece => piece.Id).ToHashSet();
        return new CoverageMatrix(title, [.. headings.Select(heading => heading.Label)],
        [
            .. content.Blocks.Select(block => new CoverageBloc(
                block.OfficialLabel ?? block.Id,
                block.Title,
                [
                    .. matrix.Rows.Where(row => row.Block == block.Id).Select(row => new CoverageRow(
                        row.Competence.Id,
                        row.Competence.Title,
                        [
                            .. headings.Select(heading => (IReadOnlyList<CoveragePip>)
                            [
                                .. row.Cells.Where(cell => Equals(cell.Heading, heading.Id)).SelectMany(cell => cell.Criteria)
                                    .Select(mark => new CoveragePip(mark.Criterion.Id, State(mark, frozen.Overlaps(mark.Evidence)), spoken.Contains(mark.Criterion.Id) || spoken.Contains(row.Competence.Id))),
                            ]),
                        ],
                        row.Acquired switch { true => CoverageDecision.Acquired, false => CoverageDecision.NotAcquired, null => CoverageDecision.Pending })),
                ],
                matrix.Page.Dossier.CarriedOver.Any(carried => carried.Block == block.Id) ? CoverageDecision.Carried : CoverageDecision.Pending)).Where(bloc => bloc.Rows.Count > 0),
        ]);
    }

    private static PipState State(DossierMatrix.Mark mark, bool frozen) => mark switch
    {
        { Criterion.Evaluable: false } => PipState.NotEvaluable,
        { Value: FindingValue.Met } => PipState.Met,
        { Value: FindingValue.NotMet } => PipState.NotMet,
        { Value: FindingValue.NotObserved } => PipState.NotObserved,
        { Evidence.Count: 0 } => PipState.Empty,
        _ => frozen ? PipState.Frozen : PipState.Linked,
    };
}
