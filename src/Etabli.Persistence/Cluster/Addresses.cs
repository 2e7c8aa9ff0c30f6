namespace Etabli.Persistence.Cluster;

/// <summary>Two ways into one database: its owner for migrations and backup, the run-time role that owns nothing.</summary>
public sealed record Addresses(string Owner, string App);
