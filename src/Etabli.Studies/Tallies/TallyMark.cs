using Etabli.People;

namespace Etabli.Studies.Tallies;

/// <summary>One stroke on a check sheet: a cause seen at an instant, perhaps at a place of the drawing (fr: bâton).</summary>
/// <param name="Id">Made on the device that counted, so that sending twice counts once.</param>
/// <param name="Study">The check sheet.</param>
/// <param name="Organisation">Whose.</param>
/// <param name="Cause">What was seen.</param>
/// <param name="At">When it was tapped, by the device's clock.</param>
/// <param name="X">Where on the drawing, from the left, 0 to 1; null when it is not located.</param>
/// <param name="Y">From the top, 0 to 1.</param>
/// <param name="By">Who tapped.</param>
/// <param name="ByCode">Their code on the floor.</param>
/// <param name="UndoneAt">When it was taken back; null while it counts.</param>
public sealed record TallyMark(Guid Id, StudyId Study, OrganisationId Organisation, string Cause, DateTimeOffset At, double? X, double? Y, PersonId By, string ByCode, DateTimeOffset? UndoneAt = null);
