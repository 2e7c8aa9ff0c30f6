namespace Etabli.Web.Words;

/// <summary>Names and units of the terms of formulas, as the methods key them.</summary>
public sealed class TermWords;
