namespace Etabli.Web.Words;

/// <summary>Words of the studies: their kinds, sheets, columns, choices and readings.</summary>
public sealed class StudyWords;
