using Etabli.Figures.ProductionTypes;
using Etabli.Figures.ScatterPlots;
using Etabli.Figures.WorkBreakdowns;
using Etabli.Methods.WorkMeasurement;
using Etabli.Plant.Calendars;
using Etabli.Studies.Sheets;

namespace Etabli.Application.Studies.Sheets;

/// <summary>What the studies that take a work apart say: its elements and motions, how it is learnt, how much of it is made.</summary>
public sealed partial record StudyReading
{
    private sealed partial class Reader
    {
        /// <summary>Points a fitted curve is drawn through.</summary>
        private const int CurvePoints = 120;

        public StudyReading WorkBreakdown()
        {
            var rows = Rows(SheetKind.WorkElements);
            var seen = Rows(SheetKind.MotionChecks).Select(r => new SeenPrinciple((int)r.Number("Principle")!.Value, r["PrincipleHolds"] switch { "Yes" => true, "No" => false, _ => null }, r["PrincipleSeen"], r["Lead"])).ToList();
            var economy = new MotionEconomy(french ? "Économie des gestes" : "Motion economy", seen) { Period = Said() };
            var list = new StudyDrawing("MotionEconomy", s => MotionEconomyDrawing.Draw(economy, s));
            var facts = new List<StudyFact>();
            if (rows.Count > 0)
            {
                facts.AddRange(Broken(rows, out var drawn));
                Judged(seen, facts);
                return new(facts, [drawn, list], lacks);
            }

            lacks.Add(("Rows", ""));
            Judged(seen, facts);
            return new(facts, [list], lacks);
        }

        private static void Judged(List<SeenPrinciple> seen, List<StudyFact> facts)
        {
            var looked = seen.GroupBy(s => s.Number).Select(g => g.Last()).Where(s => s.Holds is not null).ToList();
            if (looked.Count > 0)
            {
                facts.Add(new("PrinciplesKept", looked.Count(s => s.Holds == true)));
                facts.Add(new("PrinciplesLooked", looked.Count));
            }
        }

        private List<StudyFact> Broken(List<Row> rows, out StudyDrawing drawing)
        {
            var unit = StudyForm.UnitOf(content);
            var (symbol, decimals) = (unit.Symbol(), Math.Max(1, unit.Decimals()));
            decimal Shown(TimeSpan time) => unit.FromSeconds((decimal)time.Ticks / TimeSpan.TicksPerSecond);
            var work = Methods.WorkMeasurement.WorkBreakdown.Of(rows.Select(r => new WorkPart(
                r["Step"], Lasting(r.Number("ElementTime")!.Value), Enum.TryParse<WorkWorth>(r["Worth"], out var worth) ? worth : null, Enum.TryParse<WorkIdea>(r["Idea"], out var idea) ? idea : null,
                r.Number("TimeAfter") is { } after ? Lasting(after) : null)));
            foreach (var part in work.Parts.Where(p => p.Worth is null))
            {
                lacks.Add(("WorthMissing", part.Label));
            }

            foreach (var part in work.WorthyAndLeftOut)
            {
                lacks.Add(("WorthyLeftOut", part.Label));
            }

            foreach (var part in work.Unsaid)
            {
                lacks.Add(("TimeAfterMissing", part.Label));
            }

            var planned = work.Parts.Any(p => p.Idea is not null || p.After is not null);
            var facts = new List<StudyFact> { new("WorkTime", Shown(work.Total), symbol, decimals) };
            foreach (var worth in Enum.GetValues<WorkWorth>())
            {
                var share = work.ShareOf(worth);
                facts.Add(new($"Share.{worth}", (decimal?)share.Value * 100, "%", 1, worth == WorkWorth.ValueAdding ? share.Because : null));
            }

            if (planned)
            {
                facts.Add(new("WorkTimeAfter", Shown(work.Expected), symbol, decimals));
                facts.Add(new("WorkGain", (decimal?)work.Gain.Value * 100, "%", 1, work.Gain.Because));
                facts.Add(new("ShareAfter", (decimal?)work.ShareOf(WorkWorth.ValueAdding, after: true).Value * 100, "%", 1));
            }

            var drawn = new BrokenWork(content.Title, symbol, [.. rows.Index().Select(r => new BrokenElement(
                r.Item["Step"], Shown(work.Parts[r.Index].Time), work.Parts[r.Index].Worth is { } w ? Enum.Parse<ElementWorth>(w.ToString()) : ElementWorth.Unset,
                work.Parts[r.Index].Idea is { } i ? Enum.Parse<ElementIdea>(i.ToString()) : ElementIdea.None, work.Parts[r.Index].After is { } a ? Shown(a) : null, r.Item["How"]))])
            { Decimals = decimals, Period = Said() };
            drawing = new("WorkBreakdown", s => BrokenWorkDrawing.Draw(drawn, s));
            return facts;
        }

        public StudyReading LearningCurve()
        {
            var rows = Rows(SheetKind.LearntUnits);
            if (rows.Count == 0)
            {
                return Lacking("Rows");
            }

            var unit = StudyForm.UnitOf(content);
            var (symbol, decimals) = (unit.Symbol(), Math.Max(1, unit.Decimals()));
            var model = Choice("LearningModel", LearningModel.Crawford);
            var given = rows.Select(r => new LearntTime((long)r.Number("UnitNumber")!.Value, (double)unit.FromSeconds(r.Number("ObservedTime")!.Value))).ToList();
            var averages = content.Settings.GetValueOrDefault("LearntTimes") == "AverageTimes";
            var times = given;
            if (model == LearningModel.Wright && !averages)
            {
                if (LearningFit.Averages(given) is not { } made)
                {
                    lacks.Add(("UnitsNotInARow", ""));
                    return new([], [], lacks);
                }

                times = [.. made];
            }
            else if (model == LearningModel.Crawford && averages)
            {
                lacks.Add(("AveragesNeedWright", ""));
                return new([], [], lacks);
            }

            var fit = LearningFit.Of(times, model);
            var facts = new List<StudyFact> { new("LearningRate", (decimal?)fit.Rate.Value * 100, "%", 1, fit.Rate.Because) };
            if (fit.Interval is { } interval)
            {
                facts.Add(new("RateLow", (decimal)interval.Low!.Value * 100, "%", 1));
                facts.Add(new("RateHigh", (decimal)interval.High!.Value * 100, "%", 1));
            }

            facts.Add(new("FirstUnit", (decimal?)fit.First.Value, symbol, decimals, fit.First.Because));
            facts.Add(new("UnitsTimed", rows.Count));
            if (fit.Line?.RSquared.Value is { } explained)
            {
                facts.Add(new("LearningFit", (decimal)explained, "", 3, fit.Line.RSquared.Because));
            }

            if (!fit.Rate.IsKnown)
            {
                lacks.Add(("SecondUnit", ""));
            }
            else if (fit.Curve is null)
            {
                lacks.Add(("NotLearning", language.WithUnit(language.Number((decimal)fit.Rate.Known * 100, 1), "%")));
            }
            else if (fit.SurelyFalls == false)
            {
                lacks.Add(("LearningNotSure", ""));
            }

            var last = times.Max(t => t.Number);
            var forecast = (long)(Setting("ForecastUnits") ?? 0);
            if (fit.Curve is { } curve)
            {
                if (forecast > 0)
                {
                    facts.Add(new("ForecastUnit", (decimal)curve.Unit(forecast), symbol, decimals));
                    facts.Add(new("ForecastTotal", Hours(curve.Total(forecast), unit), "h", 1));
                    if (forecast > 2 * last)
                    {
                        lacks.Add(("FarForecast", $"{language.Number(last)} → {language.Number(forecast)}"));
                    }
                }

                if (Setting("GoalSeconds") is { } goal)
                {
                    var until = curve.UnitsUntil((double)unit.FromSeconds(goal));
                    facts.Add(new("UnitsUntilGoal", until));
                    if (until is null)
                    {
                        lacks.Add(("GoalNeverReached", ""));
                    }
                }
            }

            if (model == LearningModel.Wright)
            {
                lacks.Add(("WrightInterval", ""));
            }

            var drawn = new ScatterPlot(
                content.Title, french ? "Rang de la pièce" : "Number of the unit", "", model == LearningModel.Wright ? french ? "Temps moyen des premières pièces" : "Average time of the first units" : french ? "Temps de la pièce" : "Time of the unit", symbol,
                [.. times.Select(t => new ScatterPoint(t.Number, t.Time, language.Number(t.Number)))])
            {
                XDecimals = 0,
                YDecimals = decimals,
                Fit = Curved(fit, Math.Max(last, forecast)),
                Determination = fit.Line?.RSquared.Value,
                Period = Said(),
                Equation = fit.Curve is { } known ? $"{(model == LearningModel.Wright ? "ȳ" : "y")}ₙ = {language.Number((decimal)known.First, decimals)}·n^({language.Number((decimal)known.Exponent, 3)})" : null,
                Remarks = [french ? "Chaque fois que le nombre double, le temps est multiplié par le taux d’apprentissage." : "Each time the number doubles, the time is multiplied by the learning rate."],
            };
            return new(facts, [new("LearningCurve", s => ScatterPlotDrawing.Draw(drawn, s))], lacks);
        }

        private static decimal Hours(double time, TimeUnit unit) => (decimal)time / unit.FromSeconds(1) / 3_600;

        /// <summary>The curve from the first unit to the last one asked, evenly on the log scale, with the bands of Crawford's line.</summary>
        private static List<FittedPoint> Curved(LearningFit fit, long last)
        {
            if (fit.Curve is not { } curve)
            {
                return [];
            }

            var points = new List<FittedPoint>();
            for (var i = 0; i < CurvePoints; i++)
            {
                var n = Math.Pow(last, i / (double)(CurvePoints - 1));
                var value = curve.First * Math.Pow(n, curve.Exponent);
                if (fit is { Model: LearningModel.Crawford, Line: { } line } && fit.Interval is not null)
                {
                    var there = line.Predict([Math.Log(n)]);
                    points.Add(new(n, value, Math.Exp(there.Mean.Low!.Value), Math.Exp(there.Mean.High!.Value), Math.Exp(there.Single.Low!.Value), Math.Exp(there.Single.High!.Value)));
                }
                else
                {
                    points.Add(new(n, value));
                }
            }

            return points;
        }

        public StudyReading ProductionTypes()
        {
            var rows = Rows(SheetKind.MadeProducts);
            if (rows.Count == 0)
            {
                return Lacking("Rows");
            }

            var usual = new SeriesBounds();
            var (small, medium, large) = ((double)(Setting("SmallFrom") ?? (decimal)usual.Small), (double)(Setting("MediumFrom") ?? (decimal)usual.Medium), (double)(Setting("LargeFrom") ?? (decimal)usual.Large));
            if (!(small < medium && medium < large))
            {
                lacks.Add(("BoundsNotRising", ""));
                (small, medium, large) = (usual.Small, usual.Medium, usual.Large);
            }

            var weeks = (double)(Setting("WeeksWorked") ?? 46);
            var types = rows.Select(r => (Row: r, Type: ProductionType.Of((double)r.Number("Yearly")!.Value, (double?)r.Number("LotSize"), weeks, (double)(r.Number("CyclesEach") ?? 1), new(small, medium, large))))
                .OrderByDescending(t => t.Type.Yearly).ThenBy(t => t.Row["Product"], StringComparer.Ordinal).ToList();
            var sum = types.Sum(t => t.Type.Yearly);
            var (most, reached) = (0, 0.0);
            while (most < types.Count && reached < 0.8 * sum)
            {
                reached += types[most++].Type.Yearly;
            }

            var facts = new List<StudyFact> { new("ProductsCount", rows.Count), new("YearlySum", (decimal)sum, "", 0), new("ProductsOfMost", most) };
            facts.AddRange(Enum.GetValues<SeriesKind>().Select(k => (Kind: k, Many: types.Count(t => t.Type.Series == k))).Where(k => k.Many > 0).Select(k => new StudyFact($"Series.{k.Kind}", k.Many)));
            facts.Add(new("CyclesPerWeek", (decimal)types[0].Type.PerWeek.Known, "", 0, types[0].Type.PerWeek.Because));
            foreach (var bare in rows.Where(r => r.Number("LotSize") is null))
            {
                lacks.Add(("LotMissing", bare["Product"]));
            }

            var drawn = new ProductionMap(content.Title, [.. types.Select(t => new PlacedProduct(
                t.Row["Product"], (decimal)t.Type.Yearly, (int)t.Type.Series, (decimal)t.Type.PerWeek.Known, (decimal?)t.Type.Launches.Value, Measuring(t.Type.Grain)))], french ? ["unitaire", "petite série", "moyenne série", "grande série"] : ["unit", "small series", "medium series", "large series"], [(decimal)small, (decimal)medium, (decimal)large])
            {
                Period = Said(),
                Notes =
                [
                    french
                        ? "Les bornes des séries sont un usage et se règlent. La mesure conseillée suit le nombre de cycles identiques par semaine\u00A0: au-dessus de 1\u202F500, geste par geste\u00A0; sous 150, par blocs. Un travail rare mais dangereux ou coûteux mérite plus fin."
                        : "The bounds of the series are a usage and can be set. The measurement advised follows the number of identical cycles a week: above 1,500 motion by motion, under 150 by blocks. A rare work that is dangerous or costly deserves a finer one.",
                ],
            };
            return new(facts, [new("ProductionType", s => ProductionMapDrawing.Draw(drawn, s))], lacks);
        }

        private string Measuring(MeasuringGrain grain) => (grain, french) switch
        {
            (MeasuringGrain.Fine, true) => "MTM-1, MiniMOST",
            (MeasuringGrain.Fine, _) => "MTM-1, MiniMOST",
            (MeasuringGrain.Usual, true) => "chrono, MTM-UAS, BasicMOST",
            (MeasuringGrain.Usual, _) => "watch, MTM-UAS, BasicMOST",
            (_, true) => "temps estimés, MaxiMOST",
            _ => "estimates, MaxiMOST",
        };
    }
}
