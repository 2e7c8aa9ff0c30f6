using System.CommandLine;
using System.Globalization;
using Etabli.Cli.Columns;
using Etabli.Methods.Quality;
using static Etabli.Cli.Measures.Reckoning;

namespace Etabli.Cli.Measures;

/// <summary>The conventions every control chart takes: rules, exclusions, reference, frozen limits.</summary>
internal sealed class ChartOptions(bool readsRules = true, bool frozen = true, bool needsFrozen = false)
{
    private readonly Option<string> rules = OneOf("--rules", "Spc.RulesRead", "limits", "western-electric", "nelson");
    private readonly Option<string[]> exclude = Texts("--exclude", "Spc.Exclude");
    private readonly Option<int?> reference = Whole("--reference", "Spc.Reference");
    private readonly Option<double?> centre = Number("--centre", "Spc.Centre");
    private readonly Option<double?> sigma = Number("--sigma", "Spc.Sigma");
    private readonly Option<double?> sigmas = Number("--sigmas", "Spc.Sigmas");
    private readonly Option<int?> since = Whole("--since", "Spc.Since");
    private readonly Option<bool> skips = Flag("--skip-empty", "Reckoning.SkipEmpty");

    public IEnumerable<Option> All => [.. readsRules ? (Option[])[rules, since] : [], exclude, reference, .. frozen ? (Option[])[centre, sigma] : [], sigmas, skips];

    public bool SkipsEmpty(ParseResult parsed) => parsed.GetValue(skips);

    public int? Since(ParseResult parsed) => parsed.GetValue(since);

    public bool IsFrozen(ParseResult parsed) => frozen && parsed.GetValue(centre) is not null;

    /// <summary>The rules that a word names.</summary>
    public static RunRules Named(string? name) => name switch { "western-electric" => RunRules.WesternElectric, "nelson" => RunRules.Nelson, _ => RunRules.LimitsOnly };

    /// <summary>The choices of a chart of so many points; what cannot be is told before the chart is made.</summary>
    public ChartChoices Of(ParseResult parsed, int points)
    {
        var excluded = (parsed.GetValue(exclude) ?? []).Select(said => Excluded(said, points)).ToList();
        if (excluded.GroupBy(e => e.Number).FirstOrDefault(g => g.Count() > 1) is { } twice)
        {
            throw new ColumnFault("ExcludedTwice", twice.Key);
        }

        var first = parsed.GetValue(reference);
        if (first is < 1 || first > points)
        {
            throw new ColumnFault("ReferenceTooLong", first.Value, points);
        }

        ProcessStandard? standard = null;
        if (frozen)
        {
            var (c, s) = (parsed.GetValue(centre), parsed.GetValue(sigma));
            standard = c is { } given ? new(given, s is null ? null : Positive(s, 1, "--sigma"))
                : s is not null || needsFrozen ? throw new ColumnFault("NoCentre")
                : null;
            if (needsFrozen && s is null)
            {
                throw new ColumnFault("NoCentre");
            }
        }

        if (standard is null && excluded.Count(e => e.Number <= (first ?? points)) >= (first ?? points))
        {
            throw new ColumnFault("AllExcluded");
        }

        return new()
        {
            Rules = readsRules ? Named(parsed.GetValue(rules)) : RunRules.LimitsOnly,
            Exclusions = excluded,
            ReferencePoints = first,
            Standard = standard,
            Sigmas = Positive(parsed.GetValue(sigmas), 3, "--sigmas"),
        };
    }

    private static Exclusion Excluded(string said, int points)
    {
        var parts = said.Split(':', 2);
        return parts.Length == 2 && parts[1].Trim().Length > 0 && int.TryParse(parts[0], CultureInfo.InvariantCulture, out var number) && number >= 1 && number <= points
            ? new(number, ColumnFault.Shown(parts[1].Trim()))
            : throw new ColumnFault("Exclusion", ColumnFault.Shown(said), points);
    }
}

/// <summary>How values are gathered in subgroups: so many in a row, or lines in a row that bear one name.</summary>
internal sealed class SubgroupOptions
{
    public Option<int?> Size { get; } = Whole("--subgroup", "Spc.Subgroup");

    public Option<string?> By { get; } = Text("--by", "Spc.By");

    /// <summary>Values and the size of each subgroup; no size when nothing was asked.</summary>
    public (double[] Values, int[] Sizes) Read(ParseResult parsed, FileInfo file, string? column, bool skipEmpty)
    {
        var (size, by) = (parsed.GetValue(Size), parsed.GetValue(By));
        var table = ColumnTable.Read(file, [column], by is null ? null : [by], skipEmpty);
        if (by is not null)
        {
            return (table.Numbers(), table.Runs());
        }

        if (size is null)
        {
            return (table.Numbers(), []);
        }

        var n = Positive(size, 1, "--subgroup");
        return table.Rows % n == 0 ? (table.Numbers(), [.. Enumerable.Repeat(n, table.Rows / n)]) : throw new ColumnFault("NotWholeSubgroups", table.Rows, n);
    }

    /// <summary>Values in subgroups of one size, 1 when nothing was asked.</summary>
    public (double[] Values, int Size, int Count) ReadEven(ParseResult parsed, FileInfo file, string? column, bool skipEmpty)
    {
        var (values, sizes) = Read(parsed, file, column, skipEmpty);
        values.AtLeast(2);
        return sizes.Length == 0 ? (values, 1, values.Length) : sizes.Distinct().Count() == 1 ? (values, sizes[0], sizes.Length) : throw new ColumnFault("SubgroupsVary");
    }
}

/// <summary>Puts the options of charts on their verbs.</summary>
internal static class ChartOptionsOfVerbs
{
    public static Command With(this Command command, ChartOptions choices)
    {
        foreach (var option in choices.All)
        {
            command.Add(option);
        }

        return command;
    }
}
