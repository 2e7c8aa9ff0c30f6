namespace Etabli.Web.Words;

/// <summary>Words around a table that is typed, pasted or read in a file: what can be done with it, what is wrong in its cells.</summary>
public sealed class TableWords;
