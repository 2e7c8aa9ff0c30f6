using Etabli.Application.Improvement;
using Etabli.People;
using Etabli.Persistence;
using Etabli.Studies;

namespace Etabli.Application.Studies.Sheets;

/// <summary>What a study is about, its period and what is set for it.</summary>
public sealed class DescribeStudy(EtabliDb db, Caller caller, Rights rights, Journal.Journal journal, TimeProvider clock)
{
    public sealed record Order(StudyId Study, string Title, string Scope, DateOnly? From, DateOnly? Until, IReadOnlyDictionary<string, string> Settings, uint? Version = null);

    /// <exception cref="RefusalException">No title, a period upside down, a setting that cannot be, or changed meanwhile.</exception>
    public async Task Run(Order order, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(order);
        rights.MustBe(StudyRoles.Makers);
        var study = await db.MustFind(order.Study, stop);
        rights.MustBe(study.Organisation, StudyRoles.Makers);
        db.Expect(study, order.Version);
        study.Describe(order.Title, order.Scope, order.From, order.Until, order.Settings);
        journal.Note("study.described", "study", study.Id.Value, study.Organisation, detail: new { title = study.Content.Title, scope = study.Content.Scope });
        await db.SaveStudy(study, study.Keep(caller.Code, clock.GetUtcNow()), stop);
    }
}
