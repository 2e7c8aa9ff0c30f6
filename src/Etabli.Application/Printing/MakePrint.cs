using System.Globalization;
using Etabli.Application.Certification.Dossiers;
using Etabli.Application.Files;
using Etabli.People;
using Etabli.People.Files;
using Etabli.Persistence;
using Etabli.Persistence.Printing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace Etabli.Application.Printing;

/// <summary>Makes the PDF of a request: composes the pages, prints them, keeps the file under its hash.</summary>
public sealed partial class MakePrint(
    EtabliDb db,
    Rights rights,
    IPrintRoom room,
    Chromium chromium,
    FileStore store,
    AttachPages attach,
    Journal.Journal journal,
    TimeProvider clock,
    ILogger<MakePrint> log)
{
    public async Task Run(Guid request, CancellationToken stop)
    {
        rights.MustBeSomebody();
        var print = await db.Prints.SingleOrDefaultAsync(p => p.Id == request, stop);
        if (print is null || print.IsOver)
        {
            return;
        }

        print.Start(clock.GetUtcNow());
        await db.SaveChangesAsync(stop);
        try
        {
            await Make(print, stop);
        }
        catch (PrintingException failed)
        {
            await Fail(print, failed.Failure, failed, stop);
        }
        catch (Exception unexpected) when (unexpected is not OperationCanceledException)
        {
            await Fail(print, PrintFailure.Unexpected, unexpected, stop);
        }
    }

    private async Task Make(PrintRequest print, CancellationToken stop)
    {
        var kind = Enum.Parse<PrintKind>(print.Kind);
        var folder = Directory.CreateTempSubdirectory("etabli-print-");
        try
        {
            await Reach(print, "Composing", 10, stop);
            var document = await In(print.Culture, () => room.Describe(kind, print.Subject, stop)) ?? throw new PrintingException(PrintFailure.Gone, "The document is gone.");
            var html = await In(print.Culture, () => room.Compose(kind, print.Subject, print.Culture, folder.FullName, stop));
            await Reach(print, "Printing", 45, stop);
            var pdf = Path.Combine(folder.FullName, "document.pdf");
            await chromium.Print(html, pdf, stop);
            await Reach(print, "Keeping", 90, stop);
            await Keep(print, document, pdf, stop);
            await Attach(print, kind, document, stop);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private async Task Keep(PrintRequest print, PrintedDocument document, string pdf, CancellationToken stop)
    {
        await using var content = File.OpenRead(pdf);
        var (hash, size) = await store.Put(document.FileName, content.Length, content.CopyToAsync, stop);
        var now = clock.GetUtcNow();
        var file = new StoredFile(new FileId(Guid.CreateVersion7()), document.Organisation, document.Dossier, print.Person, document.FileName, FileKind.Pdf, size, hash, now);
        db.Files.Add(file);
        journal.Note("document.printed", "file", file.Id.Value, document.Organisation, document.Dossier, new { kind = print.Kind, subject = print.Subject, name = document.FileName, sha256 = hash.Hex });
        await db.SaveChangesAsync(stop);

        // After the file: its row may only be entered while the request runs.
        print.End(file.Id, now);
        await db.SaveChangesAsync(stop);
        await Tell(print.Id, stop);
    }

    // What is frozen keeps its pages with it, in the language of the standards. Somebody who may only read prints for himself.
    private async Task Attach(PrintRequest print, PrintKind kind, PrintedDocument document, CancellationToken stop)
    {
        if (!document.Frozen || print.Culture != "fr")
        {
            return;
        }

        var what = kind switch
        {
            PrintKind.Report => PagesOf.Report,
            PrintKind.Summary => PagesOf.Summary,
            PrintKind.JuryMinutes => PagesOf.Minutes,
            _ => PagesOf.Award,
        };
        try
        {
            await attach.Run(new AttachPages.Order(what, print.Subject, print.File!.Value), stop);
        }
        catch (RefusalException)
        {
            db.ChangeTracker.Clear();
        }
    }

    private async Task Reach(PrintRequest print, string step, int percent, CancellationToken stop)
    {
        print.Reach(step, percent);
        await db.SaveChangesAsync(stop);
        await Tell(print.Id, stop);
    }

    private async Task Fail(PrintRequest print, PrintFailure failure, Exception why, CancellationToken stop)
    {
        PrintFailed(log, print.Kind, print.Subject, failure, why);
        db.ChangeTracker.Clear();
        var row = await db.Prints.SingleAsync(p => p.Id == print.Id, stop);
        row.Fail(failure.ToString(), clock.GetUtcNow());
        await db.SaveChangesAsync(stop);
        await Tell(print.Id, stop);
    }

    // On the channel that open pages hear; 0 is no entry of the journal, only its number would be.
    private async Task Tell(Guid print, CancellationToken stop) => await db.Database.ExecuteSqlAsync($"select pg_notify('journal', {"0 " + print})", stop);

    // The words of the pages follow the culture of the flow they are composed in.
    private static async Task<T> In<T>(string culture, Func<Task<T>> what)
    {
        var (before, beforeWords) = (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture);
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(culture == "en" ? "en-GB" : "fr-FR");
            return await what();
        }
        finally
        {
            (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = (before, beforeWords);
        }
    }

    [LoggerMessage(LogLevel.Error, "No {Kind} of {Subject} as PDF: {Failure}")]
    private static partial void PrintFailed(ILogger log, string kind, Guid subject, PrintFailure failure, Exception why);
}
