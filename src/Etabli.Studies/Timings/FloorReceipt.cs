using Etabli.People;

namespace Etabli.Studies.Timings;

/// <summary>What a device of the floor sent and a study took: the same thing sent again takes nothing (fr: reçu du terrain).</summary>
/// <param name="Id">Made on the device: a session of the stopwatch, one sighting.</param>
/// <param name="Study">Which study took it.</param>
/// <param name="Organisation">Whose.</param>
/// <param name="Revision">The revision it is in.</param>
/// <param name="Rows">How many rows it gave.</param>
/// <param name="By">Who noted it.</param>
/// <param name="ByCode">Their code on the floor.</param>
/// <param name="At">When it came.</param>
public sealed record FloorReceipt(Guid Id, StudyId Study, OrganisationId Organisation, int Revision, int Rows, PersonId By, string ByCode, DateTimeOffset At);
