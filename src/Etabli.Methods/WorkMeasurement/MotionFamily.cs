using System.Globalization;

namespace Etabli.Methods.WorkMeasurement;

/// <summary>Codes that hold a number: a distance, an angle, a count. Which values they have follows from the table.</summary>
internal abstract record MotionFamily(string Prefix, string Suffix, MotionStatus Status, string Example)
{
    /// <summary>Whether a code is one of the family, well written or not.</summary>
    public virtual bool Claims(string code) => code.StartsWith(Prefix, StringComparison.Ordinal) && code.Length > Prefix.Length && char.IsAsciiDigit(code[Prefix.Length]);

    public abstract (MotionValue? Value, SequenceProblem Problem, IReadOnlyList<string> Proposals) Look(string code);

    /// <summary>The number at a place of a code, and where it ends; null when there is none.</summary>
    protected static decimal? Number(string code, int at, out int end)
    {
        end = at;
        while (end < code.Length && (char.IsAsciiDigit(code[end]) || (code[end] == '.' && end > at)))
        {
            end++;
        }

        return decimal.TryParse(code.AsSpan(at, end - at), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) && number < 100_000 ? number : null;
    }

    protected (MotionValue? Value, SequenceProblem Problem, IReadOnlyList<string> Proposals) Gives(string code, decimal tmu) => (new(code, decimal.Round(tmu, 1, MidpointRounding.AwayFromZero), Status), default, []);

    protected static (MotionValue? Value, SequenceProblem Problem, IReadOnlyList<string> Proposals) Wrong(SequenceProblem problem, params IEnumerable<string> proposals) => (null, problem, [.. proposals]);

    protected static string Written(decimal number) => number.ToString("0.###", CultureInfo.InvariantCulture);
}

/// <summary>A point of a weight allowance: up to so much, times a factor plus a constant.</summary>
internal readonly record struct WeightStep(decimal UpTo, decimal Factor, decimal Constant);

/// <summary>What lies between two distances of a card.</summary>
internal enum BetweenPoints
{
    /// <summary>Along the line that joins them.</summary>
    Interpolated,

    /// <summary>As the next one up.</summary>
    Up,

    /// <summary>Nothing: only the points exist.</summary>
    Refused,
}

/// <summary>R10B, M10B12, T90S, GB30: a number, a case, perhaps a weight.</summary>
internal sealed record DistanceFamily(string Prefix, MotionStatus Status, IReadOnlyList<decimal> Points, IReadOnlyDictionary<string, IReadOnlyList<decimal>> Cases, IReadOnlyDictionary<string, decimal> Beyond, BetweenPoints Between, IReadOnlyList<WeightStep> Weights)
    : MotionFamily(Prefix, "", Status, Prefix + Written(Points[Points.Count / 2]) + Cases.Keys.First())
{
    // "m" before the motion: the hand is already moving when it begins.
    public override bool Claims(string code) => base.Claims(code) || (code.Length > 1 && code[0] == 'm' && base.Claims(code[1..]));

    public override (MotionValue? Value, SequenceProblem Problem, IReadOnlyList<string> Proposals) Look(string code)
    {
        var moving = code[0] == 'm';
        var at = Prefix.Length + (moving ? 1 : 0);
        if (Number(code, at, out var end) is not { } distance)
        {
            return Wrong(SequenceProblem.NumberWrong, Example);
        }

        var rest = code[end..];
        var said = Cases.Keys.Where(c => rest.StartsWith(c, StringComparison.Ordinal)).OrderByDescending(c => c.Length).FirstOrDefault();
        if (said is null)
        {
            return Wrong(SequenceProblem.NoSuchCase, Cases.Keys.Order(StringComparer.Ordinal).Select(c => Prefix + Written(distance) + c));
        }

        rest = rest[said.Length..];
        var column = moving ? said + "m" : said;
        if (!Cases.TryGetValue(column, out var values))
        {
            return Wrong(SequenceProblem.NoSuchCase, Cases.Keys.Order(StringComparer.Ordinal).Select(c => Prefix + Written(distance) + c));
        }

        var weight = 0m;
        if (rest.Length > 0)
        {
            if (Weights.Count == 0 || Number(rest, 0, out var stop) is not { } heavy || stop < rest.Length)
            {
                return Wrong(SequenceProblem.UnknownCode, Prefix + Written(distance) + said);
            }

            if (heavy > Weights[^1].UpTo)
            {
                return Wrong(SequenceProblem.TooFar, Prefix + Written(distance) + said + Written(Weights[^1].UpTo));
            }

            weight = heavy;
        }

        if (At(distance, column, values) is not { } tmu)
        {
            return distance > Points[^1] ? Wrong(SequenceProblem.TooFar, Prefix + Written(Points[^1]) + said) : Wrong(SequenceProblem.NotInScale, Nearest(distance).Select(p => Prefix + Written(p) + said));
        }

        var step = Weights.FirstOrDefault(w => weight <= w.UpTo);
        return Gives(code, weight > 0 ? tmu * step.Factor + step.Constant : tmu);
    }

    private decimal? At(decimal distance, string column, IReadOnlyList<decimal> values)
    {
        if (distance > Points[^1])
        {
            return Beyond.TryGetValue(column, out var more) ? values[^1] + more * (distance - Points[^1]) : null;
        }

        var i = 0;
        while (Points[i] < distance)
        {
            i++;
        }

        return Points[i] == distance || i == 0 && Between != BetweenPoints.Refused ? values[i] : Between switch
        {
            BetweenPoints.Interpolated => values[i - 1] + (values[i] - values[i - 1]) * (distance - Points[i - 1]) / (Points[i] - Points[i - 1]),
            BetweenPoints.Up => values[i],
            _ => null,
        };
    }

    private IEnumerable<decimal> Nearest(decimal distance) => Points.OrderBy(p => Math.Abs(p - distance)).Take(2).Order();
}

/// <summary>LM20, SS40C1: so much up to a distance, so much more beyond.</summary>
internal sealed record SteppedFamily(string Prefix, string Suffix, MotionStatus Status, decimal UpTo, decimal Value, decimal More) : MotionFamily(Prefix, Suffix, Status, Prefix + Written(UpTo) + Suffix)
{
    public override bool Claims(string code) => base.Claims(code) && code.EndsWith(Suffix, StringComparison.Ordinal);

    public override (MotionValue? Value, SequenceProblem Problem, IReadOnlyList<string> Proposals) Look(string code) =>
        Number(code, Prefix.Length, out var end) is { } distance && code[end..] == Suffix ? Gives(code, Value + More * Math.Max(0, distance - UpTo)) : Wrong(SequenceProblem.NumberWrong, Example);
}

/// <summary>W4P, GW3: so much for each, begun ones counted whole.</summary>
internal sealed record CountedFamily(string Prefix, string Suffix, MotionStatus Status, decimal Value, decimal Per) : MotionFamily(Prefix, Suffix, Status, Prefix + Written(Per) + Suffix)
{
    public override bool Claims(string code) => base.Claims(code) && code.EndsWith(Suffix, StringComparison.Ordinal);

    public override (MotionValue? Value, SequenceProblem Problem, IReadOnlyList<string> Proposals) Look(string code) =>
        Number(code, Prefix.Length, out var end) is { } count && code[end..] == Suffix ? Gives(code, Value * Math.Ceiling(count / Per)) : Wrong(SequenceProblem.NumberWrong, Example);
}

/// <summary>ET10/16: so much times the way the eyes go over the distance they look from, up to a most.</summary>
internal sealed record TravelFamily(string Prefix, MotionStatus Status, decimal Value, decimal Most) : MotionFamily(Prefix, "", Status, Prefix + "10/16")
{
    public override (MotionValue? Value, SequenceProblem Problem, IReadOnlyList<string> Proposals) Look(string code) =>
        Number(code, Prefix.Length, out var end) is { } way && end < code.Length - 1 && code[end] == '/' && Number(code, end + 1, out var stop) is { } from && stop == code.Length && from > 0
            ? Gives(code, Math.Min(Most, Value * way / from))
            : Wrong(SequenceProblem.NumberWrong, Example);
}
