namespace Etabli.Application;

/// <summary>
/// The object does not exist, or is not for the caller: the two read the same from outside (404), and the journal keeps
/// the attempt.
/// </summary>
public sealed class NotFoundException(string kind, object id) : Exception($"No {kind} '{id}' for this caller.")
{
    /// <summary>What was asked for: "dossier", "project", "file"…</summary>
    public string Kind { get; } = kind;

    public string Id { get; } = id?.ToString() ?? "";
}
