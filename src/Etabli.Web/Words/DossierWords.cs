namespace Etabli.Web.Words;

/// <summary>Words of a dossier: its page, the matrix, evidence, the report, the deposit, the company's opinion.</summary>
public sealed class DossierWords;
