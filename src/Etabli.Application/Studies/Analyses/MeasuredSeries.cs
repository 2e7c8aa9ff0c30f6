using Etabli.Persistence;
using Etabli.Plant.Measures;
using Etabli.Plant.Tables;
using Etabli.Studies.Analyses;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Etabli.Application.Studies.Analyses;

/// <summary>The columns an analysis reads, as flat series in the order the rows came; rows without a value are counted and left (fr: série de mesures).</summary>
/// <param name="Values">The quantity.</param>
/// <param name="Rows">Number of each row.</param>
/// <param name="Texts">What the other parts say, by key; cells as they are kept.</param>
/// <param name="Numbers">What the other parts that are numbers say, by key.</param>
/// <param name="Without">Rows whose quantity, or another number that is needed, is missing.</param>
public sealed record MeasuredSeries(double[] Values, long[] Rows, IReadOnlyDictionary<string, string[]> Texts, IReadOnlyDictionary<string, double[]> Numbers, int Without)
{
    private static readonly string[] NumberRoles = ["Size", "Factor", "Opening", "Made", "Good", "Cycle"];

    internal static async Task<MeasuredSeries> Read(EtabliDb db, Analysis analysis, MeasureTable table, CancellationToken stop)
    {
        var columns = analysis.Content.Columns;
        var form = AnalysisForm.Of(analysis.Kind);
        var main = form.Roles.Any(r => r.Key == "Value") ? "Value" : "Required";
        List<string> numbers = [.. form.Roles.Select(r => r.Key).Where(k => NumberRoles.Contains(k) && columns.ContainsKey(k))];
        List<string> texts = [.. form.Roles.Select(r => r.Key).Where(k => k != main && k != "Only" && !NumberRoles.Contains(k) && columns.ContainsKey(k))];
        var only = columns.TryGetValue("Only", out var place) && analysis.Content.Choices.TryGetValue("OnlyIs", out var value) ? MeasureOnly(table.Columns[place].Kind, value) : null;
        var (values, rows) = (new List<double>(), new List<long>());
        var its = texts.ToDictionary(k => k, _ => new List<string>());
        var other = numbers.ToDictionary(k => k, _ => new List<double>());
        var without = 0;
        await db.Database.OpenConnectionAsync(stop);
        try
        {
            // Places come from the form and the record, never from what somebody typed.
            var asked = string.Join(", ", new[] { main }.Concat(numbers).Select(k => $"nullif(cells[{columns[k] + 1}], '')::float8").Concat(texts.Select(k => $"cells[{columns[k] + 1}]")));
            var condition = only is null ? "" : $" and cells[{columns["Only"] + 1}] = $2";
#pragma warning disable CA2100 // The text is made of column places only.
            await using var command = new NpgsqlCommand($"select number, {asked} from plant.measure_row where \"table\" = $1{condition} order by number", (NpgsqlConnection)db.Database.GetDbConnection());
#pragma warning restore CA2100
            command.Parameters.AddWithValue(table.Id.Value);
            if (only is not null)
            {
                command.Parameters.AddWithValue(only);
            }

            await using var found = await command.ExecuteReaderAsync(stop);
            while (await found.ReadAsync(stop))
            {
                var whole = true;
                for (var i = 0; i <= numbers.Count; i++)
                {
                    whole &= !found.IsDBNull(i + 1);
                }

                if (!whole)
                {
                    without++;
                    continue;
                }

                rows.Add(found.GetInt64(0));
                values.Add(found.GetDouble(1));
                for (var i = 0; i < numbers.Count; i++)
                {
                    other[numbers[i]].Add(found.GetDouble(i + 2));
                }

                for (var i = 0; i < texts.Count; i++)
                {
                    its[texts[i]].Add(found.IsDBNull(numbers.Count + i + 2) ? "" : found.GetString(numbers.Count + i + 2));
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
