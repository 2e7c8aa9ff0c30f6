using System.Text.Json;

namespace Etabli.Methods.WorkMeasurement;

/// <summary>One reason for rest, and what it is worth (fr: motif de majoration).</summary>
/// <param name="Key">Stable key: "standing", "force-20"; pages word those of the shipped table.</param>
/// <param name="Group">Reasons of one group exclude each other: one posture, one force. Empty for a reason of its own.</param>
/// <param name="Percent">In percent of the normal time.</param>
/// <param name="IsConstant">Whether everybody has it.</param>
/// <param name="Label">What people call it; empty where pages word the key.</param>
public sealed record AllowanceReason(string Key, string Group, double Percent, bool IsConstant = false, string Label = "");

/// <summary>A table of rest allowances: the International Labour Office's, or the company's own (fr: table de majorations).</summary>
/// <param name="Code">Stable code.</param>
/// <param name="Version">Of which day or edition it is.</param>
/// <param name="Source">Where it was read.</param>
/// <param name="Reasons">Its reasons.</param>
public sealed record AllowanceTable(string Code, string Version, string Source, IReadOnlyList<AllowanceReason> Reasons)
{
    private static readonly Lazy<AllowanceTable> Office = new(() => Read(ShippedTables.Text("allowances-ilo.json")));

    /// <summary>The table of the International Labour Office, values for men, forces in pounds.</summary>
    public static AllowanceTable Ilo => Office.Value;

    /// <summary>Reads a table kept as JSON: code, version, source, and reasons with key, group, percent, constant, label.</summary>
    /// <param name="json">Its text.</param>
    /// <exception cref="FormatException">Not such a table; the message says where and what was expected.</exception>
    public static AllowanceTable Read(string json)
    {
        using var document = TableReading.Parse(json);
        var root = TableReading.Object(document.RootElement, "$");
        var reasons = new List<AllowanceReason>();
        foreach (var (item, at) in TableReading.Items(root, "reasons", "$"))
        {
            var reason = new AllowanceReason(
                TableReading.Text(item, "key", at), TableReading.Text(item, "group", at, ""), (double)TableReading.Number(item, "percent", at, 0, 1000),
                item.TryGetProperty("constant", out var constant) && constant.ValueKind == JsonValueKind.True, TableReading.Text(item, "label", at, ""));
            if (reasons.Exists(r => r.Key == reason.Key))
            {
                throw new FormatException($"{at}.key: {reason.Key} is there twice.");
            }

            reasons.Add(reason);
        }

        return new(TableReading.Text(root, "code", "$"), TableReading.Text(root, "version", "$"), TableReading.Text(root, "source", "$"), Listed.Of(reasons));
    }

    /// <summary>The allowance of a post, from the reasons that hold there.</summary>
    /// <param name="keys">Keys of the reasons; the constant ones are added.</param>
    /// <returns>CR as a share of the work, with its terms.</returns>
    /// <exception cref="ArgumentException">A key that is not in the table, or two of one group.</exception>
    /// <example><code>AllowanceTable.Ilo.For("standing", "force-45", "light-very-inadequate", "noise-very-loud").Known; // 0.32</code></example>
    public Explained<double> For(params IEnumerable<string> keys)
    {
        ArgumentNullException.ThrowIfNull(keys);
        var held = Reasons.Where(r => r.IsConstant).ToList();
        foreach (var key in keys)
        {
            var reason = Reasons.FirstOrDefault(r => r.Key == key) ?? throw new ArgumentException($"{key} is not a reason of the table {Code}.", nameof(keys));
            if (reason.IsConstant || held.Contains(reason))
            {
                continue;
            }

            if (reason.Group.Length > 0 && held.Find(h => h.Group == reason.Group) is { } other)
            {
                throw new ArgumentException($"{key} and {other.Key} are of one group: only one of them can hold.", nameof(keys));
            }

            held.Add(reason);
        }

        var formula = new Formula("allowance from a table", "CR = Σ points / 100", new("", Source, null, Version));
        return formula.Gives(held.Sum(r => r.Percent) / 100, Units.Ratio, held.Select(r => new Term("p", "allowance", r.Percent / 100, Units.Ratio, r.Label.Length > 0 ? r.Label : r.Key)));
    }
}
