namespace Etabli.People.Accounts;

/// <summary>What a password must be: long, and not one's own name (fr: règle de mot de passe).</summary>
public static class PasswordRule
{
    /// <summary>Fewest characters.</summary>
    public const int Shortest = 12;

    /// <summary>Most characters: a longer one only costs time to hash.</summary>
    public const int Longest = 200;

    /// <param name="password">As typed.</param>
    /// <param name="ownWords">Names and address of the person: the password may not be made of one of them.</param>
    /// <exception cref="RefusalException">Too short, too long, one character repeated, or made of an own word.</exception>
    public static void MustBeStrong(string? password, params ReadOnlySpan<string> ownWords)
    {
        if (password is null || password.Length < Shortest || password.Length > Longest || password.Distinct().Count() < 5)
        {
            throw new RefusalException(Refusal.PasswordTooWeak, Shortest);
        }

        foreach (var word in ownWords)
        {
            // A long password that merely holds a short name is fine; one that is little more than the name is not.
            if (word.Length >= 4 && password.Contains(word, StringComparison.OrdinalIgnoreCase) && password.Length - word.Length < 8)
            {
                throw new RefusalException(Refusal.PasswordTooWeak, Shortest);
            }
        }
    }
}
