using Etabli.People;
using Etabli.People.Files;

namespace Etabli.Application.Improvement;

/// <summary>
/// An artefact of the work as it is at one instant, ready to be frozen under certification: its words, its picture,
/// its files, who made it and when (fr: copie d'un livrable du chantier).
/// </summary>
/// <param name="Kind">observation, action-plan, indicator, minutes, axis, file…: as written on evidence.</param>
/// <param name="Source">Identity of the artefact in its own module.</param>
/// <param name="Title">What people call it.</param>
/// <param name="Json">Everything it says, as one JSON object.</param>
/// <param name="Svg">Its picture; null when it has none.</param>
/// <param name="Files">Stored files that belong to it: photos, documents.</param>
/// <param name="Author">Who made it.</param>
/// <param name="AuthorName">Their name.</param>
/// <param name="MadeAt">When it was made.</param>
public sealed record ArtefactSnapshot(
    string Kind,
    Guid Source,
    string Title,
    string Json,
    string? Svg,
    IReadOnlyList<FileId> Files,
    PersonId Author,
    string AuthorName,
    DateTimeOffset MadeAt);
