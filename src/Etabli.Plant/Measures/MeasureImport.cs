using Etabli.People;

namespace Etabli.Plant.Measures;

/// <summary>Rows that came together into a record: from what, who, when; taken back whole (fr: apport de mesures).</summary>
/// <param name="Id">Identifies it.</param>
/// <param name="Table">Into which record.</param>
/// <param name="Organisation">Whose plant.</param>
/// <param name="From">Name of the file, of the machine's key; empty when it was typed or pasted.</param>
/// <param name="Content">Fingerprint of what was brought, or of the request that brought it: the same again is not taken twice.</param>
/// <param name="Rows">How many rows were new.</param>
/// <param name="ByCode">Who.</param>
/// <param name="At">When.</param>
public sealed record MeasureImport(Guid Id, MeasureTableId Table, OrganisationId Organisation, string From, string Content, int Rows, string ByCode, DateTimeOffset At);

/// <summary>One cell that was changed after it came: what it said, who changed it, when and why (fr: rectification).</summary>
/// <param name="Id">Identifies it.</param>
/// <param name="Table">Of which record.</param>
/// <param name="Organisation">Whose plant.</param>
/// <param name="Row">Number of the row.</param>
/// <param name="Column">Place of the column, from 0.</param>
/// <param name="Before">What it said.</param>
/// <param name="After">What it says.</param>
/// <param name="Reason">Why.</param>
/// <param name="ByCode">Who.</param>
/// <param name="At">When.</param>
public sealed record MeasureCorrection(Guid Id, MeasureTableId Table, OrganisationId Organisation, long Row, int Column, string Before, string After, string Reason, string ByCode, DateTimeOffset At);
