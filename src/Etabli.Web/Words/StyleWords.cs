namespace Etabli.Web.Words;

/// <summary>Words of the living style page.</summary>
public sealed class StyleWords;
