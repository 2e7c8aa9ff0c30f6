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
public sealed partial record ReportPages(
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
    IReadOnlyList<ReportBlock> Blocks);

/// <summary>A block of the standard and what the report says on it (fr: bloc du rapport).</summary>
public sealed record ReportBlock(string Code, string Title, IReadOnlyList<ReportChapter> Chapters);

/// <summary>What the report says on one competence (fr: partie du rapport).</summary>
/// <param name="Text">As the candidate wrote it; blank lines part paragraphs.</param>
/// <param name="Criteria">Criteria of the competence.</param>
/// <param name="Exhibits">Linked evidence, in the order of the project.</param>
public sealed record ReportChapter(string Code, string Title, string Text, IReadOnlyList<ReportCriterion> Criteria, IReadOnlyList<ReportExhibit> Exhibits);

/// <summary>A criterion, as the margin and the annex name it.</summary>
/// <param name="Heading">Code of its heading; null in a standard without headings.</param>
public sealed record ReportCriterion(string Code, string? Heading, string Text, bool Evaluable);

/// <summary>A piece of evidence shown in the report (fr: élément de preuve présenté).</summary>
/// <param name="Kind">What it is, as its code.</param>
/// <param name="Criteria">Codes it speaks for.</param>
/// <param name="FrozenAt">When its copy was taken.</param>
/// <param name="Sha256">Fingerprint of the copy.</param>
/// <param name="Svg">Its picture, drawn by us; null when it has none.</param>
/// <param name="Files">Its files; pictures are shown, the others named.</param>
public sealed record ReportExhibit(
    Guid Id,
    string Kind,
    string Title,
    string Author,
    DateTimeOffset MadeAt,
    IReadOnlyList<string> Criteria,
    DateTimeOffset? FrozenAt,
    string? Sha256,
    string? Svg,
    IReadOnlyList<ReportFile> Files);

/// <summary>A file of an exhibit.</summary>
public sealed record ReportFile(FileId File, string Name, bool IsImage, string Sha256);
