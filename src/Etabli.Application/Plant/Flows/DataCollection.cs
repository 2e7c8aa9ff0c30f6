using Etabli.Persistence;
using Etabli.Plant.Flows;
using Etabli.Plant.Occurrences;
using Microsoft.EntityFrameworkCore;

namespace Etabli.Application.Plant.Flows;

/// <summary>
/// What is known over the whole chain and what is still missing: each number of each operation, the stocks counted, the
/// records of stops and scrap, the observations (fr: recueil de données structuré).
/// </summary>
/// <param name="Sheet">The family and its flow.</param>
/// <param name="Rows">One for each operation.</param>
/// <param name="Stocks">Each stock with its last count.</param>
/// <param name="OldestCount">Day of the oldest of the last counts; null when one was never counted.</param>
public sealed record DataCollection(FlowSheet Sheet, IReadOnlyList<DataCollection.Row> Rows, IReadOnlyList<StockPoint> Stocks, DateOnly? OldestCount)
{
    /// <summary>The numbers looked for at each operation, in the order they are shown.</summary>
    public static IReadOnlyList<FlowNumber> Wanted { get; } =
    [
        FlowNumber.Cycle, FlowNumber.Changeover, FlowNumber.Lot, FlowNumber.Availability, FlowNumber.Scrap, FlowNumber.Operators, FlowNumber.ValueAdded,
    ];

    /// <summary>What is known, of all that is wanted: numbers, records of stops and scrap, observations, counts.</summary>
    public int Known => Rows.Sum(r => r.Numbers.Count(n => n is not null) + (r.Stops > 0 ? 1 : 0) + (r.Scraps > 0 ? 1 : 0) + (r.Observations > 0 ? 1 : 0)) + Stocks.Count(s => s.Last is not null);

    /// <summary>All that is wanted.</summary>
    public int Needed => Rows.Sum(r => r.Numbers.Count + 3) + Stocks.Count;

    /// <param name="Operation">Which.</param>
    /// <param name="Numbers">Each wanted number: its value and source, or null.</param>
    /// <param name="Stops">Stops recorded at its station.</param>
    /// <param name="Scraps">Scrap recorded at its station.</param>
    /// <param name="Observations">Observations made at its station.</param>
    public sealed record Row(RoutingOperation Operation, IReadOnlyList<(decimal Value, NumberSource? Source)?> Numbers, long Stops, long Scraps, long Observations);

    public sealed class Reader(EtabliDb db, FlowSheet.Reader flows)
    {
        /// <summary>Of the family asked for, or the first; null when there is none.</summary>
        public async Task<DataCollection?> Find(ProductFamilyId? family, CancellationToken stop)
        {
            if (await flows.Find(family, stop) is not { } sheet)
            {
                return null;
            }

            var plant = sheet.Family.Organisation;
            var events = await db.PlantEvents.AsNoTracking().Where(e => e.Organisation == plant).GroupBy(e => new { e.Station, e.Kind }).Select(g => new { g.Key.Station, g.Key.Kind, Count = g.LongCount() }).ToListAsync(stop);
            var seen = await db.Observations.AsNoTracking().Where(o => o.Organisation == plant).GroupBy(o => o.Place).Select(g => new { Place = g.Key, Count = g.LongCount() }).ToListAsync(stop);
            var rows = sheet.Family.Operations.Where(o => !o.IsOutsourced).Select(o =>
            {
                var numbers = o.Numbers().ToDictionary(n => n.Number, n => n.Value);
                var stations = StationsOf(o.Station);
                return new Row(
                    o,
                    [.. Wanted.Select(w => numbers.TryGetValue(w, out var value) ? (value, o.Sources.GetValueOrDefault(w.Name)) : ((decimal, NumberSource?)?)null)],
                    events.Where(e => e.Kind == PlantEventKind.Stop && stations.Contains(e.Station)).Sum(e => e.Count),
                    events.Where(e => e.Kind == PlantEventKind.Scrap && stations.Contains(e.Station)).Sum(e => e.Count),
                    seen.Where(s => stations.Contains(s.Place)).Sum(s => s.Count));
            }).ToList();
            var stocks = sheet.Family.Stocks;
            return new(sheet, rows, stocks, stocks.Any(s => s.Last is null) ? null : stocks.Select(s => s.Last?.Day).Min());
        }

        /// <summary>"TCN1-TCN2" and "P1-P6" name the posts from one to the other.</summary>
        public static HashSet<string> StationsOf(string said)
        {
            var all = new HashSet<string>(said.Split([',', ';', '/'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries), StringComparer.OrdinalIgnoreCase) { said };
            if (said.Split('-') is [var first, var last] && Split(first) is var (name, from) && Split(last) is var (other, until) && string.Equals(name, other, StringComparison.OrdinalIgnoreCase) && until - from is >= 0 and < 100)
            {
                all.UnionWith(Enumerable.Range(from, until - from + 1).Select(i => name + i.ToString(System.Globalization.CultureInfo.InvariantCulture)));
            }

            return all;
        }

        private static (string Name, int Number)? Split(string code)
        {
            var digits = code.Length;
            while (digits > 0 && char.IsAsciiDigit(code[digits - 1]))
            {
                digits--;
            }

            return int.TryParse(code.AsSpan(digits), System.Globalization.CultureInfo.InvariantCulture, out var number) ? (code[..digits].Trim(), number) : null;
        }
    }
}
