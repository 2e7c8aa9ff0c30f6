namespace Etabli.Web.Shell.Errors;

/// <summary>Why a page was refused and whom to ask: put on the request by whoever answers 403.</summary>
public sealed record AccessRefused(string? Wanted, IReadOnlyList<string> Ask);
