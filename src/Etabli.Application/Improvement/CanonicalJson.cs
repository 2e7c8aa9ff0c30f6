using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Etabli.Application.Improvement;

/// <summary>
/// JSON with one spelling only: keys in ordinal order, no blank, numbers without trailing zeros. The same content always
/// gives the same bytes, hence the same hash (fr: JSON canonique).
/// </summary>
public static class CanonicalJson
{
    private static readonly JsonSerializerOptions Spelling = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new System.Text.Json.Serialization.JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    public static string Of<T>(T content)
    {
        var text = new StringBuilder();
        Write(JsonSerializer.SerializeToNode(content, Spelling), text);
        return text.ToString();
    }

    private static void Write(JsonNode? node, StringBuilder to)
    {
        switch (node)
        {
            case null:
                to.Append("null");
                break;
            case JsonObject members:
                WriteSeparated(to, '{', '}', members.OrderBy(m => m.Key, StringComparer.Ordinal), m =>
                {
                    to.Append(JsonSerializer.Serialize(m.Key, Spelling)).Append(':');
                    Write(m.Value, to);
                });
                break;
            case JsonArray items:
                WriteSeparated(to, '[', ']', items, i => Write(i, to));
                break;
            case JsonValue value when value.GetValueKind() == JsonValueKind.Number:
                to.Append(decimal.Parse(value.ToJsonString(), NumberStyles.Float, CultureInfo.InvariantCulture).ToString("0.############################", CultureInfo.InvariantCulture));
                break;
            default:
                to.Append(node.ToJsonString(Spelling));
                break;
        }
    }

    private static void WriteSeparated<T>(StringBuilder to, char open, char close, IEnumerable<T> parts, Action<T> write)
    {
        to.Append(open);
        var first = true;
        foreach (var part in parts)
        {
            if (!first)
            {
                to.Append(',');
            }

            first = false;
            write(part);
        }

        to.Append(close);
    }
}
