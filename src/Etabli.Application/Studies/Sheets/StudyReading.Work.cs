using System.Globalization;
using Etabli.Figures.Ink;
using Etabli.Figures.ManMachineCharts;
using Etabli.Figures.MotionSheets;
using Etabli.Figures.TimeStudies;
using Etabli.Figures.WorkSamplings;
using Etabli.Methods.WorkMeasurement;
using Etabli.Plant.Calendars;
using Etabli.Studies.Sheets;

namespace Etabli.Application.Studies.Sheets;

/// <summary>What the studies of operation times say: time study, work sampling, man-machine chart, predetermined times.</summary>
public sealed partial record StudyReading
{
    /// <summary>The time study a content holds, reckoned.</summary>
    /// <param name="content">Its sheet and settings.</param>
    /// <param name="language">Language of the reason that nobody gave.</param>
    public static TimeStudy TimeStudyOf(StudyContent content, Language language)
    {
        ArgumentNullException.ThrowIfNull(content);
        ArgumentNullException.ThrowIfNull(language);
        return new Reader(content, [], language, at => at, null).Timed();
    }

    /// <summary>When the rounds of a day are, as a study drew them; none when it did not.</summary>
    public static IReadOnlyList<TimeOnly> RoundsOf(StudyContent content)
    {
        ArgumentNullException.ThrowIfNull(content);
        return new Reader(content, [], Language.French, at => at, null).Drawn();
    }

    private sealed partial class Reader
    {
        public StudyReading TimeStudy()
        {
            var rows = Rows(SheetKind.Timings);
            if (rows.Count == 0)
            {
                return Lacking("Rows");
            }

            var unit = StudyForm.UnitOf(content);
            var study = Timed(rows);
            var routing = Setting("RoutingSeconds");
            foreach (var left in study.Elements.Concat(study.Foreign).SelectMany(e => e.Excluded))
            {
                lacks.Add(("TimeLeftOut", $"{Where(left)} ({Told(left.Time, unit)}), {left.ExcludedBecause}"));
            }

            foreach (var suspect in study.Suspects)
            {
                lacks.Add(("TimeSuspect", $"{Where(suspect.Observation)} ({Told(suspect.Observation.Time, unit)}, G = {language.Number((decimal)suspect.Test.Statistic!.Value, 2)} > {language.Number((decimal)suspect.Critical, 2)})"));
            }

            foreach (var few in study.Elements.Where(e => e.NeededByTextbook.Value > e.Counted.Count))
            {
                lacks.Add(("TimesTooFew", $"{few.Element.Code} ({few.Counted.Count} / {few.NeededByTextbook.Known})"));
            }

            foreach (var none in study.NormalTime.Because.Gaps.Where(g => g.Of.Length > 0))
            {
                lacks.Add(("ElementWithoutTime", none.Of));
            }

            if (rows.TrueForAll(r => r["Rating"].Length == 0))
            {
                lacks.Add(("RatingsMissing", ""));
            }

            if (Rows(SheetKind.Allowances).Count == 0 && !content.Settings.ContainsKey("AllowancePercent"))
            {
                lacks.Add(("AllowanceMissing", ""));
            }

            if (Choice("Convention", AllowanceConvention.OfWork) == AllowanceConvention.OfShift && Reasons >= 100)
            {
                lacks.Add(("AllowanceTooMuch", language.WithUnit(language.Number(Reasons, 1), "%")));
            }

            var (symbol, decimals) = (unit.Symbol(), Math.Max(2, unit.Decimals()));
            decimal? In(TimeSpan? time) => time is { } known ? unit.FromSeconds((decimal)known.Ticks / TimeSpan.TicksPerSecond) : null;
            var facts = new List<StudyFact>
            {
                new("StandardTime", Seconds(study.StandardTime.Value), "s", 1, study.StandardTime.Because), new("NormalTime", In(study.NormalTime.Value), symbol, decimals, study.NormalTime.Because),
            };
            if (study.RoutingGap is { } gap)
            {
                facts.Add(new("RoutingGap", gap.Value is { } share ? (decimal)share * 100 : null, "%", 1, gap.Because));
            }

            facts.Add(new("TimesCounted", study.Elements.Sum(e => e.Counted.Count)));
            facts.Add(new("TimesLeftOut", study.Elements.Concat(study.Foreign).Sum(e => e.Excluded.Count)));
            facts.Add(new("TimesSuspect", study.Suspects.Count()));
            facts.AddRange(study.Elements.Where(e => e.NeededByTextbook.IsKnown).OrderByDescending(e => e.NeededByTextbook.Known).Take(1).SelectMany(e => new StudyFact[]
            {
                new("NeededByTextbook", e.NeededByTextbook.Known, "", 0, e.NeededByTextbook.Because), new("NeededGeneral", e.Needed.Value, "", 0, e.Needed.Because),
            }));
            var drawn = Sheet(study, unit, routing);
            return new(facts, [new("TimeStudy", s => TimeStudyDrawing.Draw(drawn, s), TimeStudyDrawing.Width, TimeStudyDrawing.Narrowest)], lacks);
        }

        public StudyReading WorkSampling()
        {
            var rows = Rows(SheetKind.Sightings);
            var (margin, rounds) = (Setting("MarginPoints") ?? 3, Rounds());
            if (rows.Count == 0)
            {
                lacks.Add(("Rows", ""));
                return new([], rounds is null ? [] : [rounds], lacks);
            }

            var seen = Methods.WorkMeasurement.WorkSampling.Of(rows.GroupBy(r => r["Seen"], StringComparer.Ordinal).Select(g => (g.Key, g.Count())));
            var shares = seen.Shares.OrderByDescending(s => s.Count).ThenBy(s => s.State, StringComparer.Ordinal).ToList();
            var first = shares[0];
            var needed = Methods.WorkMeasurement.WorkSampling.Needed((double)margin / 100, Math.Clamp(first.Share.Known, 0.001, 0.999));
            if (rows.Count < needed.Value)
            {
                lacks.Add(("SightingsTooFew", $"{language.Number(rows.Count)} / {language.Number(needed.Known)}"));
            }

            if (shares.Exists(s => s.Count * (1 - s.Share.Known) < 5 || s.Count < 5))
            {
                lacks.Add(("StateRare", string.Join(", ", shares.Where(s => s.Count < 5 || s.Count * (1 - s.Share.Known) < 5).Select(s => s.State))));
            }

            var facts = new List<StudyFact>
            {
                new("Sightings", rows.Count), new("FirstShare", (decimal)first.Share.Known * 100, "%", 1, first.Share.Because), new("FirstPrecision", (decimal)first.Precision.Known * 100, "points", 2, first.Precision.Because),
                new("SightingsNeeded", needed.Value, "", 0, needed.Because), new("States", shares.Count),
            };
            var drawn = new WorkSamplingChart(content.Title, [.. shares.Select(s => new SampledState(s.State, s.Count, (decimal)s.Share.Known, s.Precision.Known > 0 ? (decimal)s.Precision.Known : null, (decimal)s.Wilson.Low!.Value, (decimal)s.Wilson.High!.Value))])
            {
                Period = Said(),
                Notes =
                [
                    french ? $"Après ±, la précision de Wald, z·√(p(1\u00A0−\u00A0p)/n)\u00A0; le trait noir est l’intervalle de Wilson." : "Behind ±, Wald’s precision, z·√(p(1 − p)/n); the black stroke is Wilson’s interval.",
                    french
                        ? $"Pour ± {language.Number(margin, margin == decimal.Truncate(margin) ? 0 : 1)} points sur «\u00A0{first.State}\u00A0», il faut {language.Number(needed.Value ?? 0)} observations (n = z²·p(1\u00A0−\u00A0p)/e²)."
                        : $"For ± {language.Number(margin, margin == decimal.Truncate(margin) ? 0 : 1)} points on “{first.State}”, {language.Number(needed.Value ?? 0)} observations are needed (n = z²·p(1 − p)/e²).",
                ],
            };
            var pictures = new List<StudyDrawing> { new("WorkSampling", s => WorkSamplingDrawing.Draw(drawn, s)) };
            if (rounds is not null)
            {
                pictures.Add(rounds);
            }

            return new(facts, pictures, lacks);
        }

        public StudyReading Simogram()
        {
            var rows = Rows(SheetKind.Sequences);
            if (!rows.Exists(r => r["TimeKind"] != "Ts"))
            {
                return Lacking("Rows");
            }

            var lanes = rows.SelectMany(r => Lanes(r["Resource"])).DistinctBy(l => l.Key).ToList();
            var operators = lanes.FindIndex(l => l.Key.StartsWith("op", StringComparison.Ordinal)) is var found and >= 0 ? lanes[found] : lanes[0];
            lanes.Remove(operators);
            lanes.Insert(0, operators);
            var chart = Methods.WorkMeasurement.ManMachineChart.Of(operators.Key, rows.Select(r => new Activity(
                r["Sequence"], [.. Lanes(r["Resource"]).Select(l => l.Key).Distinct()], Lasting(r.Number("Start")!.Value), Lasting(r.Number("Lasts")!.Value), Kind(r["TimeKind"]))));
            foreach (var overlap in chart.Overlaps)
            {
                lacks.Add(("BlocksOverlap", $"{overlap.First.Label} / {overlap.Second.Label}"));
            }

            foreach (var bare in chart.NotMasked)
            {
                lacks.Add(("NotMasked", bare.Label));
            }

            if (chart.OperatorTime.Undescribed > TimeSpan.Zero)
            {
                lacks.Add(("Undescribed", Told(chart.OperatorTime.Undescribed, TimeUnit.Second)));
            }

            var machines = chart.Lanes.Skip(1).ToList();
            var facts = new List<StudyFact> { new("CycleTime", Seconds(chart.Cycle), "s", 1), new("OperatorEngaged", Percent(chart.OperatorTime), "%", 1, chart.OperatorTime.Engagement.Because) };
            if (machines.Count > 0)
            {
                facts.Add(new("MachineEngaged", Percent(machines[0]), "%", 1, machines[0].Engagement.Because));
            }

            facts.Add(new("OperatorFree", Seconds(chart.OperatorTime.Waiting), "s", 1));
            facts.Add(new("PiecesPerHour", (decimal)chart.PiecesPerHour, "", 1));
            facts.Add(new("OperatorUndescribed", Seconds(chart.OperatorTime.Undescribed), "s", 1));
            facts.Add(new("MachineRuns", Seconds(chart.Running), "s", 1));
            facts.Add(new("MaskedTime", Seconds(chart.Masked), "s", 1));
            var several = machines.Count == 1 && chart.Servicing.Ideal.IsKnown ? chart.Servicing.UpTo((int)(Setting("MostMachines") ?? 4)) : [];
            if (several.Count > 0)
            {
                facts.Add(new("MachinesIdeal", (decimal)chart.Servicing.Ideal.Known, "", 2, chart.Servicing.Ideal.Because));
            }

            var drawn = new Figures.ManMachineCharts.ManMachineChart(content.Title, [.. chart.Lanes.Select(l => lanes.Find(x => x.Key == l.Name).Name)], [.. chart.Activities.Select(a => new ChartBlock(
                a.Label, [.. a.Lanes.Select(l => chart.Lanes.TakeWhile(x => x.Name != l).Count())], a.Start.TotalSeconds, a.Duration.TotalSeconds, Enum.Parse<BlockKind>(a.Kind.ToString())))], chart.Cycle.TotalSeconds)
            {
                Period = Said(),
                Totals = [.. facts.Where(f => f.Key is not "MachinesIdeal").Select(f => (Word(f.Key), f.Unit == "%" ? language.WithUnit(language.Number(f.Value!.Value, 1), "%") : new Amount(f.Value!.Value, f.Unit, f.Decimals).In(language)))],
                Machines = [.. several.Select(m => new MachinesRow(m.Machines, Seconds(m.Cycle)!.Value, (decimal)m.PiecesPerHour, (decimal)m.OperatorEngagement, (decimal)m.MachineEngagement))],
            };
            return new(facts, [new("Simogram", s => ManMachineDrawing.Draw(drawn, s))], lacks);
        }

        public StudyReading PredeterminedTimes()
        {
            var rows = Rows(SheetKind.Motions);
            var card = Choice("TimeCard", TimeCard.MostBasic);
            var own = Rows(SheetKind.Card).DistinctBy(r => r["MotionCode"]).ToList();
            if (rows.Count == 0)
            {
                return Lacking("Rows");
            }

            if (card == TimeCard.OwnCard && own.Count == 0)
            {
                return Lacking("CardMissing");
            }

            var table = card switch
            {
                TimeCard.Mtm1Inches => MotionTable.Mtm1,
                TimeCard.OwnCard => MotionTable.Of(french ? "Table importée" : "Imported table", content.Settings.GetValueOrDefault("CardVersion") ?? "1", content.Settings.GetValueOrDefault("CardSource") ?? (french ? "apportée par l’utilisateur" : "brought by the user"), own.Select(r => (r["MotionCode"], r.Number("MotionTmu")!.Value, r["Meaning"]))),
                _ => MotionTable.BasicMost,
            };
            var analysis = MotionAnalysis.Of(table, rows.Select(r => new MotionRow(
                r["Gesture"], r["Sequence"], r["HandUsed"] switch { "LeftHand" => Hand.Left, "RightHand" => Hand.Right, _ => Hand.Both }, r.Number("Often") ?? 1, (int?)r.Number("Together"))));
            foreach (var wrong in analysis.Rows.Where(r => r.Read.Faults.Count > 0))
            {
                lacks.Add(("SequenceWrong", $"{wrong.Row.Description} ({SequenceSentences.Of(wrong.Read.Faults[0], language)})"));
            }

            if (analysis.FromMemory > 0)
            {
                lacks.Add(("FromMemory", language.Number(analysis.FromMemory)));
            }

            var facts = new List<StudyFact>
            {
                new("MotionTime", Seconds(analysis.Time), "s", 2), new("MotionTotal", (decimal?)analysis.Tmu.Value, "TMU", 1, analysis.Tmu.Because),
                new("MotionCmin", analysis.Time is { } time ? WorkUnits.In(time, WorkUnit.Centiminute) : null, "cmin", 2), new("Gestures", rows.Count), new("MotionsCount", analysis.Rows.Sum(r => r.Read.Motions.Count)),
            };
            var drawn = new MotionSheet(content.Title, $"{table.Name}, {table.Version}", [.. analysis.Rows.Select(r => new MotionSheetRow(
                r.Row.Description, r.Row.Hand switch { Hand.Left => french ? "G" : "L", Hand.Right => french ? "D" : "R", _ => "" }, r.Row.Sequence, r.Row.Frequency, r.Tmu)
            {
                Counts = r.Counts, Note = r.Read.Faults.Count > 0 ? SequenceSentences.Of(r.Read.Faults[0], language) : null,
            })])
            {
                Totals = analysis.Time is null ? [] : [.. facts.Take(3).Reverse().Select(f => (Word(f.Key), new Amount(f.Value!.Value, f.Unit, f.Decimals).In(language)))],
                Notes = [language.Labelled("Source", table.Source) + ".", .. table.Rights.Length > 0 ? [table.Rights] : Array.Empty<string>()],
            };
            return new(facts, [new("Motions", s => MotionSheetDrawing.Draw(drawn, s))], lacks);
        }

        /// <summary>What is added, in percent: the sum of the reasons, else as set. A share of the shift stays under the whole of it.</summary>
        private decimal AllowancePercent => Rows(SheetKind.Allowances).Count == 0 ? Setting("AllowancePercent") ?? 0 : Choice("Convention", AllowanceConvention.OfWork) == AllowanceConvention.OfShift ? Math.Min(Reasons, 99) : Math.Min(Reasons, 1_000);

        private decimal Reasons => Rows(SheetKind.Allowances).Sum(r => r.Number("AllowancePoints") ?? 0);

        public Methods.WorkMeasurement.TimeStudy Timed() => Timed(Rows(SheetKind.Timings));

        private Methods.WorkMeasurement.TimeStudy Timed(List<Row> rows)
        {
            var elements = rows.GroupBy(r => r["Element"], StringComparer.Ordinal).Select(g => new WorkElement(g.Key, g.Select(r => r["ElementLabel"]).FirstOrDefault(l => l.Length > 0) ?? "")
            {
                Frequency = (double)(g.Select(r => r.Number("PerCycle")).FirstOrDefault(f => f is not null) ?? 1),
                IsForeign = g.Any(r => r["ForeignElement"] == "Yes"),
            });
            return Methods.WorkMeasurement.TimeStudy.Of(
                elements, rows.Select(r => new ObservedTime(r["Element"], (int)r.Number("Cycle")!.Value, Lasting(r.Number("ObservedTime")!.Value), (double?)r.Number("Rating"), Out(r))),
                new()
                {
                    Scale = Choice("RatingScale", RatingScale.Hundred),
                    RoutingTime = Setting("RoutingSeconds") is { } asked ? Lasting(asked) : null,
                    Allowance = new((double)AllowancePercent / 100, Choice("Convention", AllowanceConvention.OfWork)),
                });
        }

        private TimeStudySheet Sheet(Methods.WorkMeasurement.TimeStudy study, TimeUnit unit, decimal? routing)
        {
            var (symbol, decimals) = (unit.Symbol(), Math.Max(1, unit.Decimals()));
            decimal? In(TimeSpan? time) => time is { } known ? unit.FromSeconds((decimal)known.Ticks / TimeSpan.TicksPerSecond) : null;
            var normal = (decimal)PerformanceRating.Normal(study.Choices.Scale);
            var suspects = study.Suspects.Select(s => s.Observation).ToHashSet(ReferenceEqualityComparer.Instance);
            TimedElementRow Row(ElementTime e) => new(e.Element.Code, e.Element.Label, [.. e.Observations.OrderBy(o => o.Cycle).Select(o => new WatchReading(
                o.Cycle, In(o.Time)!.Value, (decimal?)o.Rating, In(o.Time)!.Value * (decimal)(o.Rating ?? (double)normal) / normal, o.ExcludedBecause is not null ? ReadingState.Excluded : suspects.Contains(o) ? ReadingState.Suspect : ReadingState.Counted))])
            {
                Mean = In(e.Mean.Value),
                Smallest = In(e.Smallest),
                Largest = In(e.Largest),
                Deviation = In(e.Deviation.Value),
                Coefficient = e.Coefficient.Value is { } c ? (decimal)c * 100 : null,
                Needed = e.NeededByTextbook.Value,
                Frequency = (decimal)e.Element.Frequency,
                Standard = e.PerCycle.Value is { } per ? In(study.Choices.Allowance.On(per).Known) : null,
            };
            var share = study.Choices.Allowance.Convention == AllowanceConvention.OfShift ? (french ? "Majoration, du poste" : "Allowance, of the shift") : french ? "Majoration, du travail" : "Allowance, of the work";
            var totals = new List<(string, string)> { (Word("NormalTime"), Told(study.NormalTime.Value, unit)), (share, language.WithUnit(new Amount((decimal)study.Choices.Allowance.Share * 100, "", 2).In(language), "%")) };
            if (routing is { } asked)
            {
                totals.Add((french ? "Gamme" : "Routing", new Amount(asked, "s", 1).In(language)));
            }

            if (unit != TimeUnit.Second)
            {
                totals.Add((Word("StandardTime"), Told(study.StandardTime.Value, unit)));
            }

            totals.Add((Word("StandardTime"), Told(study.StandardTime.Value, TimeUnit.Second)));
            return new(content.Title, symbol, [.. study.Elements.Select(Row)])
            {
                Foreign = [.. study.Foreign.Select(Row)],
                Decimals = decimals,
                ReadDecimals = Math.Min(3, Improvement.Pictures.Decimals(study.Elements.SelectMany(e => e.Observations).Select(o => decimal.Round(In(o.Time)!.Value, 3)))),
                Totals = totals,
                Period = Said(),
                NeededBy = french ? "N à ±\u00A05\u202F%, 95,45\u202F%\u00A0: (40·√(nΣx² − (Σx)²)/Σx)²" : "N at ± 5%, 95.45%: (40·√(nΣx² − (Σx)²)/Σx)²",
                Notes =
                [
                    .. Rows(SheetKind.Allowances).Count == 0 ? Array.Empty<string>() : [language.Labelled(french ? "Majorations" : "Allowances", string.Join(", ", Rows(SheetKind.Allowances).Select(r => r["AllowanceReason"] + " " + language.WithUnit(new Amount(r.Number("AllowancePoints")!.Value, "", 1).In(language), "%"))))],
                    .. lacks.Where(l => l.Item1 == "TimeLeftOut").Select(l => language.Labelled(french ? "Écarté" : "Left out", l.Item2)),
                    .. lacks.Where(l => l.Item1 == "TimeSuspect").Select(l => language.Labelled(french ? "À examiner, compté jusque-là" : "To look into, counted until then", l.Item2)),
                ],
            };
        }

        private StudyDrawing? Rounds()
        {
            if (Setting("RoundsPerDay") is null || Clock("RoundsFrom") is null || Clock("RoundsUntil") is null)
            {
                return null;
            }

            var seed = Seed;
            var times = Drawn();
            if (times.Count == 0)
            {
                lacks.Add(("RoundsDoNotFit", ""));
                return null;
            }

            var drawn = new RoundSheet(french ? "Tournées du jour" : "Rounds of the day", times, seed);
            return new("Rounds", s => RoundSheetDrawing.Draw(drawn, s));
        }

        private int Seed => (int)(Setting("Seed") ?? 1);

        /// <summary>When the rounds of a day are; none when they were not asked for or do not fit.</summary>
        public IReadOnlyList<TimeOnly> Drawn()
        {
            if (Setting("RoundsPerDay") is not { } many || Clock("RoundsFrom") is not { } from || Clock("RoundsUntil") is not { } until)
            {
                return [];
            }

            try
            {
                return RoundSchedule.Draw(from, until, (int)many, new Random(Seed), TimeSpan.FromMinutes(2));
            }
            catch (ArgumentException)
            {
                return [];
            }
        }

        // Left out when the column says so, or when the remark itself asks for it in so many words and the column does not say no.
        private string? Out(Row row)
        {
            var why = row["WhyOut"];
            var asks = Plant.TypedTable.Plain(why) is var plain && (plain.Contains("a exclure", StringComparison.Ordinal) || plain.Contains("a ecarter", StringComparison.Ordinal) || plain.Contains("to be left out", StringComparison.Ordinal) || plain.Contains("to exclude", StringComparison.Ordinal));
            if (row["LeftOut"] != "Yes" && !(asks && row["LeftOut"].Length == 0))
            {
                return null;
            }

            if (why.Length == 0)
            {
                lacks.Add(("NoReason", $"{row["Element"]}, cycle {row["Cycle"]}"));
                return french ? "sans motif" : "no reason given";
            }

            return why;
        }

        private string Word(string key) => (key, french) switch
        {
            ("NormalTime", true) => "Temps normal du cycle",
            ("NormalTime", _) => "Normal time of the cycle",
            ("StandardTime", true) => "Temps alloué",
            ("StandardTime", _) => "Standard time",
            ("CycleTime", true) => "Cycle",
            ("CycleTime", _) => "Cycle",
            ("OperatorEngaged", true) => "Opérateur engagé",
            ("OperatorEngaged", _) => "Operator engaged",
            ("MachineEngaged", true) => "Machine engagée",
            ("MachineEngaged", _) => "Machine engaged",
            ("OperatorFree", true) => "Temps libre noté",
            ("OperatorFree", _) => "Free time noted",
            ("PiecesPerHour", true) => "Pièces par heure",
            ("PiecesPerHour", _) => "Pieces an hour",
            ("OperatorUndescribed", true) => "Temps non décrit",
            ("OperatorUndescribed", _) => "Not described",
            ("MachineRuns", true) => "Machine seule",
            ("MachineRuns", _) => "Machine alone",
            ("MaskedTime", true) => "Temps masqué",
            ("MaskedTime", _) => "Overlapped",
            ("MotionTotal", true) => "Total",
            ("MotionTotal", _) => "Total",
            (_, true) => "soit",
            _ => "that is",
        };

        private static ActivityKind Kind(string key) => key switch { "Tm" => ActivityKind.Manual, "Tt" => ActivityKind.Technological, "Ttm" => ActivityKind.TechnicalManual, "Tz" => ActivityKind.Overlapped, "Ts" => ActivityKind.Series, _ => ActivityKind.Waiting };

        /// <summary>The lanes a resource names: "opérateur + machine arrêtée" is two; a machine that stands still is the same machine.</summary>
        private static IEnumerable<(string Key, string Name)> Lanes(string resource)
        {
            var named = resource.Split(['+', '&', '/', ','], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
            foreach (var name in named.DefaultIfEmpty(resource))
            {
                var words = name.Split(' ', StringSplitOptions.RemoveEmptyEntries).Where(w => Plant.TypedTable.Plain(w) is not ("arretee" or "arrete" or "stopped")).ToList();
                var kept = words.Count > 0 ? string.Join(' ', words) : name;
                yield return (Plant.TypedTable.Plain(kept), char.ToUpper(kept[0], CultureInfo.InvariantCulture) + kept[1..]);
            }
        }

        private static string Where(ObservedTime time) => $"{time.Element}, cycle {time.Cycle}";

        private string Told(TimeSpan? time, TimeUnit unit) => time is { } known ? new Amount(unit.FromSeconds((decimal)known.Ticks / TimeSpan.TicksPerSecond), unit.Symbol(), Math.Max(1, unit == TimeUnit.Second ? 1 : 2)).In(language) : "—";

        private TimeOnly? Clock(string key) => content.Settings.TryGetValue(key, out var text) ? TimeOnly.ParseExact(text, "HH:mm", CultureInfo.InvariantCulture) : null;

        private T Choice<T>(string key, T otherwise)
            where T : struct, Enum => Enum.TryParse<T>(content.Settings.GetValueOrDefault(key), out var chosen) ? chosen : otherwise;

        private static decimal Percent(LaneTime lane) => (decimal)lane.Engagement.Known * 100;

        private static decimal? Seconds(TimeSpan? time) => time is { } known ? (decimal)known.Ticks / TimeSpan.TicksPerSecond : null;

        private static TimeSpan Lasting(decimal seconds) => TimeSpan.FromTicks((long)decimal.Round(seconds * TimeSpan.TicksPerSecond));

        /// <summary>Which table of predetermined times a study is read with; the keys of its setting.</summary>
        private enum TimeCard
        {
            MostBasic,
            Mtm1Inches,
            OwnCard,
        }
    }
}
