namespace Etabli.Web.Words;

/// <summary>Words of the records of measures.</summary>
public sealed class MeasureWords;
