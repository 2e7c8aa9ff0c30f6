using System.Collections.Concurrent;
using System.Globalization;
using Markdig;

namespace Etabli.Web.Methods;

/// <summary>The documentation of a method, written in Markdown, one file a language (fr: fiche de méthode).</summary>
public static class MethodPages
{
    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder().DisableHtml().UsePipeTables().Build();

    private static readonly ConcurrentDictionary<(string Id, string Language), string?> Drawn = new();

    /// <summary>Its text as written; null when there is none.</summary>
    public static string? Source(string id, string language)
    {
        using var stream = typeof(MethodPages).Assembly.GetManifestResourceStream($"pages/{id}.{language}.md");
        if (stream is null)
        {
            return null;
        }

        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }

    /// <summary>Its text as a page shows it: markup of ours only, HTML in the text stays text.</summary>
    public static string? Html(string id, string language)
    {
        // Codes of the table only: an address of nowhere leaves nothing behind.
        ArgumentNullException.ThrowIfNull(language);
        return MethodTools.AddressOf(id) is null ? null
            : Drawn.GetOrAdd((id, language), static key => Source(key.Id, key.Language) is { } text ? Draw(text) : null);
    }

    private static string Draw(string text)
    {
        using var writer = new StringWriter(CultureInfo.InvariantCulture);
        Markdown.ToHtml(text, writer, Pipeline);
        return writer.ToString();
    }
}
