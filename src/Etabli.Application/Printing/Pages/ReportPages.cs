using Etabli.Application.Certification;
using Etabli.Application.Certification.Dossiers;
using Etabli.Application.Files;
using Etabli.Application.Improvement;
using Etabli.Certification;
using Etabli.Certification.Qualifications;
using Etabli.People;
using Etabli.People.Files;

namespace Etabli.Application.Printing.Pages;

/// <summary>The candidate's report, ready to be laid out as pages (fr: rapport du candidat).</summary>
/// <param name="Dossier">The dossier it is the report of.</param>
/// <param name="Centre">Exam centre it is handed to.</param>
/// <param name="Route">Access route, as its code.</param>
/// <param name="Version">How many deposits there were; 0 while it is being written.</param>
/// <param name="Deposited">When it was handed in; null while it is being written.</param>
/// <param name="Sha256">Fingerprint of the whole report, once handed in.</param>
/// <param name="Blocks">Its competences, by block of the standard.</param>
public sealed record ReportPages(
    Guid Dossier,
    string Qualification,
    string Candidate,
    string? Company,
    string Centre,
    string Route,
    int Version,
    DateTimeOffset? Deposited,
    bool Late,
    string? Sha256,
    IReadOnlyList<ReportBlock> Blocks,
    OrganisationId CentreId)
{
    public sealed class Reader(ReportSheet.Reader reports, FileSheet.Reader files, ArtefactSnapshots.Reader artefacts)
    {
        /// <exception cref="NotFoundException">No such dossier for this caller.</exception>
        public async Task<ReportPages> Find(DossierId id, CancellationToken stop)
        {
            var sheet = await Fresh(await reports.Find(id, stop), stop);
            var (dossier, content) = (sheet.Page.Dossier, sheet.Page.Content);
            var named = (await files.Find([.. sheet.Sections.SelectMany(s => s.Evidence).SelectMany(e => e.Files).Distinct()], stop)).ToDictionary(f => f.Id);
            var deposit = dossier.LastDeposit;
            return new(
                id.Value,
                content.Qualification.ShortTitle,
                dossier.Candidate.Name,
                dossier.Company?.Name,
                dossier.Centre.Name,
                dossier.Route.ToString(),
                dossier.Deposits.Count,
                deposit?.At,
                deposit?.Late ?? false,
                deposit?.Sha256,
                [.. content.Blocks.Select(block => Of(block, sheet, named)).Where(block => block.Chapters.Count > 0)],
                dossier.Centre.Id);
        }

        // Before it is handed in, the candidate reads a diagnosis as it would be frozen now; once frozen, only the copy is read.
        private async Task<ReportSheet> Fresh(ReportSheet sheet, CancellationToken stop)
        {
            if (!sheet.Page.Sight.Is(Hat.Candidate))
            {
                return sheet;
            }

            var now = new Dictionary<EvidenceId, EvidenceSheet>();
            foreach (var piece in sheet.Sections.SelectMany(s => s.Evidence).Where(e => e.FrozenAt is null && e.IsDiagnosis).DistinctBy(e => e.Id))
            {
                try
                {
                    var taken = await artefacts.Take(piece.Kind, piece.Source, stop);
                    now[piece.Id] = piece with { Json = taken.Json, Svg = taken.Svg, Files = taken.Files };
                }
                catch (NotFoundException)
                {
                    // No longer theirs to see: the picture of the day it was linked stands.
                }
            }

            return sheet with { Sections = [.. sheet.Sections.Select(s => s with { Evidence = [.. s.Evidence.Select(e => now.GetValueOrDefault(e.Id, e))] })] };
        }

        private static ReportBlock Of(CompetenceBlock block, ReportSheet sheet, Dictionary<FileId, FileSheet> named) => new(
            block.OfficialLabel ?? block.Id,
            block.Title,
            [.. sheet.Sections.Where(s => block.Competences.Contains(s.Competence.Id)).Select(s => Of(s, named))]);

        private static ReportChapter Of(ReportSheet.Section section, Dictionary<FileId, FileSheet> named) => new(
            section.Competence.Id,
            section.Competence.Title,
            section.Text,
            [.. section.Competence.Criteria.Select(c => new ReportCriterion(c.Id, c.Column?.ToString(), c.Text, c.Evaluable))],
            [.. section.Evidence.OrderBy(e => e.Step ?? 99).ThenBy(e => e.LinkedAt).Select(e => Of(e, named)).OrderBy(e => e.Diagnosis is not null)]);

        private static ReportExhibit Of(EvidenceSheet e, Dictionary<FileId, FileSheet> named) => new(
            e.Id.Value,
            e.Kind,
            e.Source,
            e.Title,
            e.Author,
            e.MadeAt,
            e.Criteria,
            e.FrozenAt,
            e.Sha256,
            e.Json,
            e.Svg,
            [.. e.Files.Where(named.ContainsKey).Select(f => new ReportFile(f, named[f].Name, named[f].Kind.IsImage(), named[f].Sha256))],
            DiagnosisPages.Of(e.Kind, e.Json));
    }
}

/// <summary>A block of the standard and what the report says on it (fr: bloc du rapport).</summary>
public sealed record ReportBlock(string Code, string Title, IReadOnlyList<ReportChapter> Chapters);

/// <summary>What the report says on one competence (fr: partie du rapport).</summary>
/// <param name="Text">As the candidate wrote it; blank lines part paragraphs.</param>
/// <param name="Criteria">Criteria of the competence.</param>
/// <param name="Exhibits">Linked evidence, in the order of the project; a written diagnosis, which has pages of its own, last.</param>
public sealed record ReportChapter(string Code, string Title, string Text, IReadOnlyList<ReportCriterion> Criteria, IReadOnlyList<ReportExhibit> Exhibits);

/// <summary>A criterion, as the margin and the annex name it.</summary>
/// <param name="Heading">Code of its heading; null in a standard without headings.</param>
public sealed record ReportCriterion(string Code, string? Heading, string Text, bool Evaluable);

/// <summary>A piece of evidence shown in the report (fr: élément de preuve présenté).</summary>
/// <param name="Kind">What it is, as its code.</param>
/// <param name="Criteria">Codes it speaks for.</param>
/// <param name="FrozenAt">When its copy was taken.</param>
/// <param name="Sha256">Fingerprint of the copy.</param>
/// <param name="Json">What it says, frozen; null before.</param>
/// <param name="Svg">Its picture, drawn by us; null when it has none.</param>
/// <param name="Files">Its files; pictures are shown, the others named.</param>
/// <param name="Source">The artefact it is a copy of.</param>
/// <param name="Diagnosis">The written diagnosis it is; null when it is anything else.</param>
public sealed record ReportExhibit(
    Guid Id,
    string Kind,
    Guid Source,
    string Title,
    string Author,
    DateTimeOffset MadeAt,
    IReadOnlyList<string> Criteria,
    DateTimeOffset? FrozenAt,
    string? Sha256,
    string? Json,
    string? Svg,
    IReadOnlyList<ReportFile> Files,
    DiagnosisPages? Diagnosis = null);

/// <summary>A file of an exhibit.</summary>
public sealed record ReportFile(FileId File, string Name, bool IsImage, string Sha256);
