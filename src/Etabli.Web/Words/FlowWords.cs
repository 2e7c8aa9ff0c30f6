namespace Etabli.Web.Words;

/// <summary>Words of the plant's flow: families, operations, stocks, the map.</summary>
public sealed class FlowWords;
