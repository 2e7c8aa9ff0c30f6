namespace Etabli.People.Grants;

/// <summary>Why somebody outside the owning organisation may see a dossier.</summary>
public enum GrantPurpose
{
    Candidate,
    Company,
    TrainingProvider,
    ResourceCentre,
    Commission,
    Jury,
    Award,
}

/// <summary>
/// What crosses organisations: one dossier shown to one person or one organisation, from an instant on, until it is
/// revoked (fr: droit d'accès). Row-level security reads these rows; there is no other way across.
/// </summary>
public sealed class AccessGrant
{
    private AccessGrant()
    {
    }

    public AccessGrant(Guid id, Guid dossier, OrganisationId owner, PersonId? person, OrganisationId? organisation, GrantPurpose purpose, PersonId givenBy, DateTimeOffset at, DateTimeOffset? until = null)
    {
        if (person is null == organisation is null)
        {
            throw new ArgumentException("A grant is for one person or for one organisation, not both and not none.", nameof(person));
        }

        Id = id;
        Dossier = dossier;
        Owner = owner;
        Person = person;
        Organisation = organisation;
        Purpose = purpose;
        GivenBy = givenBy;
        GivenAt = at;
        Until = until;
    }

    public Guid Id { get; private set; }

    public Guid Dossier { get; private set; }

    /// <summary>The exam centre that owns the dossier and gives the sight of it.</summary>
    public OrganisationId Owner { get; private set; }

    public PersonId? Person { get; private set; }

    public OrganisationId? Organisation { get; private set; }

    public GrantPurpose Purpose { get; private set; }

    public PersonId GivenBy { get; private set; }

    public DateTimeOffset GivenAt { get; private set; }

    public DateTimeOffset? Until { get; private set; }

    public DateTimeOffset? RevokedAt { get; private set; }

    public void Revoke(DateTimeOffset now) => RevokedAt ??= now;
}
