using System.CommandLine;
using Etabli.Cli.Columns;
using Etabli.Cli.Measures;
using Etabli.Methods.Statistics.Regression;
using static Etabli.Cli.Measures.Reckoning;

namespace Etabli.Cli.Verbs;

/// <summary>regress: what moves with what.</summary>
internal static class RegressVerb
{
    public static Command Make()
    {
        var (file, y, xs, degree) = (Table(), Name("--y", "Regress.Y"), Texts("--x", "Regress.X"), Whole("--degree", "Regress.Degree"));
        var (through, level, skips) = (Flag("--no-constant", "Regress.NoConstant"), Number("--confidence", "Reckoning.Confidence"), Flag("--skip-empty", "Reckoning.SkipEmpty"));
        return new Command("regress", Speech.Say("Regress")) { file, y, xs, degree, through, level, skips }.Reckons(parsed =>
        {
            var (columns, power, confidence) = (parsed.GetValue(xs) ?? [], parsed.GetValue(degree), Share(parsed.GetValue(level), 0.95, "--confidence"));
            if (columns.Length == 0 || columns.Length > LinearRegression.MostColumns - 1)
            {
                throw new ColumnFault("NoX", LinearRegression.MostColumns - 1);
            }

            if (power is not null && (columns.Length > 1 || power is < 1 or > 20 || parsed.GetValue(through)))
            {
                throw new ColumnFault("Degree");
            }

            var table = ColumnTable.Read(parsed.GetRequiredValue(file), [parsed.GetRequiredValue(y), .. columns], null, parsed.GetValue(skips));
            var measured = table.Numbers().AtLeast(1 + Math.Max(power ?? 1, columns.Length) + (parsed.GetValue(through) ? 0 : 1));
            var x = Enumerable.Range(1, columns.Length).Select(i => table.Numbers(i)).ToArray();
            if (x.Any(c => c.Distinct().Count() == 1) && !parsed.GetValue(through))
            {
                return ChartSheet.Constant();
            }

            var fit = power is { } p ? LinearRegression.Polynomial(x[0], measured, p, confidence) : LinearRegression.Multiple(x, measured, [.. table.NumberHeadings.Skip(1)], !parsed.GetValue(through), confidence);
            return Sheet(fit);
        });
    }

    private static Answer Sheet(LinearRegression fit)
    {
        var facts = new
        {
            count = fit.Count,
            freedom = fit.Freedom,
            level = fit.Level,
            isExact = fit.IsExact,
            coefficients = fit.Coefficients.Select(c => new { name = c.Name, value = c.Value, error = c.Error, statistic = c.Statistic, probability = c.Probability, interval = Told.Of(c.Interval) }),
            table = Told.Of(fit.Table),
            residualDeviation = Told.Of(fit.ResidualDeviation),
            rSquared = Told.Of(fit.RSquared),
            adjustedRSquared = Told.Of(fit.AdjustedRSquared),
            durbinWatson = Told.Of(fit.DurbinWatson),
            points = fit.Points.Select(p => new { fitted = p.Fitted, residual = p.Residual, leverage = p.Leverage, standardised = p.Standardised, cook = p.Cook }),
        };
        var grid = new Grid(Speech.Say("Regress.Coefficient"), Speech.Say("Regress.Value"), Speech.Say("Regress.Error"), "t", "p", Speech.Say("Interval"));
        foreach (var one in fit.Coefficients)
        {
            grid.Row(Speech.Term(one.Name), Told.Say(one.Value), Told.Say(one.Error), Told.Say(one.Statistic), Told.Say(one.Probability), Told.Say(one.Interval));
        }

        var rest = new Grid();
        foreach (var (name, result) in new[] { ("s", fit.ResidualDeviation), ("R²", fit.RSquared), ("R² adj.", fit.AdjustedRSquared), ("Durbin-Watson", fit.DurbinWatson) })
        {
            rest.Row(name, Told.Say(result), result.IsKnown ? result.Because.Formula.Symbols : Told.Lacking(result.Because));
        }

        return Answer.Done(facts, [.. grid.Lines(), "", .. rest.Lines(), "", .. TestSheet.Table(fit.Table), .. fit.IsExact ? (string[])[Speech.Say("Regress.Exact")] : []]);
    }
}
