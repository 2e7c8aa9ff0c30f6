using System.Globalization;
using Etabli.Application.Improvement.Actions;
using Etabli.Application.Improvement.Diagnoses;
using Etabli.Application.Improvement.Indicators;
using Etabli.Figures.Actions;
using Etabli.Figures.Ink;
using Etabli.Figures.Observations;
using Etabli.Figures.Steps;
using Etabli.Figures.Trends;
using Etabli.Improvement.Indicators;
using DomainState = Etabli.Improvement.Actions.ActionState;
using DomainStep = Etabli.Improvement.Projects.ProjectStep;
using DomainWaste = Etabli.Improvement.Diagnoses.Waste;
using Week = Etabli.Figures.Ink.IsoWeek;

namespace Etabli.Application.Improvement;

/// <summary>What is known of a project, said as the figures want it: the same on screen, on paper and in frozen evidence.</summary>
public static class Pictures
{
    /// <summary>An indicator's series, with its phases and what happened.</summary>
    public static IndicatorTrend Trend(IndicatorSheet sheet)
    {
        ArgumentNullException.ThrowIfNull(sheet);
        var points = Weekly([.. sheet.Series.Select(p => (p.Period, p.Value))], sheet.Frequency);
        var phases = new List<TrendPhase>();
        if (points.Count > 0)
        {
            var last = points.Max(p => p.Week);
            for (var i = 0; i < sheet.Phases.Count; i++)
            {
                var from = Week.Of(sheet.Phases[i].From);
                var until = i + 1 < sheet.Phases.Count ? Week.Of(sheet.Phases[i + 1].From).Plus(-1) : last;
                if (from <= until)
                {
                    phases.Add(new(sheet.Phases[i].Label, from, until < last ? until : last));
                }
            }
        }

        return new(
            sheet.Name, sheet.Unit, Good(sheet.Direction), points, sheet.Target, Decimals(sheet.Series.Select(p => p.Value)),
            phases.Count == 0 ? null : [.. phases.Where(p => p.First <= p.Last)],
            sheet.Notes.Count == 0 ? null : [.. sheet.Notes.Select(n => new TrendFlag(Week.Of(n.Day), n.Text))]);
    }

    /// <summary>The identity card of an indicator, in words its reader knows.</summary>
    /// <param name="sheet">Which.</param>
    /// <param name="owner">Who answers for it.</param>
    /// <param name="frequency">How often it is read.</param>
    /// <param name="chart">The chart it is read on.</param>
    /// <param name="period">The period of its last value; null when it has none.</param>
    public static Figures.Trends.IndicatorCard Identity(IndicatorSheet sheet, string owner, string frequency, string chart, string? period)
    {
        ArgumentNullException.ThrowIfNull(sheet);
        var series = sheet.Series;
        return new(sheet.Code, sheet.Name, sheet.Unit, Good(sheet.Direction))
        {
            Letter = sheet.Letter.ToString(),
            Definition = sheet.Definition,
            Formula = sheet.Formula,
            Source = sheet.Source,
            Frequency = frequency,
            Chart = chart,
            Owner = owner,
            Target = sheet.Target,
            ValidUntil = sheet.TargetUntil,
            Decimals = Decimals(series.Select(p => p.Value).Append(sheet.Target)),
            Last = series.Count == 0 ? null : series[^1].Value,
            LastAt = period,
        };
    }

    /// <summary>The same in a row of a list.</summary>
    public static IndicatorTrend Trend(IndicatorList.Row row)
    {
        ArgumentNullException.ThrowIfNull(row);
        return new(row.Name, row.Unit, Good(row.Direction), Weekly([.. row.Series.Select(p => (p.Period, p.Value))], row.Frequency), row.Target, Decimals(row.Series.Select(p => p.Value)));
    }

    /// <summary>Digits after the mark that the values need, two at most.</summary>
    public static int Decimals(IEnumerable<decimal> values)
    {
        ArgumentNullException.ThrowIfNull(values);
        return values.Select(v => v == decimal.Truncate(v) ? 0 : v * 10 == decimal.Truncate(v * 10) ? 1 : 2).DefaultIfEmpty(0).Max();
    }

    public static ActionPlan Plan(string title, ActionList list)
    {
        ArgumentNullException.ThrowIfNull(list);
        return new(title, [.. list.Actions.Select(a => new PlannedAction(a.Code, a.Label, a.Deliverable, a.OwnerCode, a.Due, State(a.State, a.Measured), a.ClosedOn, a.Measured ? a.Effectiveness : null))]);
    }

    public static Observation Card(ObservationSheet sheet, Language language)
    {
        ArgumentNullException.ThrowIfNull(sheet);
        ArgumentNullException.ThrowIfNull(language);
        var measure = sheet.Measure is { } m
            ? language.WithUnit(language.Number(m.Value, Decimals([m.Value])), m.Unit) + " (" + m.Method + ", n\u00A0=\u00A0" + m.Readings.ToString(CultureInfo.InvariantCulture) + ")"
            : null;
        return new(sheet.Place, sheet.Day, sheet.Fact, WasteOf(sheet.Waste), measure, sheet.AuthorName);
    }

    /// <summary>The nine steps with what each holds and which of its criteria are supported.</summary>
    public static ProjectSteps Steps(
        string project,
        DomainStep current,
        IReadOnlyList<(DomainStep Step, DateOnly? Started, DateOnly? Done, int Objects)> steps,
        Func<DomainStep, string> name)
    {
        ArgumentNullException.ThrowIfNull(steps);
        ArgumentNullException.ThrowIfNull(name);
        return new(project, [.. steps.Select(s => new ProjectStep(
            name(s.Step),
            s.Done is not null ? StepState.Done : s.Step == current ? StepState.Current : s.Started is not null || s.Objects > 0 ? StepState.Started : StepState.Empty,
            s.Objects))]);
    }

    // The figure is by week: a month stands in its first week, the days of a week are averaged.
    private static List<TrendPoint> Weekly(IReadOnlyList<(DateOnly Period, decimal Value)> series, Frequency frequency) => frequency switch
    {
        Frequency.Weekly => [.. series.Select(p => new TrendPoint(Week.Of(p.Period), p.Value))],
        _ => [.. series.GroupBy(p => Week.Of(p.Period)).Select(g => new TrendPoint(g.Key, g.Average(p => p.Value)))],
    };

    private static GoodDirection Good(TargetDirection direction) => direction == TargetDirection.AtLeast ? GoodDirection.Up : GoodDirection.Down;

    private static ActionState State(DomainState state, bool measured) => state switch
    {
        DomainState.Late => ActionState.Late,
        DomainState.UnderWay => ActionState.InProgress,
        DomainState.ToDo => ActionState.ToDo,
        _ => measured ? ActionState.Verified : ActionState.Done,
    };

    private static Waste? WasteOf(DomainWaste waste) => waste switch
    {
        DomainWaste.Overproduction => Waste.Overproduction,
        DomainWaste.Waiting => Waste.Waiting,
        DomainWaste.Transport => Waste.Transport,
        DomainWaste.Overprocessing => Waste.Overprocessing,
        DomainWaste.Inventory => Waste.Inventory,
        DomainWaste.Motion => Waste.Motion,
        DomainWaste.Defect => Waste.Defect,
        DomainWaste.UnusedTalent => Waste.UnusedSkill,
        _ => null,
    };
}
