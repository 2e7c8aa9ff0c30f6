namespace Etabli.Web.Shell.Parts;

/// <summary>One filter of a list: a link, its count, whether it is the chosen one.</summary>
public sealed record Filter(string Label, string Href, bool Chosen = false, int? Count = null, StatusKind? Status = null);

/// <summary>One tab: another view of the same object.</summary>
public sealed record Tab(string Label, string Href, bool Chosen = false, int? Count = null);
