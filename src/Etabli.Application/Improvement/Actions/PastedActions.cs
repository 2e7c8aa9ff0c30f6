using System.Globalization;
using CsvHelper;
using CsvHelper.Configuration;
using Etabli.Improvement.Actions;
using Etabli.People;

namespace Etabli.Application.Improvement.Actions;

/// <summary>What is wrong with one imported action (fr: erreur de ligne importée).</summary>
public enum PastedActionError
{
    None,

    /// <summary>No label.</summary>
    LabelMissing,

    /// <summary>No deliverable.</summary>
    DeliverableMissing,

    /// <summary>The owner is nobody of the plant.</summary>
    OwnerUnknown,

    /// <summary>The due date is not a date.</summary>
    DueNotRead,

    /// <summary>The axis is not one of the project.</summary>
    AxisUnknown,

    /// <summary>The code is taken, in the project or above in the lines.</summary>
    CodeTaken,
}

/// <summary>One line and what was understood of it.</summary>
public sealed record PastedAction(int Number, string? Code, string Axis, string Label, string Deliverable, PersonId? Owner, string OwnerCode, DateOnly? Due, PdcaStep Pdca, PastedActionError Error);

/// <summary>
/// Actions pasted from a spreadsheet with their heading - N°, Axe, Libellé, Livrable, Responsable, Échéance, PDCA, in any
/// order - read line by line; nothing is kept by reading them (fr: plan d’actions collé).
/// </summary>
public sealed record PastedActions(IReadOnlyList<PastedAction> Lines, IReadOnlyList<string> ColumnsMissing)
{
    /// <summary>Most lines taken at once.</summary>
    public const int Most = 1_000;

    private static readonly (string Column, string[] Names)[] Columns =
    [
        ("code", ["n", "no", "code", "id"]),
        ("axis", ["axe", "axis"]),
        ("label", ["libelle", "action", "label"]),
        ("deliverable", ["livrable", "deliverable"]),
        ("owner", ["responsable", "pilote", "owner"]),
        ("due", ["echeance", "attendue", "date attendue", "due", "due date"]),
        ("pdca", ["pdca", "etape pdca", "etape_pdca"]),
    ];

    private static readonly string[] Needed = ["label", "deliverable", "owner", "due"];

    public int Errors => ColumnsMissing.Count + Lines.Count(l => l.Error != PastedActionError.None);

    public static PastedActions Read(string? text, IReadOnlyDictionary<string, PersonId> people, IReadOnlySet<string> axes, IReadOnlySet<string> codesTaken)
    {
        ArgumentNullException.ThrowIfNull(people);
        ArgumentNullException.ThrowIfNull(axes);
        ArgumentNullException.ThrowIfNull(codesTaken);
        var content = (text ?? "").Trim().TrimStart('\uFEFF');
        var heading = content.Split('\n', 2)[0];
        var mark = heading.Contains('\t', StringComparison.Ordinal) ? "\t" : heading.Contains(';', StringComparison.Ordinal) ? ";" : ",";
        using var csv = new CsvReader(new StringReader(content), new CsvConfiguration(CultureInfo.InvariantCulture) { Delimiter = mark, BadDataFound = null, MissingFieldFound = null, TrimOptions = TrimOptions.Trim });
        if (content.Length == 0 || !csv.Read() || !csv.ReadHeader())
        {
            return new([], Needed);
        }

        var at = Columns.ToDictionary(c => c.Column, c => Array.FindIndex(csv.HeaderRecord!, h => c.Names.Contains(Plain(h))));
        var missing = Needed.Where(n => at[n] < 0).ToList();
        var lines = new List<PastedAction>();
        var codes = new HashSet<string>(codesTaken, StringComparer.Ordinal);
        while (missing.Count == 0 && lines.Count < Most && csv.Read())
        {
            string Cell(string column) => at[column] < 0 ? "" : csv.GetField(at[column]) ?? "";
            if (Columns.All(c => Cell(c.Column).Length == 0))
            {
                continue;
            }

            var code = Cell("code") is { Length: > 0 } given ? given : null;
            var owner = people.TryGetValue(Cell("owner"), out var found) ? (PersonId?)found : null;
            var due = TypedDay.TryRead(Cell("due"), out var day) ? (DateOnly?)day : null;
            var axis = Cell("axis") is { Length: > 0 } named ? named : PlanAction.EveryAxis;
            var error = Cell("label").Length == 0 ? PastedActionError.LabelMissing
                : Cell("deliverable").Length == 0 ? PastedActionError.DeliverableMissing
                : owner is null ? PastedActionError.OwnerUnknown
                : due is null ? PastedActionError.DueNotRead
                : axis != PlanAction.EveryAxis && !axes.Contains(axis) ? PastedActionError.AxisUnknown
                : code is not null && !codes.Add(code) ? PastedActionError.CodeTaken
                : PastedActionError.None;
            lines.Add(new(csv.Parser.Row, code, axis, Cell("label"), Cell("deliverable"), owner, Cell("owner"), due, Wheel(Cell("pdca")), error));
        }

        return new(lines, missing);
    }

    private static PdcaStep Wheel(string letter) => letter.ToUpperInvariant() switch
    {
        "D" => PdcaStep.Do,
        "C" => PdcaStep.Check,
        "A" => PdcaStep.Act,
        _ => PdcaStep.Plan,
    };

    private static string Plain(string heading) => new string([.. heading.Trim().ToLowerInvariant().Normalize(System.Text.NormalizationForm.FormD)
        .Where(c => CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark)]).Replace("°", "", StringComparison.Ordinal);
}
