using System.CommandLine;
using System.Globalization;
using Etabli.Application.Studies.Sheets;
using Etabli.Cli.Measures;
using Etabli.Figures.Ink;
using Etabli.Methods.WorkMeasurement;
using Etabli.Plant.Calendars;
using Etabli.Studies.Sheets;

namespace Etabli.Cli.Verbs;

/// <summary>most and mtm: a sequence, or a file of them, with a table that says its name and version.</summary>
internal static class MotionVerbs
{
    private static Language Tongue => Language.Of(CultureInfo.CurrentUICulture.TwoLetterISOLanguageName);

    public static Command Most()
    {
        var sequence = new Argument<string>("SEQUENCE") { Description = Speech.Say("Motion.Sequence") };
        var verb = new Command("most", Speech.Say("Motion.Most")) { sequence };
        verb.Does((parsed, _) => Task.FromResult(One(MotionTable.BasicMost.Time(parsed.GetRequiredValue(sequence)))));
        return verb;
    }

    public static Command Mtm()
    {
        var file = new Argument<FileInfo>("FILE") { Description = Speech.Say("Motion.File") };
        var table = new Option<string>("--table") { Description = Speech.Say("Motion.Table"), DefaultValueFactory = _ => MotionTable.Mtm1.Code };
        var verb = new Command("mtm", Speech.Say("Motion.Mtm")) { file, table };
        verb.Does(async (parsed, stop) =>
        {
            var asked = parsed.GetValue(table)!;
            MotionTable card;
            if (MotionTable.Find(asked) is { } shipped)
            {
                card = shipped;
            }
            else if (!File.Exists(asked))
            {
                // A card that does not ship is not guessed: whoever has the right to it brings it.
                var no = Speech.Say("Motion.NoTable", asked, string.Join(", ", MotionTable.Shipped.Select(t => t.Code)));
                return new(ExitCode.Refused, new { error = "table", sentence = no }, no);
            }
            else
            {
                try
                {
                    var text = await File.ReadAllTextAsync(asked, stop);
                    var name = Path.GetFileNameWithoutExtension(asked);
                    card = Path.GetExtension(asked).Equals(".json", StringComparison.OrdinalIgnoreCase) ? MotionTable.Read(text) : MotionTable.ReadCsv(text, name, "1", Path.GetFileName(asked));
                }
                catch (FormatException wrong)
                {
                    return Answer.Wrong("table", Speech.Say("Motion.TableWrong", Path.GetFileName(asked), wrong.Message));
                }
            }

            var from = parsed.GetRequiredValue(file);
            var (rows, fault) = await SheetFile.Rows(from, SheetKind.Motions, TimeUnit.Second, stop);
            return fault ?? All(MotionAnalysis.Of(card, rows.Select(Row)));
        });
        return verb;
    }

    private static MotionRow Row(IReadOnlyList<string> cells)
    {
        string Cell(string key) => cells[SheetForm.Of(SheetKind.Motions).At(key)];
        decimal? Number(string key) => Cell(key) is { Length: > 0 } text ? decimal.Parse(text, CultureInfo.InvariantCulture) : null;
        return new(Cell("Gesture"), Cell("Sequence"), Cell("HandUsed") switch { "LeftHand" => Hand.Left, "RightHand" => Hand.Right, _ => Hand.Both }, Number("Often") ?? 1, (int?)Number("Together"));
    }

    private static Answer One(MotionSequence read)
    {
        if (read.Faults.Count > 0)
        {
            return new(
                ExitCode.BadInput, new { table = Card(read.Table), sequence = read.Written, faults = read.Faults.Select(Fault) },
                [.. read.Faults.Select(f => SequenceSentences.Of(f, Tongue))]);
        }

        var grid = new Grid(Speech.Say("Motion.Code"), "TMU", "f", "");
        foreach (var motion in read.Motions)
        {
            grid.Row(motion.Value.Code, Told.Amount(motion.Tmu), Told.Amount(motion.Frequency), motion.Value.Status == MotionStatus.FromMemory ? Speech.Say("Motion.FromMemory") : "");
        }

        var facts = new { table = Card(read.Table), sequence = read.Written, tmu = read.Tmu.Known, seconds = read.Time!.Value.TotalSeconds, verified = read.IsVerified, because = Told.Of(read.Tmu.Because), motions = read.Motions.Select(Said) };
        return Answer.Done(facts, [.. grid.Lines(), Total((decimal)read.Tmu.Known, read.Time.Value), read.Table.ToString()]);
    }

    private static Answer All(MotionAnalysis analysis)
    {
        var facts = new
        {
            table = Card(analysis.Table),
            tmu = analysis.Tmu.Value,
            seconds = analysis.Time?.TotalSeconds,
            fromMemory = analysis.FromMemory,
            rows = analysis.Rows.Select(r => new { description = r.Row.Description, sequence = r.Row.Sequence, hand = Told.Key(r.Row.Hand), frequency = r.Row.Frequency, tmu = r.Tmu, counts = r.Counts, faults = r.Read.Faults.Select(Fault) }),
        };
        var wrong = analysis.Rows.SelectMany((r, i) => r.Read.Faults.Select(f => Speech.Say("Motion.RowWrong", i + 1, r.Row.Description, SequenceSentences.Of(f, Tongue)))).ToArray();
        if (wrong.Length > 0)
        {
            return new(ExitCode.BadInput, facts, wrong);
        }

        var grid = new Grid(Speech.Say("Motion.Description"), Speech.Say("Motion.Written"), "f", "TMU");
        foreach (var row in analysis.Rows)
        {
            grid.Row(row.Row.Description, row.Row.Sequence, Told.Amount(row.Row.Frequency), row.Counts ? Told.Amount(row.Tmu!.Value) : $"({Told.Amount(row.Tmu!.Value)})");
        }

        List<string> lines = [.. grid.Lines(), Total((decimal)analysis.Tmu.Known, analysis.Time!.Value), analysis.Table.ToString()];
        if (analysis.FromMemory > 0)
        {
            lines.Add(Speech.Say("Motion.SomeFromMemory", analysis.FromMemory));
        }

        return Answer.Done(facts, [.. lines]);
    }

    private static string Total(decimal tmu, TimeSpan time) => Speech.Say("Motion.Total", Told.Amount(tmu), Told.Amount((decimal)time.Ticks / TimeSpan.TicksPerSecond), Told.Amount(decimal.Round(WorkUnits.In(time, WorkUnit.Centiminute), 3)));

    private static object Card(MotionTable table) => new { code = table.Code, name = table.Name, version = table.Version, source = table.Source };

    private static object Fault(SequenceFault fault) => new { problem = Told.Key(fault.Problem), position = fault.Position, text = fault.Text, proposals = fault.Proposals, sentence = SequenceSentences.Of(fault, Tongue) };

    private static object Said(Motion motion) => new { code = motion.Value.Code, tmu = motion.Tmu, frequency = motion.Frequency, status = Told.Key(motion.Value.Status), means = motion.Value.Means };
}
