using Etabli.People;
using Etabli.People.Persons;

namespace Etabli.Application;

/// <summary>The one line at the top of every gesture: may he?</summary>
public sealed class Rights(Caller caller)
{
    /// <exception cref="RefusalException">Nobody is signed in.</exception>
    public PersonId MustBeSomebody() => caller.Id;

    /// <summary>For what anybody may do: checking an attestation, signing in.</summary>
    public void AnybodyMay()
    {
        // Said aloud: the House test finds a line about rights in every gesture.
        ArgumentNullException.ThrowIfNull(caller);
    }

    /// <exception cref="RefusalException">The role is not held anywhere today.</exception>
    public void MustBe(params ReadOnlySpan<Role> anyOf)
    {
        foreach (var role in anyOf)
        {
            if (caller.Is(role))
            {
                return;
            }
        }

        throw Refused(anyOf);
    }

    /// <exception cref="RefusalException">None of the roles is held at that organisation today.</exception>
    public void MustBe(OrganisationId at, params ReadOnlySpan<Role> anyOf)
    {
        foreach (var role in anyOf)
        {
            if (caller.Is(role, at))
            {
                return;
            }
        }

        throw Refused(anyOf);
    }

    /// <exception cref="RefusalException">The caller is somebody else.</exception>
    public void MustBe(PersonId person)
    {
        if (caller.Id != person)
        {
            throw new RefusalException(Refusal.NotAllowed);
        }
    }

    private static RefusalException Refused(ReadOnlySpan<Role> anyOf) => new(Refusal.NotAllowed, [.. anyOf.ToArray().Cast<object>()]);
}
