using System.CommandLine;
using System.Globalization;
using Etabli.Application.Files;
using Etabli.Application.Plant;
using Etabli.Application.Plant.Flows;
using Etabli.Application.Plant.Occurrences;
using Etabli.Application.Plant.Tables;
using Etabli.Application.Studies.Sheets;
using Etabli.Figures.Ink;
using Etabli.Figures.Paretos;
using Etabli.Figures.ValueStreams;
using Etabli.Methods.Quality;
using Etabli.Plant.Flows;
using Etabli.Studies.Sheets;
using Etabli.Studies.Tallies;

namespace Etabli.Cli.Verbs;

/// <summary>draw: one verb a figure; reads tables, writes SVG, or its numbers as JSON.</summary>
internal static class DrawVerbs
{
    private static readonly DateTimeOffset Now = TimeProvider.System.GetUtcNow();

    public static Command Make()
    {
        var verb = new Command("draw", Speech.Say("Draw"))
        {
            Vsm(), Pareto(), CheckSheet(), YamazumiVerb.Make(),
            Study("process-chart", StudyKind.ProcessChart), Study("movements", StudyKind.Movements), Study("histogram", StudyKind.Histogram), Study("comparison", StudyKind.Comparison),
            Study("interviews", StudyKind.Interviews), Study("irritants", StudyKind.Irritants), Study("diagnosis", StudyKind.Diagnosis),
            Study("time-study", StudyKind.TimeStudy), Study("work-sampling", StudyKind.WorkSampling), Study("simogram", StudyKind.Simogram), Study("motions", StudyKind.PredeterminedTimes),
            Study("breakdown", StudyKind.WorkBreakdown), Study("learning", StudyKind.LearningCurve), Study("production-types", StudyKind.ProductionType),
        };
        return verb;
    }

    private static string Culture => CultureInfo.CurrentUICulture.TwoLetterISOLanguageName;

    internal static Language Tongue => Language.Of(Culture);

    private static Command Study(string name, StudyKind kind)
    {
        var (file, output, title) = (Table("FILE"), Output(), Title());
        var second = new Option<FileInfo?>("--second") { Description = Speech.Say("DrawSecond") };
        var columns = new Option<string[]>("--column") { Description = Speech.Say("DrawColumn") };
        var settings = new Option<string[]>("--set") { Description = Speech.Say("DrawSet") };
        var verb = new Command(name, Speech.Say($"Draw.{kind}")) { file, second, columns, settings, title, output };
        verb.Does(async (parsed, stop) =>
        {
            var form = StudyForm.Of(kind);
            var set = Pairs(parsed.GetValue(settings)).ToDictionary(p => p.Key, p => p.Value);
            foreach (var (key, value) in set)
            {
                if (form.Settings.FirstOrDefault(s => s.Key == key) is not { } setting || !setting.Holds(value))
                {
                    return Answer.Wrong("setting", Speech.Say("DrawSetWrong", $"{key}={value}", string.Join(", ", form.Settings.Select(s => s.Key))));
                }
            }

            List<FilledSheet> sheets = [];
            foreach (var (sheet, from) in form.Sheets.Zip(new[] { parsed.GetRequiredValue(file), parsed.GetValue(second) }))
            {
                if (from is null)
                {
                    continue;
                }

                var table = await Read(from, stop);
                var chosen = new Dictionary<string, int>();
                foreach (var (key, heading) in Pairs(parsed.GetValue(columns)))
                {
                    chosen[key] = table.Heading.ToList().FindIndex(h => TypedTable.Plain(h) == TypedTable.Plain(heading));
                }

                var read = SheetReading.Read(table, SheetForm.Of(sheet).Columns, sheets.Count == 0 ? chosen : null, StudyForm.UnitOf(new("", "", null, null, set, [])));
                if (read.Missing.Count > 0)
                {
                    return Answer.Wrong("columns", Speech.Say("DrawMissing", from.Name, string.Join(", ", read.Missing.Select(c => c.Headings[0]))));
                }

                if (read.Faults.Count > 0)
                {
                    return Wrong(from.Name, read.Faults.Select(f => (f.Line, f.Column.Headings[0], f.Text, f.Error.ToString())));
                }

                sheets.Add(new(sheet, read.Rows));
            }

            var content = new StudyContent(parsed.GetValue(title) ?? Path.GetFileNameWithoutExtension(parsed.GetRequiredValue(file).Name), "", null, null, set, sheets);
            return await Out(StudyReading.Of(kind, content, [], Tongue, at => at), parsed.GetValue(output), stop);
        });
        return verb;
    }

    private static Command CheckSheet()
    {
        var (file, output, title) = (Table("FILE"), Output(), Title());
        var per = new Option<string>("--per") { Description = Speech.Say("DrawPer"), DefaultValueFactory = _ => "week" }.AcceptOnlyFromAmong("hour", "shift", "day", "week");
        var station = new Option<string?>("--station") { Description = Speech.Say("DrawStation") };
        var verb = new Command("check-sheet", Speech.Say("Draw.CheckSheet")) { file, per, station, title, output };
        verb.Does((parsed, stop) => Events(parsed.GetRequiredValue(file), parsed.GetValue(station), (events, _) =>
        {
            List<TallyMark> marks = [.. events.SelectMany(e => Enumerable.Range(0, e.Quantity).Select(_ => new TallyMark(
                Guid.Empty, new(Guid.Empty), new(Guid.Empty), e.Cause, new DateTimeOffset(e.Day.ToDateTime(e.Begun ?? new TimeOnly(8, 0)), TimeSpan.Zero), null, null, new(Guid.Empty), "")))];
            var causes = events.GroupBy(e => e.Cause).OrderByDescending(g => g.Sum(e => e.Quantity)).Select(g => (IReadOnlyList<string>)[g.Key, ""]).ToList();
            var chosen = parsed.GetValue(per)!;
            var content = new StudyContent(
                parsed.GetValue(title) ?? Path.GetFileNameWithoutExtension(parsed.GetRequiredValue(file).Name), "", null, null,
                new Dictionary<string, string> { ["Per"] = char.ToUpperInvariant(chosen[0]) + chosen[1..] }, [new(SheetKind.Causes, causes)]);
            return Out(StudyReading.Of(StudyKind.CheckSheet, content, marks, Tongue, at => at), parsed.GetValue(output), stop);
        }, stop));
        return verb;
    }

    private static Command Pareto()
    {
        var (file, output, title) = (Table("FILE"), Output(), Title());
        var by = new Option<string>("--by") { Description = Speech.Say("DrawBy"), DefaultValueFactory = _ => "cause" }.AcceptOnlyFromAmong("cause", "station", "shift", "class");
        var measure = new Option<string?>("--measure") { Description = Speech.Say("DrawMeasure") }.AcceptOnlyFromAmong("count", "duration", "cost");
        var station = new Option<string?>("--station") { Description = Speech.Say("DrawStation") };
        var verb = new Command("pareto", Speech.Say("Draw.Pareto")) { file, by, measure, station, title, output };
        verb.Does((parsed, stop) => Events(parsed.GetRequiredValue(file), parsed.GetValue(station), async (events, kind) =>
        {
            var weigh = (parsed.GetValue(measure) ?? (kind == Etabli.Plant.Occurrences.PlantEventKind.Stop ? "duration" : "count")) switch { "duration" => ParetoMeasure.Duration, "cost" => ParetoMeasure.Cost, _ => ParetoMeasure.Count };
            var table = Methods.Quality.Pareto.Of(
                events.Select(e => (Key: parsed.GetValue(by) switch { "station" => e.Station, "shift" => e.Shift, "class" => e.Class, _ => e.Cause }, e))
                    .Select(e => (e.Key.Length == 0 ? "–" : e.Key, weigh switch { ParetoMeasure.Duration => e.e.Minutes ?? 0, ParetoMeasure.Cost => e.e.Cost ?? 0, _ => e.e.Quantity })),
                weigh);
            var words = weigh switch { ParetoMeasure.Duration => (Speech.Say("Duration"), "min"), ParetoMeasure.Cost => (Speech.Say("Cost"), "€"), _ => (Speech.Say("Count"), "") };
            var drawn = new Figures.Paretos.Pareto(parsed.GetValue(title) ?? Path.GetFileNameWithoutExtension(parsed.GetRequiredValue(file).Name), words.Item1, words.Item2, [.. table.Bars.Select(b => new Figures.Paretos.ParetoBar(b.Cause, b.Amount, b.Cumulated, b.Class == AbcClass.A))])
            {
                BarsAre = parsed.GetValue(by) switch { "station" => ParetoBarsAre.Stations, "shift" => ParetoBarsAre.Shifts, "class" => ParetoBarsAre.Classes, _ => ParetoBarsAre.Causes },
                Count = events.Count,
                Decimals = Application.Improvement.Pictures.Decimals(table.Bars.Select(b => b.Amount)),
                Period = events.Count == 0 ? null : $"{Tongue.Date(events.Min(e => e.Day))} – {Tongue.Date(events.Max(e => e.Day))}",
            };
            var facts = new { total = table.Total, classA = table.ClassA.Select(b => b.Cause), bars = table.Bars.Select(b => new { b.Cause, b.Amount, b.Share, b.Cumulated, @class = b.Class.ToString() }) };
            return await Out(ParetoDrawing.Draw(drawn, new(Tongue, 230)), facts, parsed.GetValue(output), stop);
        }, stop));
        return verb;
    }

    private static Command Vsm()
    {
        var (file, output, title) = (Table("OPERATIONS"), Output(), Title());
        var stocks = new Option<FileInfo?>("--stocks") { Description = Speech.Say("DrawStocks") };
        var information = new Option<FileInfo?>("--information") { Description = Speech.Say("DrawInformation") };
        var future = new Option<FileInfo?>("--future") { Description = Speech.Say("DrawFuture") };
        var futureStocks = new Option<FileInfo?>("--future-stocks") { Description = Speech.Say("DrawFutureStocks") };
        var demand = new Option<int>("--demand") { Description = Speech.Say("DrawDemand"), Required = true };
        var shifts = new Option<int>("--shifts") { Description = Speech.Say("DrawShifts"), DefaultValueFactory = _ => 1 };
        var presence = new Option<decimal>("--presence") { Description = Speech.Say("DrawPresence"), Required = true };
        var breaks = new Option<decimal>("--breaks") { Description = Speech.Say("DrawBreaks"), DefaultValueFactory = _ => 0m };
        var verb = new Command("vsm", Speech.Say("Draw.Vsm")) { file, stocks, information, future, futureStocks, demand, shifts, presence, breaks, title, output };
        verb.Does(async (parsed, stop) =>
        {
            var operations = parsed.GetRequiredValue(file);
            var source = new NumberSource(NumberOrigin.Imported, new(Guid.Empty), "", Now, operations.Name);
            var family = new ProductFamily(new(Guid.Empty), new(Guid.Empty), parsed.GetValue(title) ?? Path.GetFileNameWithoutExtension(operations.Name));
            family.Set(new(parsed.GetValue(demand), parsed.GetValue(shifts), parsed.GetValue(presence), parsed.GetValue(breaks), source));
            var (sheet, wrong) = await Stream(family, [(operations, FlowTableKind.Operations), (parsed.GetValue(stocks), FlowTableKind.Stocks), (parsed.GetValue(information), FlowTableKind.Information)], source, stop);
            if (sheet is null || wrong is not null)
            {
                return wrong!;
            }

            if (parsed.GetValue(future) is null && parsed.GetValue(futureStocks) is null)
            {
                return await Out(ValueStreamMapDrawing.Draw(FlowPictures.Map(sheet, Tongue), new(Tongue, 400)), Facts(sheet.Reading!), parsed.GetValue(output), stop);
            }

            // The future state begins as the current one: its tables change what they say and leave the rest.
            var (meant, mistaken) = await Stream(sheet.Family, [(parsed.GetValue(future), FlowTableKind.Operations), (parsed.GetValue(futureStocks), FlowTableKind.Stocks)], source, stop);
            if (meant is null || mistaken is not null)
            {
                return mistaken!;
            }

            var pair = FlowPair.Of(sheet, meant, Tongue)!;
            var both = new { current = Facts(sheet.Reading!), future = Facts(meant.Reading!), differences = pair.Differences.Select(d => new { name = d.Name, before = d.Before, after = d.After, change = d.Change, better = d.IsBetter }) };
            return await Out(ValueStreamPairDrawing.Draw(pair, new(Tongue, ValueStreamPairDrawing.Width)), both, parsed.GetValue(output), stop);
        });
        return verb;

        static object Facts(Etabli.Methods.ValueStreams.StreamReading reading) =>
            new
            {
                taktSeconds = reading.Takt.Time.TotalSeconds,
                leadTimeDays = reading.LeadTime.Value,
                bottleneck = reading.Bottleneck?.Codes,
                overTakt = reading.Loads.Where(l => l.ExceedsTakt == true).Select(l => l.Code),
                stockPieces = reading.Stock.Pieces,
                stockValue = reading.Stock.Value.Value,
                branches = reading.Branches.Select(b => new { from = b.Steps[0], leadTimeDays = b.LeadTime.Value, valueAddedSeconds = b.ValueAddedTime.Value?.TotalSeconds, ratio = b.Efficiency.Value, critical = b.IsCritical }),
            };
    }

    /// <summary>A family after tables were taken into it, read; or what is wrong with one of them.</summary>
    private static async Task<(FlowSheet? Sheet, Answer? Wrong)> Stream(ProductFamily family, IReadOnlyList<(FileInfo? From, FlowTableKind Kind)> tables, NumberSource source, CancellationToken stop)
    {
        foreach (var (from, kind) in tables)
        {
            if (from is null)
            {
                continue;
            }

            var read = FlowImport.Read(await Read(from, stop), family, source, DateOnly.FromDateTime(Now.UtcDateTime), kind);
            if (read.ColumnsMissing.Count > 0)
            {
                return (null, Answer.Wrong("columns", Speech.Say("DrawMissing", from.Name, string.Join(", ", read.ColumnsMissing.Select(c => FlowColumns.Of(kind).Single(k => k.Column == c).Names[0])))));
            }

            if (read.Faults.Count > 0)
            {
                return (null, Wrong(from.Name, read.Faults.Select(f => (f.Line, FlowColumns.Of(kind).Single(k => k.Column == f.Column).Names[0], f.Text, f.Error.ToString()))));
            }

            family = read.Applied(family, source);
        }

        var sheet = new FlowSheet(family, FlowStream.Of(family)?.Read(), [], false);
        return sheet.Reading is not { } reading ? (null, Answer.Wrong("empty", Speech.Say("DrawNothing", family.Name)))
            : reading.HasCycle ? (null, Answer.Wrong("cycle", Speech.Say("DrawCycle", string.Join(" → ", reading.Cycle.Append(reading.Cycle[0])))))
            : (sheet, null);
    }

    private static async Task<Answer> Events(FileInfo file, string? station, Func<IReadOnlyList<ReadEvent>, Etabli.Plant.Occurrences.PlantEventKind, Task<Answer>> then, CancellationToken stop)
    {
        await using var stream = Opened(file);
        using var text = await TableFile.Open(stream, file.Name, Culture, new FileLimits(), stop);
        var reading = EventReading.Open(text.Reader, text.Culture, DateOnly.FromDateTime(Now.UtcDateTime));
        if (reading.Missing.Count > 0)
        {
            return Answer.Wrong("columns", Speech.Say("DrawMissing", file.Name, string.Join(", ", reading.Missing.Select(c => c.ToString().ToLowerInvariant()))));
        }

        List<ReadEvent> events = [.. reading.Read().Where(e => station is null || e.Station == station)];
        return reading.Faults.Count > 0
            ? Wrong(file.Name, reading.Faults.Select(f => (f.Line, f.Column.ToString().ToLowerInvariant(), f.Text, f.Error.ToString())))
            : events.Count == 0 ? Answer.Wrong("empty", Speech.Say("DrawNothing", file.Name)) : await then(events, reading.Kind);
    }

    private static Answer Wrong(string file, IEnumerable<(int Line, string Column, string Text, string Error)> faults)
    {
        var all = faults.ToList();
        return new(
            ExitCode.BadInput, new { file, faults = all.Select(f => new { line = f.Line, column = f.Column, text = f.Text, error = f.Error }) },
            [.. all.Take(50).Select(f => Speech.Say("DrawFault", file, f.Line, f.Column, f.Text, Speech.Say($"Cell.{f.Error}")))]);
    }

    private static async Task<Answer> Out(StudyReading reading, FileInfo? output, CancellationToken stop)
    {
        var facts = new
        {
            facts = reading.Facts.Select(f => new { f.Key, f.Value, f.Unit, formula = f.Because?.Formula.Symbols, source = f.Because?.Formula.Source.ToString() }),
            lacks = reading.Lacks.Select(l => new { l.Key, l.About }),
        };
        if (reading.Pictures.Count == 0)
        {
            return new(ExitCode.BadInput, facts, Speech.Say("DrawNothing", ""));
        }

        var first = reading.Pictures[0];
        for (var i = 1; output is not null && i < reading.Pictures.Count; i++)
        {
            var beside = Path.Combine(output.DirectoryName!, $"{Path.GetFileNameWithoutExtension(output.Name)}-{i + 1}{output.Extension}");
            await File.WriteAllTextAsync(beside, reading.Pictures[i].Draw(new(Tongue, reading.Pictures[i].Width)), stop);
        }

        return await Out(first.Draw(new(Tongue, first.Width)), facts, output, stop);
    }

    internal static async Task<Answer> Out(string svg, object facts, FileInfo? output, CancellationToken stop)
    {
        if (output is null)
        {
            return Answer.Done(facts, svg);
        }

        await File.WriteAllTextAsync(output.FullName, svg, stop);
        return Answer.Done(facts, Speech.Say("Drawn", output.FullName));
    }

    private static async Task<TypedTable> Read(FileInfo file, CancellationToken stop)
    {
        await using var stream = Opened(file);
        return await TypedTable.Read(stream, file.Name, Culture, new FileLimits(), stop);
    }

    private static FileStream Opened(FileInfo file) => file.Exists ? file.OpenRead() : throw new FileNotFoundException(null, file.FullName);

    private static IEnumerable<(string Key, string Value)> Pairs(string[]? said) => (said ?? []).Select(s => s.Split('=', 2)).Where(p => p.Length == 2).Select(p => (p[0], p[1]));

    private static Argument<FileInfo> Table(string name) => new(name) { Description = Speech.Say("DrawFile") };

    internal static Option<FileInfo?> Output() => new("--output", "-o") { Description = Speech.Say("DrawOutput") };

    internal static Option<string?> Title() => new("--title") { Description = Speech.Say("DrawTitle") };
}
