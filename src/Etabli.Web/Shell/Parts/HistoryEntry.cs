namespace Etabli.Web.Shell.Parts;

/// <summary>One line of an object's history: who, when, what, and the seal of the entry in the journal.</summary>
public sealed record HistoryEntry(DateTimeOffset At, string Who, string What, string? Detail = null, string? Seal = null);
