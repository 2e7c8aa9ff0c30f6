using Etabli.People;

namespace Etabli.Persistence;

/// <summary>
/// On whose behalf the database is asked, for one scope. Row-level security reads it: a scope that says nothing sees nothing.
/// </summary>
public sealed class Session
{
    public PersonId? Person { get; private set; }

    /// <summary>Alone while nobody is signed in yet and an organisation's own link is being used; with a person, all they see for now.</summary>
    public OrganisationId? Organisation { get; private set; }

    /// <summary>Rises with every change, so that an open connection knows it must be told again.</summary>
    internal int Turn { get; private set; }

    public void ActAs(PersonId person, OrganisationId? only = null)
    {
        Person = person;
        Organisation = only;
        Turn++;
    }

    /// <summary>For an invitation being accepted or a job of the house: one organisation, no person.</summary>
    public void ActFor(OrganisationId organisation)
    {
        Person = null;
        Organisation = organisation;
        Turn++;
    }
}
