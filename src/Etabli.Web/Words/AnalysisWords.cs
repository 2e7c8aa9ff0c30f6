namespace Etabli.Web.Words;

/// <summary>Words of the analyses of measures: control charts, capability, gauge studies.</summary>
public sealed class AnalysisWords;
