namespace Etabli.Methods.Movements;

/// <summary>What one person walks in a shift (fr: distance par personne).</summary>
/// <param name="Actor">Who.</param>
/// <param name="Metres">Metres in a shift.</param>
/// <param name="Ways">Single ways in a shift: a trip that returns is two.</param>
public sealed record ActorDistance(string Actor, double Metres, double Ways);

/// <summary>One cell of a from-to matrix (fr: case de la matrice de flux).</summary>
/// <param name="From">Where from.</param>
/// <param name="To">Where to.</param>
/// <param name="Ways">Single ways in a shift.</param>
/// <param name="Metres">Metres in a shift.</param>
public sealed record FromTo(string From, string To, double Ways, double Metres);

/// <summary>The walks of a shift, added up (fr: diagramme spaghetti).</summary>
public sealed record MovementStudy
{
    private static readonly Formula Formula = new("distance per shift", "M = Σ b · n · d", Source.TradeUsage);

    private readonly Dictionary<(string From, string To), FromTo> cells = [];

    private MovementStudy(IReadOnlyList<Trip> trips)
    {
        Trips = trips;
        Total = Formula.Gives(trips.Sum(t => t.Metres), Units.Metres, trips.SelectMany(Terms));
        Actors = Listed.Of(trips.GroupBy(t => t.Actor, StringComparer.Ordinal)
            .Select(g => new ActorDistance(g.Key, g.Sum(t => t.Metres), g.Sum(t => t.PerShift * (t.Returns ? 2 : 1))))
            .OrderByDescending(a => a.Metres).ThenBy(a => a.Actor, StringComparer.Ordinal));
        Places = Listed.Of(trips.SelectMany(t => new[] { t.From, t.To }).Distinct(StringComparer.Ordinal));
        foreach (var trip in trips)
        {
            Add(trip.From, trip.To, trip);
            if (trip.Returns)
            {
                Add(trip.To, trip.From, trip);
            }
        }

        var rank = Places.Select((place, i) => (place, i)).ToDictionary(p => p.place, p => p.i, StringComparer.Ordinal);
        Cells = Listed.Of(cells.Values.OrderBy(c => rank[c.From]).ThenBy(c => rank[c.To]));
    }

    /// <summary>The trips, in the order given.</summary>
    public IReadOnlyList<Trip> Trips { get; }

    /// <summary>M: metres of everybody in a shift.</summary>
    public Explained<double> Total { get; }

    /// <summary>Each person, the longest way first, ties by name.</summary>
    public IReadOnlyList<ActorDistance> Actors { get; }

    /// <summary>Places, in the order the trips name them: rows and columns of the matrix.</summary>
    public IReadOnlyList<string> Places { get; }

    /// <summary>Cells of the from-to matrix somebody walks, by row then column.</summary>
    public IReadOnlyList<FromTo> Cells { get; }

    /// <summary>Adds up the trips of a shift.</summary>
    /// <param name="trips">Trips, in any order.</param>
    /// <returns>M = Σ b·n·d with b = 2 for trips that return, by person, by pair of places, in all.</returns>
    /// <remarks>O(trips + places log places). Source: trade usage.</remarks>
    /// <example>
    /// 14 returns of 24 m and 9 of 48 m: 2·14·24 + 2·9·48 = 1 536 m.
    /// <code>MovementStudy.Of([new("setter", "ROD1", "tools", 14, 24), new("setter", "ROD1", "lab", 9, 48)]).Total.Known; // 1536</code>
    /// </example>
    public static MovementStudy Of(IEnumerable<Trip> trips) => new(Listed.Of(trips, nameof(trips)));

    /// <summary>One cell of the matrix; zeros when nobody walks it.</summary>
    /// <param name="from">Where from.</param>
    /// <param name="to">Where to.</param>
    /// <remarks>O(1). Source: trade usage.</remarks>
    /// <example>Of the trips above, from the lab to ROD1: 9 ways, 432 m.</example>
    public FromTo Between(string from, string to) => cells.GetValueOrDefault((from, to)) ?? new(from, to, 0, 0);

    /// <summary>Two studies are equal when they are of the same trips in the same order.</summary>
    /// <param name="other">Another study.</param>
    public bool Equals(MovementStudy? other) => other is not null && Trips.Equals(other.Trips);

    /// <inheritdoc/>
    public override int GetHashCode() => Trips.GetHashCode();

    private static Term[] Terms(Trip trip)
    {
        var of = $"{trip.Actor}: {trip.From} → {trip.To}";
        return
        [
            new("b", "ways per trip", trip.Returns ? 2 : 1, Units.Ratio, of),
            new("n", "trips per shift", trip.PerShift, Units.Ratio, of),
            new("d", "one-way distance", trip.Distance, Units.Metres, of),
        ];
    }

    private void Add(string from, string to, Trip trip)
    {
        var cell = Between(from, to);
        cells[(from, to)] = cell with { Ways = cell.Ways + trip.PerShift, Metres = cell.Metres + trip.PerShift * trip.Distance };
    }
}
