using Etabli.Certification.Dossiers;
using Etabli.Certification.Qualifications;

namespace Etabli.Certification.Assessments;

/// <summary>Whether a block is acquired on a dossier, and by what (fr: résultat d'un bloc).</summary>
public sealed record BlockResult(string Block, bool CarriedOver, bool Acquired, IReadOnlyList<string> MissingCompetences)
{
    /// <summary>
    /// Every block of the standard: acquired when all its competences are (rule R51), or carried over (R53); a block
    /// neither aimed at nor carried over is not acquired.
    /// </summary>
    public static IReadOnlyList<BlockResult> Of(Dossier dossier, Assessment assessment, StandardContent standard)
    {
        ArgumentNullException.ThrowIfNull(dossier);
        ArgumentNullException.ThrowIfNull(assessment);
        return Of(dossier, assessment.Decisions, standard);
    }

    /// <summary>The same, from the decisions alone; the latest on a competence counts.</summary>
    public static IReadOnlyList<BlockResult> Of(Dossier dossier, IReadOnlyCollection<CompetenceDecision> decisions, StandardContent standard)
    {
        ArgumentNullException.ThrowIfNull(dossier);
        ArgumentNullException.ThrowIfNull(standard);
        var acquired = decisions.GroupBy(d => d.Competence).Where(g => g.MaxBy(d => d.At)!.Acquired).Select(g => g.Key).ToHashSet(StringComparer.Ordinal);
        return
        [
            .. standard.Blocks.Select(block =>
            {
                if (dossier.CarriedOver.Any(c => c.Block == block.Id))
                {
                    return new BlockResult(block.Id, true, true, []);
                }

                IReadOnlyList<string> missing = [.. block.Competences.Where(c => !acquired.Contains(c))];
                return new BlockResult(block.Id, false, missing.Count == 0, missing);
            }),
        ];
    }

    /// <summary>Rules R50 and R51: the whole qualification is acquired when every block is.</summary>
    public static bool All(IEnumerable<BlockResult> results) => results.All(r => r.Acquired);
}
