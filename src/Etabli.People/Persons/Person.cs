namespace Etabli.People.Persons;

/// <summary>Somebody who uses Établi or is named in it (fr: personne).</summary>
public sealed class Person
{
    private readonly List<RoleHeld> roles = [];

    private Person()
    {
        Code = FirstName = LastName = "";
        Culture = "fr";
    }

    public Person(PersonId id, string code, string firstName, string lastName, string culture = "fr")
        : this()
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(lastName);
        Id = id;
        Code = code.Trim();
        FirstName = firstName.Trim();
        LastName = lastName.Trim();
        Speak(culture);
    }

    public PersonId Id { get; private set; }

    /// <summary>Short name used on boards and plans: CLEAN, CE-A, EV1.</summary>
    public string Code { get; private set; }

    public string FirstName { get; private set; }

    public string LastName { get; private set; }

    public DateOnly? BirthDate { get; private set; }

    /// <summary>Language of the pages: "fr" or "en".</summary>
    public string Culture { get; private set; }

    public IReadOnlyList<RoleHeld> Roles => roles;

    /// <summary>Name as it is printed: first name, then last name.</summary>
    public string FullName => FirstName.Length == 0 ? LastName : $"{FirstName} {LastName}";

    public void Speak(string culture)
    {
        if (culture is not ("fr" or "en"))
        {
            throw new ArgumentException($"Culture '{culture}' is not offered; expected 'fr' or 'en'.", nameof(culture));
        }

        Culture = culture;
    }

    public void BornOn(DateOnly? date) => BirthDate = date;

    /// <summary>Gives a role in an organisation from a day on; the same role twice at the same time is refused.</summary>
    /// <exception cref="RefusalException">The role is already held on that day.</exception>
    public RoleHeld Receive(Role role, OrganisationId at, DateOnly from, DateOnly? until = null, College? college = null, string? delegatedBy = null)
    {
        if (until < from)
        {
            throw new RefusalException(Refusal.RoleEndsBeforeItStarts, from, until);
        }

        if (roles.Any(r => r.Role == role && r.Organisation == at && r.HeldOn(from)))
        {
            throw new RefusalException(Refusal.RoleAlreadyHeld);
        }

        var held = new RoleHeld(Guid.CreateVersion7(), role, at, from, until, college, delegatedBy);
        roles.Add(held);
        return held;
    }

    /// <summary>Ends a role after a day; the past stays written.</summary>
    /// <exception cref="RefusalException">The person does not hold that role.</exception>
    public void GiveUp(Guid roleHeld, DateOnly lastDay)
    {
        var held = roles.SingleOrDefault(r => r.Id == roleHeld) ?? throw new RefusalException(Refusal.RoleNotHeld);
        held.EndOn(lastDay);
    }
}
