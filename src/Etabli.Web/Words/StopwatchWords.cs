namespace Etabli.Web.Words;

/// <summary>The stopwatch of the floor.</summary>
public sealed class StopwatchWords;
