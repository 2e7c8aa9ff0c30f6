namespace Etabli.Web.Words;

/// <summary>Words of the screens used on the floor, with or without network.</summary>
public sealed class FloorWords;
