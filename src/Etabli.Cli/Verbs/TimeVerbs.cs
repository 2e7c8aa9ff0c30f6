using System.CommandLine;
using System.Globalization;
using Etabli.Application.Files;
using Etabli.Application.Plant;
using Etabli.Application.Plant.Tables;
using Etabli.Application.Studies.Sheets;
using Etabli.Cli.Measures;
using Etabli.Figures.Ink;
using Etabli.Methods.WorkMeasurement;
using Etabli.Plant.Calendars;
using Etabli.Studies.Sheets;
using static Etabli.Cli.Measures.Reckoning;

namespace Etabli.Cli.Verbs;

/// <summary>time study: from the times read off the watch to the standard time; says what is left out and what a test suspects.</summary>
internal static class TimeVerbs
{
    public static Command Make() => new("time", Speech.Say("Time")) { Study() };

    private static Command Study()
    {
        var (file, allowance, routing) = (Table(), Number("--allowance", "Time.Allowance"), Number("--routing", "Time.Routing"));
        var (unit, scale, of) = (OneOf("--unit", "Time.Unit", "s", "min", "cmin", "dmh", "ch", "tmu"), OneOf("--scale", "Time.Scale", "100", "60", "bte", "car"), OneOf("--of", "Time.Of", "work", "shift"));
        var verb = new Command("study", Speech.Say("Time.Study")) { file, unit, scale, allowance, of, routing };
        verb.Does(async (parsed, stop) =>
        {
            var (percent, seconds) = (parsed.GetValue(allowance) ?? 0, parsed.GetValue(routing));
            if (percent is < 0 or > 99 || seconds <= 0)
            {
                return Answer.Wrong("setting", Speech.Say("Time.OutOfRange"));
            }

            var said = TimeUnits.Named(parsed.GetValue(unit)!)!.Value;
            var set = new Dictionary<string, string>
            {
                ["TimeUnit"] = said.ToString(),
                ["AllowancePercent"] = percent.ToString(CultureInfo.InvariantCulture),
                ["Convention"] = parsed.GetValue(of) == "shift" ? nameof(AllowanceConvention.OfShift) : nameof(AllowanceConvention.OfWork),
                ["RatingScale"] = (parsed.GetValue(scale) switch { "60" => RatingScale.Sixty, "bte" => RatingScale.Bte, "car" => RatingScale.CarMakers, _ => RatingScale.Hundred }).ToString(),
            };
            if (seconds is { } asked)
            {
                set["RoutingSeconds"] = ((decimal)asked).ToString(CultureInfo.InvariantCulture);
            }

            var (rows, wrong) = await SheetFile.Rows(parsed.GetRequiredValue(file), SheetKind.Timings, said, stop);
            return wrong ?? Try(() => Told(StudyReading.TimeStudyOf(new("", "", null, null, set, [new(SheetKind.Timings, rows)]), Language.Of(CultureInfo.CurrentUICulture.TwoLetterISOLanguageName)), said));
        });
        return verb;
    }

    private static Answer Told(TimeStudy study, TimeUnit unit)
    {
        double? In(TimeSpan? time) => time is { } t ? (double)unit.FromSeconds((decimal)t.Ticks / TimeSpan.TicksPerSecond) : null;
        object Mark(ObservedTime o, string? because, double? g = null) => new { element = o.Element, cycle = o.Cycle, seconds = o.Time.TotalSeconds, because, statistic = g };
        var left = study.Elements.Concat(study.Foreign).SelectMany(e => e.Excluded).ToList();
        var facts = new
        {
            unit = unit.Symbol(),
            normalTime = Measures.Told.Of(study.NormalTime),
            standardTime = Measures.Told.Of(study.StandardTime),
            routingGap = study.RoutingGap is { } gap ? Measures.Told.Of(gap) : null,
            elements = study.Elements.Select(e => new
            {
                code = e.Element.Code,
                label = e.Element.Label,
                frequency = e.Element.Frequency,
                counted = e.Counted.Count,
                mean = In(e.Mean.Value),
                smallest = In(e.Smallest),
                largest = In(e.Largest),
                deviation = In(e.Deviation.Value),
                coefficient = e.Coefficient.Value,
                neededByTextbook = Measures.Told.Of(e.NeededByTextbook),
                needed = Measures.Told.Of(e.Needed),
            }),
            foreign = study.Foreign.Select(e => e.Element.Code),
            leftOut = left.Select(o => Mark(o, o.ExcludedBecause)),
            suspects = study.Suspects.Select(s => Mark(s.Observation, null, s.Test.Statistic)),
        };
        var grid = new Grid(Speech.Say("Time.Element"), "n", $"TN {unit.Symbol()}", "min", "max", "σ", "σ/TN", "N (40)", "N (z)");
        foreach (var e in study.Elements)
        {
            grid.Row(e.Element.Code, Measures.Told.Say(e.Counted.Count), Rounded(In(e.Mean.Value)), Rounded(In(e.Smallest)), Rounded(In(e.Largest)), Rounded(In(e.Deviation.Value)), Measures.Told.Percent(e.Coefficient.Value), Measures.Told.Say(e.NeededByTextbook), Measures.Told.Say(e.Needed));
        }

        List<string> lines = [.. grid.Lines()];
        lines.AddRange(left.Select(o => Speech.Say("Time.LeftOut", o.Element, o.Cycle, o.ExcludedBecause!)));
        lines.AddRange(study.Suspects.Select(s => Speech.Say("Time.Suspect", s.Observation.Element, s.Observation.Cycle, Measures.Told.Say(s.Test.Statistic), Measures.Told.Say(s.Critical))));
        if (study.StandardTime.Value is not { } standard)
        {
            return new(ExitCode.Refused, facts, [.. lines]) { Complaint = Speech.Say("Time.NoResult", Measures.Told.Lacking(study.NormalTime.Because)) };
        }

        lines.Add(Speech.Say("Time.Normal", Rounded(In(study.NormalTime.Value)), unit.Symbol()));
        lines.Add(Speech.Say("Time.Standard", Rounded(In(standard)), unit.Symbol(), Rounded(standard.TotalSeconds, 1)));
        if (study.RoutingGap?.Value is { } share)
        {
            lines.Add(Speech.Say("Time.Gap", Measures.Told.Percent(share)));
        }

        return Answer.Done(facts, [.. lines]);
    }

    private static string Rounded(double? value, int decimals = 2) => value is { } v ? v.ToString("F" + decimals.ToString(CultureInfo.InvariantCulture), CultureInfo.CurrentCulture) : "–";
}

/// <summary>A sheet of a study read in a file, with what is wrong in it.</summary>
internal static class SheetFile
{
    public static async Task<(IReadOnlyList<IReadOnlyList<string>> Rows, Answer? Wrong)> Rows(FileInfo file, SheetKind kind, TimeUnit unit, CancellationToken stop)
    {
        if (!file.Exists)
        {
            throw new FileNotFoundException(null, file.FullName);
        }

        await using var stream = file.OpenRead();
        var table = await TypedTable.Read(stream, file.Name, CultureInfo.CurrentUICulture.TwoLetterISOLanguageName, new FileLimits(), stop);
        var read = SheetReading.Read(table, SheetForm.Of(kind).Columns, null, unit);
        return read.Missing.Count > 0 ? ([], Answer.Wrong("columns", Speech.Say("DrawMissing", file.Name, string.Join(", ", read.Missing.Select(c => c.Headings[0])))))
            : read.Faults.Count > 0 ? ([], new(
                ExitCode.BadInput, new { file = file.Name, faults = read.Faults.Select(f => new { line = f.Line, column = f.Column.Headings[0], text = f.Text, error = f.Error.ToString() }) },
                [.. read.Faults.Take(50).Select(f => Speech.Say("DrawFault", file.Name, f.Line, f.Column.Headings[0], f.Text, Speech.Say($"Cell.{f.Error}")))]))
            : read.Rows.Count == 0 ? ([], Answer.Wrong("empty", Speech.Say("Motion.Nothing", file.Name)))
            : (read.Rows, null);
    }
}
