namespace Etabli.Methods.Quality;

/// <summary>Puts points, lines and rules together.</summary>
internal static class Charting
{
    private static readonly Formula Given = new("line of the standard", "given", QualityBooks.Iso7870Part2);

    public static ControlChart Make(
        ChartStatistic statistic, double[] values, Levels levels, ChartLines lines, ReferenceSet reference, ChartChoices choices, RunRules rules, IEnumerable<ChartLimitation> limitations)
    {
        var broken = new byte[values.Length];
        var runs = new RuleReading(rules, reference.Span).Read(values, levels, reference.Skipped, broken);
        var last = choices.Standard is null ? reference.Last + reference.Span - 1 : 0;
        return new(statistic, new(values, levels, broken, reference.Span, 1, last, reference.Excluded), choices, rules, lines, limitations, runs);
    }

    public static Explained<double> FromStandard(double value, string unit) => Given.Gives(value, unit);

    /// <summary>Limits that are the same for all points, explained by the centre, L and the standard deviation of what is plotted.</summary>
    public static ChartLines Lines(string symbol, Explained<double> centre, Explained<double> sigma, Levels levels, double sigmas, string deviation, Source source, params Term[] terms)
    {
        var unit = centre.Unit;
        if (levels.Upper.Length > 1)
        {
            Gap[] vary = [new("", "limits vary by point", GapKind.Impossible)];
            return new(
                centre,
                sigma,
                new Formula("lower control limit", $"LCL = {symbol} − L·{deviation}", source).Lacks<double>(unit, vary, terms),
                new Formula("upper control limit", $"UCL = {symbol} + L·{deviation}", source).Lacks<double>(unit, vary, terms));
        }

        Term[] all = [new(symbol, "centre line", levels.Centre[0], unit, From: centre.Because), new("L", "sigmas", sigmas, Units.Ratio), .. terms];
        return new(
            centre,
            sigma,
            double.IsFinite(levels.Lower[0])
                ? new Formula("lower control limit", $"LCL = {symbol} − L·{deviation}", source).Gives(levels.Lower[0], unit, all)
                : new Formula("lower control limit", $"LCL = {symbol} − L·{deviation}", source).Lacks<double>(unit, [new("", "no lower limit", GapKind.Impossible)], all),
            new Formula("upper control limit", $"UCL = {symbol} + L·{deviation}", source).Gives(levels.Upper[0], unit, all));
    }

    /// <summary>Names the first value that is not finite.</summary>
    public static void AllFinite(ReadOnlySpan<double> values, string name, Func<int, string> place)
    {
        for (var i = 0; i < values.Length; i++)
        {
            if (!double.IsFinite(values[i]))
            {
                throw new ArgumentException(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{place(i)} is {values[i]}; expected a finite number."), name);
            }
        }
    }
}
