namespace Etabli.Persistence.Cluster;

/// <summary>The private database cannot be had; the message says what to install or set.</summary>
public sealed class ClusterException(string message) : Exception(message);
