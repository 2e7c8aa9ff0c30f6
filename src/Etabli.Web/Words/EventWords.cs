namespace Etabli.Web.Words;

/// <summary>Words of the plant's events: stops, scrap, their Pareto.</summary>
public sealed class EventWords;
