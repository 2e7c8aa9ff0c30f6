using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Etabli.Certification.Qualifications;

/// <summary>
/// Checks a JSON text against a schema written with the few keywords ours uses, and says every fault with its path
/// (fr: contrôle de schéma).
/// </summary>
/// <remarks>Source: JSON Schema 2020-12, core and validation vocabularies, restricted to <see cref="Keywords"/>.</remarks>
public sealed class SchemaChecker
{
    private static readonly HashSet<string> Notes = ["$schema", "$id", "$defs", "title", "description"];

    private static readonly HashSet<string> Checks =
    [
        "type", "required", "properties", "additionalProperties", "items", "enum", "const", "pattern", "minLength",
        "minItems", "maxItems", "uniqueItems", "minimum", "maximum", "anyOf", "$ref",
    ];

    private readonly JsonElement root;

    public SchemaChecker(JsonElement schema)
    {
        root = schema;
    }

    /// <summary>Every keyword this checker understands; a schema that uses another must not be trusted to it.</summary>
    public static IReadOnlySet<string> Keywords { get; } = Notes.Concat(Checks).ToHashSet(StringComparer.Ordinal);

    /// <summary>All faults, in document order.</summary>
    public IReadOnlyList<StandardFault> Check(JsonElement document)
    {
        var faults = new List<StandardFault>();
        Check(root, document, "$", faults);
        return faults;
    }

    private static bool HasType(JsonElement value, string type) => type switch
    {
        "object" => value.ValueKind == JsonValueKind.Object,
        "array" => value.ValueKind == JsonValueKind.Array,
        "string" => value.ValueKind == JsonValueKind.String,
        "boolean" => value.ValueKind is JsonValueKind.True or JsonValueKind.False,
        "null" => value.ValueKind == JsonValueKind.Null,
        "number" => value.ValueKind == JsonValueKind.Number,
        "integer" => value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out _),
        _ => false,
    };

    private static string TypesOf(JsonElement type) => type.ValueKind == JsonValueKind.Array
        ? string.Join(" | ", type.EnumerateArray().Select(t => t.GetString()))
        : type.GetString()!;

    private static bool AnyType(JsonElement type, JsonElement value) => type.ValueKind == JsonValueKind.Array
        ? type.EnumerateArray().Any(t => HasType(value, t.GetString()!))
        : HasType(value, type.GetString()!);

    private static string Property(string path, string name) =>
        name.Length > 0 && name.All(c => char.IsAsciiLetterOrDigit(c) || c is '_' or '$')
            ? $"{path}.{name}"
            : $"{path}['{name.Replace("'", "\\'", StringComparison.Ordinal)}']";

    private void Check(JsonElement schema, JsonElement value, string path, List<StandardFault> faults)
    {
        if (schema.TryGetProperty("$ref", out var reference))
        {
            Check(Resolve(reference.GetString()!), value, path, faults);
        }

        if (schema.TryGetProperty("anyOf", out var choices))
        {
            CheckAnyOf(choices, value, path, faults);
        }

        if (schema.TryGetProperty("type", out var type) && !AnyType(type, value))
        {
            faults.Add(new(path, "type", TypesOf(type)));
            return;
        }

        if (schema.TryGetProperty("const", out var constant) && !JsonElement.DeepEquals(constant, value))
        {
            faults.Add(new(path, "const", constant.GetRawText()));
        }

        if (schema.TryGetProperty("enum", out var allowed) && !allowed.EnumerateArray().Any(a => JsonElement.DeepEquals(a, value)))
        {
            faults.Add(new(path, "enum", string.Join(", ", allowed.EnumerateArray().Select(a => a.ToString()))));
        }

        switch (value.ValueKind)
        {
            case JsonValueKind.Object:
                CheckObject(schema, value, path, faults);
                break;
            case JsonValueKind.Array:
                CheckArray(schema, value, path, faults);
                break;
            case JsonValueKind.String:
                CheckString(schema, value.GetString()!, path, faults);
                break;
            case JsonValueKind.Number:
                CheckNumber(schema, value, path, faults);
                break;
            default:
                break;
        }
    }

    private void CheckAnyOf(JsonElement choices, JsonElement value, string path, List<StandardFault> faults)
    {
        List<StandardFault>? nearest = null;
        foreach (var choice in choices.EnumerateArray())
        {
            var tried = new List<StandardFault>();
            Check(choice, value, path, tried);
            if (tried.Count == 0)
            {
                return;
            }

            // The choice whose shape fits is the one the author meant: its faults help, the others' do not.
            if (nearest is null && !tried.Any(f => f.JsonPath == path && f.Rule == "type"))
            {
                nearest = tried;
            }
        }

        if (nearest is null)
        {
            faults.Add(new(path, "anyOf"));
        }
        else
        {
            faults.AddRange(nearest);
        }
    }

    private void CheckObject(JsonElement schema, JsonElement value, string path, List<StandardFault> faults)
    {
        if (schema.TryGetProperty("required", out var required))
        {
            foreach (var name in required.EnumerateArray().Select(r => r.GetString()!))
            {
                if (!value.TryGetProperty(name, out _))
                {
                    faults.Add(new(path, "required", name));
                }
            }
        }

        var known = schema.TryGetProperty("properties", out var properties);
        var closed = schema.TryGetProperty("additionalProperties", out var more) && more.ValueKind == JsonValueKind.False;
        foreach (var property in value.EnumerateObject())
        {
            var here = Property(path, property.Name);
            if (known && properties.TryGetProperty(property.Name, out var rule))
            {
                Check(rule, property.Value, here, faults);
            }
            else if (closed)
            {
                faults.Add(new(here, "additionalProperties"));
            }
        }
    }

    private void CheckArray(JsonElement schema, JsonElement value, string path, List<StandardFault> faults)
    {
        var length = value.GetArrayLength();
        if (schema.TryGetProperty("minItems", out var fewest) && length < fewest.GetInt32())
        {
            faults.Add(new(path, "minItems", fewest.GetRawText()));
        }

        if (schema.TryGetProperty("maxItems", out var most) && length > most.GetInt32())
        {
            faults.Add(new(path, "maxItems", most.GetRawText()));
        }

        if (schema.TryGetProperty("uniqueItems", out var unique) && unique.ValueKind == JsonValueKind.True)
        {
            CheckUnique(value, path, faults);
        }

        if (schema.TryGetProperty("items", out var items))
        {
            var i = 0;
            foreach (var item in value.EnumerateArray())
            {
                Check(items, item, string.Create(CultureInfo.InvariantCulture, $"{path}[{i}]"), faults);
                i++;
            }
        }
    }

    private static void CheckUnique(JsonElement value, string path, List<StandardFault> faults)
    {
        var seen = new List<JsonElement>();
        var i = 0;
        foreach (var item in value.EnumerateArray())
        {
            if (seen.Exists(s => JsonElement.DeepEquals(s, item)))
            {
                faults.Add(new(string.Create(CultureInfo.InvariantCulture, $"{path}[{i}]"), "uniqueItems", item.ToString()));
            }

            seen.Add(item);
            i++;
        }
    }

    private static void CheckString(JsonElement schema, string text, string path, List<StandardFault> faults)
    {
        if (schema.TryGetProperty("minLength", out var shortest) && text.Length < shortest.GetInt32())
        {
            faults.Add(new(path, "minLength", shortest.GetRawText()));
        }

        if (schema.TryGetProperty("pattern", out var pattern) && !Matches(pattern.GetString()!, text))
        {
            faults.Add(new(path, "pattern", pattern.GetString()));
        }
    }

    private static bool Matches(string pattern, string text)
    {
        // ECMAScript as the schema dialect wants; and "$" must be the very end, not the end before a line feed.
        var match = Regex.Match(text, pattern, RegexOptions.ECMAScript, TimeSpan.FromSeconds(1));
        return match.Success && (!pattern.EndsWith('$') || match.Index + match.Length == text.Length);
    }

    private static void CheckNumber(JsonElement schema, JsonElement value, string path, List<StandardFault> faults)
    {
        var number = value.GetDouble();
        if (schema.TryGetProperty("minimum", out var least) && number < least.GetDouble())
        {
            faults.Add(new(path, "minimum", least.GetRawText()));
        }

        if (schema.TryGetProperty("maximum", out var most) && number > most.GetDouble())
        {
            faults.Add(new(path, "maximum", most.GetRawText()));
        }
    }

    private JsonElement Resolve(string reference)
    {
        var at = root;
        foreach (var step in reference.TrimStart('#').Split('/', StringSplitOptions.RemoveEmptyEntries))
        {
            at = at.GetProperty(step);
        }

        return at;
    }
}
