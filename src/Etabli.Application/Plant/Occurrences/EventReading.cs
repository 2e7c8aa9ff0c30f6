using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using CsvHelper;
using Etabli.Application.Improvement;
using Etabli.Application.Plant.Tables;
using Etabli.Plant.Occurrences;

namespace Etabli.Application.Plant.Occurrences;

/// <summary>What a column of a table of events says.</summary>
public enum EventColumn
{
    Code,
    Day,
    Shift,
    Station,
    Begun,
    Minutes,
    Cause,
    Class,
    Quantity,
    Cost,
}

/// <summary>What is wrong with one cell of a table of events (fr: erreur de cellule).</summary>
public enum EventError
{
    Missing,
    NotADay,
    DayToCome,
    NotATime,
    NotANumber,
    OutOfRange,
    TooLong,
}

/// <summary>One cell that cannot be taken.</summary>
public sealed record EventFault(int Line, EventColumn Column, string Text, EventError Error);

/// <summary>One event as a table says it, not yet of a plant.</summary>
public sealed record ReadEvent(string Code, DateOnly Day, TimeOnly? Begun, string Shift, string Station, string Cause, string Class, int Quantity, decimal? Minutes, decimal? Cost);

/// <summary>
/// A table of stops or scrap read line by line, however long it is: it is recognised by its headings, each good line is given
/// at once, each wrong cell is told (fr: lecture d’événements).
/// </summary>
public sealed class EventReading
{
    /// <summary>Most characters told of a wrong cell.</summary>
    private const int Shown = 200;

    /// <summary>Most faults told; more are counted.</summary>
    public const int MostFaults = 200;

    private static readonly (EventColumn Column, string[] Names)[] Known =
    [
        (EventColumn.Code, ["id", "numero", "n", "code", "number"]),
        (EventColumn.Day, ["date", "jour", "day"]),
        (EventColumn.Shift, ["equipe", "shift"]),
        (EventColumn.Station, ["poste", "machine", "station", "workstation", "lieu"]),
        (EventColumn.Begun, ["debut", "heure", "start", "time"]),
        (EventColumn.Minutes, ["duree min", "duree", "minutes", "arret min", "duration min", "duration"]),
        (EventColumn.Cause, ["cause", "defaut", "motif", "defect", "reason"]),
        (EventColumn.Class, ["classe", "type", "class"]),
        (EventColumn.Quantity, ["quantite", "rebuts", "pieces", "quantity", "scrap"]),
        (EventColumn.Cost, ["cout eur", "cout", "cost eur", "cost"]),
    ];

    private readonly CsvParser csv;
    private readonly DateOnly today;
    private readonly string culture;
    private readonly int[] at;
    private readonly Dictionary<string, int> alike = new(StringComparer.Ordinal);
    private readonly List<EventFault> faults = [];
    private readonly StringBuilder rejected = new();

    private EventReading(CsvParser csv, string[] heading, string culture, DateOnly today)
    {
        this.csv = csv;
        this.culture = culture;
        this.today = today;
        var names = heading.Select(TypedTable.Plain).ToList();
        at = [.. Known.Select(k => k.Names.Select(n => names.IndexOf(n)).FirstOrDefault(i => i >= 0, -1))];
        Kind = at[(int)EventColumn.Minutes] >= 0 ? PlantEventKind.Stop : PlantEventKind.Scrap;
        List<EventColumn> needed = [EventColumn.Day, EventColumn.Station, EventColumn.Cause];
        if (at[(int)EventColumn.Minutes] < 0 && at[(int)EventColumn.Quantity] < 0)
        {
            needed.Add(EventColumn.Minutes);
        }

        Missing = [.. needed.Where(c => at[(int)c] < 0)];
        rejected.Append(string.Join('\t', heading));
    }

    /// <summary>Stops when it says how long, scrap when it says how many.</summary>
    public PlantEventKind Kind { get; }

    /// <summary>Needed columns that were not found.</summary>
    public IReadOnlyList<EventColumn> Missing { get; }

    /// <summary>The first faults.</summary>
    public IReadOnlyList<EventFault> Faults => faults;

    /// <summary>Lines that say something.</summary>
    public int Lines { get; private set; }

    /// <summary>Lines with a fault.</summary>
    public int FaultyLines { get; private set; }

    /// <summary>The lines with a fault, with their heading, to be mended; of a long list the first.</summary>
    public string Rejected => FaultyLines == 0 ? "" : rejected.ToString();

    /// <param name="text">A CSV, or what was pasted.</param>
    /// <param name="culture">"fr" or "en": how the reader writes numbers.</param>
    /// <param name="today">An event of a day to come did not happen.</param>
    public static EventReading Open(TextReader text, string culture, DateOnly today)
    {
        var (csv, heading, its) = TableFile.Lines(text, culture);
        return new(csv, heading, its, today);
    }

    /// <summary>The good lines, one after the other.</summary>
    public IEnumerable<ReadEvent> Read()
    {
        if (Missing.Count > 0)
        {
            yield break;
        }

        while (csv.Read())
        {
            if (csv.Record is not { } cells || Array.TrueForAll(cells, string.IsNullOrWhiteSpace))
            {
                continue;
            }

            Lines++;
            if (One(cells, csv.RawRow + 1) is { } good)
            {
                yield return good;
            }
            else
            {
                FaultyLines++;
                if (FaultyLines <= MostFaults)
                {
                    rejected.Append('\n').Append(string.Join('\t', cells.Select(c => c.ReplaceLineEndings(" ").Replace('\t', ' '))));
                }
            }
        }
    }

    private ReadEvent? One(string[] cells, int line)
    {
        var before = faults.Count;
        var many = false;
        string Cell(EventColumn column) => at[(int)column] is var i and >= 0 && i < cells.Length ? TableFile.Clean(cells[i]) : "";
        void Wrong(EventColumn column, EventError error)
        {
            many = true;
            if (faults.Count < MostFaults)
            {
                faults.Add(new(line, column, Cell(column) is { Length: > Shown } endless ? endless[..Shown] + "…" : Cell(column), error));
            }
        }

        string Text(EventColumn column, bool needed)
        {
            var text = Cell(column);
            if (needed && text.Length == 0)
            {
                Wrong(column, EventError.Missing);
            }
            else if (text.Length > PlantEvent.Longest)
            {
                Wrong(column, EventError.TooLong);
            }

            return text;
        }

        decimal? Number(EventColumn column, decimal most, bool needed = false, bool whole = false)
        {
            var text = Cell(column);
            if (text.Length == 0)
            {
                if (needed)
                {
                    Wrong(column, EventError.Missing);
                }

                return null;
            }

            if (!TypedNumber.TryRead(text, culture, out var value))
            {
                Wrong(column, EventError.NotANumber);
            }
            else if (value < 0 || value > most || (whole && value != decimal.Truncate(value)))
            {
                Wrong(column, EventError.OutOfRange);
            }

            return value;
        }

        var dayText = Text(EventColumn.Day, true);
        if (!TypedDay.TryRead(dayText, out var day) && dayText.Length > 0)
        {
            Wrong(EventColumn.Day, EventError.NotADay);
        }
        else if (day > today)
        {
            Wrong(EventColumn.Day, EventError.DayToCome);
        }

        TimeOnly? begun = null;
        if (Cell(EventColumn.Begun) is { Length: > 0 } time)
        {
            if (TimeOnly.TryParseExact(time.Replace('h', ':'), ["H:mm", "H:mm:ss", "HH:mm"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var hour))
            {
                begun = hour;
            }
            else
            {
                Wrong(EventColumn.Begun, EventError.NotATime);
            }
        }

        var (shift, station, cause, kind) = (Text(EventColumn.Shift, false), Text(EventColumn.Station, true), Text(EventColumn.Cause, true), Text(EventColumn.Class, false));
        var minutes = Number(EventColumn.Minutes, PlantEvent.MostMinutes, Kind == PlantEventKind.Stop);
        var pieces = Number(EventColumn.Quantity, PlantEvent.MostPieces, Kind == PlantEventKind.Scrap, whole: true);
        var cost = Number(EventColumn.Cost, 1_000_000_000);
        var code = Text(EventColumn.Code, false);
        if (many || faults.Count > before)
        {
            return null;
        }

        return new(code.Length > 0 && code.Length <= 80 ? code : Made(cells), day, begun, shift, station, cause, kind, (int)(pieces ?? 1), minutes, cost);
    }

    // Two lines that say the same are two events; the same table again says the same two.
    private string Made(string[] cells)
    {
        var said = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\u001f', cells))).AsSpan(0, 12));
        var rank = alike.GetValueOrDefault(said) + 1;
        alike[said] = rank;
        return $"{said}-{rank}";
    }
}
