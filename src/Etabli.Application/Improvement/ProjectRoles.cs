using Etabli.People.Persons;

namespace Etabli.Application.Improvement;

/// <summary>Who may do what in the projects of a plant; everybody else of the plant reads.</summary>
internal static class ProjectRoles
{
    /// <summary>Lead a project: create it, change it, mark its steps.</summary>
    internal static Role[] Leaders => [Role.LeanCoordinator, Role.TeamLeader, Role.ProcessTechnician, Role.Director];

    /// <summary>Plan, record, write: those who lead, the candidates and the functions that support them.</summary>
    internal static Role[] Contributors => [.. Leaders, Role.Candidate, Role.SupportFunction];

    /// <summary>Say what is seen at the station: everybody who works there.</summary>
    internal static Role[] Observers => [.. Contributors, Role.Operator];
}
