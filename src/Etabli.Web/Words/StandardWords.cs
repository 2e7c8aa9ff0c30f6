namespace Etabli.Web.Words;

/// <summary>Words of the standards: reading, importing, and the short names of routes, modes and headings.</summary>
public sealed class StandardWords;
