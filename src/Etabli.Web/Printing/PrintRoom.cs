using Etabli.Application.Files;
using Etabli.Application.Printing;
using Etabli.People.Files;

namespace Etabli.Web.Printing;

/// <summary>Composes the documents of the site for the job that prints them, with the rights of whoever asked.</summary>
public sealed class PrintRoom(IEnumerable<PrintedKind> kinds, DocumentPrinter printer, FileSheet.Reader files) : IPrintRoom
{
    public async Task<PrintedDocument?> Describe(PrintKind kind, Guid subject, CancellationToken stop) => (await Load(kind, subject, stop))?.Document;

    public async Task<string> Compose(PrintKind kind, Guid subject, string culture, string folder, CancellationToken stop)
    {
        var sheets = await Load(kind, subject, stop) ?? throw new PrintingException(PrintFailure.Gone, $"No {kind} of {subject}.");
        return await printer.Write(sheets.Component, sheets.Parameters, sheets.Frame, folder, Open, stop);
    }

    private async Task<PrintedSheets?> Load(PrintKind kind, Guid subject, CancellationToken stop) =>
        kinds.FirstOrDefault(known => known.Kind == kind) is { } found ? await found.Load(subject, stop) : null;

    private async Task<Stream?> Open(FileId file, CancellationToken stop) =>
        await files.Find(file, stop) is { } sheet && sheet.Kind.IsImage() ? files.Open(sheet) : null;
}
