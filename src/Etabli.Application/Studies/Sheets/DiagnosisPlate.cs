using Etabli.Application.Files;
using Etabli.Application.Improvement;
using Etabli.Application.Improvement.Diagnoses;
using Etabli.Figures.Ink;
using Etabli.Figures.Observations;
using Etabli.Improvement;
using Etabli.Persistence;
using Etabli.Studies.Sheets;
using Microsoft.EntityFrameworkCore;

namespace Etabli.Application.Studies.Sheets;

/// <summary>A figure that stands beside a written diagnosis: its radar, another study of the same project, what was seen with its photos (fr: planche de diagnostic).</summary>
/// <param name="Kind">One of <see cref="ArtefactKinds"/>: a study or an observation.</param>
/// <param name="Source">The artefact it shows.</param>
/// <param name="Key">Which drawing of it, as <see cref="StudyDrawing.Key"/>.</param>
/// <param name="Title">What people call it.</param>
/// <param name="Author">Who made it.</param>
/// <param name="Day">When it was last changed, or seen.</param>
/// <param name="Svg">The drawing.</param>
/// <param name="Photos">Photos and plans that belong to it.</param>
public sealed record DiagnosisPlate(string Kind, Guid Source, string Key, string Title, string Author, DateOnly Day, string Svg, IReadOnlyList<FileSheet> Photos)
{
    /// <summary>Most studies and most observations taken: the latest. What weighs more is evidence of its own.</summary>
    public const int Most = 20;

    /// <summary>Before the SHA-256 of a photo, where a drawing names one: the page that shows the drawing knows where the file is.</summary>
    public const string PhotoMark = "sha256:";

    /// <summary>Width in millimetres of a page's text.</summary>
    private const double PageWidth = 176;

    public sealed class Reader(EtabliDb db, Caller caller, StudySheet.Reader studies, ObservationSheet.Reader observations, FileSheet.Reader files, TimeProvider clock)
    {
        private Language Tongue => Language.Of(caller.Culture);

        /// <summary>The figures beside a diagnosis: its own but the grid, which the pages write as a table, then those of its project.</summary>
        internal async Task<IReadOnlyList<DiagnosisPlate>> Of(StudySheet diagnosis, IReadOnlyList<StudyDrawing> own, CancellationToken stop)
        {
            List<DiagnosisPlate> its = [.. Drawn(diagnosis, own.Where(p => p.Key != "DiagnosisGrid"), [])];
            if (diagnosis.Study.Project is not { } project)
            {
                return its;
            }

            var plates = new List<DiagnosisPlate>();

            // What people answered stays between them and who asked: interviews are evidence only when somebody links them.
            var others = await db.Studies.AsNoTracking().Where(s => s.Project == project && s.Kind != StudyKind.Diagnosis && s.Kind != StudyKind.Interviews)
                .OrderByDescending(s => s.ChangedAt).Take(Most).Select(s => s.Id).ToListAsync(stop);
            foreach (var id in others)
            {
                var study = await studies.Find(id, stop);
                var plan = study.Study.Content.Picture is { } shown ? await files.Find([shown.File], stop) : [];
                var pictures = StudyReading.Of(
                    study.Study.Kind, study.Study.Content, study.Marks, Tongue, at => TimeZoneInfo.ConvertTime(at, clock.LocalTimeZone), plan is [var one] ? PhotoMark + one.Sha256 : null).Pictures;
                plates.AddRange(Drawn(study, pictures, plan));
            }

            var of = new ProjectId(project);
            var seen = await db.Observations.AsNoTracking().Where(o => o.Project == of).OrderByDescending(o => o.Number).Select(o => new { o.Id, o.Photos }).ToListAsync(stop);
            foreach (var noted in seen.Where(o => o.Photos.Count > 0).Take(Most))
            {
                var sheet = await observations.Find(noted.Id, stop);
                var photos = await files.Find([.. sheet.Photos], stop);
                plates.Add(new(
                    ArtefactKinds.Observation, noted.Id.Value, "Observation", $"{sheet.Number} · {sheet.Place}", sheet.AuthorName, sheet.Day,
                    ObservationDrawing.Draw(Improvement.Pictures.Card(sheet, Tongue) with { Photo = photos is [var first, ..] ? PhotoMark + first.Sha256 : null }, new(Tongue, Id: $"do{noted.Id.Value:N}")), photos));
            }

            return [.. its, .. plates.OrderBy(p => p.Day).ThenBy(p => p.Title, StringComparer.Ordinal)];
        }

        private IEnumerable<DiagnosisPlate> Drawn(StudySheet study, IEnumerable<StudyDrawing> pictures, IReadOnlyList<FileSheet> plan) => pictures.Select((p, i) => new DiagnosisPlate(
            ArtefactKinds.Study, study.Study.Id.Value, p.Key, study.Study.Content.Title, study.AuthorName, DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(study.Study.ChangedAt, clock.LocalTimeZone).DateTime),
            p.Draw(new(Tongue, p.Width < PageWidth ? p.Width : p.Width > 300 ? 277 : PageWidth, Id: $"dp{study.Study.Id.Value:N}{i}")), plan));
    }
}
