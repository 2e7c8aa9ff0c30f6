using Etabli.Certification;
using Etabli.Certification.Assessments;
using Etabli.Certification.Qualifications;
using Etabli.People;
using Etabli.Persistence;

namespace Etabli.Application.Certification.Assessments;

/// <summary>A member notes a sitting: presentation, observation, questioning, restitution, interview (rules R16 to R18, R31).</summary>
public sealed class NoteSitting(EtabliDb db, Caller caller, Rights rights, DossierSight.Reader sight, StandardShelf.Reader shelf, Journal.Journal journal, TimeProvider clock)
{
    /// <param name="Mode">The mode it realises; null for the interview.</param>
    /// <param name="Competences">Empty: all that are aimed at.</param>
    /// <param name="Id">Identity made by the form, so that a form sent twice notes once.</param>
    public sealed record Order(
        DossierId Dossier,
        SittingKind Kind,
        AssessmentMode? Mode,
        IReadOnlyList<string> Competences,
        DateOnly HeldOn,
        string Place,
        IReadOnlyList<PersonId> Present,
        string Notes,
        bool CandidateAbsent = false,
        Guid? Id = null);

    public async Task<SittingId> Run(Order order, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(order);
        rights.MustBeSomebody();
        var dossier = await db.MustFind(order.Dossier, stop);
        (await sight.Of(dossier, stop)).MustBe(Hat.Member);
        var assessment = await db.MustFindAssessment(dossier.Id, stop);
        var standard = await shelf.Get(dossier.Standard, stop);
        var sitting = assessment.NoteSitting(dossier, standard.Content, new(
            new(order.Id ?? Guid.CreateVersion7()), order.Kind, order.Mode, order.Competences, order.HeldOn, order.Place.Trim(), order.Present, order.CandidateAbsent, order.Notes.Trim(), caller.Me(), clock.GetUtcNow()));
        journal.Note("sitting.noted", "dossier", dossier.Id.Value, dossier.Centre.Id, dossier.Id.Value, new { kind = order.Kind.ToString(), day = order.HeldOn, present = order.Present.Count });
        await db.SaveKnowingly(stop);
        return sitting.Id;
    }
}
