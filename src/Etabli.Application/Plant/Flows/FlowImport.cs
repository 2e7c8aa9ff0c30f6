using Etabli.Application.Improvement;
using Etabli.Plant.Calendars;
using Etabli.Plant.Flows;

namespace Etabli.Application.Plant.Flows;

/// <summary>What is wrong with one cell of a table of the flow (fr: erreur de cellule).</summary>
public enum CellError
{
    /// <summary>The column says nothing and must.</summary>
    Missing,

    /// <summary>Not a number.</summary>
    NotANumber,

    /// <summary>A number that cannot be: negative, above 100 %, not whole.</summary>
    OutOfRange,

    /// <summary>Not a date.</summary>
    NotADay,

    /// <summary>A count of a day to come.</summary>
    DayToCome,

    /// <summary>An earlier line of the table, or another thing of the family, has the same code.</summary>
    Twice,

    /// <summary>The position names an operation that the family has not.</summary>
    OperationUnknown,

    /// <summary>The position names no operation and the branch has no single outsourced one to stand behind.</summary>
    PositionNotRead,

    /// <summary>Neither manual nor electronic.</summary>
    MeansNotRead,

    /// <summary>No way of waiting that is known.</summary>
    ModeNotRead,

    /// <summary>Neither an operation nor a stock of the family.</summary>
    NothingOfThatCode,
}

/// <summary>One cell that cannot be taken: where it stands, what it says, why (fr: cellule fautive).</summary>
public sealed record CellFault(int Line, FlowColumn Column, string Text, CellError Error);

/// <summary>One line and what taking it would change.</summary>
/// <param name="Number">Where it stood.</param>
/// <param name="Code">What it is about.</param>
/// <param name="State">What it would do.</param>
/// <param name="Changes">Numbers that would change: name, before, after.</param>
public sealed record FlowLine(int Number, string Code, FlowLineState State, IReadOnlyList<FlowChange> Changes);

/// <summary>What a line would do.</summary>
public enum FlowLineState
{
    New,
    Changed,
    Same,
    Faulty,
}

/// <summary>A number before and after.</summary>
public sealed record FlowChange(FlowNumber Number, decimal? Before, decimal? After);

/// <summary>A table of the flow read against what the family holds: what would change, cell by cell what cannot be taken. Nothing is kept by reading it (fr: aperçu d’import).</summary>
public sealed record FlowImport(FlowTableKind Kind, IReadOnlyList<FlowColumn> ColumnsMissing, IReadOnlyList<FlowLine> Lines, IReadOnlyList<CellFault> Faults, string Rejected, bool IsCut)
{
    internal IReadOnlyList<RoutingOperation> Operations { get; private init; } = [];

    internal IReadOnlyList<StockPoint> Stocks { get; private init; } = [];

    internal IReadOnlyList<InformationLink> Information { get; private init; } = [];

    internal IReadOnlyList<KaizenBurst> Bursts { get; private init; } = [];

    internal IReadOnlyList<MapOffset> Offsets { get; private init; } = [];

    /// <summary>A family with this table in it: to be read and drawn, never kept.</summary>
    public ProductFamily Applied(ProductFamily family, NumberSource source)
    {
        ArgumentNullException.ThrowIfNull(family);
        var shown = family.Showing(Into(family.Current, source, whole: false));
        if (Kind == FlowTableKind.Information)
        {
            shown.Take(Information);
        }

        return shown;
    }

    /// <summary>A state of the flow after this table was taken into it.</summary>
    /// <param name="state">The state before.</param>
    /// <param name="source">Where the numbers come from.</param>
    /// <param name="whole">Whether what the table leaves out is gone.</param>
    public FlowState Into(FlowState state, NumberSource source, bool whole)
    {
        ArgumentNullException.ThrowIfNull(state);
        return Kind switch
        {
            FlowTableKind.Operations => state.Take(Operations, source, whole),
            FlowTableKind.Stocks => state.Take(Stocks, source, whole),
            FlowTableKind.Bursts => state with { Bursts = Bursts },
            FlowTableKind.Offsets => state with { Offsets = Offsets },
            _ => state,
        };
    }

    /// <summary>Lines that would be kept.</summary>
    public int Good => Lines.Count(l => l.State != FlowLineState.Faulty);

    /// <summary>Whether taking it would change something.</summary>
    public bool ChangesSomething => Lines.Any(l => l.State is FlowLineState.New or FlowLineState.Changed);

    /// <param name="table">What was brought.</param>
    /// <param name="family">What is there; null for a plant without a family.</param>
    /// <param name="source">Where its numbers will come from.</param>
    /// <param name="today">Day in the reader's country: a count without a date is of today.</param>
    /// <param name="kind">Which table it is; found by its headings when null.</param>
    /// <param name="unit">Unit of the times of the work whose heading names none.</param>
    public static FlowImport Read(TypedTable table, ProductFamily? family, NumberSource source, DateOnly today, FlowTableKind? kind = null, TimeUnit unit = TimeUnit.Second)
    {
        ArgumentNullException.ThrowIfNull(table);
        ArgumentNullException.ThrowIfNull(source);
        var (found, at, missing) = FlowColumns.Recognise(table.Heading, kind);
        if (missing.Count > 0)
        {
            return new(found, missing, [], [], "", table.IsCut);
        }

        var read = new Reading(table, found, at, family, source, today, unit);
        foreach (var line in table.Lines)
        {
            read.Take(line);
        }

        var rejected = table.Lines.Where(l => read.Faults.Exists(f => f.Line == l.Number)).Select(l => l.Text).ToList();
        return new(found, [], read.Lines, read.Faults, rejected.Count == 0 ? "" : string.Join('\n', rejected.Prepend(string.Join('\t', table.Heading))), table.IsCut)
        {
            Operations = read.Operations,
            Stocks = read.Stocks,
            Information = read.Information,
            Bursts = read.Bursts,
            Offsets = read.Offsets,
        };
    }

    private sealed class Reading(TypedTable table, FlowTableKind kind, IReadOnlyDictionary<FlowColumn, int> at, ProductFamily? family, NumberSource source, DateOnly today, TimeUnit unit)
    {
        private readonly Dictionary<string, RoutingOperation> operations = (family?.Operations ?? []).ToDictionary(o => o.Code, StringComparer.Ordinal);
        private readonly Dictionary<string, StockPoint> stocks = (family?.Stocks ?? []).ToDictionary(s => s.Code, StringComparer.Ordinal);
        private readonly HashSet<InformationLink> links = [.. family?.Information ?? []];
        private readonly HashSet<string> seen = new(StringComparer.Ordinal);
        private TypedTable.Line line = new(0, []);

        public List<CellFault> Faults { get; } = [];

        public List<FlowLine> Lines { get; } = [];

        public List<RoutingOperation> Operations { get; } = [];

        public List<StockPoint> Stocks { get; } = [];

        public List<InformationLink> Information { get; } = [];

        public List<KaizenBurst> Bursts { get; } = [];

        public List<MapOffset> Offsets { get; } = [];

        public void Take(TypedTable.Line one)
        {
            line = one;
            var before = Faults.Count;
            var (code, state, changes) = kind switch
            {
                FlowTableKind.Operations => TakeOperation(),
                FlowTableKind.Stocks => TakeStock(),
                FlowTableKind.Bursts => TakeBurst(),
                FlowTableKind.Offsets => TakeOffset(),
                _ => TakeLink(),
            };
            Lines.Add(new(one.Number, code, Faults.Count > before ? FlowLineState.Faulty : state, Faults.Count > before ? [] : changes));
        }

        private (string Code, FlowLineState State, IReadOnlyList<FlowChange> Changes) TakeOperation()
        {
            var faults = Faults.Count;
            var code = Code(stocks.Keys);
            var old = operations.GetValueOrDefault(code);
            var said = new RoutingOperation(code, Needed(FlowColumn.Label), Kept(FlowColumn.Branch, old?.Branch))
            {
                Station = Kept(FlowColumn.Station, old?.Station),
                Posts = (int?)Kept(FlowColumn.Posts, old?.Posts) ?? 1,
                Operators = Kept(FlowColumn.Operators, old?.Operators),
                CycleSeconds = Number(FlowColumn.Cycle),
                PaceSeconds = Kept(FlowColumn.Pace, old?.PaceSeconds),
                ChangeoverMinutes = Kept(FlowColumn.Changeover, old?.ChangeoverMinutes),
                Lot = (int?)Kept(FlowColumn.Lot, old?.Lot),
                AvailabilityPercent = Kept(FlowColumn.Availability, old?.AvailabilityPercent),
                ScrapPercent = Kept(FlowColumn.Scrap, old?.ScrapPercent),
                IsOutsourced = at.ContainsKey(FlowColumn.Outsourced) ? IsYes(Cell(FlowColumn.Outsourced)) : old?.IsOutsourced == true,
                ValueAddedSeconds = Kept(FlowColumn.ValueAdded, old?.ValueAddedSeconds),
            };
            if (Faults.Count > faults)
            {
                return (said.Code, FlowLineState.Faulty, []);
            }

            Operations.Add(said);
            var was = old?.Numbers().ToDictionary(n => n.Number, n => n.Value) ?? [];
            var now = said.Numbers().ToDictionary(n => n.Number, n => n.Value);
            return (said.Code, old is null ? FlowLineState.New : old with { Sources = said.Sources } == said ? FlowLineState.Same : FlowLineState.Changed, Changed(was, now));
        }

        private (string Code, FlowLineState State, IReadOnlyList<FlowChange> Changes) TakeStock()
        {
            var faults = Faults.Count;
            var code = Code(operations.Keys);
            var old = stocks.GetValueOrDefault(code);
            var branch = Kept(FlowColumn.Branch, old?.Branch);
            var (from, to) = at.ContainsKey(FlowColumn.Position) ? Position(branch) : (old?.From, old?.To);
            if (!at.ContainsKey(FlowColumn.Position) && old is null)
            {
                Faulty(FlowColumn.Position, "", CellError.Missing);
            }

            var pieces = Number(FlowColumn.Pieces, needed: true);
            var said = new StockPoint(code, Needed(FlowColumn.Label), branch, from, to)
            {
                UnitValue = Kept(FlowColumn.UnitValue, old?.UnitValue),
                Counts = [new(Day(), (long)(pieces ?? 0), source)],
                Mode = Mode(old?.Mode),
                Container = (int?)Kept(FlowColumn.Container, old?.Container),
                Cards = (int?)Kept(FlowColumn.Cards, old?.Cards),
                ReplenishmentDays = Kept(FlowColumn.Replenishment, old?.ReplenishmentDays),
                LoopSafetyPercent = Kept(FlowColumn.LoopSafety, old?.LoopSafetyPercent),
            };
            if (Faults.Count > faults)
            {
                return (code, FlowLineState.Faulty, []);
            }

            Stocks.Add(said);
            var count = said.Counts[0];
            var same = old is not null && old.Label == said.Label && old.Branch == said.Branch && (old.From, old.To) == (said.From, said.To) && old.Mode == said.Mode
                && old.UnitValue == said.UnitValue && old.LoopNumbers().SequenceEqual(said.LoopNumbers()) && old.Counts.Any(c => c.Day == count.Day && c.Pieces == count.Pieces);
            var was = old?.LoopNumbers().ToDictionary(n => n.Number, n => n.Value) ?? [];
            var now = said.LoopNumbers().ToDictionary(n => n.Number, n => n.Value);
            now[FlowNumber.Pieces] = count.Pieces;
            if (old?.Last is { } last)
            {
                was[FlowNumber.Pieces] = last.Pieces;
            }

            if (old?.UnitValue is { } value)
            {
                was[FlowNumber.UnitValue] = value;
            }

            if (said.UnitValue is { } worth)
            {
                now[FlowNumber.UnitValue] = worth;
            }

            return (code, old is null ? FlowLineState.New : same ? FlowLineState.Same : FlowLineState.Changed, Changed(was, now));
        }

        private (string Code, FlowLineState State, IReadOnlyList<FlowChange> Changes) TakeLink()
        {
            var faults = Faults.Count;
            var means = Cell(FlowColumn.Means).ToUpperInvariant() is { Length: > 0 } said ? said[0] switch { 'É' or 'E' => InformationMeans.Electronic, 'M' or 'P' => InformationMeans.Manual, _ => (InformationMeans?)null } : null;
            if (means is null)
            {
                Faulty(FlowColumn.Means, Cell(FlowColumn.Means), CellError.MeansNotRead);
            }

            var link = new InformationLink(Needed(FlowColumn.From), Needed(FlowColumn.To), means ?? InformationMeans.Manual, Cell(FlowColumn.Frequency), Cell(FlowColumn.Medium), Cell(FlowColumn.Content));
            if (Faults.Count == faults)
            {
                Information.Add(link);
            }

            return ($"{link.From} → {link.To}", links.Contains(link) ? FlowLineState.Same : FlowLineState.New, []);
        }

        private (string Code, FlowLineState State, IReadOnlyList<FlowChange> Changes) TakeBurst()
        {
            var faults = Faults.Count;
            var burst = new KaizenBurst(Known(), Needed(FlowColumn.Text), Cell(FlowColumn.Axis));
            if (Faults.Count == faults)
            {
                Bursts.Add(burst);
            }

            return (burst.At, family?.Bursts.Contains(burst) == true ? FlowLineState.Same : FlowLineState.New, []);
        }

        private (string Code, FlowLineState State, IReadOnlyList<FlowChange> Changes) TakeOffset()
        {
            var faults = Faults.Count;
            var offset = new MapOffset(Known(), Number(FlowColumn.X, needed: true) ?? 0, Number(FlowColumn.Y, needed: true) ?? 0);
            if (Faults.Count == faults)
            {
                Offsets.Add(offset);
            }

            return (offset.At, family?.Offsets.Contains(offset) == true ? FlowLineState.Same : FlowLineState.New, []);
        }

        /// <summary>The code of something that is there.</summary>
        private string Known()
        {
            var code = Needed(FlowColumn.Code);
            if (code.Length > 0 && !operations.ContainsKey(code) && !stocks.ContainsKey(code))
            {
                Faulty(FlowColumn.Code, code, CellError.NothingOfThatCode);
            }

            return code;
        }

        private StockMode Mode(StockMode? old)
        {
            if (!at.ContainsKey(FlowColumn.Mode))
            {
                return old ?? StockMode.Inventory;
            }

            var text = Cell(FlowColumn.Mode);
            switch (TypedTable.Plain(text))
            {
                case "" or "stock" or "pousse" or "inventory" or "push":
                    return StockMode.Inventory;
                case "supermarche" or "supermarket" or "tire" or "pull":
                    return StockMode.Supermarket;
                case "fifo" or "voie fifo" or "file fifo" or "fifo lane":
                    return StockMode.FifoLane;
                case "securite" or "tampon" or "stock de securite" or "safety" or "safety stock" or "buffer":
                    return StockMode.Safety;
                default:
                    Faulty(FlowColumn.Mode, text, CellError.ModeNotRead);
                    return StockMode.Inventory;
            }
        }

        /// <summary>A column that the table has not says nothing of what is known.</summary>
        private decimal? Kept(FlowColumn column, decimal? old) => at.ContainsKey(column) ? Number(column) : old;

        private string Kept(FlowColumn column, string? old) => at.ContainsKey(column) ? Cell(column) : old ?? "";

        /// <summary>A code names one thing of the family: an operation or a stock.</summary>
        private string Code(IEnumerable<string> taken)
        {
            var code = Needed(FlowColumn.Code);
            if (code.Length > 0 && (!seen.Add(code) || taken.Contains(code, StringComparer.Ordinal)))
            {
                Faulty(FlowColumn.Code, code, CellError.Twice);
            }

            return code;
        }

        /// <summary>"OP20-OP30", "avant OP10", "after OP130", or words that name no operation: behind the branch's outsourced one.</summary>
        private (string? From, string? To) Position(string branch)
        {
            var text = Needed(FlowColumn.Position);
            if (text.Length == 0)
            {
                return (null, null);
            }

            if (operations.ContainsKey(text))
            {
                return (null, text);
            }

            var words = text.Split([' ', '-', '–', '→', '>', '/'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
            var first = words[0].ToUpperInvariant();
            if (words.Length == 2 && first is "AVANT" or "BEFORE")
            {
                return (null, Operation(words[^1], text));
            }

            if (words.Length == 2 && first is "APRÈS" or "APRES" or "AFTER")
            {
                return (Operation(words[^1], text), null);
            }

            if (words.Length == 2 && (operations.ContainsKey(words[0]) || operations.ContainsKey(words[1]) || text.Any(char.IsAsciiDigit)))
            {
                return (Operation(words[0], text), Operation(words[1], text));
            }

            var way = operations.Values.Where(o => o.Branch == branch).ToList();
            var outside = way.Where(o => o.IsOutsourced).ToList();
            if (outside.Count != 1)
            {
                Faulty(FlowColumn.Position, text, CellError.PositionNotRead);
                return (null, null);
            }

            var next = way.SkipWhile(o => o != outside[0]).Skip(1).FirstOrDefault();
            return (outside[0].Code, next?.Code);
        }

        private string? Operation(string code, string text)
        {
            if (operations.ContainsKey(code))
            {
                return code;
            }

            Faulty(FlowColumn.Position, text, CellError.OperationUnknown);
            return null;
        }

        private DateOnly Day()
        {
            var text = Cell(FlowColumn.Day);
            if (text.Length == 0)
            {
                return today;
            }

            if (!TypedDay.TryRead(text, out var day))
            {
                Faulty(FlowColumn.Day, text, CellError.NotADay);
            }
            else if (day > today)
            {
                Faulty(FlowColumn.Day, text, CellError.DayToCome);
            }

            return day;
        }

        private decimal? Number(FlowColumn column, bool needed = false)
        {
            var text = Cell(column);
            if (text.Length == 0)
            {
                if (needed)
                {
                    Faulty(column, text, CellError.Missing);
                }

                return null;
            }

            if (!TypedNumber.TryRead(text, table.Culture, out var value))
            {
                Faulty(column, text, CellError.NotANumber);
                return null;
            }

            if (FlowTimes.UnitOf(column, unit) is { } plain && Math.Abs(value) < 1_000_000_000m)
            {
                // What a time is kept in: minutes for a changeover, seconds for the work.
                var said = FlowColumns.UnitIn(table.Heading[at[column]]) ?? plain;
                value = column == FlowColumn.Changeover ? TimeUnit.Minute.FromSeconds(said.ToSeconds(value)) : said.ToSeconds(value);
            }

            if (!FlowColumns.NumberOf(column)!.Accepts(value))
            {
                Faulty(column, text, CellError.OutOfRange);
                return null;
            }

            return value;
        }

        private string Needed(FlowColumn column)
        {
            var text = Cell(column);
            if (text.Length == 0)
            {
                Faulty(column, text, CellError.Missing);
            }

            return text;
        }

        private string Cell(FlowColumn column) => at.TryGetValue(column, out var index) ? line.Cells[index] : "";

        private void Faulty(FlowColumn column, string text, CellError error) => Faults.Add(new(line.Number, column, text, error));

        private static bool IsYes(string text) => text.ToUpperInvariant() is "1" or "OUI" or "O" or "YES" or "Y" or "TRUE" or "VRAI" or "X";

        private static List<FlowChange> Changed(Dictionary<FlowNumber, decimal> was, Dictionary<FlowNumber, decimal> now) =>
        [
            .. was.Keys.Union(now.Keys)
                .Select(n => new FlowChange(n, was.TryGetValue(n, out var old) ? old : null, now.TryGetValue(n, out var fresh) ? fresh : null))
                .Where(c => was.Count > 0 && c.Before != c.After),
        ];
    }
}
