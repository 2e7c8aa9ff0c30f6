using System.CommandLine;
using Etabli.Cli.Columns;
using Etabli.Cli.Measures;
using Etabli.Methods.Quality;
using static Etabli.Cli.Measures.Reckoning;

namespace Etabli.Cli.Verbs;

/// <summary>spc: one verb a control chart; reads a column, says lines and signs.</summary>
internal static class SpcVerbs
{
    public static Command Make() => new("spc", Speech.Say("Spc"))
    {
        Pair("xbar-r"), Pair("xbar-s"), Individuals(), MovingAverage(), Ewma(), Cusum(), Counts("p"), Counts("np"), Counts("c"), Counts("u"), Hotelling(), Rules(), RunLengths(),
    };

    private static Command Pair(string name)
    {
        var (file, column, choices, groups) = (Table(), Text("--column", "Reckoning.Column"), new ChartOptions(), new SubgroupOptions());
        var pooled = Flag("--pooled", "Spc.Pooled");
        return new Command(name, Speech.Say($"Spc.{name}")) { file, column, groups.Size, groups.By, pooled }.With(choices).Reckons(parsed =>
        {
            var (values, sizes) = groups.Read(parsed, parsed.GetRequiredValue(file), parsed.GetValue(column), choices.SkipsEmpty(parsed));
            if (sizes.Length == 0)
            {
                throw new ColumnFault("NoSubgroup");
            }

            if (sizes.Contains(1))
            {
                throw new ColumnFault("SubgroupOfOne", Array.IndexOf(sizes, 1) + 1);
            }

            var asked = choices.Of(parsed, sizes.Length) with { Estimator = parsed.GetValue(pooled) ? SigmaEstimator.Pooled : SigmaEstimator.OfTheChart };
            var even = sizes.Distinct().Count() == 1;
            var pair = (name == "xbar-r", even) switch
            {
                (true, true) => SubgroupChart.XBarR(values, sizes[0], asked),
                (true, false) => SubgroupChart.XBarR(values, sizes, asked),
                (false, true) => SubgroupChart.XBarS(values, sizes[0], asked),
                _ => SubgroupChart.XBarS(values, sizes, asked),
            };
            return ChartSheet.Of(name, [pair.Location, pair.Spread], new { subgroupSizes = even ? sizes[..1] : sizes, degreesOfFreedom = pair.DegreesOfFreedom }, choices.Since(parsed));
        });
    }

    private static Command Individuals()
    {
        var (file, column, choices) = (Table(), Text("--column", "Reckoning.Column"), new ChartOptions());
        var span = Whole("--span", "Spc.Span");
        return new Command("imr", Speech.Say("Spc.imr")) { file, column, span }.With(choices).Reckons(parsed =>
        {
            var length = parsed.GetValue(span) ?? 2;
            var values = ColumnTable.Read(parsed.GetRequiredValue(file), [parsed.GetValue(column)], null, choices.SkipsEmpty(parsed)).Numbers().AtLeast(Math.Max(2, length));
            var pair = IndividualChart.Of(values, choices.Of(parsed, values.Length), length);
            return ChartSheet.Of("imr", [pair.Location, pair.Spread], new { degreesOfFreedom = pair.DegreesOfFreedom }, choices.Since(parsed));
        });
    }

    private static Command MovingAverage()
    {
        var (file, column, choices, groups) = (Table(), Text("--column", "Reckoning.Column"), new ChartOptions(readsRules: false), new SubgroupOptions());
        var span = Whole("--span", "Spc.AverageSpan");
        return new Command("moving-average", Speech.Say("Spc.moving-average")) { file, column, groups.Size, groups.By, span }.With(choices).Reckons(parsed =>
        {
            var (values, size, count) = groups.ReadEven(parsed, parsed.GetRequiredValue(file), parsed.GetValue(column), choices.SkipsEmpty(parsed));
            return ChartSheet.Of("moving-average", [MovingAverageChart.Of(values, size, parsed.GetValue(span) ?? 5, choices.Of(parsed, count))], new { subgroupSize = size }, null);
        });
    }

    private static Command Ewma()
    {
        var (file, column, choices, groups) = (Table(), Text("--column", "Reckoning.Column"), new ChartOptions(readsRules: false), new SubgroupOptions());
        var weight = Number("--weight", "Spc.Weight");
        return new Command("ewma", Speech.Say("Spc.ewma")) { file, column, groups.Size, groups.By, weight }.With(choices).Reckons(parsed =>
        {
            var (values, size, count) = groups.ReadEven(parsed, parsed.GetRequiredValue(file), parsed.GetValue(column), choices.SkipsEmpty(parsed));
            return ChartSheet.Of("ewma", [EwmaChart.Of(values, size, WeightOf(parsed.GetValue(weight)), choices.Of(parsed, count))], new { subgroupSize = size }, null);
        });
    }

    private static Command Cusum()
    {
        var (file, column, choices, groups) = (Table(), Text("--column", "Reckoning.Column"), new ChartOptions(readsRules: false), new SubgroupOptions());
        var (allowance, decision, head, restarts) = (Number("--allowance", "Spc.Allowance"), Number("--decision", "Spc.Decision"), Number("--head-start", "Spc.HeadStart"), Flag("--restart", "Spc.Restart"));
        return new Command("cusum", Speech.Say("Spc.cusum")) { file, column, groups.Size, groups.By, allowance, decision, head, restarts }.With(choices).Reckons(parsed =>
        {
            var (values, size, count) = groups.ReadEven(parsed, parsed.GetRequiredValue(file), parsed.GetValue(column), choices.SkipsEmpty(parsed));
            var cusum = new CusumChoices { Reference = parsed.GetValue(allowance) ?? 0.5, Decision = Positive(parsed.GetValue(decision), 5, "--decision"), HeadStart = parsed.GetValue(head) ?? 0, Restarts = parsed.GetValue(restarts) };
            if (values.Distinct().Count() == 1 && !choices.IsFrozen(parsed))
            {
                return ChartSheet.Constant();
            }

            var charts = CusumChart.Of(values, size, cusum, choices.Of(parsed, count));
            var signals = charts.Signals.Select(s => new { number = s.Number, side = s.Side, since = s.Since, last = s.Last });
            return ChartSheet.Of("cusum", [charts.Upper, charts.Lower], new { subgroupSize = size, allowance = cusum.Reference, decision = cusum.Decision, signals }, null);
        });
    }

    private static Command Counts(string name)
    {
        var (file, column, choices) = (Table(), Text("--column", "Spc.CountColumn"), new ChartOptions());
        var (sizeColumn, size, standardised) = (Text("--size", "Spc.SizeColumn"), Number("--subgroup", "Spc.SampleSize"), Flag("--standardised", "Spc.Standardised"));
        var verb = new Command(name, Speech.Say($"Spc.{name}")) { file, column };
        if (name != "c")
        {
            verb.Add(sizeColumn);
            verb.Add(size);
        }

        if (name is "p" or "u")
        {
            verb.Add(standardised);
        }

        return verb.With(choices).Reckons(parsed =>
        {
            var sized = name != "c" && parsed.GetValue(sizeColumn) is not null;
            var table = ColumnTable.Read(parsed.GetRequiredValue(file), sized ? [parsed.GetValue(column), parsed.GetValue(sizeColumn)] : [parsed.GetValue(column)], null, choices.SkipsEmpty(parsed));
            var counts = table.Counts();
            double[] sizes = sized ? table.Numbers(1) : name != "c" && parsed.GetValue(size) is { } one ? [one] : [];
            if (name != "c" && sizes.Length == 0)
            {
                throw new ColumnFault("NoSize");
            }

            if (Array.FindIndex(sizes, n => n <= 0) is >= 0 and var none)
            {
                throw new ColumnFault("SizeNotPositive", none + 1, Told.Say(sizes[none]));
            }

            if (name is "p" or "np" && Enumerable.Range(0, counts.Length).FirstOrDefault(i => counts[i] > sizes[sizes.Length == 1 ? 0 : i], -1) is >= 0 and var beyond)
            {
                throw new ColumnFault("MoreThanInspected", beyond + 1, counts[beyond], Told.Say(sizes[sizes.Length == 1 ? 0 : beyond]));
            }

            var asked = choices.Of(parsed, counts.Length);
            int[] Units() => sized ? table.Counts(1) : [sizes[0] == Math.Floor(sizes[0]) && sizes[0] <= int.MaxValue ? (int)sizes[0] : throw new ColumnFault("NotPositive", "--subgroup", Told.Say(sizes[0]))];
            var chart = name switch
            {
                "p" => AttributeChart.P(counts, Units(), asked, parsed.GetValue(standardised)),
                "np" => AttributeChart.Np(counts, Units().Distinct().ToArray() is [var only] ? only : throw new ColumnFault("SizesVary"), asked),
                "c" => AttributeChart.C(counts, asked),
                _ => AttributeChart.U(counts, sizes, asked, parsed.GetValue(standardised)),
            };
            return ChartSheet.Of(name, [chart], new { }, choices.Since(parsed));
        });
    }

    private static Command Hotelling()
    {
        var (file, columns, choices) = (Table(), Texts("--column", "Spc.Columns"), new ChartOptions(readsRules: false, frozen: false));
        var (size, alarm) = (Whole("--subgroup", "Spc.Subgroup"), Number("--false-alarm", "Spc.FalseAlarm"));
        return new Command("t2", Speech.Say("Spc.t2")) { file, columns, size, alarm }.With(choices).Reckons(parsed =>
        {
            var asked = parsed.GetValue(columns) ?? [];
            if (asked.Length < 2)
            {
                throw new ColumnFault("TwoColumnsAsked");
            }

            var table = ColumnTable.Read(parsed.GetRequiredValue(file), asked, null, choices.SkipsEmpty(parsed));
            var (p, n) = (asked.Length, Positive(parsed.GetValue(size), 1, "--subgroup"));
            if (table.Rows % n != 0)
            {
                throw new ColumnFault("NotWholeSubgroups", table.Rows, n);
            }

            var each = Enumerable.Range(0, p).Select(j => table.Numbers(j)).ToArray();
            var values = new double[table.Rows * p];
            for (var i = 0; i < values.Length; i++)
            {
                values[i] = each[i % p][i / p];
            }

            return ChartSheet.Of("t2", [HotellingChart.Of(values, p, n, Share(parsed.GetValue(alarm), 0.0027, "--false-alarm"), choices.Of(parsed, table.Rows / n))], new { characteristics = table.NumberHeadings, subgroupSize = n }, null);
        });
    }

    private static Command Rules()
    {
        var (file, column) = (Table(), Text("--column", "Reckoning.Column"));
        var choices = new ChartOptions(needsFrozen: true);
        return new Command("rules", Speech.Say("Spc.rules")) { file, column }.With(choices).Reckons(parsed =>
        {
            var values = ColumnTable.Read(parsed.GetRequiredValue(file), [parsed.GetValue(column)], null, choices.SkipsEmpty(parsed)).Numbers().AtLeast(2);
            return ChartSheet.Of("rules", [IndividualChart.Of(values, choices.Of(parsed, values.Length)).Location], new { }, choices.Since(parsed));
        });
    }

    private static Command RunLengths()
    {
        var chart = new Argument<string>("CHART") { Description = Speech.Say("Spc.ArlChart") };
        chart.AcceptOnlyFromAmong("shewhart", "ewma", "cusum");
        var (shift, size, sigmas, rules) = (Number("--shift", "Spc.Shift"), Whole("--subgroup", "Spc.Subgroup"), Number("--sigmas", "Spc.Sigmas"), OneOf("--rules", "Spc.RulesRead", "limits", "western-electric"));
        var (weight, allowance, decision, head) = (Number("--weight", "Spc.Weight"), Number("--allowance", "Spc.Allowance"), Number("--decision", "Spc.Decision"), Number("--head-start", "Spc.HeadStart"));
        return new Command("arl", Speech.Say("Spc.arl")) { chart, shift, size, sigmas, rules, weight, allowance, decision, head }.Reckons(parsed =>
        {
            var (moved, n, l) = (parsed.GetValue(shift) ?? 0, Positive(parsed.GetValue(size), 1, "--subgroup"), Positive(parsed.GetValue(sigmas), 3, "--sigmas"));
            var (k, h) = (parsed.GetValue(allowance) ?? 0.5, Positive(parsed.GetValue(decision), 5, "--decision"));
            var result = parsed.GetRequiredValue(chart) switch
            {
                "ewma" => RunLength.Ewma(WeightOf(parsed.GetValue(weight)), l, moved),
                "cusum" => RunLength.Cusum(k, h, moved, parsed.GetValue(head) ?? 0),
                _ when parsed.GetValue(rules) == "western-electric" => RunLength.Shewhart(RunRules.WesternElectric, moved, n),
                _ => RunLength.Shewhart(moved, n, l),
            };
            var facts = new { chart = parsed.GetRequiredValue(chart), runLength = Told.Of(result) };
            return result.IsKnown
                ? Answer.Done(facts, [.. new Grid().Row(Speech.Say("Spc.RunLength"), Told.Say(result), result.Because.Formula.Symbols).Lines()])
                : new(ExitCode.Refused, facts, Speech.Say("NoResult", Told.Lacking(result.Because)));
        });
    }

    private static double WeightOf(double? weight) => (weight ?? 0.2) is > 0 and <= 1 and var w ? w : throw new ColumnFault("NotAWeight", Told.Say(weight));
}
