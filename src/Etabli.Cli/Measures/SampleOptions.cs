using System.CommandLine;
using Etabli.Cli.Columns;
using static Etabli.Cli.Measures.Reckoning;

namespace Etabli.Cli.Measures;

/// <summary>How samples stand in a file: one a column, or one column and the names of groups.</summary>
internal sealed class SampleOptions
{
    public Option<string[]> Columns { get; } = Texts("--column", "Test.Columns");

    public Option<string?> Group { get; } = Text("--group", "Reckoning.Group");

    public Option<bool> Skips { get; } = Flag("--skip-empty", "Reckoning.SkipEmpty");

    public double[] Single(ParseResult parsed, FileInfo file) => parsed.GetValue(Columns) is { Length: > 1 } many
        ? throw new ColumnFault("OneColumnAsked", many.Length)
        : ColumnTable.Read(file, [parsed.GetValue(Columns)?.FirstOrDefault()], null, parsed.GetValue(Skips)).Numbers();

    public ((string Name, double[] Values) First, (string Name, double[] Values) Second) Pair(ParseResult parsed, FileInfo file) => OnlyTwo(Several(parsed, file, 2));

    public static ((string Name, double[] Values) First, (string Name, double[] Values) Second) OnlyTwo(List<(string Name, double[] Values)> groups) =>
        groups.Count == 2 ? (groups[0], groups[1]) : throw new ColumnFault("NotTwoGroups", groups.Count);

    /// <summary>Columns line by line: a pair a line.</summary>
    public ColumnTable SideBySide(ParseResult parsed, FileInfo file, int least)
    {
        var asked = parsed.GetValue(Columns) ?? [];
        return asked.Length >= least && asked.Length <= 2 && asked.Length > 0 ? ColumnTable.Read(file, asked, null, parsed.GetValue(Skips)) : throw new ColumnFault("TwoColumnsAsked");
    }

    /// <summary>Samples of several groups; columns may be of different lengths, their ends empty.</summary>
    public List<(string Name, double[] Values)> Several(ParseResult parsed, FileInfo file, int least)
    {
        var (asked, by) = (parsed.GetValue(Columns) ?? [], parsed.GetValue(Group));
        List<(string Name, double[] Values)> groups;
        if (by is not null)
        {
            groups = asked.Length <= 1 ? ColumnTable.Read(file, [asked.FirstOrDefault()], [by], parsed.GetValue(Skips)).Groups() : throw new ColumnFault("OneColumnAsked", asked.Length);
        }
        else
        {
            groups = asked.Length >= least ? [.. asked.Select(c => (c, ColumnTable.Read(file, [c], null, skipEmpty: true).Numbers()))] : throw new ColumnFault("TwoColumnsOrGroup");
        }

        return groups.Count >= least ? groups : throw new ColumnFault("NotTwoGroups", groups.Count);
    }
}
