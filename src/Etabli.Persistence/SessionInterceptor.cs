using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Npgsql;

namespace Etabli.Persistence;

/// <summary>Tells each opened connection who asks; the pool forgets it when the connection goes back.</summary>
internal sealed class SessionInterceptor(Session session) : DbConnectionInterceptor
{
    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData)
    {
        using var command = Tell((NpgsqlConnection)connection);
        command.ExecuteNonQuery();
    }

    public override async Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        await using var command = Tell((NpgsqlConnection)connection);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    internal NpgsqlCommand Tell(NpgsqlConnection connection)
    {
        var command = connection.CreateCommand();
        command.CommandText = "select etabli.act_as($1, $2)";
        command.Parameters.Add(new NpgsqlParameter { NpgsqlDbType = NpgsqlTypes.NpgsqlDbType.Uuid, Value = session.Person?.Value ?? (object)DBNull.Value });
        command.Parameters.Add(new NpgsqlParameter { NpgsqlDbType = NpgsqlTypes.NpgsqlDbType.Uuid, Value = session.Organisation?.Value ?? (object)DBNull.Value });
        return command;
    }
}
