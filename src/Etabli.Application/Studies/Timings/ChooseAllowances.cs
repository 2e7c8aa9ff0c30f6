using System.Globalization;
using Etabli.Application.Improvement;
using Etabli.Methods.WorkMeasurement;
using Etabli.People;
using Etabli.Persistence;
using Etabli.Studies;
using Etabli.Studies.Sheets;
using Refusal = Etabli.Studies.Refusal;

namespace Etabli.Application.Studies.Timings;

/// <summary>The allowances of a time study are chosen in the table of the International Labour Office; those the company wrote by itself stay.</summary>
public sealed class ChooseAllowances(EtabliDb db, Caller caller, Rights rights, Journal.Journal journal, TimeProvider clock)
{
    /// <summary>How the sheet names the table, before the key of the reason: the same in both languages, so that a choice made in one is known and replaced in the other.</summary>
    private const string Table = "BIT/ILO ";

    /// <summary>Keys of the reasons that were chosen in the table.</summary>
    public static IReadOnlySet<string> Chosen(Study study)
    {
        ArgumentNullException.ThrowIfNull(study);
        var source = SheetForm.Of(SheetKind.Allowances).At("AllowanceSource");
        return study.Rows(SheetKind.Allowances).Select(r => r[source]).Where(s => s.StartsWith(Table, StringComparison.Ordinal)).Select(s => s[Table.Length..]).ToHashSet(StringComparer.Ordinal);
    }

    /// <param name="Study">Which time study.</param>
    /// <param name="Reasons">Keys of the reasons that hold, each with the words it is written with; the constant ones come by themselves when they are worded.</param>
    /// <param name="Version">The version of the study that was seen.</param>
    public sealed record Order(StudyId Study, IReadOnlyDictionary<string, string> Reasons, uint? Version = null);

    /// <exception cref="RefusalException">Not a time study, a reason that is not in the table, two of one group, or somebody changed it meanwhile.</exception>
    public async Task Run(Order order, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(order);
        rights.MustBe(StudyRoles.Makers);
        var study = await db.MustFind(order.Study, stop);
        rights.MustBe(study.Organisation, StudyRoles.Makers);
        db.Expect(study, order.Version);
        if (study.Kind != StudyKind.TimeStudy)
        {
            throw new RefusalException(Refusal.SheetNotOfThisStudy);
        }

        var chosen = AllowanceTable.Ilo.Reasons.Where(r => order.Reasons.ContainsKey(r.Key)).ToList();
        if (chosen.Count < order.Reasons.Count || chosen.Where(r => r.Group.Length > 0).GroupBy(r => r.Group, StringComparer.Ordinal).Any(g => g.Count() > 1))
        {
            throw new RefusalException(Refusal.ChoiceRefused, string.Join(", ", order.Reasons.Keys), Table);
        }

        var source = SheetForm.Of(SheetKind.Allowances).At("AllowanceSource");
        study.Fill(SheetKind.Allowances,
        [
            .. chosen.Select(r => (IReadOnlyList<string>)[order.Reasons[r.Key], ((decimal)r.Percent).ToString(CultureInfo.InvariantCulture), Table + r.Key]),
            .. study.Rows(SheetKind.Allowances).Where(r => !r[source].StartsWith(Table, StringComparison.Ordinal)),
        ]);
        journal.Note("study.allowed", "study", study.Id.Value, study.Organisation, detail: new { reasons = chosen.Select(r => r.Key), percent = chosen.Sum(r => r.Percent) });
        await db.SaveStudy(study, study.Keep(caller.Code, clock.GetUtcNow()), stop);
    }
}
