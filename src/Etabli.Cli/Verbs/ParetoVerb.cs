using System.CommandLine;
using Etabli.Cli.Columns;
using Etabli.Cli.Measures;
using Etabli.Methods.Quality;
using static Etabli.Cli.Measures.Reckoning;

namespace Etabli.Cli.Verbs;

/// <summary>pareto: which few causes weigh most; numbers only, <c>draw pareto</c> draws them.</summary>
internal static class ParetoVerb
{
    public static Command Make()
    {
        var (file, cause, weight) = (Table(), Name("--cause", "Pareto.Cause"), Text("--weight", "Pareto.Weight"));
        var (a, b, keep) = (Number("--a", "Pareto.A"), Number("--b", "Pareto.B"), Whole("--keep", "Pareto.Keep"));
        return new Command("pareto", Speech.Say("Pareto")) { file, cause, weight, a, b, keep }.Reckons(parsed =>
        {
            var (first, second) = (Share(parsed.GetValue(a), 0.80, "--a"), Share(parsed.GetValue(b), 0.95, "--b"));
            if (first >= second)
            {
                throw new ColumnFault("NotAShare", "--b", Told.Say(second));
            }

            var weighs = Weighs(parsed.GetRequiredValue(file), parsed.GetRequiredValue(cause), parsed.GetValue(weight));
            var kept = parsed.GetValue(keep);
            var choices = new ParetoChoices { A = (decimal)first, B = (decimal)second, KeepFirst = kept is null ? null : Positive(kept, 1, "--keep"), Others = Speech.Say("Pareto.Others") };
            var table = Pareto.Of(weighs, ParetoMeasure.Count, choices);
            var facts = new
            {
                total = table.Total,
                classA = table.ClassA.Select(bar => bar.Cause),
                bars = table.Bars.Select(bar => new { cause = bar.Cause, amount = bar.Amount, share = bar.Share, cumulated = bar.Cumulated, @class = bar.Class.ToString(), isOthers = bar.IsOthers }),
                zeros = table.Zeros,
            };
            var grid = new Grid(Speech.Say("Pareto.Bar"), Speech.Say("Pareto.Amount"), Speech.Say("Pareto.Share"), Speech.Say("Pareto.Cumulated"), Speech.Say("Pareto.Class"));
            foreach (var bar in table.Bars)
            {
                grid.Row(bar.Cause, Told.Amount(bar.Amount), Told.Percent((double)bar.Share), Told.Percent((double)bar.Cumulated), bar.Class.ToString());
            }

            return table.Bars.Count > 0 ? Answer.Done(facts, [.. grid.Lines()]) : new(ExitCode.Refused, facts, Speech.Say("Pareto.Nothing"));
        });
    }

    private static List<(string Cause, decimal Weight)> Weighs(FileInfo file, string cause, string? weight)
    {
        using var lines = ColumnFile.Open(file);
        var (named, weighed) = (lines.Find(cause), weight is null ? -1 : lines.Find(weight));
        var sums = new Dictionary<string, decimal>(StringComparer.Ordinal);
        while (lines.Next())
        {
            var (name, amount) = (lines.Text(named), 1m);
            if (weighed >= 0)
            {
                var read = lines.Number(weighed);
                amount = read is >= 0 and < 1e15 ? (decimal)read : throw ColumnFault.OfCell("NotAWeightAt", lines.Line, lines.Headings[weighed], lines.Cell(weighed));
            }

            sums[name] = sums.GetValueOrDefault(name) + amount;
        }

        return sums.Count > 0 ? [.. sums.Select(s => (s.Key, s.Value))] : throw new ColumnFault("Empty", lines.Name);
    }
}
