using System.Globalization;
using Npgsql;

namespace Etabli.Load;

/// <summary>What every measure here needs.</summary>
internal static class Tools
{
    public static async Task Do(NpgsqlConnection connection, string sql)
    {
        await using var command = new NpgsqlCommand(sql, connection) { CommandTimeout = 300 };
        await command.ExecuteNonQueryAsync();
    }

    public static double Median(List<double> values)
    {
        values.Sort();
        return values[values.Count / 2];
    }

    public static string Said(int number) => number.ToString("#,0", CultureInfo.InvariantCulture);
}
