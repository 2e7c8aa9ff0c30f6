namespace Etabli.Web.Words;

/// <summary>Words of what prints: report, summary, minutes, attestations.</summary>
public sealed class DocumentWords;
