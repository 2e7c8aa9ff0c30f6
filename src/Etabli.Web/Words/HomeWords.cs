namespace Etabli.Web.Words;

/// <summary>Words of the first page, of what waits for me and of the search.</summary>
public sealed class HomeWords;
