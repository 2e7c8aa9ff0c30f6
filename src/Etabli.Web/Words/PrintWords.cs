namespace Etabli.Web.Words;

/// <summary>Words of the making of a PDF.</summary>
public sealed class PrintWords;
