using Etabli.People.Persons;

namespace Etabli.People.Accounts;

/// <summary>A link that lets one person in, once, with one role (fr: invitation).</summary>
public sealed class Invitation
{
    /// <summary>How long a link is good.</summary>
    public static readonly TimeSpan Life = TimeSpan.FromDays(7);

    private Invitation()
    {
        Email = FirstName = LastName = "";
        TokenHash = [];
    }

    public Invitation(Guid id, byte[] tokenHash, string email, string firstName, string lastName, OrganisationId organisation, Role role, PersonId? invitedBy, DateTimeOffset at, College? college = null, string? delegatedBy = null)
    {
        Id = id;
        TokenHash = tokenHash;
        Email = Account.NormaliseEmail(email);
        FirstName = firstName.Trim();
        LastName = lastName.Trim();
        Organisation = organisation;
        Role = role;
        InvitedBy = invitedBy;
        InvitedAt = at;
        ExpiresAt = at + Life;
        College = college;
        DelegatedBy = delegatedBy;
    }

    public Guid Id { get; private set; }

    /// <summary>SHA-256 of the token: the link itself is never kept.</summary>
    public byte[] TokenHash { get; private set; }

    public string Email { get; private set; }

    public string FirstName { get; private set; }

    public string LastName { get; private set; }

    public OrganisationId Organisation { get; private set; }

    public Role Role { get; private set; }

    /// <summary>For jurors: the delegation.</summary>
    public College? College { get; private set; }

    /// <summary>For jurors: the union, or the branch.</summary>
    public string? DelegatedBy { get; private set; }

    /// <summary>Null when the house itself was founded with it.</summary>
    public PersonId? InvitedBy { get; private set; }

    public DateTimeOffset InvitedAt { get; private set; }

    public DateTimeOffset ExpiresAt { get; private set; }

    public DateTimeOffset? AcceptedAt { get; private set; }

    public DateTimeOffset? WithdrawnAt { get; private set; }

    /// <summary>Uses the link.</summary>
    /// <exception cref="RefusalException">Used or withdrawn already, or too old.</exception>
    public void Accept(DateTimeOffset now)
    {
        if (AcceptedAt is not null || WithdrawnAt is not null)
        {
            throw new RefusalException(Refusal.InvitationUnknownOrUsed);
        }

        if (now >= ExpiresAt)
        {
            throw new RefusalException(Refusal.InvitationExpired, ExpiresAt);
        }

        AcceptedAt = now;
    }

    public void Withdraw(DateTimeOffset now) => WithdrawnAt ??= now;
}
