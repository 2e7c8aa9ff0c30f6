namespace Etabli.Web.Words;

/// <summary>Words of the graphs one explores.</summary>
public sealed class GraphWords;
