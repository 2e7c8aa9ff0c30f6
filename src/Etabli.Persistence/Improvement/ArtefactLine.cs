using Etabli.Improvement;

namespace Etabli.Persistence.Improvement;

/// <summary>One thing made in a project, whatever its kind, as a line to choose from.</summary>
/// <param name="Kind">What it is: project, action-plan, observation, axis, action, indicator, minutes, file.</param>
/// <param name="Mark">Its number or code; null for what has none.</param>
/// <param name="Title">What it says first; empty for an action plan, which has no title of its own.</param>
/// <param name="Detail">What was seen there, for an observation.</param>
/// <param name="Step">The step it was put under, for a file.</param>
/// <param name="Rank">Sorts those of one kind.</param>
public sealed record ArtefactLine(
    string Kind, Guid Source, ProjectId Project, string ProjectTitle, DateOnly ProjectStarts, string? Mark, string Title, string? Detail, int? Step, string AuthorCode, DateTimeOffset MadeAt, string Rank);
