using Etabli.Application.Files;
using Etabli.Application.Improvement;
using Etabli.Application.Improvement.Diagnoses;
using Etabli.Figures.Ink;
using Etabli.Figures.Observations;
using Etabli.People.Files;
using Etabli.Persistence;
using Etabli.Studies.Sheets;
using Etabli.Studies.Tallies;
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

    public sealed class Reader(EtabliDb db, Caller caller, ObservationSheet.Reader observations, FileSheet.Reader files, TimeProvider clock)
    {
        private Language Tongue => Language.Of(caller.Culture);

        /// <summary>
        /// The figures beside a diagnosis: its own but the grid, which the pages write as a table, then those of its project. Four
        /// questions, whatever the number of studies and observations.
        /// </summary>
        internal async Task<IReadOnlyList<DiagnosisPlate>> Of(StudySheet diagnosis, IReadOnlyList<StudyDrawing> own, CancellationToken stop)
        {
            List<DiagnosisPlate> its = [.. Drawn(diagnosis.Study, diagnosis.AuthorName, own.Where(p => p.Key != "DiagnosisGrid"), [])];
            if (diagnosis.Study.Project is not { } project)
            {
                return its;
            }

            // What people answered stays between them and who asked: interviews are evidence only when somebody links them.
            var others = await db.Studies.AsNoTracking().Where(s => s.Project == project && s.Kind != StudyKind.Diagnosis && s.Kind != StudyKind.Interviews)
                .OrderByDescending(s => s.ChangedAt).Take(Most)
                .Select(s => new { Study = s, Author = db.Persons.Where(p => p.Id == s.Author).Select(p => (p.FirstName + " " + p.LastName).Trim()).FirstOrDefault() ?? s.AuthorCode }).ToListAsync(stop);
            var counted = others.Where(o => o.Study.Kind == StudyKind.CheckSheet).Select(o => o.Study.Id).ToList();
            List<TallyMark> strokes = counted.Count == 0 ? [] : await db.TallyMarks.AsNoTracking().Where(m => counted.Contains(m.Study) && m.UndoneAt == null)
                .OrderByDescending(m => m.At).Take(StudySheet.MostMarks).ToListAsync(stop);
            var marks = strokes.OrderBy(m => m.At).ToLookup(m => m.Study);
            var seen = (await observations.OfProject(new(project), stop)).Where(o => o.Photos.Count > 0).TakeLast(Most).ToList();
            var named = (await files.Find([.. others.Select(o => o.Study.Content.Picture?.File).OfType<FileId>().Concat(seen.SelectMany(o => o.Photos)).Distinct()], stop)).ToDictionary(f => f.Id);
            var plates = new List<DiagnosisPlate>();
            foreach (var other in others)
            {
                var content = other.Study.Content;
                IReadOnlyList<FileSheet> plan = content.Picture is { } shown && named.TryGetValue(shown.File, out var file) ? [file] : [];
                var pictures = StudyReading.Of(
                    other.Study.Kind, content, [.. marks[other.Study.Id]], Tongue, at => TimeZoneInfo.ConvertTime(at, clock.LocalTimeZone), plan is [var one] ? PhotoMark + one.Sha256 : null).Pictures;
                plates.AddRange(Drawn(other.Study, other.Author, pictures, plan));
            }

            foreach (var sheet in seen)
            {
                List<FileSheet> photos = [.. sheet.Photos.Where(named.ContainsKey).Select(f => named[f])];
                plates.Add(new(
                    ArtefactKinds.Observation, sheet.Id.Value, "Observation", $"{sheet.Number} · {sheet.Place}", sheet.AuthorName, sheet.Day,
                    ObservationDrawing.Draw(Improvement.Pictures.Card(sheet, Tongue) with { Photo = photos is [var first, ..] ? PhotoMark + first.Sha256 : null }, new(Tongue, Id: $"do{sheet.Id.Value:N}")), photos));
            }

            return [.. its, .. plates.OrderBy(p => p.Day).ThenBy(p => p.Title, StringComparer.Ordinal)];
        }

        private IEnumerable<DiagnosisPlate> Drawn(Study study, string author, IEnumerable<StudyDrawing> pictures, IReadOnlyList<FileSheet> plan) => pictures.Select((p, i) => new DiagnosisPlate(
            ArtefactKinds.Study, study.Id.Value, p.Key, study.Content.Title, author, DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(study.ChangedAt, clock.LocalTimeZone).DateTime),
            p.Draw(new(Tongue, p.Width < PageWidth ? p.Width : p.Width > 300 || p.Narrowest > PageWidth ? 277 : PageWidth, Id: $"dp{study.Id.Value:N}{i}")), plan));
    }
}
