using System.Globalization;
using Etabli.People;
using Etabli.Plant.Calendars;
using Etabli.Plant.Flows;
using Etabli.Plant.Tables;
using Etabli.Plant.Tasks;

namespace Etabli.Plant.Register;

/// <summary>Identifies a table of the register.</summary>
public readonly record struct PlantRegisterId(Guid Value) : IIdentifier
{
    public override string ToString() => Value.ToString();
}

/// <summary>One thing of the plant as its table says it (fr: fiche).</summary>
/// <param name="Cells">What each column says, by its key, as <see cref="SheetColumn.Holds"/>; a column that says nothing is left out.</param>
/// <param name="Sources">Where each number comes from, by the key of its column.</param>
public sealed record PlantObject(IReadOnlyDictionary<string, string> Cells, IReadOnlyDictionary<string, NumberSource> Sources)
{
    /// <summary>What a column says; empty when it says nothing.</summary>
    public string this[string column] => Cells.TryGetValue(column, out var cell) ? cell : "";

    /// <summary>The number a column holds; null when it says nothing.</summary>
    public decimal? Number(string column) => Cells.TryGetValue(column, out var cell) ? decimal.Parse(cell, CultureInfo.InvariantCulture) : null;
}

/// <summary>A number of the register before and after it was taken again (fr: chiffre changé).</summary>
/// <param name="Code">Of which row.</param>
/// <param name="Column">Key of the column.</param>
/// <param name="Before">As it was; null when there was none.</param>
/// <param name="After">As it is; null when there is none any more.</param>
public sealed record RegisterChange(string Code, string Column, decimal? Before, decimal? After);

/// <summary>One table of what a plant is made of; what all tools point to (fr: référentiel de l’usine).</summary>
public sealed class PlantRegister
{
    private List<PlantObject> objects = [];

    private PlantRegister() => Operation = ByCode = "";

    public PlantRegister(PlantRegisterId id, OrganisationId organisation, RegisterKind kind, ProductFamilyId? family = null, string operation = "")
        : this()
    {
        if (kind == RegisterKind.Tasks != (family is not null && operation.Length > 0))
        {
            throw new RefusalException(Refusal.OperationNotSaid);
        }

        Id = id;
        Organisation = organisation;
        Kind = kind;
        Family = family;
        Operation = operation;
    }

    public PlantRegisterId Id { get; private set; }

    public OrganisationId Organisation { get; private set; }

    public RegisterKind Kind { get; private set; }

    /// <summary>The family whose operation the tasks are of; null for other tables.</summary>
    public ProductFamilyId? Family { get; private set; }

    /// <summary>Code of the operation the tasks are of; empty for other tables.</summary>
    public string Operation { get; private set; }

    /// <summary>Rows in the order they were written.</summary>
    public IReadOnlyList<PlantObject> Objects => objects;

    public string ByCode { get; private set; }

    public DateTimeOffset ChangedAt { get; private set; }

    /// <summary>Rows as a table says them; those it leaves out stay, unless it is the whole table. A number that did not change keeps its source.</summary>
    /// <param name="rows">A cell for each column of the form.</param>
    /// <param name="source">Where the numbers come from.</param>
    /// <param name="whole">Whether what the table leaves out is gone.</param>
    /// <returns>Numbers that are not what they were.</returns>
    /// <exception cref="RefusalException">A cell its column cannot hold, two rows of one code, a precedence that turns in a circle, too many rows.</exception>
    public IReadOnlyList<RegisterChange> Take(IReadOnlyList<IReadOnlyList<string>> rows, NumberSource source, bool whole)
    {
        ArgumentNullException.ThrowIfNull(rows);
        ArgumentNullException.ThrowIfNull(source);
        var form = RegisterForm.Of(Kind);
        var before = objects.ToDictionary(o => o[form.Code], StringComparer.Ordinal);
        var said = rows.Select((row, i) => Said(form, row, i + 1, before, source)).ToList();
        if (said.GroupBy(o => o[form.Code], StringComparer.Ordinal).FirstOrDefault(g => g.Count() > 1) is { } twice)
        {
            throw new RefusalException(Refusal.CodeTwice, twice.Key);
        }

        var named = said.ToDictionary(o => o[form.Code], StringComparer.Ordinal);
        List<PlantObject> after = whole ? said : [.. objects.Select(o => named.GetValueOrDefault(o[form.Code]) ?? o), .. said.Where(o => !before.ContainsKey(o[form.Code]))];
        if (after.Count > RegisterForm.MostRows)
        {
            throw new RefusalException(Refusal.TooManyRows, RegisterForm.MostRows);
        }

        if (Kind == RegisterKind.Tasks && Tasks(after).Cycle is { Count: > 0 } cycle)
        {
            throw new RefusalException(Refusal.TasksInACircle, string.Join(" → ", cycle.Append(cycle[0])));
        }

        objects = after;
        var now = objects.ToDictionary(o => o[form.Code], StringComparer.Ordinal);
        return
        [
            .. from code in before.Keys.Concat(now.Keys).Distinct(StringComparer.Ordinal)
               from column in form.Columns
               where IsNumber(column)
               let change = new RegisterChange(code, column.Key, before.GetValueOrDefault(code)?.Number(column.Key), now.GetValueOrDefault(code)?.Number(column.Key))
               where change.Before != change.After
               select change,
        ];
    }

    /// <summary>Says who changed it last.</summary>
    public void Keep(string byCode, DateTimeOffset at) => (ByCode, ChangedAt) = (byCode, at);

    /// <summary>Its rows with a cell for each column of the form.</summary>
    public IReadOnlyList<IReadOnlyList<string>> Rows() => [.. objects.Select(o => (IReadOnlyList<string>)[.. RegisterForm.Of(Kind).Columns.Select(c => o[c.Key])])];

    /// <summary>The tasks that rows say.</summary>
    public static TaskList Tasks(IEnumerable<PlantObject> objects)
    {
        ArgumentNullException.ThrowIfNull(objects);
        return new([.. objects.Select(o => new WorkTask(
            o["Code"], o["Label"], o.Number("Time") ?? 0, Awaited(o["After"]), o["Station"], Enum.TryParse<ValueClass>(o["Class"], out var value) ? value : null, o.Sources.GetValueOrDefault("Time")))]);
    }

    /// <summary>The calendar that shifts and special days say.</summary>
    public static PlantCalendar Calendar(IEnumerable<PlantObject> shifts, IEnumerable<PlantObject> days)
    {
        ArgumentNullException.ThrowIfNull(shifts);
        ArgumentNullException.ThrowIfNull(days);
        return new(
            [.. shifts.Select(o => new Shift(o["Code"], Clock(o["Begin"]), Clock(o["End"]), o.Number("Breaks") ?? 0, Enum.Parse<ShiftDays>(o["Days"])))],
            days.Select(o => new SpecialDay(DateOnly.ParseExact(o["Day"], "yyyy-MM-dd", CultureInfo.InvariantCulture), Enum.Parse<SpecialDayKind>(o["Special"]), o["Label"])).ToDictionary(d => d.Day));
    }

    /// <summary>The codes a cell names: "6 8 9", "6, 8; 9".</summary>
    public static IReadOnlyList<string> Awaited(string cell)
    {
        ArgumentNullException.ThrowIfNull(cell);
        return [.. cell.Split([' ', ',', ';', '/', '\u00A0'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Distinct(StringComparer.Ordinal)];
    }

    private static TimeOnly Clock(string cell) => TimeOnly.ParseExact(cell, "HH:mm", CultureInfo.InvariantCulture);

    private static bool IsNumber(SheetColumn column) => column.Kind is CellKind.Number or CellKind.Duration;

    private static PlantObject Said(RegisterForm form, IReadOnlyList<string> row, int number, Dictionary<string, PlantObject> before, NumberSource source)
    {
        for (var c = 0; c < form.Columns.Count; c++)
        {
            if (row.Count != form.Columns.Count || !form.Columns[c].Holds(row[c]))
            {
                throw new RefusalException(Refusal.CellRefused, number, form.Columns[c].Key);
            }
        }

        var cells = form.Columns.Index().Where(c => row[c.Index].Length > 0).ToDictionary(c => c.Item.Key, c => row[c.Index], StringComparer.Ordinal);
        var one = new PlantObject(cells, new Dictionary<string, NumberSource>());
        if (form.Kind == RegisterKind.Shifts && new Shift("", Clock(one["Begin"]), Clock(one["End"]), one.Number("Breaks") ?? 0, ShiftDays.EveryDay).NetMinutes <= 0)
        {
            throw new RefusalException(Refusal.NoTimeLeft);
        }

        var old = before.GetValueOrDefault(one[form.Code]);
        return one with
        {
            Sources = form.Columns.Where(c => IsNumber(c) && cells.ContainsKey(c.Key))
                .ToDictionary(c => c.Key, c => old?.Number(c.Key) == one.Number(c.Key) && old!.Sources.TryGetValue(c.Key, out var kept) ? kept : source, StringComparer.Ordinal),
        };
    }
}
