namespace Etabli.People.Accounts;

/// <summary>How a person signs in: address, password, second factor, lock-out (fr: compte).</summary>
public sealed class Account
{
    /// <summary>Failures in a row before the account rests.</summary>
    public const int FailuresAllowed = 5;

    /// <summary>How long it rests.</summary>
    public static readonly TimeSpan Rest = TimeSpan.FromMinutes(15);

    private Account()
    {
        Email = PasswordHash = "";
    }

    public Account(PersonId person, string email, string passwordHash, Guid stamp)
    {
        Person = person;
        Email = NormaliseEmail(email);
        PasswordHash = passwordHash;
        Stamp = stamp;
    }

    public PersonId Person { get; private set; }

    public string Email { get; private set; }

    public string PasswordHash { get; private set; }

    /// <summary>Changes with the password and on "sign out everywhere": older cookies stop being good.</summary>
    public Guid Stamp { get; private set; }

    public int Failures { get; private set; }

    public DateTimeOffset? LockedUntil { get; private set; }

    /// <summary>Shared secret of the second factor, 20 bytes, protected at rest by the caller; null when off.</summary>
    public byte[]? TotpSecret { get; private set; }

    /// <summary>When the second factor was proved once; before that it is only proposed.</summary>
    public DateTimeOffset? TotpConfirmedAt { get; private set; }

    /// <summary>Last time step used: a code is good once.</summary>
    public long LastTotpStep { get; private set; }

    public bool HasSecondFactor => TotpConfirmedAt is not null;

    /// <summary>Trims, lowers, and refuses what cannot be an address.</summary>
    /// <exception cref="RefusalException">No @, or blanks inside, or longer than 254 characters.</exception>
    public static string NormaliseEmail(string email)
    {
        var trimmed = (email ?? "").Trim().ToLowerInvariant();
        var at = trimmed.IndexOf('@', StringComparison.Ordinal);
        if (at < 1 || at != trimmed.LastIndexOf('@') || at == trimmed.Length - 1 || trimmed.Length > 254 || trimmed.Any(char.IsWhiteSpace))
        {
            throw new RefusalException(Refusal.EmailNotValid, email ?? "");
        }

        return trimmed;
    }

    /// <summary>Refuses the attempt while the account rests.</summary>
    public void MustNotBeLocked(DateTimeOffset now)
    {
        if (LockedUntil > now)
        {
            throw new RefusalException(Refusal.AccountLocked, LockedUntil.Value);
        }
    }

    public void NoteFailure(DateTimeOffset now)
    {
        Failures++;
        if (Failures >= FailuresAllowed)
        {
            LockedUntil = now + Rest;
            Failures = 0;
        }
    }

    public void NoteSuccess()
    {
        Failures = 0;
        LockedUntil = null;
    }

    public void ChangePassword(string newHash, Guid newStamp)
    {
        ArgumentException.ThrowIfNullOrEmpty(newHash);
        PasswordHash = newHash;
        Stamp = newStamp;
    }

    /// <summary>The same password, hashed anew with today's cost; sessions stay.</summary>
    public void Rehash(string newHash) => PasswordHash = newHash;

    public void SignOutEverywhere(Guid newStamp) => Stamp = newStamp;

    public void ProposeSecondFactor(byte[] secret)
    {
        if (HasSecondFactor)
        {
            throw new RefusalException(Refusal.SecondFactorAlreadyOn);
        }

        TotpSecret = secret;
    }

    public void ConfirmSecondFactor(long step, DateTimeOffset now)
    {
        TotpConfirmedAt = now;
        LastTotpStep = step;
    }

    /// <summary>Spends a time step; the same or an older one is refused.</summary>
    public void SpendTotpStep(long step)
    {
        if (step <= LastTotpStep)
        {
            throw new RefusalException(Refusal.SecondFactorWrong);
        }

        LastTotpStep = step;
    }

    public void RemoveSecondFactor()
    {
        if (!HasSecondFactor)
        {
            throw new RefusalException(Refusal.SecondFactorNotOn);
        }

        TotpSecret = null;
        TotpConfirmedAt = null;
    }
}
