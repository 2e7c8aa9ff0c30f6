using System.Text.Json;
using Etabli.Cli.Columns;
using Etabli.Figures.Yamazumis;
using Etabli.Methods.Balancing;

namespace Etabli.Cli.Lines;

/// <summary>A line to balance, from any of the forms a file can have.</summary>
/// <param name="Line">The line, its times in whole units.</param>
/// <param name="Units">Whole units of one unit of the file: 1, 10, 100 or 1000.</param>
/// <param name="Cycle">The cycle the file gives, in the file's unit.</param>
/// <param name="Stations">The station the file puts each task at; empty when it does not say.</param>
internal sealed record LineSource(AssemblyLine Line, int Units, double? Cycle, IReadOnlyList<string> Stations)
{
    private const long LargestFile = 64_000_000;
    private static readonly int[] Scales = [1, 10, 100, 1000];

    /// <summary>What each task is worth, in the order of the line.</summary>
    public IReadOnlyList<BlockWorth> Worths { get; private init; } = [];

    /// <summary>The first class that is none; a search does without, a drawing does not.</summary>
    public ColumnFault? WrongClass { get; private init; }

    /// <summary>Unit that the heading of the times names; null when it names none.</summary>
    public string? Unit { get; private init; }

    public static LineSource Read(FileInfo file)
    {
        if (!file.Exists)
        {
            throw new FileNotFoundException(null, file.FullName);
        }

        if (file.Length > LargestFile)
        {
            throw new ColumnFault("Line.TooLarge", file.Name);
        }

        try
        {
            return file.Extension.ToUpperInvariant() switch
            {
                ".IN2" => Of(LineFile.ReadIn2(File.ReadAllText(file.FullName))),
                ".ALB" => Of(LineFile.ReadAlb(File.ReadAllText(file.FullName))),
                ".JSON" => FromJson(File.ReadAllText(file.FullName)),
                _ => FromTable(file),
            };
        }
        catch (LineException wrong)
        {
            throw Fault(wrong);
        }
    }

    public static ColumnFault Fault(LineException wrong) => new($"Line.{wrong.Fault}", string.Join(" → ", wrong.About.Take(20).Select(a => ColumnFault.Shown(a))), wrong.Row is { } at ? Speech.Say("Column.Line.At", at) + " " : "", ColumnFault.Shown(wrong.Text), AssemblyLine.MostTasks) { Line = wrong.Row, Text = wrong.Text.Length == 0 ? null : wrong.Text };

    private static LineSource Of(LineFile file) => new(file.Line, 1, file.Cycle, []);

    private static LineSource FromTable(FileInfo file)
    {
        using var rows = ColumnFile.Open(file);
        var id = Place(rows, "n", "id", "tache", "task", "code", "numero");
        var time = Place(rows, "temps_s", "temps", "duree", "duree_s", "time", "temps_cmin");
        var (name, before, station) = (rows.FindAny("libelle", "designation", "nom", "name", "label"), rows.FindAny("predecesseurs", "anteriorites", "predecessors", "apres", "after"), rows.FindAny("poste_actuel", "poste", "station"));
        var worth = rows.FindAny("classe_va", "va", "classe", "value_class", "class");
        ColumnFault? wrong = null;
        var drafts = new List<Draft>();
        while (rows.Next())
        {
            if (drafts.Count == AssemblyLine.MostTasks)
            {
                throw new LineException(LineFault.TooManyTasks, [$"{drafts.Count + 1}"], (int)rows.Line);
            }

            var spent = rows.Number(time);
            if (spent < 0)
            {
                throw new LineException(LineFault.NegativeTime, [rows.Text(id)], (int)rows.Line, ColumnFault.Shown(rows.Cell(time)));
            }

            var said = worth < 0 || rows.IsBlank(worth) ? "" : rows.Cell(worth).ToString();
            if (Worth(said) is null)
            {
                wrong ??= ColumnFault.OfCell("Line.Class", rows.Line, rows.Headings[worth], said);
            }

            drafts.Add(new(rows.Text(id), spent, name < 0 ? "" : ColumnFault.Shown(rows.Cell(name).Trim()), before < 0 || rows.IsBlank(before) ? [] : Names(rows.Cell(before).ToString()), station < 0 || rows.IsBlank(station) ? "" : rows.Text(station), rows.Line, Worth(said) ?? BlockWorth.Unset));
        }

        var unit = rows.Headings[time].Split('_', ' ', '(')[^1].TrimEnd(')').ToLowerInvariant();
        return Of(drafts, null) with { WrongClass = wrong, Unit = unit is "s" or "min" or "cmin" or "ch" or "dmh" or "tmu" ? unit : null };
    }

    private static int Place(ColumnFile rows, params string[] names) => rows.FindAny(names) is >= 0 and var at ? at : throw new ColumnFault("NoColumn", rows.Name, string.Join(" / ", names.Take(3)), string.Join(", ", rows.Headings));

    /// <summary>VA, NVA-N however it is written, NVA; unset when nothing is, null when it is something else.</summary>
    private static BlockWorth? Worth(string text) => string.Concat(text.Where(char.IsLetter)).ToUpperInvariant() switch
    {
        "" when string.IsNullOrWhiteSpace(text) => BlockWorth.Unset,
        "VA" => BlockWorth.ValueAdding,
        "NVA" => BlockWorth.Waste,
        var letters when letters.StartsWith("NVAN", StringComparison.Ordinal) => BlockWorth.Necessary,
        _ => null,
    };

    private static string[] Names(string text) => text.Split([' ', ',', ';', '-', '/', '|', '\t'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    private static LineSource FromJson(string text)
    {
        try
        {
            using var document = JsonDocument.Parse(text, new() { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip });
            var root = document.RootElement;
            var drafts = root.GetProperty("tasks").EnumerateArray().Select(t => new Draft(
                Name(t.GetProperty("id")),
                t.GetProperty("time").GetDouble() is >= 0 and var time ? time : throw new LineException(LineFault.NegativeTime, [Name(t.GetProperty("id"))]),
                t.TryGetProperty("name", out var name) ? name.GetString() ?? "" : "",
                t.TryGetProperty("after", out var after) ? [.. after.EnumerateArray().Select(Name)] : [],
                t.TryGetProperty("station", out var station) ? Name(station) : "",
                null,
                t.TryGetProperty("class", out var worth) ? Worth(worth.GetString() ?? "") ?? throw new ColumnFault("Line.ClassOf", Name(t.GetProperty("id")), ColumnFault.Shown(worth.GetString())) : BlockWorth.Unset)).ToList();
            if (root.TryGetProperty("precedence", out var arcs))
            {
                var known = drafts.Index().GroupBy(d => d.Item.Id).ToDictionary(g => g.Key, g => g.First().Index);
                foreach (var arc in arcs.EnumerateArray())
                {
                    var (first, second) = (Name(arc[0]), Name(arc[1]));
                    var at = known.TryGetValue(second, out var place) ? place : throw new LineException(LineFault.UnknownTask, [second]);
                    drafts[at] = drafts[at] with { After = [.. drafts[at].After, first] };
                }
            }

            return Of(drafts, root.TryGetProperty("cycle", out var cycle) ? cycle.GetDouble() : null);
        }
        catch (JsonException wrong)
        {
            throw new ColumnFault("Line.NotJson", (wrong.LineNumber ?? 0) + 1) { Line = (wrong.LineNumber ?? 0) + 1 };
        }
        catch (Exception wrong) when (wrong is KeyNotFoundException or InvalidOperationException or FormatException and not LineException or IndexOutOfRangeException)
        {
            throw new ColumnFault("Line.NotALine");
        }
    }

    private static string Name(JsonElement element) => element.ValueKind == JsonValueKind.Number ? element.GetRawText() : element.GetString() ?? "";

    private static LineSource Of(List<Draft> drafts, double? cycle)
    {
        var places = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var (i, draft) in drafts.Index())
        {
            if (!places.TryAdd(draft.Id, i))
            {
                throw new LineException(LineFault.Twice, [draft.Id], (int?)draft.Row);
            }
        }

        var arcs = new List<LineArc>();
        foreach (var (i, draft) in drafts.Index())
        {
            arcs.AddRange(draft.After.Select(a => new LineArc(places.TryGetValue(a, out var before) ? before : throw new LineException(LineFault.UnknownTask, [a], (int?)draft.Row), i)));
        }

        // The searches count in whole numbers: decimals of the file, three at most, become units.
        var units = Scales.FirstOrDefault(u => drafts.All(d => Math.Abs((d.Time * u) - Math.Round(d.Time * u)) < 1e-6), 1000);
        return new(AssemblyLine.Of([.. drafts.Select(d => new LineTask(d.Id, d.Time * units <= int.MaxValue / 2 ? (int)Math.Round(d.Time * units) : throw new LineException(LineFault.TooLong, [d.Id], (int?)d.Row), d.Name))], arcs), units, cycle,
            drafts.All(d => d.Station.Length > 0) ? [.. drafts.Select(d => d.Station)] : [])
        { Worths = [.. drafts.Select(d => d.Worth)] };
    }

    private sealed record Draft(string Id, double Time, string Name, IReadOnlyList<string> After, string Station, long? Row, BlockWorth Worth);
}
