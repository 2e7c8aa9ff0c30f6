using Etabli.People;
using Etabli.Plant.Occurrences;

namespace Etabli.Persistence.Plant;

/// <summary>A station that has events of a kind.</summary>
public sealed record EventStation(OrganisationId Organisation, PlantEventKind Kind, string Station);
