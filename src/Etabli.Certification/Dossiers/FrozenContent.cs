using System.Text.Json;
using Etabli.People.Files;

namespace Etabli.Certification.Dossiers;

/// <summary>A file inside frozen evidence, by its fingerprint (fr: fichier figé).</summary>
public sealed record FrozenFile(FileId File, string Sha256);

/// <summary>What was frozen of an artefact: words, picture, files and one fingerprint over them (fr: copie figée).</summary>
public sealed record FrozenContent
{
    private FrozenContent(string json, string? svg, IReadOnlyList<FrozenFile> files, string sha256)
    {
        Json = json;
        Svg = svg;
        Files = files;
        Sha256 = sha256;
    }

    public string Json { get; }

    /// <summary>The picture as drawn that day; null when the artefact has none.</summary>
    public string? Svg { get; }

    public IReadOnlyList<FrozenFile> Files { get; }

    public string Sha256 { get; }

    /// <summary>Freezes: keeps the content as given and takes its fingerprint.</summary>
    public static FrozenContent Of(string kind, Guid source, string title, string author, DateTimeOffset madeAt, string json, string? svg, IReadOnlyList<FrozenFile> files) =>
        new(json, svg, files, Hash(kind, source, title, author, madeAt, json, svg, files));

    /// <summary>
    /// SHA-256 over the canonical writing: one JSON object, keys sorted, instants in Unix milliseconds, so that neither spacing
    /// nor the order of keys nor that of files changes the fingerprint, and anything else does.
    /// </summary>
    /// <exception cref="ArgumentException">The content is not JSON.</exception>
    public static string Hash(string kind, Guid source, string title, string author, DateTimeOffset madeAt, string json, string? svg, IReadOnlyList<FrozenFile> files)
    {
        using var buffer = new MemoryStream();
        using (var writer = new Utf8JsonWriter(buffer))
        {
            writer.WriteStartObject();
            writer.WriteString("author", author);
            writer.WritePropertyName("content");
            WriteCanonical(writer, Parse(json));
            writer.WriteStartArray("files");
            foreach (var file in files.OrderBy(f => f.Sha256, StringComparer.Ordinal))
            {
                writer.WriteStringValue(file.Sha256);
            }

            writer.WriteEndArray();
            writer.WriteString("kind", kind);
            writer.WriteNumber("madeAt", madeAt.ToUnixTimeMilliseconds());
            writer.WriteString("source", source);
            writer.WriteString("svg", svg);
            writer.WriteString("title", title);
            writer.WriteEndObject();
        }

        return Fingerprints.Of(buffer.ToArray());
    }

    private static JsonElement Parse(string json)
    {
        try
        {
            using var document = JsonDocument.Parse(json);
            return document.RootElement.Clone();
        }
        catch (JsonException broken)
        {
            throw new ArgumentException("The content to freeze is not JSON.", nameof(json), broken);
        }
    }

    private static void WriteCanonical(Utf8JsonWriter writer, JsonElement element)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.Object:
                writer.WriteStartObject();
                foreach (var property in element.EnumerateObject().OrderBy(p => p.Name, StringComparer.Ordinal))
                {
                    writer.WritePropertyName(property.Name);
                    WriteCanonical(writer, property.Value);
                }

                writer.WriteEndObject();
                break;
            case JsonValueKind.Array:
                writer.WriteStartArray();
                foreach (var item in element.EnumerateArray())
                {
                    WriteCanonical(writer, item);
                }

                writer.WriteEndArray();
                break;
            case JsonValueKind.String:
                writer.WriteStringValue(element.GetString());
                break;
            default:
                element.WriteTo(writer);
                break;
        }
    }
}
