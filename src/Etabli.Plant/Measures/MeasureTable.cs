using Etabli.People;
using Etabli.Plant.Tables;

namespace Etabli.Plant.Measures;

/// <summary>Identifies a record of measures.</summary>
public readonly record struct MeasureTableId(Guid Value) : IIdentifier
{
    public override string ToString() => Value.ToString();
}

/// <summary>One column of a record: its name as the plant writes it, what its cells hold, its unit (fr: grandeur relevée).</summary>
/// <param name="Name">As the file's heading says it.</param>
/// <param name="Kind">What its cells hold: text, number, day, time of the day, or both.</param>
/// <param name="Unit">Unit of its numbers, as people write it: µm, min, %; empty when it has none.</param>
public sealed record MeasureColumn(string Name, CellKind Kind, string Unit = "");

/// <summary>
/// Measures as they were recorded, row by row, in the order they came: any table of the plant, kept whole, to which analyses
/// point (fr: relevé de mesures).
/// </summary>
public sealed class MeasureTable
{
    /// <summary>Most columns.</summary>
    public const int MostColumns = 64;

    /// <summary>Longest name of a record or a column, and longest unit.</summary>
    public const int Longest = 120;

    /// <summary>Longest cell.</summary>
    public const int LongestCell = 2_000;

    private List<MeasureColumn> columns = [];

    private MeasureTable() => Name = ByCode = "";

    /// <exception cref="RefusalException">No name, no column, or too many.</exception>
    public MeasureTable(MeasureTableId id, OrganisationId organisation, string name, IReadOnlyList<MeasureColumn> columns, string? key, string byCode, DateTimeOffset at)
        : this()
    {
        Id = id;
        Organisation = organisation;
        (ByCode, BegunAt, ChangedAt) = (byCode, at, at);
        Describe(name, columns, key);
    }

    public MeasureTableId Id { get; private set; }

    public OrganisationId Organisation { get; private set; }

    public string Name { get; private set; }

    public IReadOnlyList<MeasureColumn> Columns => columns;

    /// <summary>The column that tells rows apart: one whose key is known already is not taken twice; null when none does.</summary>
    public string? Key { get; private set; }

    /// <summary>Rows it holds.</summary>
    public long Rows { get; private set; }

    /// <summary>Who began it.</summary>
    public string ByCode { get; private set; }

    public DateTimeOffset BegunAt { get; private set; }

    public DateTimeOffset ChangedAt { get; private set; }

    /// <summary>Says what it is and what its columns are; their number stays what it was.</summary>
    /// <exception cref="RefusalException">No name, two columns of one name, a key that is no column, another number of columns.</exception>
    public void Describe(string name, IReadOnlyList<MeasureColumn> said, string? key)
    {
        ArgumentNullException.ThrowIfNull(name);
        ArgumentNullException.ThrowIfNull(said);
        if (name.Trim() is not { Length: > 0 and <= Longest })
        {
            throw new RefusalException(Refusal.NameMissing);
        }

        if (said.Count is 0 or > MostColumns || (columns.Count > 0 && said.Count != columns.Count))
        {
            throw new RefusalException(Refusal.ColumnsRefused, MostColumns);
        }

        if (said.Any(c => c.Name.Trim() is not { Length: > 0 and <= Longest } || c.Unit.Length > Longest))
        {
            throw new RefusalException(Refusal.ColumnNameMissing);
        }

        if (said.GroupBy(c => c.Name.Trim(), StringComparer.OrdinalIgnoreCase).FirstOrDefault(g => g.Count() > 1) is { } twice)
        {
            throw new RefusalException(Refusal.ColumnTwice, twice.Key);
        }

        if (key is not null && said.All(c => c.Name != key))
        {
            throw new RefusalException(Refusal.KeyNotAColumn, key);
        }

        Name = name.Trim();
        columns = [.. said.Select(c => c with { Name = c.Name.Trim(), Unit = c.Unit.Trim() })];
        Key = key;
    }

    /// <summary>Place of a column; −1 when it has none of that name.</summary>
    public int PlaceOf(string? column) => columns.FindIndex(c => string.Equals(c.Name, column, StringComparison.OrdinalIgnoreCase));
}
