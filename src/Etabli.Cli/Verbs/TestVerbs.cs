using System.CommandLine;
using Etabli.Cli.Columns;
using Etabli.Cli.Measures;
using Etabli.Methods.Statistics;
using Etabli.Methods.Statistics.Hypotheses;
using static Etabli.Cli.Measures.Reckoning;

namespace Etabli.Cli.Verbs;

/// <summary>test: does it differ, or is it chance; one verb a test.</summary>
internal static class TestVerbs
{
    public static Command Make() => new("test", Speech.Say("Test"))
    {
        StudentTest(), Two("welch"), Two("f"), Two("mann-whitney"), Paired("paired"), Paired("wilcoxon"), Several("levene"), Several("bartlett"), Anova(), TwoWay(), Contingency(), Proportions(), One("normality"), One("grubbs"), One("trend"),
    };

    private static Command StudentTest()
    {
        var (file, samples, mean, side, risk) = (Table(), new SampleOptions(), Number("--mean", "Test.Mean"), Side(), Number("--risk", "Test.Risk"));
        var difference = Number("--difference", "Test.Difference");
        return new Command("t", Speech.Say("Test.t")) { file, samples.Columns, samples.Group, samples.Skips, mean, difference, side, risk }.Reckons(parsed =>
        {
            var (towards, alpha) = (Of(parsed.GetValue(side)!), Share(parsed.GetValue(risk), 0.05, "--risk"));
            if (parsed.GetValue(mean) is { } supposed)
            {
                return TestSheet.Of([MeanTests.OneSample(samples.Single(parsed, parsed.GetRequiredValue(file)).AtLeast(2), supposed, towards, alpha)]);
            }

            var (first, second) = samples.Pair(parsed, parsed.GetRequiredValue(file));
            return TestSheet.Of([MeanTests.TwoSample(first.Values.AtLeast(2), second.Values.AtLeast(2), parsed.GetValue(difference) ?? 0, towards, alpha)], first.Name, second.Name);
        });
    }

    private static Command Two(string name)
    {
        var (file, samples, side, risk, difference) = (Table(), new SampleOptions(), Side(), Number("--risk", "Test.Risk"), Number("--difference", "Test.Difference"));
        var verb = new Command(name, Speech.Say($"Test.{name}")) { file, samples.Columns, samples.Group, samples.Skips, side, risk };
        if (name == "welch")
        {
            verb.Add(difference);
        }

        return verb.Reckons(parsed =>
        {
            var (towards, alpha) = (Of(parsed.GetValue(side)!), Share(parsed.GetValue(risk), 0.05, "--risk"));
            var groups = samples.Several(parsed, parsed.GetRequiredValue(file), 2);
            if (name == "welch" && groups.Count > 2)
            {
                return TestSheet.Of([OneWayAnova.Welch([.. groups.Select(g => g.Values.AtLeast(2))], alpha)]);
            }

            var (first, second) = SampleOptions.OnlyTwo(groups);
            var (a, b) = (first.Values.AtLeast(name == "mann-whitney" ? 1 : 2), second.Values.AtLeast(name == "mann-whitney" ? 1 : 2));
            var test = name switch
            {
                "welch" => MeanTests.Welch(a, b, parsed.GetValue(difference) ?? 0, towards, alpha),
                "f" => VarianceTests.TwoVariances(a, b, towards, alpha),
                _ => RankTests.MannWhitney(a, b, towards, alpha),
            };
            return TestSheet.Of([test], first.Name, second.Name);
        });
    }

    private static Command Paired(string name)
    {
        var (file, samples, side, risk, difference) = (Table(), new SampleOptions(), Side(), Number("--risk", "Test.Risk"), Number("--difference", "Test.Difference"));
        return new Command(name, Speech.Say($"Test.{name}")) { file, samples.Columns, samples.Skips, difference, side, risk }.Reckons(parsed =>
        {
            var (towards, alpha, moved) = (Of(parsed.GetValue(side)!), Share(parsed.GetValue(risk), 0.05, "--risk"), parsed.GetValue(difference) ?? 0);
            var table = samples.SideBySide(parsed, parsed.GetRequiredValue(file), least: name == "paired" ? 2 : 1);
            var first = table.Numbers().AtLeast(2);
            return table.NumberHeadings.Count == 1
                ? TestSheet.Of([RankTests.SignedRank([.. first.Select(v => v - moved)], towards, alpha)])
                : TestSheet.Of([name == "paired" ? MeanTests.Paired(first, table.Numbers(1), moved, towards, alpha) : RankTests.SignedRank([.. first.Zip(table.Numbers(1), (a, b) => a - b - moved)], towards, alpha)], table.NumberHeadings[0], table.NumberHeadings[1]);
        });
    }

    private static Command Several(string name)
    {
        var (file, samples, risk, centre) = (Table(), new SampleOptions(), Number("--risk", "Test.Risk"), OneOf("--centre", "Test.Centre", "median", "mean"));
        var verb = new Command(name, Speech.Say($"Test.{name}")) { file, samples.Columns, samples.Group, samples.Skips, risk };
        if (name == "levene")
        {
            verb.Add(centre);
        }

        return verb.Reckons(parsed =>
        {
            double[][] groups = [.. samples.Several(parsed, parsed.GetRequiredValue(file), 2).Select(g => g.Values.AtLeast(2))];
            var alpha = Share(parsed.GetValue(risk), 0.05, "--risk");
            return TestSheet.Of([name == "levene" ? VarianceTests.Levene(groups, parsed.GetValue(centre) == "mean" ? LeveneCentre.Mean : LeveneCentre.Median, alpha) : VarianceTests.Bartlett(groups, alpha)]);
        });
    }

    private static Command Anova()
    {
        var (file, samples, risk) = (Table(), new SampleOptions(), Number("--risk", "Test.Risk"));
        return new Command("anova", Speech.Say("Test.anova")) { file, samples.Columns, samples.Group, samples.Skips, risk }.Reckons(parsed =>
        {
            var groups = samples.Several(parsed, parsed.GetRequiredValue(file), 2);
            if (groups.Sum(g => g.Values.Length) <= groups.Count)
            {
                throw new ColumnFault("TooShort", groups.Sum(g => g.Values.Length), groups.Count + 1);
            }

            var alpha = Share(parsed.GetValue(risk), 0.05, "--risk");
            var anova = OneWayAnova.Of([.. groups.Select(g => g.Values)], alpha);
            var pairs = groups.Count <= 50 && anova.Test.Statistic is not null ? anova.Tukey(1 - alpha) : [];
            var facts = new
            {
                test = Told.Of(anova.Test),
                table = Told.Of(anova.Table),
                groups = groups.Select((g, i) => new { name = g.Name, mean = anova.Means[i], size = anova.Sizes[i] }),
                residualDeviation = anova.ResidualDeviation,
                rSquared = anova.RSquared,
                pairs = pairs.Select(p => new { first = groups[p.First].Name, second = groups[p.Second].Name, difference = p.Difference, interval = Told.Of(p.Interval), probability = p.Probability }),
            };
            var tukey = new Grid(Speech.Say("Test.Tukey"), Speech.Say("Test.DifferenceSeen"), Speech.Say("Interval"), "p");
            foreach (var pair in pairs)
            {
                tukey.Row($"{groups[pair.First].Name} – {groups[pair.Second].Name}", Told.Say(pair.Difference), Told.Say(pair.Interval), Told.Say(pair.Probability));
            }

            return TestSheet.Wrap(facts, anova.Test, [.. TestSheet.Table(anova.Table), "", .. pairs.Count > 0 ? tukey.Lines() : []]);
        });
    }

    private static Command TwoWay()
    {
        var (file, column, groups, skips) = (Table(), Text("--column", "Reckoning.Column"), Texts("--group", "Test.TwoGroups"), Flag("--skip-empty", "Reckoning.SkipEmpty"));
        return new Command("two-way", Speech.Say("Test.two-way")) { file, column, groups, skips }.Reckons(parsed =>
        {
            var factors = parsed.GetValue(groups) ?? [];
            if (factors.Length != 2 || factors[0] == factors[1])
            {
                throw new ColumnFault("TwoGroupsAsked");
            }

            var table = ColumnTable.Read(parsed.GetRequiredValue(file), [parsed.GetValue(column)], factors, parsed.GetValue(skips));
            var (rows, columns) = (table.Names(0).Distinct().ToList(), table.Names(1).Distinct().ToList());
            var cells = table.Numbers().Select((v, i) => (Cell: (table.Names(0)[i], table.Names(1)[i]), v)).ToLookup(c => c.Cell, c => c.v);
            if (rows.Count < 2 || columns.Count < 2)
            {
                throw new ColumnFault("OneLevel", rows.Count < 2 ? factors[0] : factors[1]);
            }

            if (rows.SelectMany(r => columns.Select(c => (r, c))).FirstOrDefault(c => !cells[c].Any()) is { r: not null } empty)
            {
                throw new ColumnFault("EmptyLevels", empty.r, empty.c);
            }

            var anova = TwoWayAnova.Of([.. rows.Select(r => columns.Select(c => cells[(r, c)].ToArray()).ToArray())], factors[0], factors[1]);
            var facts = new { table = Told.Of(anova.Table), residualDeviation = anova.ResidualDeviation, because = Told.Of(anova.Because) };
            return anova.Because.Gaps.Count == 0 ? Answer.Done(facts, [.. TestSheet.Table(anova.Table)]) : new(ExitCode.Refused, facts, Speech.Say("NoResult", Told.Lacking(anova.Because)));
        });
    }

    private static Command Contingency()
    {
        var (file, row, column, weight, risk) = (Table(), Name("--row", "Test.Row"), Name("--column", "Test.ColumnNames"), Text("--weight", "Test.Weight"), Number("--risk", "Test.Risk"));
        return new Command("chi2", Speech.Say("Test.chi2")) { file, row, column, weight, risk }.Reckons(parsed =>
        {
            var weighed = parsed.GetValue(weight);
            var table = ColumnTable.Read(parsed.GetRequiredValue(file), weighed is null ? [] : [weighed], [parsed.GetRequiredValue(row), parsed.GetRequiredValue(column)]);
            var (rows, columns) = (table.Names(0).Distinct().ToList(), table.Names(1).Distinct().ToList());
            if (rows.Count < 2 || columns.Count < 2)
            {
                throw new ColumnFault("OneLevel", rows.Count < 2 ? parsed.GetRequiredValue(row) : parsed.GetRequiredValue(column));
            }

            var counts = weighed is null ? null : table.Counts();
            var seen = rows.Select(_ => new long[columns.Count]).ToArray();
            for (var i = 0; i < table.Rows; i++)
            {
                seen[rows.IndexOf(table.Names(0)[i])][columns.IndexOf(table.Names(1)[i])] += counts?[i] ?? 1;
            }

            var alpha = Share(parsed.GetValue(risk), 0.05, "--risk");
            HypothesisTest[] tests = [ContingencyTests.Independence(seen, alpha), .. rows.Count == 2 && columns.Count == 2 && seen.Sum(r => r.Sum()) < 1_000_000 ? (HypothesisTest[])[ContingencyTests.FisherExact((int)seen[0][0], (int)seen[0][1], (int)seen[1][0], (int)seen[1][1], Alternative.TwoSided, alpha)] : []];
            var grid = new Grid(["", .. columns]);
            foreach (var (name, i) in rows.Select((r, i) => (r, i)))
            {
                grid.Row([name, .. seen[i].Select(n => $"{n}")]);
            }

            var answer = TestSheet.Of(tests);
            return answer with { Facts = new { rows, columns, counts = seen, tests = tests.Select(Told.Of) }, Lines = [.. grid.Lines(), "", .. answer.Lines] };
        });
    }

    private static Command Proportions()
    {
        var (file, column, success, group) = (Table(), Name("--column", "Test.OutcomeColumn"), Name("--success", "Test.Success"), Text("--group", "Reckoning.Group"));
        var (share, side, risk) = (Number("--share", "Test.Share"), Side(), Number("--risk", "Test.Risk"));
        return new Command("proportions", Speech.Say("Test.proportions")) { file, column, success, group, share, side, risk }.Reckons(parsed =>
        {
            var by = parsed.GetValue(group);
            var table = ColumnTable.Read(parsed.GetRequiredValue(file), [], by is null ? [parsed.GetRequiredValue(column)] : [parsed.GetRequiredValue(column), by]);
            var (wanted, towards, alpha) = (parsed.GetRequiredValue(success), Of(parsed.GetValue(side)!), Share(parsed.GetValue(risk), 0.05, "--risk"));
            bool Is(int i) => string.Equals(table.Names(0)[i], wanted, StringComparison.OrdinalIgnoreCase);
            if (by is null)
            {
                return TestSheet.Of([ProportionTests.One(Enumerable.Range(0, table.Rows).Count(Is), table.Rows, Share(parsed.GetValue(share), 0.5, "--share"), towards, alpha)]);
            }

            var names = table.Names(1).Distinct().ToList();
            if (names.Count != 2)
            {
                throw new ColumnFault("NotTwoGroups", names.Count);
            }

            (int Count, int Size) Of2(string name) => (Enumerable.Range(0, table.Rows).Count(i => table.Names(1)[i] == name && Is(i)), Enumerable.Range(0, table.Rows).Count(i => table.Names(1)[i] == name));
            var (a, b) = (Of2(names[0]), Of2(names[1]));
            return TestSheet.Of([ProportionTests.Two(a.Count, a.Size, b.Count, b.Size, towards, alpha)], names[0], names[1]);
        });
    }

    private static Command One(string name)
    {
        var (file, samples, side, risk) = (Table(), new SampleOptions(), Side(), Number("--risk", "Test.Risk"));
        var verb = new Command(name, Speech.Say($"Test.{name}")) { file, samples.Columns, samples.Skips, risk };
        if (name != "normality")
        {
            verb.Add(side);
        }

        return verb.Reckons(parsed =>
        {
            var (values, alpha) = (samples.Single(parsed, parsed.GetRequiredValue(file)), Share(parsed.GetValue(risk), 0.05, "--risk"));
            var towards = name == "normality" ? Alternative.TwoSided : Of(parsed.GetValue(side)!);
            switch (name)
            {
                case "normality":
                    values.AtLeast(8);
                    return TestSheet.Of([.. values.Length <= 5000 ? (HypothesisTest[])[NormalityTests.ShapiroWilk(values, alpha)] : [], NormalityTests.AndersonDarling(values, alpha)]);
                case "grubbs":
                    var grubbs = Grubbs.Of(values.AtLeast(3), towards, alpha);
                    var answer = TestSheet.Of([grubbs.Test]);
                    return answer with
                    {
                        Facts = new { test = Told.Of(grubbs.Test), critical = grubbs.Critical, number = grubbs.Index + 1, value = grubbs.Value },
                        Lines = [.. answer.Lines, .. grubbs.Value is { } suspect ? (string[])[Speech.Say("Test.Suspect", grubbs.Index!.Value + 1, Told.Say(suspect), Told.Say(grubbs.Critical))] : []],
                    };
                default:
                    values.AtLeast(4);
                    return TestSheet.Of([.. values.Length <= Trend.Longest ? (HypothesisTest[])[Trend.MannKendall(values, default, towards, alpha)] : [], Trend.Runs(values, Alternative.TwoSided, alpha), Trend.SerialCorrelation(values, Alternative.TwoSided, alpha)]);
            }
        });
    }
}
