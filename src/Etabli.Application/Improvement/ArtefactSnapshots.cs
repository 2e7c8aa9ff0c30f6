using Etabli.Application.Improvement.Actions;
using Etabli.Application.Improvement.Axes;
using Etabli.Application.Improvement.Communication;
using Etabli.Application.Improvement.Diagnoses;
using Etabli.Application.Improvement.Files;
using Etabli.Application.Improvement.Indicators;
using Etabli.Application.Improvement.Projects;
using Etabli.Application.Studies.Analyses;
using Etabli.Application.Studies.Sheets;
using Etabli.Figures.Actions;
using Etabli.Figures.Ink;
using Etabli.Figures.Observations;
using Etabli.Figures.Trends;
using Etabli.Improvement;
using Etabli.People.Files;
using Etabli.Persistence;
using Etabli.Studies;
using Etabli.Studies.Analyses;
using Etabli.Studies.Sheets;
using Microsoft.EntityFrameworkCore;

namespace Etabli.Application.Improvement;

/// <summary>Takes an artefact as it is now: its words as canonical JSON, its picture, its files, its author.</summary>
public static class ArtefactSnapshots
{
    public sealed class Reader(
        EtabliDb db,
        Caller caller,
        ProjectSheet.Reader projects,
        ObservationSheet.Reader observations,
        AxisList.Reader axes,
        ActionList.Reader plans,
        ActionSheet.Reader actions,
        IndicatorSheet.Reader indicators,
        MinutesSheet.Reader minutes,
        ProjectFileSheet.Reader files,
        StudySheet.Reader studies,
        DiagnosisPlate.Reader plates,
        AnalysisReading.Reader analyses,
        IAnalysisPicture analysisPicture,
        TimeProvider clock)
    {
        private Language Tongue => Language.Of(caller.Culture);

        private bool English => Tongue.Code == "en";

        /// <param name="kind">One of <see cref="ArtefactKinds"/>.</param>
        /// <param name="source">The artefact; for the project and its plan, the project.</param>
        /// <param name="stop">Stops the reading.</param>
        /// <exception cref="NotFoundException">No such artefact for this caller.</exception>
        public Task<ArtefactSnapshot> Take(string kind, Guid source, CancellationToken stop) => kind switch
        {
            ArtefactKinds.Project => TakeProject(new(source), stop),
            ArtefactKinds.Observation => TakeObservation(new(source), stop),
            ArtefactKinds.Axis => TakeAxis(new(source), stop),
            ArtefactKinds.ActionPlan => TakePlan(new(source), stop),
            ArtefactKinds.Action => TakeAction(new(source), stop),
            ArtefactKinds.Indicator => TakeIndicator(new(source), stop),
            ArtefactKinds.Minutes => TakeMinutes(new(source), stop),
            ArtefactKinds.File => TakeFile(new(source), stop),
            ArtefactKinds.Study => TakeStudy(new(source), stop),
            ArtefactKinds.Analysis => TakeAnalysis(new(source), stop),
            _ => throw new NotFoundException(kind, source),
        };

        /// <summary>What an artefact is called, for somebody who may see it; of a diagnosis without the figures of its project, of an analysis without its answer.</summary>
        /// <exception cref="NotFoundException">No such artefact for this caller.</exception>
        public async Task<string> Title(string kind, Guid source, CancellationToken stop) => kind switch
        {
            ArtefactKinds.Study => (await studies.Find(new(source), stop)).Study.Content.Title,
            ArtefactKinds.Analysis => (await analyses.Head(new(source), stop)).Analysis.Content.Title,
            _ => (await Take(kind, source, stop)).Title,
        };

        private async Task<ArtefactSnapshot> TakeProject(ProjectId id, CancellationToken stop)
        {
            var sheet = await projects.Find(id, null, stop);
            var made = await db.Projects.AsNoTracking().Where(p => p.Id == id).Select(p => p.CreatedAt).SingleAsync(stop);
            return new(ArtefactKinds.Project, id.Value, sheet.Title, CanonicalJson.Of(new
            {
                sheet.Title,
                sheet.Purpose,
                pilot = sheet.PilotCode,
                sheet.Head.Starts,
                sheet.Head.Ends,
                team = sheet.Team.Select(m => new { m.Code, m.Role }),
                steps = sheet.Steps.Select(s => new { step = (int)s.Step, s.StartedOn, s.DoneOn, objects = sheet.ObjectsOf(s.Step) }),
            }), null, [], sheet.Pilot, sheet.PilotName, made);
        }

        private async Task<ArtefactSnapshot> TakeObservation(ObservationId id, CancellationToken stop)
        {
            var sheet = await observations.Find(id, stop);
            var title = $"{sheet.Number} · {sheet.Place}\u00A0: {Short(sheet.Fact)}";
            var svg = ObservationDrawing.Draw(Pictures.Card(sheet, Tongue), new Sheet(Tongue, Id: $"o{id.Value:N}"));
            return new(ArtefactKinds.Observation, id.Value, title, CanonicalJson.Of(new
            {
                sheet.Number,
                sheet.Day,
                sheet.Place,
                sheet.Station,
                sheet.Fact,
                sheet.Waste,
                sheet.Measure,
                photos = sheet.Photos.Select(p => p.Value),
            }), svg, sheet.Photos, sheet.Author, sheet.AuthorName, sheet.NotedAt);
        }

        private async Task<ArtefactSnapshot> TakeAxis(ProgressAxisId id, CancellationToken stop)
        {
            var axis = await axes.Find(id, stop);
            return new(ArtefactKinds.Axis, id.Value, $"{axis.Code} · {axis.Label}", CanonicalJson.Of(new { axis.Code, wording = axis.Wording }), null, [], axis.Author, axis.AuthorName, axis.SetAt);
        }

        private async Task<ArtefactSnapshot> TakePlan(ProjectId id, CancellationToken stop)
        {
            var project = await db.Projects.AsNoTracking().Where(p => p.Id == id)
                .Select(p => new { p.Title, p.Pilot, Name = db.Persons.Where(x => x.Id == p.Pilot).Select(x => (x.FirstName + " " + x.LastName).Trim()).FirstOrDefault() ?? p.PilotCode, p.CreatedAt })
                .SingleOrDefaultAsync(stop) ?? throw new NotFoundException("project", id);
            var plan = await plans.Of(id, stop);
            var made = await db.PlannedActions.AsNoTracking().Where(a => a.Project == id).MaxAsync(a => (DateTimeOffset?)a.PlannedAt, stop) ?? project.CreatedAt;
            var title = (English ? "Action plan · " : "Plan d’actions · ") + project.Title;
            var sheet = new Sheet(Tongue, Cartouche: new(title, project.Title, project.Name, Date: plan.Day, Count: Tongue.Counted(plan.Actions.Count, "action", "actions")), Id: $"p{id.Value:N}");
            return new(ArtefactKinds.ActionPlan, id.Value, title, CanonicalJson.Of(new
            {
                plan.Day,
                project = project.Title,
                actions = plan.Actions.Select(a => new { a.Code, a.Axis, a.Label, a.Deliverable, owner = a.OwnerCode, a.Pdca, a.Due, a.FirstDue, a.StartedOn, a.ClosedOn, a.State, a.Measured, a.Effectiveness }),
            }), ActionPlanDrawing.Draw(Pictures.Plan(title, plan), sheet), [], project.Pilot, project.Name, made);
        }

        private async Task<ArtefactSnapshot> TakeAction(PlannedActionId id, CancellationToken stop)
        {
            var action = await actions.Find(id, stop);
            return new(ArtefactKinds.Action, id.Value, $"{action.Code} · {action.Label}", CanonicalJson.Of(new
            {
                action.Code,
                action.Axis,
                action.Label,
                action.Deliverable,
                owner = action.OwnerCode,
                action.Pdca,
                action.Due,
                action.FirstDue,
                action.StartedOn,
                action.ClosedOn,
                action.Measured,
                action.Effectiveness,
                moves = action.Moves.Select(m => new { m.From, m.To, m.Reason, by = m.ByCode, m.At }),
            }), null, [], action.Author, action.AuthorName, action.PlannedAt);
        }

        private async Task<ArtefactSnapshot> TakeIndicator(IndicatorId id, CancellationToken stop)
        {
            var sheet = await indicators.Find(id, stop);
            var series = sheet.Series;
            var cartouche = new Cartouche(
                $"{sheet.Code} {sheet.Name}",
                Author: sheet.OwnerCode,
                Date: series.Count == 0 ? null : DateOnly.FromDateTime(series.Max(p => p.At).UtcDateTime),
                Source: sheet.Source,
                Count: series.Count.ToString(System.Globalization.CultureInfo.InvariantCulture),
                Period: series.Count == 0 ? null : $"{Tongue.Date(series[0].Period)} → {Tongue.Date(series[^1].Period)}");
            return new(ArtefactKinds.Indicator, id.Value, $"{sheet.Code} · {sheet.Name}", CanonicalJson.Of(new
            {
                sheet.Code,
                card = new { sheet.Letter, sheet.Name, sheet.Definition, sheet.Use, sheet.Formula, sheet.Unit, sheet.Frequency, sheet.Target, sheet.TargetUntil, sheet.Direction, sheet.Source, owner = sheet.OwnerCode },
                points = sheet.Points.Select(p => new { p.Period, p.Value, by = p.ByCode, p.At, p.CorrectionReason, p.ReplacedAt }),
                sheet.Phases,
                notes = sheet.Notes.Select(n => new { n.Day, n.Text, by = n.ByCode }),
            }), IndicatorTrendDrawing.Draw(Pictures.Trend(sheet), new Sheet(Tongue, Cartouche: cartouche, Id: $"i{id.Value:N}")), [], sheet.Author, sheet.AuthorName,
                series.Count == 0 ? sheet.CreatedAt : series.Max(p => p.At));
        }

        private async Task<ArtefactSnapshot> TakeMinutes(MinutesId id, CancellationToken stop)
        {
            var sheet = await minutes.Find(id, stop);
            return new(ArtefactKinds.Minutes, id.Value, sheet.Subject, CanonicalJson.Of(new { sheet.Day, sheet.Subject, sheet.Place, sheet.Attendees, sheet.Text, sheet.Decisions }), null, [], sheet.Author, sheet.AuthorName, sheet.WrittenAt);
        }

        private async Task<ArtefactSnapshot> TakeFile(ProjectFileId id, CancellationToken stop)
        {
            var sheet = await files.Find(id, stop);
            return new(ArtefactKinds.File, id.Value, sheet.Title, CanonicalJson.Of(new { sheet.Title, sheet.Description, step = (int)sheet.Step, file = sheet.File.Value }), null, [sheet.File], sheet.Author, sheet.AuthorName, sheet.AddedAt);
        }

        private async Task<ArtefactSnapshot> TakeStudy(StudyId id, CancellationToken stop)
        {
            var sheet = await studies.Find(id, stop);
            var content = sheet.Study.Content;
            var pictures = StudyReading.Of(sheet.Study.Kind, content, sheet.Marks, Tongue, at => TimeZoneInfo.ConvertTime(at, clock.LocalTimeZone)).Pictures;
            var picture = pictures.Count == 0 ? null : pictures[0];
            var cartouche = new Cartouche(content.Title, content.Scope.Length == 0 ? null : content.Scope, sheet.AuthorName, Date: DateOnly.FromDateTime(sheet.Study.ChangedAt.UtcDateTime), Version: sheet.Study.Revision.ToString(System.Globalization.CultureInfo.InvariantCulture));

            // A written diagnosis comes with the figures of its project: they are part of what it says, under the same fingerprint.
            var beside = sheet.Study.Kind == StudyKind.Diagnosis ? await plates.Of(sheet, pictures, stop) : [];
            return new(ArtefactKinds.Study, id.Value, content.Title, CanonicalJson.Of(new
            {
                kind = sheet.Study.Kind,
                sheet.Study.Revision,
                content.Title,
                content.Scope,
                content.From,
                content.Until,
                content.Settings,
                sheets = content.Sheets.Select(s => new { s.Kind, columns = SheetForm.Of(s.Kind).Columns.Select(c => c.Key), s.Rows }),
                marks = sheet.Marks.Select(m => new { m.Cause, m.At, m.X, m.Y, by = m.ByCode }),
                plates = beside.Select(p => new { p.Kind, p.Source, p.Key, p.Title, p.Author, p.Day, p.Svg, photos = p.Photos.Select(f => f.Sha256) }),
            }), picture?.Draw(new Sheet(Tongue, picture.Width, cartouche, Id: $"s{id.Value:N}")),
                [.. (content.Picture is { } shown ? [shown.File] : Array.Empty<FileId>()).Concat(beside.SelectMany(p => p.Photos).Select(f => f.Id)).Distinct()],
                sheet.Study.Author, sheet.AuthorName, sheet.Study.ChangedAt);
        }

        private async Task<ArtefactSnapshot> TakeAnalysis(AnalysisId id, CancellationToken stop)
        {
            var read = await analyses.Find(id, stop);
            var (its, content) = (read.Analysis, read.Analysis.Content);
            var author = await db.Persons.AsNoTracking().Where(p => p.Id == its.Author).Select(p => (p.FirstName + " " + p.LastName).Trim()).FirstOrDefaultAsync(stop) ?? its.AuthorCode;
            return new(ArtefactKinds.Analysis, id.Value, content.Title, CanonicalJson.Of(new
            {
                its.Kind,
                content.Title,
                record = read.Record.Name,
                columns = content.Columns.ToDictionary(c => c.Key, c => read.Record.Columns[c.Value].Name),
                content.Choices,
                content.LeftOut,
                content.Notes,
                content.Held,
                values = new { rows = read.Series.Rows.Length, without = read.Series.Without, sha256 = AnalysisFindings.Fingerprint(read.Series) },
                read.Problem,
                found = AnalysisFindings.Of(read),
            }), read.Problem is null ? analysisPicture.Draw(read) : null, [], its.Author, author, its.ChangedAt);
        }

        private static string Short(string text) => text.Length <= 70 ? text : text[..text.LastIndexOf(' ', 69, 40)] + "…";
    }
}
