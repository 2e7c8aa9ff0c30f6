using System.Globalization;
using System.Text.Json;
using Etabli.Cli.Columns;
using Etabli.Methods.Balancing.Ruled;

namespace Etabli.Cli.Lines;

/// <summary>What a workshop asks of a balance, from a JSON file; tasks by name, stations from 1, times in the unit of the line's file.</summary>
internal sealed class RuleSource
{
    private const long LargestFile = 16_000_000;

    private readonly LineSource source;
    private readonly Dictionary<string, int> places;

    private RuleSource(LineSource source)
    {
        this.source = source;
        places = source.Line.Tasks.Index().ToDictionary(t => t.Item.Id, t => t.Index, StringComparer.Ordinal);
    }

    public required RuledLine Ruled { get; init; }

    /// <summary>What is wanted, in order; empty when the file does not say.</summary>
    public required IReadOnlyList<LineGoal> Goals { get; init; }

    public static RuleSource Read(FileInfo file, LineSource source)
    {
        if (!file.Exists)
        {
            throw new FileNotFoundException(null, file.FullName);
        }

        if (file.Length > LargestFile)
        {
            throw new ColumnFault("Rules.TooLarge", file.Name);
        }

        try
        {
            using var document = JsonDocument.Parse(File.ReadAllText(file.FullName), new() { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip });
            var reader = new RuleSource(source) { Ruled = null!, Goals = [] };
            var setting = reader.Setting(document.RootElement);
            return new(source) { Ruled = RuledLine.Of(source.Line, setting), Goals = GoalsOf(document.RootElement) };
        }
        catch (JsonException wrong)
        {
            throw new ColumnFault("Line.NotJson", (wrong.LineNumber ?? 0) + 1) { Line = (wrong.LineNumber ?? 0) + 1 };
        }
        catch (RuleException wrong)
        {
            throw Fault(wrong);
        }
    }

    public static ColumnFault Fault(RuleException wrong) => new($"Rules.{wrong.Fault}", wrong.Rule is { } at ? Speech.Say("Column.Rules.In", at + 1) + " " : "", ColumnFault.Shown(wrong.About), LineSetting.MostOperators, LineSetting.MostCopies);

    private LineSetting Setting(JsonElement root)
    {
        Only(root, "", "shape", "operators", "copies", "sides", "workers", "models", "setups", "returns", "deviations", "percentile", "today", "goals", "rules");
        return new()
        {
            Shape = Text(root, "shape") switch { null or "straight" => LineShape.Straight, "u" or "U" => LineShape.U, var other => throw Not("shape", other, "straight, u") },
            Operators = Whole(root, "operators") ?? 1,
            Copies = Whole(root, "copies") ?? 1,
            Sides = Sides(root),
            Workers = [.. Items(root, "workers").Select(Worker)],
            Models = [.. Items(root, "models").Select(Model)],
            Setups = [.. Items(root, "setups").Select(s => Setup(s, "setups"))],
            Returns = [.. Items(root, "returns").Select(s => Setup(s, "returns"))],
            Deviations = root.TryGetProperty("deviations", out _) ? [.. Each(root, "deviations", 0, (_, value) => Number(value, "deviations") * source.Units)] : [],
            Percentile = root.TryGetProperty("percentile", out var percentile) ? Number(percentile, "percentile") : 0.5,
            Today = Today(root),
            Rules = [.. Items(root, "rules").Select(Rule)],
        };
    }

    private LineRule Rule(JsonElement rule)
    {
        switch (Text(rule, "kind") ?? "")
        {
            case "at" or "not-at":
                Only(rule, "rules", "kind", "tasks", "stations");
                return new StationRule(Tasks(rule, "tasks"), [.. Items(rule, "stations").Select(s => s.ValueKind == JsonValueKind.Number && s.TryGetInt32(out var at) && at is >= 1 ? at - 1 : throw Not("stations", s.GetRawText(), "1, 2, 3…"))], Text(rule, "kind") == "not-at");
            case "together":
                Only(rule, "rules", "kind", "tasks");
                return new TogetherRule(Tasks(rule, "tasks"));
            case "apart":
                Only(rule, "rules", "kind", "tasks");
                return new ApartRule(Tasks(rule, "tasks"));
            case "distance":
                Only(rule, "rules", "kind", "first", "second", "least");
                return new DistanceRule(Task(Needed(rule, "first")), Task(Needed(rule, "second")), Whole(rule, "least") ?? throw Missing("least"));
            case "budget":
                Only(rule, "rules", "kind", "name", "amounts", "most");
                Needed(rule, "amounts");
                return new BudgetRule(Text(rule, "name") ?? "", Each(rule, "amounts", 0.0, (_, value) => Number(value, "amounts")), Number(Needed(rule, "most"), "most"));
            case "equipment":
                Only(rule, "rules", "kind", "name", "tasks", "most");
                return new EquipmentRule(Text(rule, "name") ?? "", Tasks(rule, "tasks"), Whole(rule, "most") ?? throw Missing("most"));
            case var other:
                throw Not("kind", other, "at, not-at, together, apart, distance, budget, equipment");
        }
    }

    private LineWorker Worker(JsonElement worker)
    {
        Only(worker, "workers", "name", "times", "factor");
        var factor = worker.TryGetProperty("factor", out var said) ? Number(said, "factor") : 1;
        if (factor is <= 0 or > 1000)
        {
            throw Not("factor", said.GetRawText(), "1, 1.2…");
        }

        var times = source.Line.Tasks.Select(t => (int?)Math.Min(int.MaxValue / 4, Math.Ceiling((t.Time * factor) - 1e-9))).ToArray();
        foreach (var (task, value) in Named(worker, "times"))
        {
            times[task] = value.ValueKind == JsonValueKind.Null ? null : Time(value, "times");
        }

        return new(Text(worker, "name") ?? "", times);
    }

    private LineModel Model(JsonElement model)
    {
        Only(model, "models", "name", "share", "times", "most");
        var times = source.Line.Tasks.Select(t => t.Time).ToArray();
        foreach (var (task, value) in Named(model, "times"))
        {
            times[task] = Time(value, "times");
        }

        return new(Text(model, "name") ?? "", Whole(model, "share") ?? 1, times, model.TryGetProperty("most", out var most) ? Number(most, "most") : null);
    }

    private LineSetup Setup(JsonElement setup, string of)
    {
        Only(setup, of, "from", "to", "time");
        return new(Task(Needed(setup, "from")), Task(Needed(setup, "to")), Time(Needed(setup, "time"), "time"));
    }

    private LineSide[] Sides(JsonElement root)
    {
        if (!root.TryGetProperty("sides", out var sides))
        {
            return [];
        }

        Only(sides, "sides", "left", "right");
        var of = new LineSide[source.Line.Tasks.Count];
        foreach (var task in sides.TryGetProperty("left", out _) ? Tasks(sides, "left") : [])
        {
            of[task] = LineSide.Left;
        }

        foreach (var task in sides.TryGetProperty("right", out _) ? Tasks(sides, "right") : [])
        {
            of[task] = of[task] == LineSide.Left ? throw new ColumnFault("Rules.BothSides", ColumnFault.Shown(source.Line.Tasks[task].Id)) : LineSide.Right;
        }

        return of;
    }

    // true: the stations of the line's own file, in the order of their numbers.
    private List<int> Today(JsonElement root)
    {
        if (!root.TryGetProperty("today", out var today) || today.ValueKind is JsonValueKind.False or JsonValueKind.Null)
        {
            return [];
        }

        if (today.ValueKind == JsonValueKind.True)
        {
            if (source.Stations.Count == 0)
            {
                throw new ColumnFault("Line.NoStation");
            }

            var names = source.Stations.Distinct().Order(StringComparer.Create(CultureInfo.InvariantCulture, CompareOptions.NumericOrdering)).ToList();
            return [.. source.Stations.Select(s => names.IndexOf(s))];
        }

        var at = Each(root, "today", -1, (_, value) => value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out var station) && station is >= 1 ? station - 1 : throw Not("today", value.GetRawText(), "1, 2, 3…"));
        return at.IndexOf(-1) is >= 0 and var missing ? throw new ColumnFault("Rules.NoToday", ColumnFault.Shown(source.Line.Tasks[missing].Id)) : at;
    }

    private static LineGoal[] GoalsOf(JsonElement root) => [.. Items(root, "goals").Select(g => g.ValueKind == JsonValueKind.String ? g.GetString() : g.GetRawText()).Select(g => g switch
    {
        "stations" => LineGoal.Stations,
        "operators" => LineGoal.Operators,
        "moves" => LineGoal.Moves,
        "evenness" => LineGoal.Unevenness,
        _ => throw Not("goals", g, "stations, operators, moves, evenness"),
    })];

    private List<T> Each<T>(JsonElement of, string name, T otherwise, Func<int, JsonElement, T> read)
    {
        List<T> values = [.. Enumerable.Repeat(otherwise, source.Line.Tasks.Count)];
        foreach (var (task, value) in Named(of, name))
        {
            values[task] = read(task, value);
        }

        return values;
    }

    private List<(int Task, JsonElement Value)> Named(JsonElement of, string name) =>
        !of.TryGetProperty(name, out var values) ? []
            : values.ValueKind != JsonValueKind.Object ? throw Not(name, values.GetRawText(), "{\"tâche\": …}")
            : values.EnumerateObject().Select(p => (places.TryGetValue(p.Name, out var at) ? at : throw Unknown(p.Name), p.Value)).ToList();

    private static List<JsonElement> Items(JsonElement of, string name) =>
        !of.TryGetProperty(name, out var items) ? [] : items.ValueKind == JsonValueKind.Array ? items.EnumerateArray().ToList() : throw Not(name, items.GetRawText(), "[…]");

    private int[] Tasks(JsonElement of, string name) => [.. Items(of, name).Select(Task)];

    private int Task(JsonElement element) => (element.ValueKind == JsonValueKind.String ? element.GetString()! : element.GetRawText()) is var name && places.TryGetValue(name, out var at) ? at : throw Unknown(name);

    private int Time(JsonElement element, string name)
    {
        var units = Number(element, name) * source.Units;
        return units < 0 || units > int.MaxValue / 4 ? throw Not(name, element.GetRawText(), "0, 1, 2…")
            : Math.Abs(units - Math.Round(units)) > 1e-6 ? throw new ColumnFault("Rules.Finer", name, ColumnFault.Shown(element.GetRawText()), Measures.Told.Say(1.0 / source.Units))
            : (int)Math.Round(units);
    }

    private static double Number(JsonElement element, string name) => element.ValueKind == JsonValueKind.Number && element.TryGetDouble(out var number) && double.IsFinite(number) ? number : throw Not(name, element.GetRawText(), "0, 1, 2.5…");

    private static int? Whole(JsonElement of, string name) => !of.TryGetProperty(name, out var value) ? null : value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out var whole) ? whole : throw Not(name, value.GetRawText(), "1, 2, 3…");

    private static string? Text(JsonElement of, string name) =>
        of.ValueKind != JsonValueKind.Object ? throw Not(name, of.GetRawText(), "{…}")
            : !of.TryGetProperty(name, out var value) ? null : value.ValueKind == JsonValueKind.String ? value.GetString() : throw Not(name, value.GetRawText(), "\"…\"");

    private static JsonElement Needed(JsonElement of, string name) => of.TryGetProperty(name, out var value) ? value : throw Missing(name);

    private static void Only(JsonElement of, string where, params string[] names)
    {
        if (of.ValueKind != JsonValueKind.Object)
        {
            throw Not(where.Length > 0 ? where : "…", of.GetRawText(), "{…}");
        }

        foreach (var property in of.EnumerateObject().Where(p => !names.Contains(p.Name)))
        {
            throw new ColumnFault("Rules.NoSuchName", ColumnFault.Shown(property.Name), string.Join(", ", names));
        }
    }

    private static ColumnFault Not(string name, string? text, string instead) => new("Rules.NotThat", name, ColumnFault.Shown(text), instead);

    private static ColumnFault Missing(string name) => new("Rules.Missing", name);

    private static ColumnFault Unknown(string task) => new("Rules.UnknownTask", ColumnFault.Shown(task));
}
