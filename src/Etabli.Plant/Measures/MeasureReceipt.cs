using Etabli.People;

namespace Etabli.Plant.Measures;

/// <summary>What a machine's request was answered: the same one sent again is answered the same and takes nothing (fr: reçu de mesures).</summary>
/// <param name="AccessKey">With which key.</param>
/// <param name="Request">Name the machine gave its request.</param>
/// <param name="Organisation">Whose plant.</param>
/// <param name="Table">Into which record.</param>
/// <param name="Content">Fingerprint of what was asked.</param>
/// <param name="Answer">What was answered, as JSON.</param>
/// <param name="At">When.</param>
public sealed record MeasureReceipt(AccessKeyId AccessKey, string Request, OrganisationId Organisation, MeasureTableId Table, string Content, string Answer, DateTimeOffset At);
