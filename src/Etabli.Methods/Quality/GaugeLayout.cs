namespace Etabli.Methods.Quality;

/// <summary>Readings of a gauge study in a full table: part, operator, trial.</summary>
internal sealed class GaugeLayout
{
    private GaugeLayout(string[] parts, string[] operators, double[][][] cells) => (Parts, Operators, Cells) = (parts, operators, cells);

    public string[] Parts { get; }

    public string[] Operators { get; }

    public double[][][] Cells { get; }

    public int Trials => Cells[0][0].Length;

    public double Origin => Cells[0][0][0];

    public static GaugeLayout Of(IEnumerable<GaugeReading> readings)
    {
        ArgumentNullException.ThrowIfNull(readings);
        var all = readings.ToList();
        string[] parts = [.. all.Select(r => r.Part).Distinct(StringComparer.Ordinal)];
        string[] operators = [.. all.Select(r => r.Operator).Distinct(StringComparer.Ordinal)];
        if (parts.Length < 2 || operators.Length < 2)
        {
            throw new ArgumentException($"There are {parts.Length} parts and {operators.Length} operators; expected 2 at least of each.", nameof(readings));
        }

        var byCell = all.ToLookup(r => (r.Part, r.Operator), r => r.Value);
        var trials = byCell[(parts[0], operators[0])].Count();
        var cells = parts.Select(p => operators.Select(o => byCell[(p, o)].ToArray()).ToArray()).ToArray();
        for (var i = 0; i < parts.Length; i++)
        {
            for (var j = 0; j < operators.Length; j++)
            {
                if (cells[i][j].Length != trials || trials < 2)
                {
                    throw new ArgumentException($"Part '{parts[i]}' has {cells[i][j].Length} readings by '{operators[j]}'; expected the same number of each part by each operator, 2 at least.", nameof(readings));
                }
            }
        }

        return new(parts, operators, cells);
    }

    /// <summary>Mean over what an index leaves free, around the first reading.</summary>
    public double Mean(int? part = null, int? operatorAt = null)
    {
        var (sum, count) = (0.0, 0);
        for (var i = part ?? 0; i <= (part ?? Parts.Length - 1); i++)
        {
            for (var j = operatorAt ?? 0; j <= (operatorAt ?? Operators.Length - 1); j++)
            {
                foreach (var value in Cells[i][j])
                {
                    sum += value - Origin;
                    count++;
                }
            }
        }

        return sum / count;
    }
}
