using System.CommandLine;
using Etabli.Cli.Columns;
using Etabli.Cli.Measures;
using Etabli.Methods.Quality;
using static Etabli.Cli.Measures.Reckoning;

namespace Etabli.Cli.Verbs;

/// <summary>capability: can the process hold its tolerance, and did it; a process out of control has a performance and no capability.</summary>
internal static class CapabilityVerb
{
    public static Command Make()
    {
        var (file, column, groups, skips) = (Table(), Text("--column", "Reckoning.Column"), new SubgroupOptions(), Flag("--skip-empty", "Reckoning.SkipEmpty"));
        var (lower, upper, target) = (Number("--lower", "Capability.Lower"), Number("--upper", "Capability.Upper"), Number("--target", "Capability.Target"));
        var (method, rules, level) = (OneOf("--method", "Capability.Method", "normal", "percentile", "box-cox", "johnson"), OneOf("--rules", "Spc.RulesRead", "limits", "western-electric", "nelson"), Number("--confidence", "Reckoning.Confidence"));
        return new Command("capability", Speech.Say("Capability")) { file, column, groups.Size, groups.By, lower, upper, target, method, rules, level, skips }.Reckons(parsed =>
        {
            var tolerance = Asked(parsed.GetValue(lower), parsed.GetValue(upper), parsed.GetValue(target));
            var confidence = Share(parsed.GetValue(level), 0.95, "--confidence");
            var (values, sizes) = groups.Read(parsed, parsed.GetRequiredValue(file), parsed.GetValue(column), parsed.GetValue(skips));
            values.AtLeast(2);
            if (values.Distinct().Count() == 1)
            {
                return ChartSheet.Constant();
            }

            return parsed.GetValue(method) switch
            {
                "percentile" => Sheet(PercentileCapability.OfValues(values, tolerance), values, tolerance, null),
                "box-cox" => Powered(values, tolerance, confidence),
                "johnson" => JohnsonLaw.Fit(values.AtLeast(30)) is { } law
                    ? Sheet(PercentileCapability.Of(law.Quantiles(), tolerance), values, tolerance, new { family = Told.Key(law.Family), gamma = law.Gamma, eta = law.Eta, lambda = law.Lambda, epsilon = law.Epsilon })
                    : new(ExitCode.Refused, new { error = "noLaw", sentence = Speech.Say("Capability.NoLaw") }, Speech.Say("Capability.NoLaw")),
                _ => Normal(values, Charts(values, sizes, ChartOptions.Named(parsed.GetValue(rules))), tolerance, confidence),
            };
        });
    }

    private static Tolerance Asked(double? lower, double? upper, double? target) =>
        lower is null && upper is null ? throw new ColumnFault("NoTolerance")
        : lower >= upper ? throw new ColumnFault("UpsideDown", Told.Say(lower), Told.Say(upper))
        : target < lower || target > upper ? throw new ColumnFault("TargetOutside", Told.Say(target))
        : new(lower, upper, target);

    private static ChartPair Charts(double[] values, int[] sizes, RunRules rules)
    {
        var choices = new ChartChoices { Rules = rules };
        if (Array.IndexOf(sizes, 1) is >= 0 and var one && sizes.Any(n => n > 1))
        {
            throw new ColumnFault("SubgroupOfOne", one + 1);
        }

        return sizes.Length == 0 || sizes[0] == 1 ? IndividualChart.Of(values, choices)
            : sizes.Distinct().Count() > 1 ? SubgroupChart.XBarS(values, sizes, choices)
            : sizes[0] <= 10 ? SubgroupChart.XBarR(values, sizes[0], choices)
            : SubgroupChart.XBarS(values, sizes[0], choices);
    }

    private static Answer Normal(double[] values, ChartPair charts, Tolerance tolerance, double confidence)
    {
        var study = Capability.Of(values, charts, tolerance, new() { Confidence = confidence });
        var (c, p) = (study.Capability, study.Performance);
        var facts = new
        {
            count = study.Count,
            mean = study.Mean,
            deviationOverall = study.Overall,
            deviationWithin = Told.Of(charts.Sigma),
            tolerance = new { lower = tolerance.Lower, upper = tolerance.Upper, target = tolerance.Target },
            stability = new { state = Told.Key(study.Stability.State), reason = study.Stability.Reason },
            capability = new { cp = Of(c.Potential), cpk = Of(c.Actual), cpkLower = Of(c.LowerSide), cpkUpper = Of(c.UpperSide), cpm = Of(study.Taguchi) },
            performance = new { pp = Of(p.Potential), ppk = Of(p.Actual), ppkLower = Of(p.LowerSide), ppkUpper = Of(p.UpperSide) },
            observed = Of(study.Observed),
            expectedWithin = Of(study.ExpectedWithin),
            expectedOverall = Of(study.ExpectedOverall),
            limitations = study.Limitations.Select(l => Told.Key(l)),
        };
        var grid = new Grid()
            .Row(Speech.Say("Values"), Told.Say(study.Count)).Row(Speech.Say("Mean"), Told.Say(study.Mean))
            .Row(Speech.Say("Capability.Within"), Told.Say(study.Within), charts.Sigma.Because.Formula.Symbols).Row(Speech.Say("Capability.Overall"), Told.Say(study.Overall));
        foreach (var index in new[] { c.Potential, c.Actual, study.Taguchi, p.Potential, p.Actual })
        {
            grid.Row(index.Index.Because.Formula.Name, Told.Say(index.Index), index.Interval is { } i ? Told.Between(Told.Say(i.Low), Told.Say(i.High)) : string.Join(", ", index.Index.Because.Gaps.Select(g => Speech.Term(g.Name))));
        }

        grid.Row(Speech.Say("Capability.Observed"), Told.Percent(study.Observed.Total)).Row(Speech.Say("Capability.Expected"), Told.Percent(study.ExpectedOverall?.Total));
        string[] lines = [.. grid.Lines(), .. study.Limitations.Select(l => Speech.Say($"Capability.Limitation.{l}"))];
        return c.Actual.IsKnown ? Answer.Done(facts, lines) : new(ExitCode.Refused, facts, lines)
        {
            Complaint = study.Stability.State == StabilityState.Unstable ? Speech.Say("Capability.Unstable", Signs(charts)) : Speech.Say("NoResult", Told.Lacking(c.Actual.Index.Because)),
        };
    }

    private static string Signs(ChartPair charts) => string.Join(
        " ; ", charts.Location.Runs.Concat(charts.Spread.Runs).Take(5).Select(r => Speech.Say("Spc.Broken", r.Number, Speech.Say($"Spc.Rule.{r.Rule}"), r.First == r.Last ? $"{r.First}" : $"{r.First}–{r.Last}")));

    private static Answer Powered(double[] values, Tolerance tolerance, double confidence)
    {
        if (Array.FindIndex(values, v => v <= 0) is >= 0 and var first)
        {
            throw new ColumnFault("PowerNotPositive", first + 1, Told.Say(values[first]));
        }

        var fit = BoxCoxTransform.Fit(values.AtLeast(5), confidence);
        return fit.Quantiles() is { } quantiles
            ? Sheet(PercentileCapability.Of(quantiles, tolerance), values, tolerance, new { power = Told.Of(fit.Power), interval = new { low = fit.Interval.Low, high = fit.Interval.High, level = fit.Interval.Confidence }, mean = fit.Mean, deviation = fit.Deviation })
            : new(ExitCode.Refused, new { error = "noLaw", sentence = Speech.Say("Capability.NoLaw") }, Speech.Say("Capability.NoLaw"));
    }

    private static Answer Sheet(PercentileIndices indices, double[] values, Tolerance tolerance, object? law)
    {
        var q = indices.Quantiles;
        var facts = new
        {
            count = values.Length,
            tolerance = new { lower = tolerance.Lower, upper = tolerance.Upper, target = tolerance.Target },
            quantiles = new { low = q.Low, median = q.Median, high = q.High, from = q.From },
            law,
            performance = new { pp = Told.Of(indices.Potential), ppk = Told.Of(indices.Actual), ppkLower = Told.Of(indices.LowerSide), ppkUpper = Told.Of(indices.UpperSide) },
            limitations = indices.Limitations.Select(l => Told.Key(l)),
        };
        var grid = new Grid().Row(Speech.Say("Values"), Told.Say(values.Length)).Row("X0.135", Told.Say(q.Low)).Row("X50", Told.Say(q.Median)).Row("X99.865", Told.Say(q.High));
        foreach (var index in new[] { indices.Potential, indices.Actual, indices.LowerSide, indices.UpperSide })
        {
            grid.Row(index.Because.Formula.Name, Told.Say(index), index.IsKnown ? index.Because.Formula.Symbols : Told.Lacking(index.Because));
        }

        return Answer.Done(facts, [.. grid.Lines(), .. indices.Limitations.Select(l => Speech.Say($"Capability.Limitation.{l}")), Speech.Say("Capability.NoPromise")]);
    }

    private static object Of(CapabilityIndex index) => new { index = Told.Of(index.Index), interval = index.Interval is { } i ? new { low = i.Low, high = i.High, level = i.Confidence } : null };

    private static object? Of(OutOfTolerance? share) => share is null ? null : new { below = share.Below, above = share.Above, total = share.Total, partsPerMillion = share.PartsPerMillion };
}
