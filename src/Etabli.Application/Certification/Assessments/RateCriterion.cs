using Etabli.Certification;
using Etabli.Certification.Assessments;
using Etabli.Persistence;

namespace Etabli.Application.Certification.Assessments;

/// <summary>
/// A member rates criteria over what he saw. Two who save the same grid at once are both kept: each saying is a row
/// that names the ones it answers.
/// </summary>
public sealed class RateCriterion(EtabliDb db, Caller caller, Rights rights, DossierSight.Reader sight, StandardShelf.Reader shelf, Journal.Journal journal, TimeProvider clock)
{
    public sealed record Order(DossierId Dossier, IReadOnlyList<Rating> Ratings);

    /// <param name="Seen">The heads the author had before his eyes.</param>
    /// <param name="Id">Identity made by the form, so that a form sent twice says it once.</param>
    public sealed record Rating(string Criterion, FindingValue Value, string? Comment, IReadOnlyList<FindingId> Seen, Guid? Id = null);

    /// <returns>Criteria on which members now disagree.</returns>
    public async Task<IReadOnlyList<string>> Run(Order order, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(order);
        rights.MustBeSomebody();
        var dossier = await db.MustFind(order.Dossier, stop);
        (await sight.Of(dossier, stop)).MustBe(Hat.Member);
        var assessment = await db.MustFindAssessment(dossier.Id, stop);
        var standard = await shelf.Get(dossier.Standard, stop);
        foreach (var rating in order.Ratings)
        {
            assessment.Rate(
                new(rating.Id ?? Guid.CreateVersion7()), dossier, standard.Content, rating.Criterion, rating.Value, rating.Comment, caller.Me(), clock.GetUtcNow(), rating.Seen);
            journal.Note("criterion.rated", "dossier", dossier.Id.Value, dossier.Centre.Id, dossier.Id.Value, new { criterion = rating.Criterion, value = rating.Value.ToString() });
        }

        await db.SaveKnowingly(stop);
        return [.. order.Ratings.Select(r => r.Criterion).Distinct().Where(c => Findings.Diverge(assessment.Heads(c)))];
    }
}
