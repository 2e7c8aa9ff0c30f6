using Etabli.Application.Certification.Dossiers;
using Etabli.Certification.Assessments;
using Etabli.Web.Shell.Parts;

namespace Etabli.Web.Certification.Dossiers;

/// <summary>What the square of a criterion shows.</summary>
internal static class Marks
{
    public static Pip Pip(DossierMatrix matrix, DossierMatrix.Row row, DossierMatrix.Mark mark) => new(mark.Criterion.Id, State(matrix, mark), row.OpinionGiven);

    private static PipState State(DossierMatrix matrix, DossierMatrix.Mark mark) => mark switch
    {
        { Criterion.Evaluable: false } => PipState.NotAssessable,
        { Value: FindingValue.Met } => PipState.Met,
        { Value: FindingValue.NotMet } => PipState.NotMet,
        { Evidence.Count: 0 } => PipState.None,
        _ => matrix.Evidence.Any(e => e.FrozenAt is not null && mark.Evidence.Contains(e.Id)) ? PipState.Frozen : PipState.Linked,
    };
}
