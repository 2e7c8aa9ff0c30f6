using System.Globalization;
using System.Text.Json;
using static Etabli.Methods.WorkMeasurement.TableReading;

namespace Etabli.Methods.WorkMeasurement;

/// <summary>Reads tables of predetermined times; a table that is not one is refused with its place.</summary>
internal static class MotionTableReading
{
    private const int MostCodes = 20_000;

    public static MotionTable Read(string json)
    {
        using var document = Parse(json);
        var root = Object(document.RootElement, "$");
        var notation = Text(root, "notation", "$") switch { "codes" => MotionNotation.Codes, "indexed" => MotionNotation.Indexed, _ => throw Wrong("$.notation", "codes or indexed") };
        var scale = notation == MotionNotation.Indexed ? Numbers(root, "scale", "$", 0, 10_000) : [];
        var values = new Dictionary<string, MotionValue>(StringComparer.Ordinal);
        foreach (var (item, at) in Items(root, "values", "$", needed: false))
        {
            var code = Text(item, "code", at);
            if (values.Count == MostCodes || !values.TryAdd(code, new(code, Number(item, "tmu", at, 0, 100_000), StatusOf(item, at), Text(item, "means", at, ""))))
            {
                throw Wrong($"{at}.code", $"a code once, and at most {MostCodes}");
            }
        }

        var families = Items(root, "families", "$", needed: false).Select(f => Family(f.Item, f.At)).ToList();
        var models = Items(root, "models", "$", needed: notation == MotionNotation.Indexed).Select(m => (IReadOnlyList<string>)Text(m.Item, "phases", m.At).Split(' ', StringSplitOptions.RemoveEmptyEntries)).ToList();
        if (notation == MotionNotation.Indexed ? scale.Count == 0 || models.Count == 0 || models.Exists(m => m.Count == 0) : values.Count == 0 && families.Count == 0)
        {
            throw Wrong("$", notation == MotionNotation.Indexed ? "a scale and models" : "values or families");
        }

        return new(Text(root, "code", "$"), Text(root, "name", "$"), Text(root, "version", "$"), Text(root, "source", "$"), Text(root, "rights", "$", ""), notation)
        {
            Factor = notation == MotionNotation.Indexed ? Number(root, "factor", "$", 0, 10_000) : 1,
            Scale = Listed.Of(scale.Select(s => s == decimal.Truncate(s) ? (int)s : throw Wrong("$.scale", "whole numbers"))),
            ScaleStatus = notation == MotionNotation.Indexed ? StatusOf(root, "$") : default,
            Models = Listed.Of(models),
            Values = values,
            Families = families,
        };
    }

    public static MotionTable ReadCsv(string csv, string code, string version, string source)
    {
        ArgumentNullException.ThrowIfNull(csv);
        Argument.Said(code, nameof(code));
        Argument.Said(version, nameof(version));
        Argument.Said(source, nameof(source));
        if (csv.Length > Longest)
        {
            throw new FormatException($"The table is longer than {Longest} characters.");
        }

        var lines = csv.TrimStart('\uFEFF').Split('\n');
        var mark = lines[0].Contains(';', StringComparison.Ordinal) ? ';' : lines[0].Contains('\t', StringComparison.Ordinal) ? '\t' : ',';
        var values = new Dictionary<string, MotionValue>(StringComparer.Ordinal);
        for (var i = 1; i < lines.Length; i++)
        {
            var cells = lines[i].Split(mark).Select(c => c.Trim().Trim('"')).ToList();
            if (cells.TrueForAll(c => c.Length == 0))
            {
                continue;
            }

            var number = cells.Count > 1 && mark != ',' ? cells[1].Replace(',', '.') : cells.Count > 1 ? cells[1] : "";
            if (cells[0].Length is 0 or > 40 || !decimal.TryParse(number, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var tmu) || tmu > 100_000)
            {
                throw new FormatException($"Line {i + 1}: expected a code and its TMU, from 0 to 100000.");
            }

            if (values.Count == MostCodes || !values.TryAdd(cells[0], new(cells[0], tmu, MotionStatus.Imported, cells.Count > 2 ? cells[2] : "")))
            {
                throw new FormatException($"Line {i + 1}: {cells[0]} is there twice, or there are more than {MostCodes} codes.");
            }
        }

        return values.Count > 0 ? new(code, code, version, source, "", MotionNotation.Codes) { Values = values } : throw new FormatException("Line 2: expected a code and its TMU.");
    }

    private static MotionFamily Family(JsonElement item, string at)
    {
        var (prefix, suffix, status) = (Text(item, "prefix", at), Text(item, "suffix", at, ""), StatusOf(item, at));
        if (!prefix.All(char.IsAsciiLetter))
        {
            throw Wrong($"{at}.prefix", "letters");
        }

        return Text(item, "kind", at) switch
        {
            "distance" => Distances(item, at, prefix, status),
            "stepped" => new SteppedFamily(prefix, suffix, status, Number(item, "upTo", at, 0, 10_000), Number(item, "value", at, 0, 100_000), Number(item, "more", at, 0, 1_000)),
            "counted" => new CountedFamily(prefix, suffix, status, Number(item, "value", at, 0, 100_000), Number(item, "per", at, 0.001m, 10_000, 1)),
            "travel" => new TravelFamily(prefix, status, Number(item, "value", at, 0, 100_000), Number(item, "most", at, 0, 100_000)),
            _ => throw Wrong($"{at}.kind", "distance, stepped, counted or travel"),
        };
    }

    private static DistanceFamily Distances(JsonElement item, string at, string prefix, MotionStatus status)
    {
        var points = Numbers(item, "points", at, 0, 10_000);
        if (points.Count == 0 || points.Zip(points.Skip(1)).Any(p => p.Second <= p.First))
        {
            throw Wrong($"{at}.points", "numbers that grow");
        }

        if (!item.TryGetProperty("cases", out var cases) || cases.ValueKind != JsonValueKind.Object || !cases.EnumerateObject().Any())
        {
            throw Wrong($"{at}.cases", "columns of values by their case");
        }

        var columns = new Dictionary<string, IReadOnlyList<decimal>>(StringComparer.Ordinal);
        foreach (var column in cases.EnumerateObject())
        {
            var values = Numbers(cases, column.Name, $"{at}.cases", 0, 100_000);
            columns[column.Name] = values.Count == points.Count ? values : throw Wrong($"{at}.cases.{column.Name}", $"{points.Count} numbers, one for each point");
        }

        var beyond = new Dictionary<string, decimal>(StringComparer.Ordinal);
        if (item.TryGetProperty("beyond", out var more))
        {
            foreach (var step in Object(more, $"{at}.beyond").EnumerateObject())
            {
                beyond[step.Name] = Number(step.Value, $"{at}.beyond.{step.Name}", 0, 1_000);
            }
        }

        var between = Text(item, "between", at, "interpolated") switch
        {
            "interpolated" => BetweenPoints.Interpolated,
            "up" => BetweenPoints.Up,
            "refused" => BetweenPoints.Refused,
            _ => throw Wrong($"{at}.between", "interpolated, up or refused"),
        };
        var weights = Items(item, "weights", at, needed: false).Select(w => new WeightStep(Number(w.Item, "upTo", w.At, 0, 10_000), Number(w.Item, "factor", w.At, 0, 100), Number(w.Item, "constant", w.At, 0, 1_000))).OrderBy(w => w.UpTo).ToList();
        return new(prefix, status, points, columns, beyond, between, weights);
    }

    private static MotionStatus StatusOf(JsonElement item, string at) => Text(item, "status", at, "imported") switch
    {
        "verified" => MotionStatus.Verified,
        "from memory" => MotionStatus.FromMemory,
        "imported" => MotionStatus.Imported,
        _ => throw Wrong($"{at}.status", "verified, from memory or imported"),
    };
}
