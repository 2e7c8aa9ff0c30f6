using Etabli.People.Persons;

namespace Etabli.Web.Hosting;

/// <summary>
/// Who may open a page: holders of one of these roles, whatever the organisation. A page without it is for anybody
/// signed in. What of an object they may see is decided further in, by the gesture, the reading and the database.
/// </summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class OpenToAttribute(params Role[] roles) : Attribute
{
    public IReadOnlyList<Role> Roles { get; } = roles;
}
