namespace Etabli.Web.Words;

/// <summary>Sentences of the balance of a line.</summary>
public sealed class LineWords;
