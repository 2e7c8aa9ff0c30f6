using Etabli.Certification;
using Etabli.Certification.Enrolments;
using Etabli.People.Persons;
using Etabli.Persistence;

namespace Etabli.Application.Certification.Enrolments;

/// <summary>The exam centre departs from a rule on one dossier, in writing.</summary>
public sealed class WaiveRule(EtabliDb db, Caller caller, Rights rights, Journal.Journal journal, TimeProvider clock)
{
    /// <param name="Rule">R12 or R22; R05 is waived at enrolment.</param>
    public sealed record Order(DossierId Dossier, string Rule, string Reason);

    public async Task Run(Order order, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(order);
        rights.MustBe(Role.ExamCentreOfficer);
        var dossier = await db.MustFind(order.Dossier, stop);
        rights.MustBe(dossier.Centre.Id, Role.ExamCentreOfficer);
        dossier.Waive(Waiver.Write(order.Rule, order.Reason, caller.Me(), clock.GetUtcNow()));
        journal.Note("dossier.waived", "dossier", dossier.Id.Value, dossier.Centre.Id, dossier.Id.Value, new { rule = order.Rule });
        await db.SaveKnowingly(stop);
    }
}
