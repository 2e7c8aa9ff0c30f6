using Etabli.Certification.Assessments;
using Etabli.Certification.Dossiers;
using Etabli.Persistence;

namespace Etabli.Application.Certification.Juries;

/// <summary>What a jury's decision rests on.</summary>
internal static class JuryRows
{
    /// <summary>Every block of the standard, acquired or not, on this dossier or before (rules R50, R51).</summary>
    internal static async Task<IReadOnlyList<BlockResult>> BlocksOf(this EtabliDb db, StandardShelf.Reader shelf, Dossier dossier, CancellationToken stop) =>
        BlockResult.Of(dossier, await db.MustFindAssessment(dossier.Id, stop), (await shelf.Get(dossier.Standard, stop)).Content);
}
