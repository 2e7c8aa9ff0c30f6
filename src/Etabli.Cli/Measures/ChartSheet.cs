using System.Globalization;
using System.Numerics;
using Etabli.Cli.Columns;
using Etabli.Methods.Quality;

namespace Etabli.Cli.Measures;

/// <summary>What a control chart says, as lines and as JSON.</summary>
internal static class ChartSheet
{
    public static Answer Of(string kind, IReadOnlyList<ControlChart> charts, object details, int? since)
    {
        var change = since is { } until ? Change(charts[0], until) : null;
        var facts = new
        {
            chart = kind,
            isInControl = charts.All(c => c.IsInControl),
            details,
            charts = charts.Select(Facts),
            change = change is null ? null : new { firstAfter = change.FirstAfter, from = change.From, to = change.To, before = change.Before, after = change.After, statistic = Told.Of(change.Statistic), probabilityAtMost = change.PAtMost, isSignificant = change.IsSignificant },
        };
        List<string> lines = [];
        foreach (var chart in charts)
        {
            lines.AddRange([.. lines.Count > 0 ? (string[])[""] : [], .. Lines(chart)]);
        }

        if (change is not null)
        {
            lines.Add(change.IsSignificant ? Speech.Say("Spc.ChangedAt", change.FirstAfter, change.From, change.To, Told.Say(change.Before), Told.Say(change.After)) : Speech.Say("Spc.NoChange", since!.Value));
        }

        return Answer.Done(facts, [.. lines]);
    }

    /// <summary>A series that does not vary has no standardised point.</summary>
    public static Answer Constant() => new(ExitCode.Refused, new { error = "constant", sentence = Speech.Say("Constant") }, Speech.Say("Constant"));

    private static StepChange Change(ControlChart chart, int until) =>
        until >= chart.Points[0].Number && until <= chart.Points[^1].Number ? ChangePoint.Before(chart, until) : throw new ColumnFault("NoPoint", until, chart.Points[0].Number, chart.Points[^1].Number);

    private static object Facts(ControlChart chart) => new
    {
        statistic = Told.Key(chart.Statistic),
        isInControl = chart.IsInControl,
        isFrozen = chart.IsFrozen,
        sigmas = chart.Sigmas,
        centre = Told.Of(chart.Centre),
        sigma = Told.Of(chart.Sigma),
        lower = Told.Of(chart.Lower),
        upper = Told.Of(chart.Upper),
        limitations = chart.Limitations.Select(l => Told.Key(l)),
        beyondLimits = chart.Breaking(ChartRule.BeyondLimits),
        runs = chart.Runs.Select(r => new { rule = Told.Key(r.Rule), number = r.Number, first = r.First, signal = r.Signal, last = r.Last, side = r.Side }),
        points = chart.Points.Select(p => new { number = p.Number, value = p.Value, centre = p.Centre, lower = p.Lower, upper = p.Upper, sigma = p.Sigma, zone = p.Zone is { } zone ? Told.Key(zone) : null, rules = Rules(p.Broken), inReference = p.InReference, excluded = p.Excluded }),
    };

    private static IEnumerable<int> Rules(ChartRule broken)
    {
        for (var left = (int)broken; left != 0; left &= left - 1)
        {
            yield return BitOperations.TrailingZeroCount(left) + 1;
        }
    }

    private static IEnumerable<string> Lines(ControlChart chart)
    {
        yield return Speech.Say($"Spc.Statistic.{chart.Statistic}", chart.Points.Count);
        var grid = new Grid();
        foreach (var (key, line) in new[] { ("Spc.Line.Centre", chart.Centre), ("Spc.Line.Lower", chart.Lower), ("Spc.Line.Upper", chart.Upper), ("Spc.Line.Sigma", chart.Sigma) })
        {
            grid.Row("  " + Speech.Say(key), Told.Say(line), line.IsKnown ? line.Because.Formula.Symbols : Told.Lacking(line.Because));
        }

        foreach (var line in grid.Lines())
        {
            yield return line;
        }

        yield return "  " + (chart.IsInControl ? Speech.Say("Spc.InControl") : Speech.Say("Spc.OutOfControl"));
        foreach (var rule in Enum.GetValues<ChartRule>().Where(r => r != ChartRule.None))
        {
            if (chart.Breaking(rule) is { Count: > 0 } at)
            {
                yield return "    " + Speech.Say("Spc.Broken", BitOperations.TrailingZeroCount((int)rule) + 1, Speech.Say($"Spc.Rule.{rule}"), Numbers(at));
            }
        }

        foreach (var point in chart.Points.Where(p => p.Excluded is not null).Take(20))
        {
            yield return "  " + Speech.Say("Spc.ExcludedPoint", point.Number, point.Excluded!);
        }

        foreach (var limitation in chart.Limitations)
        {
            yield return "  " + Speech.Say($"Spc.Limitation.{limitation}");
        }
    }

    /// <summary>Numbers of points, those in a row together: 53, 56, 59–60; the first ones of many.</summary>
    private static string Numbers(IReadOnlyList<int> numbers)
    {
        var parts = new List<(int From, int To)>();
        foreach (var number in numbers)
        {
            if (parts.Count > 0 && parts[^1].To == number - 1)
            {
                parts[^1] = (parts[^1].From, number);
            }
            else if (parts.Count == 30)
            {
                return string.Join(", ", parts.Select(Text)) + ", …";
            }
            else
            {
                parts.Add((number, number));
            }
        }

        return string.Join(", ", parts.Select(Text));

        static string Text((int From, int To) part) => string.Create(CultureInfo.InvariantCulture, $"{part.From}{(part.To == part.From ? "" : part.To == part.From + 1 ? ", " + part.To : "–" + part.To)}");
    }
}
