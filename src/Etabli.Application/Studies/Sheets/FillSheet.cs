using Etabli.Application.Improvement;
using Etabli.Application.Plant;
using Etabli.Application.Plant.Tables;
using Etabli.People;
using Etabli.Persistence;
using Etabli.Studies;
using Etabli.Studies.Sheets;
using Refusal = Etabli.Studies.Refusal;

namespace Etabli.Application.Studies.Sheets;

/// <summary>
/// A sheet of a study is filled from a table as it was typed, pasted or read in a file: the good lines are kept, the others
/// come back with what is wrong in each cell.
/// </summary>
public sealed class FillSheet(EtabliDb db, Caller caller, Rights rights, Journal.Journal journal, TimeProvider clock)
{
    /// <param name="Study">Which study.</param>
    /// <param name="Sheet">Which of its sheets.</param>
    /// <param name="Table">The whole sheet as it now is.</param>
    /// <param name="Chosen">Columns chosen by hand.</param>
    /// <param name="From">Name of the file; null when it was typed.</param>
    /// <param name="Version">The version that was seen.</param>
    public sealed record Order(
        StudyId Study, SheetKind Sheet, TypedTable Table, IReadOnlyDictionary<string, int>? Chosen = null, string? From = null, uint? Version = null);

    /// <returns>What was kept, and what was not.</returns>
    /// <exception cref="RefusalException">A column is missing, nothing can be kept, or somebody changed it meanwhile: nothing changes.</exception>
    public async Task<SheetReading> Run(Order order, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(order);
        rights.MustBe(StudyRoles.Makers);
        var study = await db.MustFind(order.Study, stop);
        rights.MustBe(study.Organisation, StudyRoles.Makers);
        db.Expect(study, order.Version);
        var read = SheetReading.Read(order.Table, SheetForm.Of(order.Sheet).Columns, order.Chosen, StudyForm.UnitOf(study.Content));
        if (read.Missing.Count > 0 || (read.Rows.Count == 0 && read.Faults.Count > 0))
        {
            throw new RefusalException(Refusal.NothingToKeep);
        }

        study.Fill(order.Sheet, read.Rows);
        journal.Note("study.filled", "study", study.Id.Value, study.Organisation, detail: new { sheet = order.Sheet.ToString(), rows = study.Rows(order.Sheet).Count, faulty = read.Faults.Select(f => f.Row).Distinct().Count(), from = order.From });
        await db.SaveStudy(study, study.Keep(caller.Code, clock.GetUtcNow()), stop);
        return read;
    }
}
