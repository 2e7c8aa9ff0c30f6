using System.Globalization;
using Etabli.Methods.Balancing;
using Etabli.Methods.Balancing.Ruled;
using Etabli.Studies.Sheets;

namespace Etabli.Application.Studies.Lines;

/// <summary>Shape, operators, copies, sides, deviations, models, workers and set-ups that a study says, as the methods know them.</summary>
internal static class StudiedSetting
{
    private static readonly char[] Between = [' ', ',', ';', '\u00A0', '/', '+'];
    private static readonly (SheetKind Sheet, string Column)[] Timed = [(SheetKind.LineModelTimes, "ModelTime"), (SheetKind.LineWorkers, "WorkerTime"), (SheetKind.LineSetups, "SetupTime")];

    /// <summary>All the times in seconds that stand outside the tasks: the unit of the line is as fine as they are.</summary>
    public static IEnumerable<decimal> Times(StudyContent content) => Timed.SelectMany(t => Rows(content, t.Sheet).Select(r => r.Number(t.Column))).OfType<decimal>();

    /// <summary>The setting; what cannot be is left out, each with the reason.</summary>
    public static (LineSetting Setting, IReadOnlyList<LineSheetGap> Gaps) Of(StudyContent content, IReadOnlyList<StudiedTask> tasks, AssemblyLine line, int units)
    {
        var gaps = new List<LineSheetGap>();
        var places = tasks.Index().ToDictionary(t => t.Item.Id, t => t.Index, StringComparer.OrdinalIgnoreCase);
        int Units(decimal seconds) => (int)Math.Min(int.MaxValue / 4, decimal.Round(seconds * units));
        List<Row> rows = [.. Rows(content, SheetKind.LineTasks)];
        LineSide[] sides = [.. rows.Select(r => r.Text("TaskSide") switch { "LeftSide" => LineSide.Left, "RightSide" => LineSide.Right, _ => LineSide.Either })];
        double[] deviations = [.. rows.Select(r => (double)((r.Number("TaskDeviation") ?? 0) * units))];
        List<Row> setups = [.. Rows(content, SheetKind.LineSetups).Where(r => Known(r, r.Text("SetupFrom"), LineSheetFault.SetupTask) & Known(r, r.Text("SetupTo"), LineSheetFault.SetupTask))];
        LineSetup Setup(Row row) => new(places[row.Text("SetupFrom")], places[row.Text("SetupTo")], Units(row.Number("SetupTime") ?? 0));
        var setting = new LineSetting
        {
            Shape = content.Settings.GetValueOrDefault("LineShape") == "ULine" ? LineShape.U : LineShape.Straight,
            Operators = (int)(Set("OperatorsPerStation") ?? 1),
            Copies = (int)(Set("CopiesPerStation") ?? 1),
            Percentile = Set("InTimePercent") is { } percent ? (double)percent / 100 : 0.5,
            Sides = Array.TrueForAll(sides, s => s == LineSide.Either) ? [] : sides,
            Deviations = Array.TrueForAll(deviations, d => d <= 0) ? [] : deviations,
            Models = Models(),
            Workers = Workers(),
            Setups = [.. setups.Where(r => r.Text("SetupWhen") != "NextPiece").Select(Setup)],
            Returns = [.. setups.Where(r => r.Text("SetupWhen") == "NextPiece").Select(Setup)],
        };
        try
        {
            return (RuledLine.Of(line, setting).Setting, gaps);
        }
        catch (RuleException wrong)
        {
            // What the methods do not compute is said, and the line stays what its tasks alone say.
            gaps.Add(new(wrong.Fault switch { RuleFault.UAlone => LineSheetFault.UAlone, RuleFault.WorkersOnce => LineSheetFault.WorkersOnce, RuleFault.NoSkill => LineSheetFault.NoSkill, _ => LineSheetFault.TooMuch }, wrong.About));
            return (new() { Models = setting.Models }, gaps);
        }

        decimal? Set(string key) => content.Settings.TryGetValue(key, out var text) ? decimal.Parse(text, CultureInfo.InvariantCulture) : null;

        bool Known(Row row, string task, LineSheetFault fault)
        {
            if (!places.ContainsKey(task))
            {
                gaps.Add(new(fault, $"{row.Number0 + 1} ({task})"));
            }

            return places.ContainsKey(task);
        }

        // "*": all of them.
        List<int> Named(Row row, string column, LineSheetFault fault) => row.Text(column) is var said && said == "*"
            ? [.. Enumerable.Range(0, tasks.Count)]
            : [.. said.Split(Between, StringSplitOptions.RemoveEmptyEntries).Where(t => Known(row, t, fault)).Select(t => places[t])];

        List<LineModel> Models()
        {
            var models = new Dictionary<string, (Row Row, int[] Times)>(StringComparer.OrdinalIgnoreCase);
            foreach (var row in Rows(content, SheetKind.LineModels))
            {
                if (!models.TryAdd(row.Text("ModelName"), (row, [.. line.Tasks.Select(t => t.Time)])))
                {
                    gaps.Add(new(LineSheetFault.ModelTwice, row.Text("ModelName")));
                }
            }

            foreach (var row in Rows(content, SheetKind.LineModelTimes))
            {
                if (!models.TryGetValue(row.Text("TimedModel"), out var model))
                {
                    gaps.Add(new(LineSheetFault.ModelUnknown, $"{row.Number0 + 1} ({row.Text("TimedModel")})"));
                    continue;
                }

                foreach (var task in Named(row, "ModelTasks", LineSheetFault.ModelTask))
                {
                    model.Times[task] = Units(row.Number("ModelTime") ?? 0);
                }
            }

            return [.. models.Values.Select(m => new LineModel(m.Row.Text("ModelName"), (int)(m.Row.Number("ModelShare") ?? 1), m.Times, m.Row.Number("ModelMost") is { } most ? (double)most / 100 : null))];
        }

        // A row without a time says that the task is none of his.
        List<LineWorker> Workers()
        {
            var workers = new Dictionary<string, (string Name, int?[] Times)>(StringComparer.OrdinalIgnoreCase);
            foreach (var row in Rows(content, SheetKind.LineWorkers))
            {
                if (!workers.TryGetValue(row.Text("WorkerName"), out var worker))
                {
                    workers[row.Text("WorkerName")] = worker = (row.Text("WorkerName"), new int?[tasks.Count]);
                }

                foreach (var task in Named(row, "WorkerTasks", LineSheetFault.WorkerTask))
                {
                    worker.Times[task] = row.Number("WorkerTime") is { } own ? Units(own) : row.Number("WorkerPercent") is { } percent ? (int)Math.Min(int.MaxValue / 4, Math.Ceiling(line.Tasks[task].Time * percent / 100)) : null;
                }
            }

            return [.. workers.Values.Select(w => new LineWorker(w.Name, w.Times))];
        }
    }

    private static IEnumerable<Row> Rows(StudyContent content, SheetKind sheet) => content.Rows(sheet).Select((cells, at) => new Row(SheetForm.Of(sheet), cells, at));

    /// <param name="Form">Its columns.</param>
    /// <param name="Cells">Its cells.</param>
    /// <param name="Number0">From 0.</param>
    private sealed record Row(SheetForm Form, IReadOnlyList<string> Cells, int Number0)
    {
        public string Text(string key) => Cells[Form.At(key)].Trim();

        public decimal? Number(string key) => Text(key) is { Length: > 0 } text ? decimal.Parse(text, CultureInfo.InvariantCulture) : null;
    }
}
