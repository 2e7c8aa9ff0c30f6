using Etabli.People;

namespace Etabli.Improvement.Projects;

/// <summary>Somebody who contributes to a project, and as what (fr: membre de l’équipe projet).</summary>
public sealed class TeamMember
{
    private TeamMember()
    {
        Code = Role = "";
    }

    internal TeamMember(PersonId person, string code, string role, bool reportsToPilot)
    {
        Person = person;
        Code = code;
        Role = role;
        ReportsToPilot = reportsToPilot;
    }

    public PersonId Person { get; private set; }

    /// <summary>The person's short name when they joined: METH, CE-A.</summary>
    public string Code { get; private set; }

    /// <summary>What they bring: methods, quality, voice of shift A.</summary>
    public string Role { get; private set; }

    /// <summary>
    /// The pilot is this person's line manager. The coordinator is not the line manager of the contributors (rule R70):
    /// nothing forbids it in a plant, but it is shown.
    /// </summary>
    public bool ReportsToPilot { get; private set; }
}
