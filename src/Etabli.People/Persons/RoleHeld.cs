namespace Etabli.People.Persons;

/// <summary>Which delegation a juror sits for (fr: délégation patronale, délégation syndicale).</summary>
public enum College
{
    Employers,
    Employees,
}

/// <summary>One role of one person in one organisation, from a day to a day (fr: rôle tenu).</summary>
public sealed class RoleHeld
{
    private RoleHeld()
    {
    }

    internal RoleHeld(Guid id, Role role, OrganisationId organisation, DateOnly from, DateOnly? until, College? college, string? delegatedBy)
    {
        Id = id;
        Role = role;
        Organisation = organisation;
        From = from;
        Until = until;
        College = college;
        DelegatedBy = delegatedBy;
    }

    public Guid Id { get; private set; }

    public Role Role { get; private set; }

    public OrganisationId Organisation { get; private set; }

    public DateOnly From { get; private set; }

    /// <summary>Last day, included; null while it lasts.</summary>
    public DateOnly? Until { get; private set; }

    /// <summary>For jurors: the delegation.</summary>
    public College? College { get; private set; }

    /// <summary>For jurors: the union, or the branch ("metallurgie", "travail_temporaire").</summary>
    public string? DelegatedBy { get; private set; }

    public bool HeldOn(DateOnly day) => day >= From && (Until is null || day <= Until);

    internal void EndOn(DateOnly lastDay)
    {
        if (lastDay < From)
        {
            throw new RefusalException(Refusal.RoleEndsBeforeItStarts, From, lastDay);
        }

        Until = lastDay;
    }
}
