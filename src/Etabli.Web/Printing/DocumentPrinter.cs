using System.Collections.Concurrent;
using Etabli.People.Files;
using Etabli.Web.Certification.Documents;
using Etabli.Web.Words;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.Localization;

namespace Etabli.Web.Printing;

/// <summary>Writes a document and all it needs into one folder: its pages, the site's styles and fonts, its pictures.</summary>
public sealed class DocumentPrinter(IServiceProvider services, ILoggerFactory logs, IWebHostEnvironment site, IStringLocalizer<DocumentWords> words)
{
    private static readonly string[] Sheets = ["vendor/bootstrap.min.css", "vendor/fonts.css", "css/tokens.css", "css/kit.css", "css/encre.css", "css/documents.css", "css/pdf.css"];

    /// <summary>Writes the document; answers the file to open.</summary>
    /// <param name="document">Component that draws it.</param>
    /// <param name="parameters">What the component shows.</param>
    /// <param name="frame">Head and foot of its pages.</param>
    /// <param name="folder">Folder to write into.</param>
    /// <param name="open">Opens a picture the caller may see; null when it is not theirs.</param>
    /// <param name="stop">Gives up.</param>
    public async Task<string> Write(Type document, IDictionary<string, object> parameters, DocumentFrame frame, string folder, Func<FileId, CancellationToken, Task<Stream?>> open, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(frame);
        ArgumentNullException.ThrowIfNull(open);
        var pictures = new ConcurrentDictionary<FileId, string>();
        var address = new PictureAddress(file => pictures.GetOrAdd(file, _ => $"pictures/{pictures.Count + 1}"));
        var html = await Render(document, parameters, frame, address);
        var page = Path.Combine(folder, "index.html");
        await File.WriteAllTextAsync(page, html, stop);
        foreach (var sheet in Sheets)
        {
            await Copy(sheet, folder, stop);
        }

        foreach (var font in site.WebRootFileProvider.GetDirectoryContents("vendor/fonts").Where(font => !font.IsDirectory))
        {
            await Copy("vendor/fonts/" + font.Name, folder, stop);
        }

        await File.WriteAllTextAsync(Path.Combine(folder, "css", "frame.css"), PrintStyle.Of(frame, words), stop);
        await Keep(pictures, folder, open, stop);
        return page;
    }

    private async Task<string> Render(Type document, IDictionary<string, object> parameters, DocumentFrame frame, PictureAddress address)
    {
        await using var renderer = new HtmlRenderer(services, logs);
        return await renderer.Dispatcher.InvokeAsync(async () =>
        {
            var shell = ParameterView.FromDictionary(new Dictionary<string, object?>
            {
                [nameof(PrintShell.Title)] = frame.Title,
                [nameof(PrintShell.Sheets)] = (IReadOnlyList<string>)[.. Sheets, "css/frame.css"],
                [nameof(PrintShell.Document)] = document,
                [nameof(PrintShell.Parameters)] = parameters,
                [nameof(PrintShell.Pictures)] = address,
            });
            return (await renderer.RenderComponentAsync<PrintShell>(shell)).ToHtmlString();
        });
    }

    private async Task Copy(string file, string folder, CancellationToken stop)
    {
        var source = site.WebRootFileProvider.GetFileInfo(file);
        if (!source.Exists)
        {
            throw new FileNotFoundException($"The site has no {file}.", file);
        }

        var target = Path.Combine(folder, file);
        Directory.CreateDirectory(Path.GetDirectoryName(target)!);
        await using var from = source.CreateReadStream();
        await using var to = File.Create(target);
        await from.CopyToAsync(to, stop);
    }

    private static async Task Keep(IEnumerable<KeyValuePair<FileId, string>> pictures, string folder, Func<FileId, CancellationToken, Task<Stream?>> open, CancellationToken stop)
    {
        Directory.CreateDirectory(Path.Combine(folder, "pictures"));
        foreach (var (file, name) in pictures)
        {
            await using var from = await open(file, stop);
            if (from is not null)
            {
                await using var to = File.Create(Path.Combine(folder, name));
                await from.CopyToAsync(to, stop);
            }
        }
    }
}
