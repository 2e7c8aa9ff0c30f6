namespace Etabli.Web.Shell.Parts;

/// <summary>One step of the path to a page.</summary>
public sealed record Crumb(string Label, string Href);
