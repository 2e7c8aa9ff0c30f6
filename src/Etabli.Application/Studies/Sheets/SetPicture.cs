using Etabli.Application.Files;
using Etabli.Application.Improvement;
using Etabli.Application.Improvement.Files;
using Etabli.Persistence;
using Etabli.Studies;
using Etabli.Studies.Sheets;

namespace Etabli.Application.Studies.Sheets;

/// <summary>The plan of the workshop, or the drawing of the part, that a study is noted on.</summary>
public sealed class SetPicture(EtabliDb db, DepositFile deposit, Caller caller, Rights rights, Journal.Journal journal, TimeProvider clock)
{
    /// <param name="Study">Which study.</param>
    /// <param name="Picture">The picture; null takes away the one that is there.</param>
    /// <param name="Version">The version that was seen.</param>
    public sealed record Order(StudyId Study, Upload? Picture, uint? Version = null);

    /// <exception cref="Etabli.People.RefusalException">Not a picture, too large, or somebody changed the study meanwhile.</exception>
    public async Task Run(Order order, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(order);
        rights.MustBe(StudyRoles.Makers);
        var study = await db.MustFind(order.Study, stop);
        rights.MustBe(study.Organisation, StudyRoles.Makers);
        db.Expect(study, order.Version);
        StudyPicture? shown = null;
        if (order.Picture is { } upload)
        {
            var file = await deposit.Picture(db, study.Organisation, upload, stop);
            var stored = db.Files.Local.Single(f => f.Id == file);
            shown = new(file, stored.Width, stored.Height);
        }

        study.Show(shown);
        journal.Note("study.pictured", "study", study.Id.Value, study.Organisation, detail: new { file = shown?.File.Value });
        await db.SaveStudy(study, study.Keep(caller.Code, clock.GetUtcNow()), stop);
    }
}
