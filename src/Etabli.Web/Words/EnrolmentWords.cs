namespace Etabli.Web.Words;

/// <summary>Words of enrolments: lists, the enrolment form, the file of modes, and what a centre does with a dossier.</summary>
public sealed class EnrolmentWords;
