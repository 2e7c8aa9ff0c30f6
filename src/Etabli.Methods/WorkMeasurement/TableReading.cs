using System.Globalization;
using System.Text.Json;

namespace Etabli.Methods.WorkMeasurement;

/// <summary>The tables that come with the library.</summary>
internal static class ShippedTables
{
    public static string Text(string name)
    {
        using var stream = typeof(ShippedTables).Assembly.GetManifestResourceStream(name) ?? throw new InvalidOperationException($"The table {name} is not in the assembly.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}

/// <summary>Reads tables kept as JSON; what is wrong is said with its place and what was expected.</summary>
internal static class TableReading
{
    /// <summary>Longest text of a table.</summary>
    public const int Longest = 2_000_000;

    public static JsonDocument Parse(string json)
    {
        ArgumentNullException.ThrowIfNull(json);
        if (json.Length > Longest)
        {
            throw new FormatException($"The table is longer than {Longest} characters.");
        }

        try
        {
            return JsonDocument.Parse(json, new() { MaxDepth = 16, CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true });
        }
        catch (JsonException wrong)
        {
            throw new FormatException(string.Create(CultureInfo.InvariantCulture, $"Line {wrong.LineNumber + 1}, byte {wrong.BytePositionInLine + 1}: not JSON."), wrong);
        }
    }

    public static JsonElement Object(JsonElement element, string at) => element.ValueKind == JsonValueKind.Object ? element : throw Wrong(at, "an object");

    public static IEnumerable<(JsonElement Item, string At)> Items(JsonElement of, string name, string at, bool needed = true)
    {
        if (!of.TryGetProperty(name, out var list))
        {
            return needed ? throw Wrong($"{at}.{name}", "a list") : [];
        }

        return list.ValueKind == JsonValueKind.Array
            ? [.. list.EnumerateArray().Select((e, i) => (Object(e, $"{at}.{name}[{i}]"), $"{at}.{name}[{i}]"))]
            : throw Wrong($"{at}.{name}", "a list");
    }

    public static string Text(JsonElement of, string name, string at, string? otherwise = null) =>
        !of.TryGetProperty(name, out var text) ? otherwise ?? throw Wrong($"{at}.{name}", "a text")
        : text.ValueKind == JsonValueKind.String && text.GetString() is { Length: <= 400 } said && (otherwise is not null || !string.IsNullOrWhiteSpace(said)) ? said
        : throw Wrong($"{at}.{name}", "a text of at most 400 characters");

    public static decimal Number(JsonElement of, string name, string at, decimal least, decimal most, decimal? otherwise = null) =>
        of.TryGetProperty(name, out var number) ? Number(number, $"{at}.{name}", least, most) : otherwise ?? throw Wrong($"{at}.{name}", "a number");

    public static decimal Number(JsonElement number, string at, decimal least, decimal most) =>
        number.ValueKind == JsonValueKind.Number && number.TryGetDecimal(out var value) && value >= least && value <= most ? value
        : throw Wrong(at, string.Create(CultureInfo.InvariantCulture, $"a number from {least} to {most}"));

    public static IReadOnlyList<decimal> Numbers(JsonElement of, string name, string at, decimal least, decimal most)
    {
        if (!of.TryGetProperty(name, out var list) || list.ValueKind != JsonValueKind.Array)
        {
            throw Wrong($"{at}.{name}", "a list of numbers");
        }

        return [.. list.EnumerateArray().Select((e, i) => Number(e, $"{at}.{name}[{i}]", least, most))];
    }

    public static FormatException Wrong(string at, string expected) => new($"{at}: expected {expected}.");
}
