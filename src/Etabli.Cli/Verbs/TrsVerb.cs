using System.CommandLine;
using Etabli.Application.Plant;
using Etabli.Cli.Columns;
using Etabli.Cli.Measures;
using Etabli.Methods.Performance;
using static Etabli.Cli.Measures.Reckoning;

namespace Etabli.Cli.Verbs;

/// <summary>trs: where the time of machines goes, from production by shift, stops and scrap.</summary>
internal static class TrsVerb
{
    private static readonly string[] Machine = ["poste", "machine", "station", "equipement", "workstation"];
    private static readonly string[] Day = ["date", "jour", "day"];
    private static readonly string[] Shift = ["equipe", "shift", "poste horaire"];
    private static readonly string[] Total = ["temps_total_min", "total_min", "total (min)"];
    private static readonly string[] Opening = ["temps_ouverture_min", "ouverture_min", "opening_min", "ouverture (min)", "opening (min)"];
    private static readonly string[] Required = ["temps_requis_min", "requis_min", "required_min", "requis (min)", "required (min)"];
    private static readonly string[] Stopped = ["arrets_min", "stops_min", "arrêts (min)", "stops (min)"];
    private static readonly string[] Made = ["quantite", "made", "quantity", "produites"];
    private static readonly string[] Scrapped = ["rebuts", "scrap"];
    private static readonly string[] Good = ["bonnes", "good"];
    private static readonly string[] Cycle = ["tc_ideal_s", "cycle_s", "tc (s)", "cycle (s)"];
    private static readonly string[] Minutes = ["duree_min", "duration_min", "durée (min)", "duration (min)"];
    private static readonly string[] Quantity = ["quantite", "quantity", "rebuts", "scrap"];

    public static Command Make()
    {
        var (file, stops, scrap) = (Table(), new Option<FileInfo?>("--stops") { Description = Speech.Say("Trs.Stops") }, new Option<FileInfo?>("--scrap") { Description = Speech.Say("Trs.Scrap") });
        var (changeover, machine) = (OneOf("--changeover", "Trs.Changeover", "within", "outside"), Text("--machine", "Trs.Machine"));
        return new Command("trs", Speech.Say("Trs")) { file, stops, scrap, changeover, machine }.Reckons(parsed =>
        {
            var reading = parsed.GetValue(changeover) == "outside" ? ChangeoverReading.OutOfRequired : ChangeoverReading.WithinRequired;
            var periods = Periods(parsed.GetRequiredValue(file), StopsOf(parsed.GetValue(stops)), ScrapOf(parsed.GetValue(scrap)), parsed.GetValue(machine));
            if (periods.Count == 0)
            {
                throw new ColumnFault("NoMachine", parsed.GetRequiredValue(file).Name, parsed.GetValue(machine) ?? "");
            }

            List<(TrsCascade Cascade, Reliability Reliability)> sheets = [.. Trs.ByMachine(periods, reading).Select(c => (c, Reliability.Of([.. periods.Where(p => p.Machine == c.Name)])))];
            if (sheets.Count > 1)
            {
                sheets.Add((Trs.RollUp(Speech.Say("Trs.All"), periods, reading), Reliability.Of(periods)));
            }

            var facts = new { changeovers = Told.Key(reading), machines = sheets.Take(sheets.Count > 1 ? sheets.Count - 1 : 1).Select(s => Facts(s.Cascade, s.Reliability)), together = sheets.Count > 1 ? Facts(sheets[^1].Cascade, sheets[^1].Reliability) : null };
            return Answer.Done(facts, [.. Lines(sheets)]);
        });
    }

    private static List<MachinePeriod> Periods(FileInfo file, ILookup<string, Stop>? stops, Dictionary<string, long>? scrap, string? only)
    {
        using var lines = ColumnFile.Open(file);
        int Needed(string[] names) => lines.FindAny(names) is >= 0 and var at ? at : throw new ColumnFault("NoColumn", lines.Name, names[0], string.Join(", ", lines.Headings));
        var (machine, made, cycle) = (Needed(Machine), Needed(Made), Needed(Cycle));
        var (day, shift, total, opening, required) = (lines.FindAny(Day), lines.FindAny(Shift), lines.FindAny(Total), lines.FindAny(Opening), lines.FindAny(Required));
        var (stopped, scrapped, good) = (lines.FindAny(Stopped), lines.FindAny(Scrapped), lines.FindAny(Good));
        if (total < 0 && opening < 0 && required < 0)
        {
            throw new ColumnFault("NoColumn", lines.Name, Required[0], string.Join(", ", lines.Headings));
        }

        List<MachinePeriod> periods = [];
        while (lines.Next())
        {
            var name = lines.Text(machine);
            if (only is not null && TypedTable.Plain(only) != TypedTable.Plain(name))
            {
                continue;
            }

            var key = KeyOf(lines, day, shift, name);
            var (asked, count) = (At(lines, required), (long)lines.Count(made));
            var lost = scrap is not null ? scrap.GetValueOrDefault(key) : good >= 0 ? count - lines.Count(good) : scrapped >= 0 ? lines.Count(scrapped) : 0;
            if (lost < 0 || lost > count)
            {
                throw new ColumnFault("MoreThanInspected", lines.Line, lost, count) { Line = lines.Line };
            }

            periods.Add(new()
            {
                Machine = name,
                Period = string.Join(' ', new[] { day, shift }.Where(c => c >= 0).Select(c => ColumnFault.Shown(lines.Cell(c).Trim()))),
                Total = At(lines, total) is { } t && t > TimeSpan.Zero ? t : null,
                Opening = At(lines, opening),
                Required = asked,
                Running = stops is null && asked is { } r && At(lines, stopped) is { } s ? r > s ? r - s : TimeSpan.Zero : null,
                Stops = stops is null ? [] : [.. stops[key]],
                Pieces = [new(lines.Number(cycle) is > 0 and < 1e7 and var seconds ? TimeSpan.FromSeconds(seconds) : throw ColumnFault.OfCell("NotPositiveAt", lines.Line, lines.Headings[cycle], lines.Cell(cycle)), count, count - lost)],
            });
        }

        return periods;
    }

    private static ILookup<string, Stop>? StopsOf(FileInfo? file)
    {
        if (file is null)
        {
            return null;
        }

        using var lines = ColumnFile.Open(file);
        int Needed(string[] names) => lines.FindAny(names) is >= 0 and var at ? at : throw new ColumnFault("NoColumn", lines.Name, names[0], string.Join(", ", lines.Headings));
        var (machine, minutes, day, shift) = (Needed(Machine), Needed(Minutes), lines.FindAny(Day), lines.FindAny(Shift));
        var (cause, kind, type) = (lines.FindAny("cause", "motif"), lines.FindAny("classe", "class"), lines.FindAny("type"));
        List<(string Key, Stop Stop)> stops = [];
        while (lines.Next())
        {
            string Said(int column) => column < 0 ? "" : ColumnFault.Shown(lines.Cell(column).Trim());
            stops.Add((KeyOf(lines, day, shift, lines.Text(machine)), new(ClassOf(Said(kind), Said(type), Said(cause)), At(lines, minutes)!.Value, Said(cause))));
        }

        return stops.ToLookup(s => s.Key, s => s.Stop);
    }

    private static Dictionary<string, long>? ScrapOf(FileInfo? file)
    {
        if (file is null)
        {
            return null;
        }

        using var lines = ColumnFile.Open(file);
        int Needed(string[] names) => lines.FindAny(names) is >= 0 and var at ? at : throw new ColumnFault("NoColumn", lines.Name, names[0], string.Join(", ", lines.Headings));
        var (machine, quantity, day, shift) = (Needed(Machine), Needed(Quantity), lines.FindAny(Day), lines.FindAny(Shift));
        var scrap = new Dictionary<string, long>(StringComparer.Ordinal);
        while (lines.Next())
        {
            var key = KeyOf(lines, day, shift, lines.Text(machine));
            scrap[key] = scrap.GetValueOrDefault(key) + lines.Count(quantity);
        }

        return scrap;
    }

    private static string KeyOf(ColumnFile lines, int day, int shift, string machine) =>
        $"{(day < 0 ? "" : lines.Cell(day).Trim())}|{(shift < 0 ? "" : lines.Cell(shift).Trim())}|{machine}";

    /// <summary>The class of a stop by the words of its class, type and cause, French or English.</summary>
    private static StopClass ClassOf(string kind, string type, string cause)
    {
        var (k, t, c) = (TypedTable.Plain(kind), TypedTable.Plain(type), TypedTable.Plain(cause));
        bool Any(string text, params ReadOnlySpan<string> words)
        {
            foreach (var word in words)
            {
                if (text.Contains(word, StringComparison.Ordinal))
                {
                    return true;
                }
            }

            return false;
        }

        return Any(k, "ferme", "closure") ? StopClass.Closure
            : Any(k, "planifie", "programme", "planned") ? StopClass.Planned
            : Any(k, "induit", "induced") ? StopClass.Induced
            : Any(t, "panne", "breakdown") ? StopClass.Breakdown
            : Any(c, "changement de serie", "changeover") || Any(t, "changement", "changeover") ? StopClass.Changeover
            : Any(t, "reglage", "setting") ? StopClass.Setting
            : Any(t, "micro", "short") ? StopClass.ShortStop
            : StopClass.OtherOwn;
    }

    private static TimeSpan? At(ColumnFile lines, int column) =>
        column < 0 ? null : lines.Number(column) is >= 0 and < 1e9 and var minutes ? TimeSpan.FromMinutes(minutes) : throw ColumnFault.OfCell("NotADuration", lines.Line, lines.Headings[column], lines.Cell(column));

    private static object Facts(TrsCascade c, Reliability r) => new
    {
        name = c.Name,
        timesMinutes = new { total = c.Total?.TotalMinutes, opening = c.Opening?.TotalMinutes, required = c.Required.TotalMinutes, running = c.Running.TotalMinutes, net = c.Net.TotalMinutes, useful = c.Useful.TotalMinutes },
        made = c.Made,
        good = c.Good,
        trs = Told.Of(c.Trs),
        availability = Told.Of(c.Availability),
        performance = Told.Of(c.Performance),
        quality = Told.Of(c.Quality),
        trg = Told.Of(c.Trg),
        tre = Told.Of(c.Tre),
        load = Told.Of(c.Load),
        strategic = Told.Of(c.Strategic),
        losses = c.Stops.Append(c.RhythmLoss).Append(c.QualityLoss).Select(l => new { name = l.Name, minutes = l.Duration.TotalMinutes, pieces = l.Pieces, ofRequired = l.OfRequired }),
        reliability = new { breakdowns = r.Breakdowns, meanTimeBetween = Told.Of(r.MeanTimeBetween), meanTimeToRepair = Told.Of(r.MeanTimeToRepair), availability = Told.Of(r.Availability) },
        warnings = c.Warnings.Select(w => new { machine = w.Machine, period = w.Period, kind = Told.Key(w.Kind), byMinutes = w.By.TotalMinutes }),
    };

    private static IEnumerable<string> Lines(List<(TrsCascade Cascade, Reliability Reliability)> sheets)
    {
        var rates = new Grid(["", "tR (min)", "tF (min)", "tN (min)", "tU (min)", "DO", "TP", "TQ", "TRS", "TRG", "MTBF (min)", "MTTR (min)"]);
        foreach (var (c, r) in sheets)
        {
            string Share(Methods.Explained<double> rate) => Told.Percent(rate.Value);
            string Time(Methods.Explained<TimeSpan> time) => Told.Say(time.Value?.TotalMinutes is { } m ? Math.Round(m, 1) : null);
            rates.Row(c.Name, Told.Say(c.Required.TotalMinutes), Told.Say(c.Running.TotalMinutes), Told.Say(Math.Round(c.Net.TotalMinutes, 1)), Told.Say(Math.Round(c.Useful.TotalMinutes, 1)), Share(c.Availability), Share(c.Performance), Share(c.Quality), Share(c.Trs), Share(c.Trg), Time(r.MeanTimeBetween), Time(r.MeanTimeToRepair));
        }

        string[] losses = [.. sheets.SelectMany(s => s.Cascade.Stops.Append(s.Cascade.RhythmLoss).Append(s.Cascade.QualityLoss)).Where(l => l.Duration != TimeSpan.Zero).Select(l => l.Name).Distinct()];
        var lost = new Grid([Speech.Say("Trs.Losses"), .. sheets.Select(s => s.Cascade.Name)]);
        foreach (var name in losses)
        {
            lost.Row([Speech.Term(name), .. sheets.Select(s => Told.Percent(s.Cascade.Stops.Append(s.Cascade.RhythmLoss).Append(s.Cascade.QualityLoss).FirstOrDefault(l => l.Name == name)?.OfRequired))]);
        }

        var warnings = sheets[..^(sheets.Count > 1 ? 1 : 0)].SelectMany(s => s.Cascade.Warnings).ToList();
        return [.. rates.Lines(), "", .. lost.Lines(), .. warnings.Take(10).Select(w => Speech.Say("Trs.Warning", w.Machine, w.Period, Speech.Say($"Trs.Warning.{w.Kind}"), Told.Say(w.By.TotalMinutes))), .. warnings.Count > 10 ? (string[])[Speech.Say("Trs.MoreWarnings", warnings.Count - 10)] : []];
    }
}
