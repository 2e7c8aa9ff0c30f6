using System.CommandLine;
using Etabli.Cli.Columns;
using Etabli.Cli.Measures;
using Etabli.Methods.Statistics.Fitting;
using Etabli.Methods.Statistics.Hypotheses;
using static Etabli.Cli.Measures.Reckoning;

namespace Etabli.Cli.Verbs;

/// <summary>fit: which distribution do measured times follow; the best one is put to the test with seeded dice.</summary>
internal static class FitVerb
{
    public static Command Make()
    {
        var (file, column, families) = (Table(), Text("--column", "Reckoning.Column"), Texts("--families", "Fit.Families"));
        var (seed, replications, skips) = (Whole("--seed", "Fit.Seed"), Whole("--replications", "Fit.Replications"), Flag("--skip-empty", "Reckoning.SkipEmpty"));
        families.AllowMultipleArgumentsPerToken = true;
        return new Command("fit", Speech.Say("Fit")) { file, column, families, seed, replications, skips }.Reckons(parsed =>
        {
            var asked = Families(parsed.GetValue(families) ?? []);
            var values = ColumnTable.Read(parsed.GetRequiredValue(file), [parsed.GetValue(column)], null, parsed.GetValue(skips)).Numbers().AtLeast(5);
            var (dice, draws) = (parsed.GetValue(seed) ?? 1, parsed.GetValue(replications) ?? 199);
            if (draws != 0 && draws is < 19 or > 100_000)
            {
                throw new ColumnFault("Replications", draws);
            }

            var fit = DistributionFit.Of(values, default, asked);
            var test = fit.Best is { } best && draws > 0 ? DistributionFit.AndersonDarlingTest(values, best.Family, new Random(dice), draws) : null;
            return Sheet(fit, test, dice);
        });
    }

    private static DistributionFamily[]? Families(string[] said)
    {
        var words = said.SelectMany(s => s.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)).ToList();
        return words.Count == 0 ? null : [.. words.Select(w => Enum.GetValues<DistributionFamily>().Cast<DistributionFamily?>().FirstOrDefault(f => string.Equals(f.ToString(), w.Replace("-", "", StringComparison.Ordinal), StringComparison.OrdinalIgnoreCase)) ?? throw new ColumnFault("NoFamily", w, string.Join(", ", Enum.GetValues<DistributionFamily>().Select(f => Told.Key(f)))))];
    }

    private static Answer Sheet(DistributionFit fit, HypothesisTest? test, int seed)
    {
        var facts = new
        {
            count = fit.Count,
            resolution = fit.Resolution,
            warnings = fit.Warnings.Select(w => Told.Key(w)),
            fits = fit.Fits.Select(f => new
            {
                family = Told.Key(f.Family),
                parameters = f.Distribution?.Parameters.Select(p => new { name = p.Name, value = p.Value }),
                logLikelihood = f.LogLikelihood,
                aicc = f.Aicc,
                andersonDarling = f.AndersonDarling,
                kolmogorovSmirnov = f.KolmogorovSmirnov,
                gaps = f.Gaps.Select(g => new { of = g.Of, name = g.Name, kind = Told.Key(g.Kind) }),
            }),
            best = fit.Best is { } b ? Told.Key(b.Family) : null,
            test = test is null ? null : Told.Of(test),
            seed,
        };
        var grid = new Grid(Speech.Say("Fit.Family"), "AICc", "A²", "D", Speech.Say("Fit.Parameters"));
        foreach (var one in fit.Fits)
        {
            grid.Row(Speech.Say($"Fit.Family.{one.Family}"), Told.Say(one.Aicc), Told.Say(one.AndersonDarling), Told.Say(one.KolmogorovSmirnov), one.Distribution is null ? Speech.Term(one.Gaps[0].Name) : Told.Join(one.Distribution.Parameters.Select(p => $"{Speech.Term(p.Name)} {Told.Say(p.Value)}")));
        }

        string[] lines = [.. grid.Lines(), .. fit.Warnings.Select(w => Speech.Say($"Fit.Warning.{w}")), .. test?.Probability is { } p ? (string[])[Speech.Say("Fit.Test", Speech.Say($"Fit.Family.{fit.Best!.Family}"), Told.Say(p), seed, Speech.Say($"Test.{test.Conclusion}", Told.Say(test.Risk)))] : []];
        return fit.Best is not null || fit.Fits.Any(f => f.Distribution is not null) ? Answer.Done(facts, lines) : new(ExitCode.Refused, facts, lines) { Complaint = Speech.Say("Fit.None") };
    }
}
