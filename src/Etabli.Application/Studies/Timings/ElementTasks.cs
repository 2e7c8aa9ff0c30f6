using System.Text.RegularExpressions;
using Etabli.Plant.Tasks;
using Etabli.Studies.Sheets;

namespace Etabli.Application.Studies.Timings;

/// <summary>Which task of the routing an element of a time study belongs to.</summary>
/// <param name="Element">Code of the element.</param>
/// <param name="Label">What people call it.</param>
/// <param name="Task">Code of the task; empty when it belongs to none.</param>
/// <param name="IsGuessed">Whether nobody said so: its code or its label names the task.</param>
public sealed record ElementTask(string Element, string Label, string Task, bool IsGuessed);

/// <summary>Finds the tasks that elements name (fr: rattachement des éléments à la gamme).</summary>
public static partial class ElementTasks
{
    /// <summary>What the sheet says of an element that belongs to no task.</summary>
    public const string None = "-";

    /// <summary>The elements of a study, in the order they first come, each with its task; foreign ones are left out.</summary>
    /// <param name="rows">Rows of the sheet of times.</param>
    /// <param name="tasks">The tasks of the routing.</param>
    /// <remarks>What the sheet says comes first; else a task whose code is that of the element, or stands at the end of its label: "Serrer (t6)", "Serrer (6)"; else the task of the same label.</remarks>
    public static IReadOnlyList<ElementTask> Of(IReadOnlyList<IReadOnlyList<string>> rows, IReadOnlyList<WorkTask> tasks)
    {
        ArgumentNullException.ThrowIfNull(rows);
        ArgumentNullException.ThrowIfNull(tasks);
        var form = SheetForm.Of(SheetKind.Timings);
        var (code, label, foreign, said) = (form.At("Element"), form.At("ElementLabel"), form.At("ForeignElement"), form.At("RoutingTask"));
        var byCode = tasks.GroupBy(t => t.Code, StringComparer.OrdinalIgnoreCase).ToDictionary(g => g.Key, g => g.First().Code, StringComparer.OrdinalIgnoreCase);
        var byLabel = tasks.GroupBy(t => Plant.TypedTable.Plain(t.Label)).Where(g => g.Key.Length > 0 && g.Count() == 1).ToDictionary(g => g.Key, g => g.First().Code, StringComparer.Ordinal);
        return
        [
            .. rows.GroupBy(r => r[code], StringComparer.Ordinal).Where(g => g.All(r => r[foreign] != "Yes")).Select(g =>
            {
                var name = g.Select(r => r[label]).FirstOrDefault(l => l.Length > 0) ?? "";
                return g.Select(r => r[said]).FirstOrDefault(t => t.Length > 0) is { } told
                    ? new ElementTask(g.Key, name, byCode.GetValueOrDefault(told) ?? "", false)
                    : new ElementTask(g.Key, name, Named(g.Key, name) ?? "", true);
            }),
        ];

        string? Named(string element, string name)
        {
            var bracket = Bracket().Match(name);
            return byCode.GetValueOrDefault(element)
                ?? (bracket.Success ? byCode.GetValueOrDefault(bracket.Groups[2].Value) ?? byCode.GetValueOrDefault(bracket.Groups[1].Value + bracket.Groups[2].Value) : null)
                ?? byLabel.GetValueOrDefault(Plant.TypedTable.Plain(name));
        }
    }

    [GeneratedRegex(@"\((t\s*)?([^()\s]{1,60})\)\s*$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Bracket();
}
