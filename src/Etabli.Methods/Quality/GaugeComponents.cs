namespace Etabli.Methods.Quality;

/// <summary>A variance as a sum of weighted mean squares, for its interval.</summary>
internal readonly record struct WeightedSquare(double Weight, double MeanSquare, double Degrees);

/// <summary>Shares, ndc and intervals from variances.</summary>
internal static class GaugeComponents
{
    private static readonly Formula Categories = new("distinct categories", "ndc = ⌊1.41·PV / R&R⌋", QualityBooks.Aiag);

    private static readonly Formula Share = new("gauge share of the study variation", "%R&R = R&R / TV", QualityBooks.Aiag);

    public static GaugeComponent Of(double variance, double total, GaugeChoices choices, params ReadOnlySpan<WeightedSquare> squares)
    {
        var kept = Math.Max(0, variance);
        var deviation = Math.Sqrt(kept);
        return new(
            kept,
            deviation,
            total > 0 ? kept / total : 0,
            total > 0 ? deviation / Math.Sqrt(total) : 0,
            choices.ToleranceWidth is { } width ? choices.StudySigmas * deviation / width : null,
            variance > 0 && squares.Length > 0 ? Satterthwaite(variance, squares, choices.Confidence) : null);
    }

    public static GaugeStudy Study(
        GaugeMethod method, int parts, int operators, int trials, GaugeComponent ev, GaugeComponent av, GaugeComponent? alone, GaugeComponent? interaction, GaugeComponent gauge, GaugeComponent part, GaugeComponent total,
        IReadOnlyList<VarianceLine> table, IReadOnlyList<VarianceLine> pooled)
    {
        Term[] terms = [new("PV", "part deviation", part.Deviation, Units.OfMeasure), new("R&R", "gauge deviation", gauge.Deviation, Units.OfMeasure), new("TV", "total deviation", total.Deviation, Units.OfMeasure)];
        var categories = gauge.Deviation > 0 ? Math.Floor(1.41 * part.Deviation / gauge.Deviation) : double.NaN;
        return new(
            method,
            parts,
            operators,
            trials,
            ev,
            av,
            alone,
            interaction,
            gauge,
            part,
            total,
            categories <= int.MaxValue
                ? Categories.Gives((int)categories, Units.Classes, terms[0], terms[1])
                : Categories.Lacks<int>(Units.Classes, [new("", "variation of the gauge", GapKind.Impossible)], terms[0], terms[1]),
            total.Deviation > 0
                ? Share.Gives(gauge.Deviation / total.Deviation, Units.Ratio, terms[1], terms[2])
                : Share.Lacks<double>(Units.Ratio, [new("", "variation", GapKind.Impossible)], terms[1], terms[2]),
            table,
            pooled);
    }

    /// <summary>ν = (Σ c·MS)² / Σ((c·MS)²/ν): the sum is taken as a chi-square of ν degrees. Exact for one square alone; none when so few degrees are left that it has no upper end.</summary>
    private static IndexInterval? Satterthwaite(double variance, ReadOnlySpan<WeightedSquare> squares, double confidence)
    {
        var below = 0.0;
        foreach (var s in squares)
        {
            below += s.Weight * s.MeanSquare * s.Weight * s.MeanSquare / s.Degrees;
        }

        var degrees = variance * variance / below;
        var (low, high) = (Tails.ChiSquareQuantile((1 - confidence) / 2, degrees), Tails.ChiSquareQuantile((1 + confidence) / 2, degrees));
        return low > 0 && double.IsFinite(degrees * variance / low) ? new(degrees * variance / high, degrees * variance / low, confidence) : null;
    }
}
