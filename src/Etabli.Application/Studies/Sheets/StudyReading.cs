using System.Globalization;
using Etabli.Figures.CheckSheets;
using Etabli.Figures.Diagnoses;
using Etabli.Figures.Histories;
using Etabli.Figures.Histograms;
using Etabli.Figures.Ink;
using Etabli.Figures.Interviews;
using Etabli.Figures.Layouts;
using Etabli.Figures.Paretos;
using Etabli.Figures.ProcessCharts;
using Etabli.Methods;
using Etabli.Methods.Movements;
using Etabli.Methods.Quality;
using Etabli.Methods.Statistics;
using Etabli.Studies.Sheets;
using Etabli.Studies.Tallies;

namespace Etabli.Application.Studies.Sheets;

/// <summary>One drawing of a study.</summary>
/// <param name="Key">Which: stable, pages word it.</param>
/// <param name="Draw">Draws it on a sheet; the same on screen and on paper.</param>
/// <param name="Width">Width in millimetres it is made for.</param>
/// <param name="Narrowest">Width in millimetres below which it cannot be drawn; 0 when a page of a report is enough.</param>
public sealed record StudyDrawing(string Key, Func<Sheet, string> Draw, double Width = 190, double Narrowest = 0);

/// <summary>One number a study comes to.</summary>
/// <param name="Key">Which: stable, pages word it.</param>
/// <param name="Value">The number; null when it cannot be known.</param>
/// <param name="Unit">Its unit.</param>
/// <param name="Decimals">Most digits after the mark.</param>
/// <param name="Because">Its formula and inputs, where it has one.</param>
public sealed record StudyFact(string Key, decimal? Value, string Unit = "", int Decimals = 0, Explanation? Because = null);

/// <summary>What a study says, computed and drawn: the same for what is kept and for what is being typed (fr: lecture d’étude).</summary>
/// <param name="Facts">Its numbers.</param>
/// <param name="Pictures">Its drawings.</param>
/// <param name="Lacks">What is still needed, by stable keys with what it is about.</param>
public sealed partial record StudyReading(IReadOnlyList<StudyFact> Facts, IReadOnlyList<StudyDrawing> Pictures, IReadOnlyList<(string Key, string About)> Lacks)
{
    /// <summary>Width and depth of the workshop in metres, for movements: as set, as the picture is, else around the places known.</summary>
    public static (double Width, double Depth) Floor(StudyContent content)
    {
        ArgumentNullException.ThrowIfNull(content);
        return new Reader(content, [], Language.French, at => at, null).Floor();
    }

    /// <param name="kind">With which tool.</param>
    /// <param name="content">What it says.</param>
    /// <param name="marks">Its strokes, for a check sheet.</param>
    /// <param name="language">Language of the drawings.</param>
    /// <param name="local">The plant's local time of an instant.</param>
    /// <param name="picture">Address of the picture it is noted on; null when it is not to be shown.</param>
    public static StudyReading Of(StudyKind kind, StudyContent content, IReadOnlyList<TallyMark> marks, Language language, Func<DateTimeOffset, DateTimeOffset> local, string? picture = null)
    {
        ArgumentNullException.ThrowIfNull(content);
        ArgumentNullException.ThrowIfNull(marks);
        ArgumentNullException.ThrowIfNull(language);
        var reading = new Reader(content, marks, language, local, picture);
        return kind switch
        {
            StudyKind.ProcessChart => reading.ProcessChart(),
            StudyKind.Movements => reading.Movements(),
            StudyKind.CheckSheet => reading.CheckSheet(),
            StudyKind.Histogram => reading.Histogram(),
            StudyKind.Comparison => reading.Comparison(),
            StudyKind.Interviews => reading.Interviews(),
            StudyKind.Irritants => reading.Irritants(),
            StudyKind.TimeStudy => reading.TimeStudy(),
            StudyKind.WorkSampling => reading.WorkSampling(),
            StudyKind.Simogram => reading.Simogram(),
            StudyKind.PredeterminedTimes => reading.PredeterminedTimes(),
            StudyKind.LineBalance => reading.LineBalance(),
            StudyKind.WorkBreakdown => reading.WorkBreakdown(),
            StudyKind.LearningCurve => reading.LearningCurve(),
            StudyKind.ProductionType => reading.ProductionTypes(),
            _ => reading.Diagnosis(),
        };
    }

    private sealed partial class Reader(StudyContent content, IReadOnlyList<TallyMark> marks, Language language, Func<DateTimeOffset, DateTimeOffset> local, string? picture)
    {
        private readonly bool french = language == Language.French;
        private readonly List<(string, string)> lacks = [];

        public StudyReading ProcessChart()
        {
            var rows = Rows(SheetKind.ProcessSteps);
            var before = rows.Where(r => r["State"] != "After").ToList();
            var after = rows.Where(r => r["State"] == "After").ToList();
            if (before.Count == 0)
            {
                return Lacking("Rows");
            }

            var chart = new Methods.ProcessCharts.ProcessChart(before.Select(Line));
            var facts = new List<StudyFact>
            {
                new("Steps", chart.Total.Count), new("Metres", (decimal)chart.Total.Distance, "m", 1), new("Worked", Minutes(chart.Total.Duration), "min", 1), new("Waited", Minutes(chart.Total.Waiting), "min", 1),
            };
            facts.AddRange(Enum.GetValues<Methods.ProcessCharts.ChartSymbol>().Select(s => new StudyFact($"Symbol.{s}", chart.Of(s).Count)));
            facts.Add(new("OperationShare", chart.OperationShare.Value is { } share ? (decimal)share * 100 : null, "%", 2, chart.OperationShare.Because));
            if (after.Count > 0)
            {
                var gain = Methods.ProcessCharts.ChartComparison.Between(chart, new(after.Select(Line)));
                facts.Add(new("GainMetres", (decimal?)(gain.Total.Distance.After - gain.Total.Distance.Before), "m", 1));
                facts.Add(new("GainSteps", (decimal?)(gain.Total.Count.After - gain.Total.Count.Before)));
            }

            var drawn = new ProcessChart(content.Title, [.. before.Select(Step)], after.Count == 0 ? null : [.. after.Select(Step)]);
            return new(facts, [new("ProcessChart", s => ProcessChartDrawing.Draw(drawn, s), after.Count == 0 ? 190 : 400)], lacks);
        }

        public StudyReading Movements()
        {
            var trips = Rows(SheetKind.Trips);
            var places = Rows(SheetKind.Places).DistinctBy(p => p["Place"]).ToList();
            var at = places.ToDictionary(p => p["Place"], p => new PlanPoint((double)p.Number("X")!, (double)p.Number("Y")!), StringComparer.Ordinal);
            var walks = new List<Trip>();
            foreach (var trip in trips)
            {
                // A way that was not measured is taken along aisles at right angles, and only between places that are known.
                var way = (double?)trip.Number("Way") ?? (at.TryGetValue(trip["From"], out var from) && at.TryGetValue(trip["To"], out var to) ? Paths.AlongAisles(from, to, PlanScale.Metres) : null);
                if (way is { } metres)
                {
                    walks.Add(new(trip["Actor"], trip["From"], trip["To"], (double)trip.Number("Trips")!, metres, trip["Returns"] != "No", trip["Reason"]));
                }
                else
                {
                    lacks.Add(("Way", $"{trip["From"]} → {trip["To"]}"));
                }
            }

            if (places.Count == 0)
            {
                lacks.Add(("Places", ""));
            }

            if (walks.Count == 0 && places.Count == 0)
            {
                return new([], [], lacks);
            }

            var (width, depth) = Floor();
            var layout = new WorkshopLayout(content.Title, width, depth, [.. places.Select(p => new LayoutStation(p["Place"], (double)p.Number("X")!, (double)p.Number("Y")!, (double?)p.Number("Wide") ?? 4, (double?)p.Number("Deep") ?? 3))]) { Plan = picture };
            var facts = new List<StudyFact>();
            var pictures = new List<StudyDrawing>();
            if (walks.Count > 0)
            {
                var study = MovementStudy.Of(walks);
                facts.Add(new("Walked", (decimal)study.Total.Known, "m", 0, study.Total.Because));
                facts.Add(new("Walkers", study.Actors.Count));
                var during = content.Settings.GetValueOrDefault("During") ?? (french ? "un poste" : "one shift");
                var known = layout.Stations.Select(s => s.Code).ToHashSet(StringComparer.Ordinal);
                foreach (var stray in walks.SelectMany(w => new[] { w.From, w.To }).Distinct().Where(p => places.Count > 0 && !known.Contains(p)))
                {
                    lacks.Add(("PlaceUnknown", stray));
                }

                var spaghetti = new Spaghetti(layout, [.. walks.Where(w => known.Contains(w.From) && known.Contains(w.To)).Select(w => new SpaghettiTrip(w.Actor, w.From, w.To, (int)w.PerShift, (decimal)w.Distance, w.Reason.Length == 0 ? null : w.Reason) { Returns = w.Returns })], during);
                pictures.Add(new("Spaghetti", s => SpaghettiDrawing.Draw(spaghetti, s), 277));
            }

            if (places.Count > 0 && walks.Count == 0)
            {
                pictures.Add(new("Layout", s => WorkshopLayoutDrawing.Draw(layout, s), 277));
            }

            return new(facts, pictures, lacks);
        }

        public (double Width, double Depth) Floor()
        {
            var places = Rows(SheetKind.Places);
            double Around(string side) => Math.Ceiling((double)places.Select(p => p.Number(side)!.Value).DefaultIfEmpty(34).Max() + 6);
            var width = (double?)Setting("FloorWidth") ?? Around("X");
            return (width, (double?)Setting("FloorDepth") ?? (content.Picture is { Width: > 0 } plan ? width * plan.Height / plan.Width : Around("Y")));
        }

        public StudyReading CheckSheet()
        {
            var causes = Rows(SheetKind.Causes).Select(r => r["Cause"]).Distinct().ToList();
            if (causes.Count == 0)
            {
                return Lacking("Causes");
            }

            var per = content.Settings.GetValueOrDefault("Per") ?? "Day";
            var counted = marks.Where(m => causes.Contains(m.Cause)).Select(m => (m.Cause, Period: Period(local(m.At), per), m.X, m.Y)).ToList();
            var periods = counted.Select(m => m.Period).Distinct().OrderBy(p => p.From).ToList();

            // What does not fit on a sheet is told, not squeezed: the last periods are shown, the totals count all.
            const int widest = 14;
            var shown = periods.Skip(Math.Max(0, periods.Count - widest)).ToList();
            if (periods.Count > widest)
            {
                lacks.Add(("PeriodsHidden", (periods.Count - widest).ToString(CultureInfo.InvariantCulture)));
            }

            var sheet = new CheckSheet(content.Title, [.. shown.Select(p => p.Said)], [.. causes.Select(c => new CheckSheetRow(c, [.. shown.Select(p => counted.Count(m => m.Cause == c && m.Period == p))]))]);
            var pictures = new List<StudyDrawing>();
            if (shown.Count > 0)
            {
                pictures.Add(new("CheckSheet", s => CheckSheetDrawing.Draw(sheet, s), shown.Count > 6 ? 277 : 190));
                pictures.Add(Pareto([.. counted.GroupBy(m => m.Cause).Select(g => (g.Key, (decimal)g.Count()))], french ? "Relevés" : "Strokes", "", ParetoMeasure.Count, counted.Count));
            }

            var zones = Rows(SheetKind.Zones);
            var located = counted.Where(m => m.X is not null).ToList();
            if (zones.Count > 0 || located.Count > 0 || picture is not null)
            {
                var map = new DefectMap(content.Title, causes, [.. located.Select(m => new DefectMark(m.X!.Value, m.Y!.Value, causes.IndexOf(m.Cause)))])
                {
                    Picture = picture,
                    Ratio = content.Picture is { Width: > 0 } part ? Math.Clamp((double)part.Height / part.Width, 0.2, 2) : 0.5,
                    Zones = [.. zones.Select(z => new DefectZone(z["Zone"], Part(z, "Left"), Part(z, "Top"), Part(z, "Wide"), Part(z, "Deep")))],
                };
                pictures.Add(new("DefectMap", s => DefectMapDrawing.Draw(map, s)));
            }

            return new([new("Strokes", counted.Count), new("Causes", causes.Count), new("Periods", periods.Count)], pictures, lacks);
        }

        public StudyReading Histogram()
        {
            var values = Rows(SheetKind.Readings).Select(r => r.Number("Value")!.Value).ToList();
            if (values.Count == 0)
            {
                return Lacking("Rows");
            }

            double[] sample = [.. values.Select(v => (double)v)];
            var rule = Enum.TryParse<ClassRule>(content.Settings.GetValueOrDefault("Classes"), out var chosen) ? chosen : ClassRule.Sturges;
            var count = Methods.Statistics.Histogram.CountClasses(sample, rule);
            if (count.Value is null)
            {
                lacks.Add(("ClassRule", ""));
            }

            var classes = Methods.Statistics.Histogram.Of(sample, count.Value ?? (int)Math.Ceiling(Math.Sqrt(sample.Length)));
            var decimals = Math.Min(4, Improvement.Pictures.Decimals(values) + 1);
            var unit = content.Settings.GetValueOrDefault("Unit") ?? "";
            var (lower, upper) = (Setting("LowerLimit"), Setting("UpperLimit"));
            var drawn = new Figures.Histograms.Histogram(content.Title, content.Settings.GetValueOrDefault("Quantity") ?? content.Title, unit, [.. classes.Select(c => new Figures.Histograms.HistogramClass(Round(c.From), Round(c.To), c.Count))])
            {
                Decimals = decimals,
                LowerLimit = lower,
                UpperLimit = upper,
                Target = Setting("Target"),
                Mean = Math.Round(values.Average(), decimals),
                Period = Said(),
            };
            Array.Sort(sample);
            var facts = new List<StudyFact>
            {
                new("Values", values.Count), new("Mean", values.Average(), unit, decimals), new("Median", Round(Quantile.Of(sample, 0.5, QuantileType.Type7)), unit, decimals),
                new("Smallest", values.Min(), unit, decimals), new("Largest", values.Max(), unit, decimals), new("Classes", classes.Count, "", 0, count.Because),
            };
            if (lower is not null || upper is not null)
            {
                facts.Add(new("Outside", values.Count(v => v < lower || v > upper)));
            }

            if (values.Count < 30)
            {
                lacks.Add(("FewValues", values.Count.ToString(CultureInfo.InvariantCulture)));
            }

            return new(facts, [new("Histogram", s => HistogramDrawing.Draw(drawn, s))], lacks);

            decimal Round(double value) => Math.Round((decimal)value, 6);
        }

        public StudyReading Comparison()
        {
            var rows = Rows(SheetKind.Series);
            if (rows.Count == 0)
            {
                return Lacking("Rows");
            }

            var moments = rows.Select(r => r["Moment"]).Distinct().ToList();
            var names = rows.Select(r => r["Series"]).Distinct().ToList();
            var twice = rows.GroupBy(r => (r["Series"], r["Moment"])).FirstOrDefault(g => g.Count() > 1);
            if (twice is not null)
            {
                lacks.Add(("Twice", twice.Key.Item2));
            }

            if (names.Count > 6)
            {
                lacks.Add(("ManySeries", names.Count.ToString(CultureInfo.InvariantCulture)));
            }

            var inTime = moments.TrueForAll(m => m.Any(char.IsAsciiDigit));
            var history = new History(
                content.Title, content.Settings.GetValueOrDefault("Quantity") ?? content.Title, content.Settings.GetValueOrDefault("Unit") ?? "", moments,
                [.. names.Take(6).Select(n => new HistorySeries(n, [.. moments.Select(m => rows.LastOrDefault(r => r["Series"] == n && r["Moment"] == m)?.Number("Value"))]))])
            {
                IsInTime = inTime,
                Target = Setting("Target"),
                Decimals = Improvement.Pictures.Decimals(rows.Select(r => r.Number("Value")!.Value)),
            };
            var facts = new List<StudyFact> { new("Values", history.Count), new("Series", names.Count) };
            if (names.Count == 1 && history.Series[0] is { First: { } first, Last: { } last } && inTime)
            {
                facts.Add(new("FirstValue", first, history.Unit, history.Decimals));
                facts.Add(new("LastValue", last, history.Unit, history.Decimals));
                facts.Add(new("Change", last - first, history.Unit, history.Decimals));
            }

            return new(facts, [new("History", s => HistoryDrawing.Draw(history, s))], lacks);
        }

        public StudyReading Interviews()
        {
            var rows = Rows(SheetKind.Answers);
            if (rows.Count == 0)
            {
                return Lacking("Rows");
            }

            var notes = rows.GroupBy(r => (Role: r["Role"], Day: r["Day"])).Select(g => new InterviewNote(
                g.Key.Role,
                DateOnly.TryParseExact(g.Key.Day, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null,
                [.. g.Select(r => new InterviewAnswer(r["Question"], r["Reply"]))],
                g.Select(r => r["Quote"]).FirstOrDefault(q => q.Length > 0),
                [.. g.SelectMany(r => r["Hinders"].Split([',', ';'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)).Distinct()],
                g.Any(r => r["Consent"] == "Yes"))).ToList();
            return new(
                [new("Interviewed", notes.Count), new("Answers", rows.Count), new("Consents", notes.Count(n => n.HasConsent))],
                [.. notes.Select((n, i) => new StudyDrawing($"Interview.{i}", s => InterviewNoteDrawing.Draw(n, s)))],
                lacks);
        }

        public StudyReading Irritants()
        {
            var rows = Rows(SheetKind.Irritants);
            if (rows.Count == 0)
            {
                return Lacking("Rows");
            }

            var lost = rows.Select(r => (Name: r["Irritant"], Lost: r.Number("PerWeek") is { } often && r.Number("Minutes") is { } each ? often * each : (decimal?)null)).ToList();
            foreach (var (name, _) in lost.Where(l => l.Lost is null))
            {
                lacks.Add(("NotCounted", name));
            }

            var known = lost.Where(l => l.Lost > 0).ToList();
            var facts = new List<StudyFact> { new("Irritants", rows.Count), new("LostPerWeek", known.Count == 0 ? null : known.Sum(l => l.Lost!.Value), "min", 1), new("Uncounted", lost.Count(l => l.Lost is null)) };
            return new(facts, known.Count == 0 ? [] : [Pareto([.. known.Select(l => (l.Name, l.Lost!.Value))], french ? "Temps perdu par semaine" : "Time lost in a week", "min", ParetoMeasure.Duration, known.Count, ParetoBarsAre.Hindrances)], lacks);
        }

        public StudyReading Diagnosis()
        {
            var rows = Rows(SheetKind.Facts);
            if (rows.Count == 0)
            {
                return Lacking("Rows");
            }

            var facts = rows.Select(r => new DiagnosisFact(
                Theme(r["Theme"]), r["Fact"], Some(r["Measured"]), Some(r["Source"]), Some(r["Gap"]), (int?)r.Number("Seriousness"), Some(r["Lead"]))).ToList();
            var grid = new DiagnosisGrid(content.Title, [.. facts.GroupBy(f => f.Theme).SelectMany(g => g)]);
            var levels = Rows(SheetKind.Levels);
            var pictures = new List<StudyDrawing> { new("DiagnosisGrid", s => DiagnosisGridDrawing.Draw(grid, s), 277) };
            List<RadarAxis> axes = levels.Count > 0
                ? [.. levels.Select(l => new RadarAxis(l["Axis"], l.Number("Level")!.Value, l.Number("Previous")))]
                : [.. facts.Where(f => f.Seriousness is not null).GroupBy(f => f.Theme).Select(g => new RadarAxis(g.Key, g.Max(f => f.Seriousness!.Value)))];
            if (axes.Count is >= 3 and <= 20)
            {
                var radar = new Radar(levels.Count > 0 ? content.Title : french ? "Gravité la plus haute par thème" : "Highest seriousness by theme", axes) { Name = french ? "ce diagnostic" : "this diagnosis", PreviousName = french ? "le précédent" : "the one before" };
                pictures.Add(new("Radar", s => RadarDrawing.Draw(radar, s), 130));
            }

            foreach (var fact in facts.Where(f => !f.IsMeasured))
            {
                lacks.Add(("NotMeasured", fact.Fact));
            }

            return new([new("Facts", facts.Count), new("Measured", facts.Count(f => f.IsMeasured)), new("Serious", facts.Count(f => f.Seriousness >= 3)), new("Themes", facts.Select(f => f.Theme).Distinct().Count())], pictures, lacks);
        }

        private static StudyReading Lacking(string what) => new([], [], [(what, "")]);

        private StudyDrawing Pareto(IReadOnlyList<(string Cause, decimal Weight)> weights, string measure, string unit, ParetoMeasure by, int n, ParetoBarsAre what = ParetoBarsAre.Causes)
        {
            var table = Methods.Quality.Pareto.Of(weights, by, new() { Others = french ? "Autres" : "Others" });
            var drawn = new Figures.Paretos.Pareto(content.Title, measure, unit, [.. table.Bars.Select(b => new Figures.Paretos.ParetoBar(b.Cause, b.Amount, b.Cumulated, b.Class == AbcClass.A))]) { Count = n, BarsAre = what, Period = Said(), Decimals = Improvement.Pictures.Decimals(table.Bars.Select(b => b.Amount)) };
            return new("Pareto", s => ParetoDrawing.Draw(drawn, s));
        }

        private (DateTime From, string Said) Period(DateTimeOffset at, string per)
        {
            var day = at.Date;
            return per switch
            {
                "Hour" => (day.AddHours(at.Hour), string.Create(CultureInfo.InvariantCulture, $"{at:dd/MM} {at.Hour} h")),
                "Shift" => Shift(at),
                "Week" => (ISOWeek.ToDateTime(ISOWeek.GetYear(day), ISOWeek.GetWeekOfYear(day), DayOfWeek.Monday), (french ? "S" : "W") + ISOWeek.GetWeekOfYear(day).ToString("00", CultureInfo.InvariantCulture)),
                _ => (day, at.ToString("dd'/'MM", CultureInfo.InvariantCulture)),
            };
        }

        // Morning from 5 h to 13 h, afternoon to 21 h, night to 5 h: the usual 3 × 8; the night belongs to the day it began.
        private (DateTime From, string Said) Shift(DateTimeOffset at)
        {
            var day = at.Hour < 5 ? at.Date.AddDays(-1) : at.Date;
            var (hour, name) = at.Hour is >= 5 and < 13 ? (5, french ? "matin" : "morning") : at.Hour is >= 13 and < 21 ? (13, french ? "après-midi" : "afternoon") : (21, french ? "nuit" : "night");
            return (day.AddHours(hour), day.ToString("dd'/'MM ", CultureInfo.InvariantCulture) + name);
        }

        private string? Said() => content.From is { } from && content.Until is { } until ? $"{language.Date(from)} – {language.Date(until)}" : content.From is { } since ? language.Date(since) : null;

        private string Theme(string key) => french ? key switch
        {
            "Flow" => "Flux",
            "Stocks" => "Stocks",
            "Quality" => "Qualité",
            "Delays" => "Délais",
            "Costs" => "Coûts",
            "Safety" => "Sécurité",
            "Skills" => "Compétences",
            "Maintenance" => "Maintenance",
            _ => "Information",
        } : key;

        private decimal? Setting(string key) => content.Settings.TryGetValue(key, out var text) ? decimal.Parse(text, CultureInfo.InvariantCulture) : null;

        private List<Row> Rows(SheetKind kind)
        {
            var form = SheetForm.Of(kind);
            return [.. content.Rows(kind).Select(r => new Row(form, r))];
        }

        private static double Part(Row row, string key) => (double)row.Number(key)! / 100;

        private static string? Some(string text) => text.Length == 0 ? null : text;

        private static decimal Minutes(TimeSpan time) => (decimal)time.TotalMinutes;

        private static Methods.ProcessCharts.ChartLine Line(Row row) => new(row["Step"], Enum.Parse<Methods.ProcessCharts.ChartSymbol>(row["Symbol"]))
        {
            Distance = (double)(row.Number("Distance") ?? 0),
            Duration = Time(row.Number("Duration")),
            Waiting = Time(row.Number("Wait")),
            Decision = row["Idea"].Length == 0 ? null : Enum.Parse<Methods.ProcessCharts.EcrsDecision>(row["Idea"]),
        };

        private static ProcessChartStep Step(Row row) => new(
            row["Step"], Enum.Parse<ProcessSymbol>(row["Symbol"]), row.Number("Distance") ?? 0, row.Number("Duration") ?? 0, row.Number("Wait") ?? 0, Some(row["Quantity"]),
            row["Idea"].Length == 0 ? null : Enum.Parse<Ecrs>(row["Idea"]), Some(row["Remark"]));

        private static TimeSpan Time(decimal? minutes) => TimeSpan.FromTicks((long)((minutes ?? 0) * TimeSpan.TicksPerMinute));
    }

    private sealed record Row(SheetForm Form, IReadOnlyList<string> Cells)
    {
        public string this[string key] => Cells[Form.At(key)];

        public decimal? Number(string key) => this[key] is { Length: > 0 } text ? decimal.Parse(text, CultureInfo.InvariantCulture) : null;
    }
}
