using Etabli.People.Persons;

namespace Etabli.Demo;

/// <summary>One person of the demonstration.</summary>
internal sealed record DemoPerson(string Code, string FirstName, string LastName, string LabelFr, string LabelEn, string NoteFr, string NoteEn, params (Role Role, string At)[] Roles)
{
    public College? College { get; init; }

    public string? DelegatedBy { get; init; }
}
