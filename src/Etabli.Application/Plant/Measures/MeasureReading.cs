using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using CsvHelper;
using Etabli.Application.Plant.Tables;
using Etabli.Plant.Measures;
using Etabli.Plant.Tables;

namespace Etabli.Application.Plant.Measures;

/// <summary>One cell that is not what its column holds (fr: cellule fautive).</summary>
/// <param name="Line">Line of the file, the heading counted; of rows a machine sent, which of them.</param>
/// <param name="Column">Name of the column.</param>
/// <param name="Text">What it says.</param>
/// <param name="Kind">What the column holds.</param>
public sealed record MeasureFault(int Line, string Column, string Text, CellKind Kind);

/// <summary>
/// Any table of measures read line by line, however long: what each column holds is learnt from its first lines, or known
/// from the record it goes to (fr: lecture de relevé).
/// </summary>
public sealed class MeasureReading : IDisposable
{
    /// <summary>Most faults told; more are counted.</summary>
    public const int MostFaults = 200;

    /// <summary>Lines from which the columns are learnt.</summary>
    public const int Sample = 1_000;

    private const int ShownOfCell = 200;
    private readonly CsvParser csv;
    private readonly string culture;
    private readonly int[] at;
    private readonly List<(int Line, string[] Cells)> first;
    private readonly List<MeasureFault> faults = [];
    private readonly StringBuilder rejected = new();
    private readonly IncrementalHash said = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);

    private MeasureReading(CsvParser csv, string culture, string[] heading, IReadOnlyList<MeasureColumn> columns, int[] at, List<(int, string[])> first)
    {
        this.csv = csv;
        this.culture = culture;
        this.at = at;
        this.first = first;
        Columns = columns;
        Heading = heading;
        rejected.Append(string.Join('\t', heading));
    }

    /// <summary>The heading, a name made for each column that has none.</summary>
    public IReadOnlyList<string> Heading { get; }

    /// <summary>What the columns are.</summary>
    public IReadOnlyList<MeasureColumn> Columns { get; }

    /// <summary>Columns of the record that the table does not have: their cells stay empty.</summary>
    public IReadOnlyList<string> Absent => [.. Columns.Where((_, i) => at[i] < 0).Select(c => c.Name)];

    /// <summary>Columns of the table that the record does not have.</summary>
    public IReadOnlyList<string> Strange => [.. Heading.Where((_, i) => Array.IndexOf(at, i) < 0)];

    public IReadOnlyList<MeasureFault> Faults => faults;

    /// <summary>Lines that say something.</summary>
    public int Lines { get; private set; }

    public int FaultyLines { get; private set; }

    /// <summary>The lines with a fault, with their heading, to be mended; of a long list the first.</summary>
    public string Rejected => FaultyLines == 0 ? "" : rejected.ToString();

    /// <summary>The column that tells the rows of the first lines apart, by its name and its values; null when none does.</summary>
    public string? Key { get; private set; }

    /// <param name="text">A CSV, or what was pasted.</param>
    /// <param name="culture">"fr" or "en": how the reader writes numbers.</param>
    /// <param name="columns">The columns of the record it goes to; null to learn them.</param>
    public static MeasureReading Open(TextReader text, string culture, IReadOnlyList<MeasureColumn>? columns = null)
    {
        var (csv, heading, its) = TableFile.Lines(text, culture);
        var first = new List<(int, string[])>();
        var added = 1;
        if (heading.Length > 0 && Array.TrueForAll(heading, cell => MeasureCell.Kept(CellKind.Number, cell.Trim(), its) is { Length: > 0 }))
        {
            // Nobody names a column 25.8: the file has no heading.
            first.Add((1, heading));
            heading = new string[heading.Length];
        }

        var names = Named(heading);
        while (first.Count < Sample && csv.Read())
        {
            if (csv.Record is { } cells && !Array.TrueForAll(cells, string.IsNullOrWhiteSpace))
            {
                first.Add((csv.RawRow + added, cells));
            }
        }

        var known = columns ?? Learnt(names, first, its);
        var plain = names.Select(TypedTable.Plain).ToList();
        var places = known.Select(c => plain.IndexOf(TypedTable.Plain(c.Name))).ToArray();
        if (columns is null)
        {
            // Two names that differ only by marks are two columns.
            places = [.. Enumerable.Range(0, known.Count)];
        }

        return new(csv, its, names, known, places, first) { Key = columns is null ? KeyOf(names, known, first) : null };
    }

    /// <summary>The good rows, one after the other, as they are kept.</summary>
    public IEnumerable<string[]> Read()
    {
        foreach (var (line, cells) in first)
        {
            if (One(line, cells) is { } row)
            {
                yield return row;
            }
        }

        while (csv.Read())
        {
            if (csv.Record is { } cells && !Array.TrueForAll(cells, string.IsNullOrWhiteSpace) && One(csv.RawRow + 1, cells) is { } row)
            {
                yield return row;
            }
        }
    }

    /// <summary>Fingerprint of the good rows, once all were read.</summary>
    public string Content() => Convert.ToHexStringLower(said.GetHashAndReset());

    public void Dispose()
    {
        csv.Dispose();
        said.Dispose();
    }

    private string[]? One(int line, string[] cells)
    {
        Lines++;
        var row = new string[Columns.Count];
        var wrong = false;
        for (var i = 0; i < row.Length; i++)
        {
            var text = at[i] >= 0 && at[i] < cells.Length ? TableFile.Clean(cells[at[i]]) : "";
            var kept = MeasureCell.Kept(Columns[i].Kind, text, culture);
            if (kept is null)
            {
                wrong = true;
                if (faults.Count < MostFaults)
                {
                    faults.Add(new(line, Columns[i].Name, text.Length > ShownOfCell ? text[..ShownOfCell] + "…" : text, Columns[i].Kind));
                }
            }

            row[i] = kept ?? "";
        }

        if (!wrong)
        {
            foreach (var cell in row)
            {
                said.AppendData(Encoding.UTF8.GetBytes(cell));
                said.AppendData("\u001f"u8);
            }

            return row;
        }

        FaultyLines++;
        if (FaultyLines <= MostFaults)
        {
            rejected.Append('\n').Append(string.Join('\t', cells.Select(c => c.ReplaceLineEndings(" ").Replace('\t', ' '))));
        }

        return null;
    }

    private static string[] Named(string[] heading)
    {
        var names = new string[heading.Length];
        for (var i = 0; i < names.Length; i++)
        {
            var name = TableFile.Clean(heading[i] ?? "");
            name = name.Length == 0 ? (i + 1).ToString(CultureInfo.InvariantCulture) : name.Length > MeasureTable.Longest - 4 ? name[..(MeasureTable.Longest - 4)] : name;
            var rank = 1;
            while (names.AsSpan(0, i).ToArray().Contains(rank == 1 ? name : $"{name} {rank}", StringComparer.OrdinalIgnoreCase))
            {
                rank++;
            }

            names[i] = rank == 1 ? name : $"{name} {rank}";
        }

        return names;
    }

    private static List<MeasureColumn> Learnt(string[] names, List<(int Line, string[] Cells)> lines, string culture) =>
        [.. names.Select((name, i) =>
        {
            var cells = lines.Where(l => i < l.Cells.Length).Select(l => TableFile.Clean(l.Cells[i])).Where(c => c.Length > 0).ToList();
            var kind = cells.Count == 0 ? CellKind.Text : MeasureCell.Kinds.First(k => k == CellKind.Text || cells.TrueForAll(c => MeasureCell.Kept(k, c, culture) is not null));
            return new MeasureColumn(name, kind, kind == CellKind.Number ? UnitOf(name) : "");
        })];

    /// <summary>The unit a heading ends with: "duree_min", "écart (µm)".</summary>
    private static string UnitOf(string name)
    {
        if (name.EndsWith(')') && name.LastIndexOf('(') is var open and > 0)
        {
            return name[(open + 1)..^1].Trim();
        }

        var cut = name.LastIndexOfAny(['_', ' ']);
        return cut <= 0 ? "" : name[(cut + 1)..].ToUpperInvariant() switch
        {
            "MIN" => "min",
            "S" => "s",
            "H" => "h",
            "J" or "JOURS" => "j",
            "CMIN" => "cmin",
            "MM" => "mm",
            "UM" or "µM" => "µm",
            "M" => "m",
            "KG" => "kg",
            "G" => "g",
            "PCT" or "%" => "%",
            "EUR" or "€" => "€",
            "DEG" => "°",
            "BAR" => "bar",
            "N" => "N",
            "NM" => "N·m",
            "C" or "°C" => "°C",
            _ => "",
        };
    }

    private static string? KeyOf(string[] names, IReadOnlyList<MeasureColumn> columns, List<(int Line, string[] Cells)> lines)
    {
        for (var i = 0; i < names.Length; i++)
        {
            if (TypedTable.Plain(names[i]) is "id" or "code" or "numero" or "number" or "key" or "cle" && lines.Count > 0)
            {
                var seen = new HashSet<string>(StringComparer.Ordinal);
                if (lines.TrueForAll(l => i < l.Cells.Length && l.Cells[i].Trim().Length > 0 && seen.Add(l.Cells[i].Trim())))
                {
                    return columns[i].Name;
                }
            }
        }

        return null;
    }
}
