namespace Etabli.Web.Words;

/// <summary>Words of the projects: steps, observations, actions, indicators, minutes, files.</summary>
public sealed class ImprovementWords;
