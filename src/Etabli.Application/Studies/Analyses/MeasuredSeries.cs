using Etabli.Persistence;
using Etabli.Plant.Measures;
using Etabli.Plant.Tables;
using Etabli.Studies.Analyses;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using NpgsqlTypes;

namespace Etabli.Application.Studies.Analyses;

/// <summary>The columns an analysis reads, as flat series in the order the rows came; rows without a value are counted and left (fr: série de mesures).</summary>
/// <param name="Values">The quantity; empty when the analysis reads words only.</param>
/// <param name="Rows">Number of each row.</param>
/// <param name="Texts">What the other parts say, by key; cells as they are kept.</param>
/// <param name="Numbers">What the other parts that are numbers say, by key.</param>
/// <param name="Without">Rows whose quantity, or another number that is needed, is missing.</param>
public sealed record MeasuredSeries(double[] Values, long[] Rows, IReadOnlyDictionary<string, string[]> Texts, IReadOnlyDictionary<string, double[]> Numbers, int Without)
{
    /// <summary>Most parts of one form that are numbers, the main one counted, and that are not.</summary>
    private const int MostNumbers = 5;

    private const int MostTexts = 4;

    private const string Asked =
        """
        select number, nullif(cells[$2], '')::float8, nullif(cells[$3], '')::float8, nullif(cells[$4], '')::float8, nullif(cells[$5], '')::float8, nullif(cells[$6], '')::float8, cells[$7], cells[$8], cells[$9], cells[$10]
        from plant.measure_row where "table" = $1 and ($12 is null or cells[$11] = $12) order by number
        """;

    private static readonly string[] NumberRoles = ["Size", "Factor", "Opening", "Made", "Good", "Cycle", "Reference", "Value2", "Value3", "Value4", "Value5"];

    /// <summary>Parts without which a row says nothing, in the order they are looked for: one of them is the quantity.</summary>
    private static readonly string[] MainRoles = ["Value", "Required", "Amount"];

    internal static async Task<MeasuredSeries> Read(EtabliDb db, Analysis analysis, MeasureTable table, CancellationToken stop)
    {
        var columns = analysis.Content.Columns;
        var form = AnalysisForm.Of(analysis.Kind);
        var main = MainRoles.FirstOrDefault(k => form.Roles.Any(r => r.Key == k));
        List<string> numbers = [.. form.Roles.Select(r => r.Key).Where(k => NumberRoles.Contains(k) && columns.ContainsKey(k))];
        List<string> texts = [.. form.Roles.Select(r => r.Key).Where(k => k != main && k != "Only" && !NumberRoles.Contains(k) && columns.ContainsKey(k))];
        var verdict = texts.IndexOf("Verdict");
        var only = columns.TryGetValue("Only", out var place) && analysis.Content.Choices.TryGetValue("OnlyIs", out var value) ? MeasureOnly(table.Columns[place].Kind, value) : null;
        var (values, rows) = (new List<double>(), new List<long>());
        var its = texts.ToDictionary(k => k, _ => new List<string>());
        var other = numbers.ToDictionary(k => k, _ => new List<double>());
        var without = 0;
        await db.Database.OpenConnectionAsync(stop);
        try
        {
            await using var command = new NpgsqlCommand(Asked, (NpgsqlConnection)db.Database.GetDbConnection());
            command.Parameters.AddWithValue(table.Id.Value);

            // The place of a part that nobody plays is 0, where an array has nothing.
            for (var i = 0; i < MostNumbers; i++)
            {
                command.Parameters.AddWithValue(i == 0 ? main is null ? 0 : columns[main] + 1 : i <= numbers.Count ? columns[numbers[i - 1]] + 1 : 0);
            }

            for (var i = 0; i < MostTexts; i++)
            {
                command.Parameters.AddWithValue(i < texts.Count ? columns[texts[i]] + 1 : 0);
            }

            command.Parameters.AddWithValue(only is null ? 0 : columns["Only"] + 1);
            command.Parameters.Add(new() { Value = (object?)only ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.Text });
            await using var found = await command.ExecuteReaderAsync(stop);
            while (await found.ReadAsync(stop))
            {
                var whole = true;
                for (var i = main is null ? 1 : 0; i <= numbers.Count; i++)
                {
                    whole &= !found.IsDBNull(i + 1);
                }

                // A judgement that was not given is no judgement.
                whole &= verdict < 0 || (!found.IsDBNull(1 + MostNumbers + verdict) && found.GetString(1 + MostNumbers + verdict).Length > 0);
                if (!whole)
                {
                    without++;
                    continue;
                }

                rows.Add(found.GetInt64(0));
                if (main is not null)
                {
                    values.Add(found.GetDouble(1));
                }

                for (var i = 0; i < numbers.Count; i++)
                {
                    other[numbers[i]].Add(found.GetDouble(i + 2));
                }

                for (var i = 0; i < texts.Count; i++)
                {
                    var at = 1 + MostNumbers + i;
                    its[texts[i]].Add(found.IsDBNull(at) ? "" : found.GetString(at));
                }
            }
        }
        finally
        {
            await db.Database.CloseConnectionAsync();
        }

        return new([.. values], [.. rows], its.ToDictionary(k => k.Key, k => k.Value.ToArray()), other.ToDictionary(k => k.Key, k => k.Value.ToArray()), without);
    }

    // What somebody chose is compared with cells as they are kept.
    private static string MeasureOnly(CellKind kind, string value) => Plant.Measures.MeasureCell.Kept(kind, value, "fr") ?? value;
}
