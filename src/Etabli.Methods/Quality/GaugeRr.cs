namespace Etabli.Methods.Quality;

/// <summary>How much of what is measured is the measuring (fr: R&amp;R, répétabilité et reproductibilité).</summary>
/// <remarks>Source: AIAG, Measurement Systems Analysis, 4th edition, 2010.</remarks>
public static class GaugeRr
{
    /// <summary>Crossed study by averages and ranges.</summary>
    /// <param name="readings">Every part by every operator the same number of times; 2 to 25 trials, operators and parts.</param>
    /// <param name="choices">Conventions; alpha plays no part.</param>
    /// <returns>EV = R̄·K1, AV = √((X̄diff·K2)² − EV²/(nr)), PV = Rp·K3, K = 1/d2 for K1, 1/d2* of one range for K2 and K3. The interaction is not seen.</returns>
    /// <exception cref="ArgumentException">A part lacks readings by an operator (both are named), or there are fewer than 2 parts, operators or trials.</exception>
    /// <remarks>O(readings). Hand tables round K to four decimals: expect 1e-4 between both. Source: AIAG, 2010, chapter III.</remarks>
    /// <example>The handbook's 10 parts × 3 operators × 3 trials: EV 0.2019, AV 0.2297, R&amp;R 26.7 % of the study, ndc 5.</example>
    public static GaugeStudy CrossedByRange(IEnumerable<GaugeReading> readings, GaugeChoices? choices = null)
    {
        choices ??= new();
        var table = GaugeLayout.Of(readings);
        var (parts, operators, trials) = (table.Parts.Length, table.Operators.Length, table.Trials);
        var range = table.Cells.SelectMany(p => p).Average(c => c.Max() - c.Min());
        var byOperator = Enumerable.Range(0, operators).Select(j => table.Mean(operatorAt: j)).ToList();
        var byPart = Enumerable.Range(0, parts).Select(i => table.Mean(part: i)).ToList();
        var ev = range / ControlChartConstants.For(trials).MeanRange;
        var between = (byOperator.Max() - byOperator.Min()) / ControlChartConstants.For(operators).MeanRangeOf(1);
        var av = Math.Max(0, between * between - ev * ev / (parts * trials));
        var pv = (byPart.Max() - byPart.Min()) / ControlChartConstants.For(parts).MeanRangeOf(1);
        var (gauge, part) = (ev * ev + av, pv * pv);
        var total = gauge + part;
        return GaugeComponents.Study(
            GaugeMethod.CrossedByRange,
            parts,
            operators,
            trials,
            GaugeComponents.Of(ev * ev, total, choices),
            GaugeComponents.Of(av, total, choices),
            null,
            null,
            GaugeComponents.Of(gauge, total, choices),
            GaugeComponents.Of(part, total, choices),
            GaugeComponents.Of(total, total, choices),
            [],
            []);
    }

    /// <summary>Crossed study by analysis of variance.</summary>
    /// <param name="readings">Every part by every operator the same number of times, 2 at least.</param>
    /// <param name="choices">Pooling of the interaction, denominators, tolerance, confidence.</param>
    /// <returns>Both tables, variances (a negative estimate is 0) and their intervals: exact for the repeatability, by Satterthwaite for sums.</returns>
    /// <exception cref="ArgumentException">A part lacks readings by an operator (both are named), or there are fewer than 2 parts, operators or trials.</exception>
    /// <remarks>O(readings). The interaction is pooled when its p is above <see cref="GaugeChoices.PoolingAlpha"/>. Source: AIAG, 2010; Satterthwaite, 1946.</remarks>
    /// <example><code>GaugeRr.CrossedByAnova(readings, new() { ToleranceWidth = 39 }).GaugeShare.Known; // 0.186 on the bore gauge</code></example>
    public static GaugeStudy CrossedByAnova(IEnumerable<GaugeReading> readings, GaugeChoices? choices = null)
    {
        choices ??= new();
        var layout = GaugeLayout.Of(readings);
        var (p, o, r) = (layout.Parts.Length, layout.Operators.Length, layout.Trials);
        var (ssPart, ssOperator, ssCell, ssError) = Squares(layout);
        var ssInter = Math.Max(0, ssCell - ssPart - ssOperator);
        var error = new VarianceLine("repeatability", p * o * (r - 1), ssError, ssError / (p * o * (r - 1)));
        var inter = Line("interaction", (p - 1) * (o - 1), ssInter, error);
        var denominator = choices.Against == MainEffectsAgainst.Interaction ? inter : error;
        var table = new[] { Line("part", p - 1, ssPart, denominator), Line("operator", o - 1, ssOperator, denominator), inter, error };

        var pools = !(inter.P <= choices.PoolingAlpha) && inter.P is not null;
        VarianceLine[] pooled = [];
        if (pools)
        {
            var degrees = inter.Degrees + error.Degrees;
            var rest = new VarianceLine("repeatability", degrees, ssInter + ssError, (ssInter + ssError) / degrees);
            pooled = [Line("part", p - 1, ssPart, rest), Line("operator", o - 1, ssOperator, rest), rest];
        }

        // With the interaction pooled, the residual takes its place under parts and operators.
        var e = pools ? pooled[^1] : error;
        var under = pools ? pooled[^1] : inter;
        var (part, oper) = (table[0], table[1]);
        WeightedSquare[] ev = [new(1, e.MeanSquare, e.Degrees)];
        WeightedSquare[] byOperator = [new(1.0 / (p * r), oper.MeanSquare, oper.Degrees), new(-1.0 / (p * r), under.MeanSquare, under.Degrees)];
        WeightedSquare[] byInter = pools ? [] : [new(1.0 / r, inter.MeanSquare, inter.Degrees), new(-1.0 / r, error.MeanSquare, error.Degrees)];
        WeightedSquare[] byPart = [new(1.0 / (o * r), part.MeanSquare, part.Degrees), new(-1.0 / (o * r), under.MeanSquare, under.Degrees)];
        var (vEv, vOperator, vInter, vPart) = (Sum(ev), Math.Max(0, Sum(byOperator)), Math.Max(0, Sum(byInter)), Math.Max(0, Sum(byPart)));
        var total = vEv + vOperator + vInter + vPart;
        return GaugeComponents.Study(
            GaugeMethod.CrossedByAnova,
            p,
            o,
            r,
            GaugeComponents.Of(vEv, total, choices, ev),
            GaugeComponents.Of(vOperator + vInter, total, choices, Together(byOperator, vOperator, byInter, vInter)),
            GaugeComponents.Of(vOperator, total, choices, byOperator),
            pools ? null : GaugeComponents.Of(vInter, total, choices, byInter),
            GaugeComponents.Of(vEv + vOperator + vInter, total, choices, Together([.. ev, .. vOperator > 0 ? byOperator : []], vEv + vOperator, byInter, vInter)),
            GaugeComponents.Of(vPart, total, choices, byPart),
            GaugeComponents.Of(total, total, choices, Together([.. ev, .. vOperator > 0 ? byOperator : [], .. vPart > 0 ? byPart : []], total - vInter, byInter, vInter)),
            table,
            pooled);
    }

    /// <summary>Nested study: each part is measured by one operator only, as when measuring destroys it.</summary>
    /// <param name="readings">The same number of parts per operator, of readings per part; 2 at least of each. A name is of one part only.</param>
    /// <param name="choices">Tolerance and confidence.</param>
    /// <returns>Repeatability, operators, parts within operators. Parts of one operator must come from a batch that is alike, or parts weigh on the gauge.</returns>
    /// <exception cref="ArgumentException">Counts differ (the part or operator is named), or one part was read by two operators.</exception>
    /// <remarks>O(readings). Source: AIAG, 2010, chapter IV.</remarks>
    /// <example><c>GaugeRr.Nested(readings).Table[1].Origin</c> is "part within operator".</example>
    public static GaugeStudy Nested(IEnumerable<GaugeReading> readings, GaugeChoices? choices = null)
    {
        choices ??= new();
        ArgumentNullException.ThrowIfNull(readings);
        var parts = readings.GroupBy(x => x.Part, StringComparer.Ordinal).ToList();
        if (parts.Find(g => g.Select(x => x.Operator).Distinct(StringComparer.Ordinal).Count() > 1) is { } shared)
        {
            throw new ArgumentException($"Part '{shared.Key}' was read by several operators: the study is crossed.", nameof(readings));
        }

        var operators = parts.GroupBy(g => g.First().Operator, StringComparer.Ordinal).ToList();
        var (r, n, o) = (parts.Count > 0 ? parts[0].Count() : 0, operators.Count > 0 ? operators[0].Count() : 0, operators.Count);
        if (r < 2 || n < 2 || o < 2 || parts.Exists(g => g.Count() != r) || operators.Exists(g => g.Count() != n))
        {
            throw new ArgumentException("Expected as many parts for each operator and as many readings of each part, 2 at least of each, and 2 operators.", nameof(readings));
        }

        var origin = parts[0].First().Value;
        var partMeans = operators.Select(g => g.Select(p => p.Average(x => x.Value - origin)).ToList()).ToList();
        var operatorMeans = partMeans.Select(m => m.Average()).ToList();
        var mean = operatorMeans.Average();
        var ssOperator = operatorMeans.Sum(m => n * r * Square(m - mean));
        var ssPart = partMeans.Select((m, j) => m.Sum(x => r * Square(x - operatorMeans[j]))).Sum();
        var ssError = parts.Sum(g => g.Sum(x => Square(x.Value - origin - g.Average(y => y.Value - origin))));
        var error = new VarianceLine("repeatability", o * n * (r - 1), ssError, ssError / (o * n * (r - 1)));
        var part = Line("part within operator", o * (n - 1), ssPart, error);
        var oper = Line("operator", o - 1, ssOperator, part);
        WeightedSquare[] ev = [new(1, error.MeanSquare, error.Degrees)];
        WeightedSquare[] byPart = [new(1.0 / r, part.MeanSquare, part.Degrees), new(-1.0 / r, error.MeanSquare, error.Degrees)];
        WeightedSquare[] byOperator = [new(1.0 / (n * r), oper.MeanSquare, oper.Degrees), new(-1.0 / (n * r), part.MeanSquare, part.Degrees)];
        var (vEv, vPart, vOperator) = (Sum(ev), Math.Max(0, Sum(byPart)), Math.Max(0, Sum(byOperator)));
        var total = vEv + vPart + vOperator;
        return GaugeComponents.Study(
            GaugeMethod.Nested,
            n * o,
            o,
            r,
            GaugeComponents.Of(vEv, total, choices, ev),
            GaugeComponents.Of(vOperator, total, choices, byOperator),
            GaugeComponents.Of(vOperator, total, choices, byOperator),
            null,
            GaugeComponents.Of(vEv + vOperator, total, choices, Together(ev, vEv, byOperator, vOperator)),
            GaugeComponents.Of(vPart, total, choices, byPart),
            GaugeComponents.Of(total, total, choices),
            [oper, part, error],
            []);
    }

    private static (double Part, double Operator, double Cell, double Error) Squares(GaugeLayout layout)
    {
        var (p, o, r) = (layout.Parts.Length, layout.Operators.Length, layout.Trials);
        var mean = layout.Mean();
        var part = Enumerable.Range(0, p).Sum(i => o * r * Square(layout.Mean(part: i) - mean));
        var oper = Enumerable.Range(0, o).Sum(j => p * r * Square(layout.Mean(operatorAt: j) - mean));
        var (cell, error) = (0.0, 0.0);
        for (var i = 0; i < p; i++)
        {
            for (var j = 0; j < o; j++)
            {
                var inCell = layout.Mean(i, j);
                cell += r * Square(inCell - mean);
                error += layout.Cells[i][j].Sum(x => Square(x - layout.Origin - inCell));
            }
        }

        return (part, oper, cell, error);
    }

    /// <summary>A line with its F; none when the denominator does not vary.</summary>
    private static VarianceLine Line(string origin, int degrees, double squares, VarianceLine under)
    {
        var mean = squares / degrees;
        return under.MeanSquare > 0 && double.IsFinite(mean / under.MeanSquare)
            ? new(origin, degrees, squares, mean, mean / under.MeanSquare, Tails.Fisher(mean / under.MeanSquare, degrees, under.Degrees))
            : new(origin, degrees, squares, mean);
    }

    private static double Sum(WeightedSquare[] squares) => squares.Sum(s => s.Weight * s.MeanSquare);

    /// <summary>Squares of two sources together, weights of the same square added; none of a source whose estimate is 0.</summary>
    private static WeightedSquare[] Together(WeightedSquare[] one, double first, WeightedSquare[] other, double second) =>
        [.. new[] { first > 0 ? one : [], second > 0 ? other : [] }.SelectMany(s => s).GroupBy(s => (s.MeanSquare, s.Degrees)).Select(g => new WeightedSquare(g.Sum(s => s.Weight), g.Key.MeanSquare, g.Key.Degrees))];

    private static double Square(double x) => x * x;
}
