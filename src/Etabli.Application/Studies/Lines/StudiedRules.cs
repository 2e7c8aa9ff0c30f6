using System.Globalization;
using Etabli.Methods.Balancing.Ruled;
using Etabli.Studies.Sheets;

namespace Etabli.Application.Studies.Lines;

/// <summary>One rule of the sheet of a line, and its row (fr: règle étudiée).</summary>
/// <param name="Row">From 1, among the rows of the sheet of rules.</param>
/// <param name="Rule">What it asks.</param>
public sealed record StudiedRule(int Row, LineRule Rule);

/// <summary>The rules of the workshop that a study says, as the methods know them and as sentences.</summary>
public static class StudiedRules
{
    private static readonly char[] Between = [' ', ',', ';', '\u00A0', '/', '+'];

    /// <summary>The rules of the sheet; or the rows that say none, each with the reason.</summary>
    /// <param name="content">The study.</param>
    /// <param name="tasks">Its tasks.</param>
    /// <param name="posts">Stations of today, in the order of the flow: a rule names them, or says their rank from 1.</param>
    public static (IReadOnlyList<StudiedRule> Rules, IReadOnlyList<LineSheetGap> Gaps) Of(StudyContent content, IReadOnlyList<StudiedTask> tasks, IReadOnlyList<string> posts)
    {
        ArgumentNullException.ThrowIfNull(content);
        ArgumentNullException.ThrowIfNull(tasks);
        ArgumentNullException.ThrowIfNull(posts);
        var form = SheetForm.Of(SheetKind.LineRules);
        var rows = content.Rows(SheetKind.LineRules);
        var places = tasks.Index().ToDictionary(t => t.Item.Id, t => t.Index, StringComparer.OrdinalIgnoreCase);
        var rules = new List<StudiedRule>();
        var gaps = new List<LineSheetGap>();
        foreach (var (at, row) in rows.Index())
        {
            string Cell(string key) => form.At(key) is var column && column < row.Count ? row[column].Trim() : "";
            try
            {
                rules.Add(new(at + 1, Of(Cell, places, posts)));
            }
            catch (UnreadableRule wrong)
            {
                gaps.Add(new(wrong.Fault, $"{at + 1}{(wrong.About.Length > 0 ? $" ({wrong.About})" : "")}"));
            }
        }

        return (rules, gaps);
    }

    /// <summary>A rule as a sentence.</summary>
    public static string Say(LineRule rule, IReadOnlyList<StudiedTask> tasks, IReadOnlyList<string> posts, bool french)
    {
        ArgumentNullException.ThrowIfNull(tasks);
        ArgumentNullException.ThrowIfNull(posts);
        string Tasks(IEnumerable<int> of) => string.Join(", ", of.Select(t => tasks[t].Id));
        string Posts(IEnumerable<int> of) => string.Join(", ", of.Order().Select(p => p < posts.Count ? posts[p] : (p + 1).ToString(CultureInfo.InvariantCulture)));
        string Number(double value) => value.ToString("0.###", CultureInfo.GetCultureInfo(french ? "fr" : "en"));
        string Counted(int stations) => french ? $"{stations} {(stations > 1 ? "postes" : "poste")}" : $"{stations} {(stations == 1 ? "station" : "stations")}";
        return rule switch
        {
            StationRule { IsForbidden: false } of => french ? $"{Tasks(of.Tasks)} seulement à {Posts(of.Stations)}" : $"{Tasks(of.Tasks)} at {Posts(of.Stations)} only",
            StationRule of => french ? $"{Tasks(of.Tasks)} jamais à {Posts(of.Stations)}" : $"{Tasks(of.Tasks)} never at {Posts(of.Stations)}",
            TogetherRule of => french ? $"{Tasks(of.Tasks)} au même poste" : $"{Tasks(of.Tasks)} at one station",
            ApartRule of => french ? $"{Tasks(of.Tasks)} jamais deux au même poste" : $"{Tasks(of.Tasks)} never two at one station",
            DistanceRule of => french ? $"{Tasks([of.First, of.Second])} à {Counted(of.Least)} d’écart au moins" : $"{Tasks([of.First, of.Second])} at least {Counted(of.Least)} from each other",
            BudgetRule of => french ? $"{of.Name} : {Number(of.Most)} au plus par poste" : $"{of.Name}: {Number(of.Most)} a station at most",
            EquipmentRule of => french ? $"{of.Name} ({Tasks(of.Tasks)}) à {Counted(of.Most)} au plus" : $"{of.Name} ({Tasks(of.Tasks)}) at {Counted(of.Most)} at most",
            _ => "",
        };
    }

    private static LineRule Of(Func<string, string> cell, Dictionary<string, int> places, IReadOnlyList<string> posts)
    {
        List<string> named = [.. cell("RuleTasks").Split(Between, StringSplitOptions.RemoveEmptyEntries)];
        int Task(string name) => places.TryGetValue(name, out var at) ? at : throw new UnreadableRule(LineSheetFault.RuleTask, name);
        List<int> Tasks(int least) => named.Select(Task).Distinct().ToList() is var tasks && tasks.Count >= least ? tasks : throw new UnreadableRule(LineSheetFault.RuleShort);
        double Value() => double.TryParse(cell("RuleValue"), CultureInfo.InvariantCulture, out var value) ? value : throw new UnreadableRule(LineSheetFault.RuleValue);
        int Whole() => Value() is var value && value >= 1 && value <= 1_000 && value == Math.Floor(value) ? (int)value : throw new UnreadableRule(LineSheetFault.RuleValue);
        IReadOnlyList<int> Stations() => cell("RuleStations").Split(Between, StringSplitOptions.RemoveEmptyEntries).Select(name => Place(name, posts)).ToList() is { Count: > 0 } stations ? stations : throw new UnreadableRule(LineSheetFault.RuleStation);
        return cell("RuleKind") switch
        {
            "OnlyAt" => new StationRule(Tasks(1), Stations()),
            "NeverAt" => new StationRule(Tasks(1), Stations(), IsForbidden: true),
            "TogetherTasks" => new TogetherRule(Tasks(2)),
            "ApartTasks" => new ApartRule(Tasks(2)),
            "FarTasks" => Tasks(2) is [var first, var second] ? new DistanceRule(first, second, Whole()) : throw new UnreadableRule(LineSheetFault.RuleShort),
            "SharedEquipment" => new EquipmentRule(cell("RuleName"), Tasks(1), Whole()),
            _ => new BudgetRule(cell("RuleName"), Amounts(named, places), Value()),
        };
    }

    // "3:1 7:2,5": so much of each task; a task alone counts 1.
    private static double[] Amounts(List<string> named, Dictionary<string, int> places)
    {
        var amounts = new double[places.Count];
        foreach (var one in named)
        {
            var (name, said) = one.Split(':') is [var task, var much] ? (task, much) : (one, "1");
            amounts[places.TryGetValue(name, out var at) ? at : throw new UnreadableRule(LineSheetFault.RuleTask, name)] =
                double.TryParse(said, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var amount) && double.IsFinite(amount) ? amount : throw new UnreadableRule(LineSheetFault.RuleValue, one);
        }

        return named.Count > 0 ? amounts : throw new UnreadableRule(LineSheetFault.RuleShort);
    }

    internal static int IndexOf(IReadOnlyList<string> posts, string name)
    {
        for (var i = 0; i < posts.Count; i++)
        {
            if (string.Equals(posts[i], name, StringComparison.OrdinalIgnoreCase))
            {
                return i;
            }
        }

        return -1;
    }

    private static int Place(string name, IReadOnlyList<string> posts)
    {
        var at = IndexOf(posts, name);
        return at >= 0 ? at : int.TryParse(name, NumberStyles.None, CultureInfo.InvariantCulture, out var rank) && rank is >= 1 and <= 500 ? rank - 1 : throw new UnreadableRule(LineSheetFault.RuleStation, name);
    }

    private sealed class UnreadableRule(LineSheetFault fault, string about = "") : Exception
    {
        public LineSheetFault Fault { get; } = fault;

        public string About { get; } = about;
    }
}
