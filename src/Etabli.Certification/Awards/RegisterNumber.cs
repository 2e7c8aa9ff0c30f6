using System.Globalization;
using System.Text.RegularExpressions;

namespace Etabli.Certification.Awards;

/// <summary>What the register holds (fr: nature de l'inscription au registre).</summary>
public enum AwardKind
{
    /// <summary>fr: certificat.</summary>
    Certificate,

    /// <summary>fr: attestation de bloc.</summary>
    BlockAttestation,
}

/// <summary>
/// Number of an entry, with two check digits that catch every single wrong digit and every swap of neighbouring digits:
/// CQPM-2026-000123-NN, BLOC-2026-000124-NN (fr: numéro d'enregistrement).
/// </summary>
/// <remarks>Source: ISO/IEC 7064:2003, MOD 97-10, letters read as A = 10 … Z = 35.</remarks>
public readonly partial record struct RegisterNumber
{
    private RegisterNumber(AwardKind kind, int year, int sequence)
    {
        Kind = kind;
        Year = year;
        Sequence = sequence;
    }

    public AwardKind Kind { get; }

    public int Year { get; }

    public int Sequence { get; }

    public static RegisterNumber Of(AwardKind kind, int year, int sequence)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(year, 2000);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(year, 9999);
        ArgumentOutOfRangeException.ThrowIfLessThan(sequence, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(sequence, 999_999);
        return new(kind, year, sequence);
    }

    /// <summary>Reads a number as people type it; false when it is malformed or its check digits are wrong.</summary>
    public static bool TryParse(string? text, out RegisterNumber number)
    {
        number = default;
        var match = Shape().Match((text ?? "").Trim().ToUpperInvariant());
        if (!match.Success)
        {
            return false;
        }

        var year = int.Parse(match.Groups[2].Value, CultureInfo.InvariantCulture);
        var sequence = int.Parse(match.Groups[3].Value, CultureInfo.InvariantCulture);
        if (year < 2000 || sequence < 1)
        {
            return false;
        }

        var read = new RegisterNumber(match.Groups[1].Value == "CQPM" ? AwardKind.Certificate : AwardKind.BlockAttestation, year, sequence);
        if (read.ToString() != match.Value)
        {
            return false;
        }

        number = read;
        return true;
    }

    public override string ToString()
    {
        var body = string.Create(CultureInfo.InvariantCulture, $"{Prefix}-{Year:D4}-{Sequence:D6}");
        return string.Create(CultureInfo.InvariantCulture, $"{body}-{CheckDigits(body):D2}");
    }

    private string Prefix => Kind == AwardKind.Certificate ? "CQPM" : "BLOC";

    private static int CheckDigits(string body)
    {
        var remainder = 0;
        foreach (var one in body.Where(char.IsAsciiLetterOrDigit))
        {
            remainder = char.IsAsciiDigit(one)
                ? ((remainder * 10) + (one - '0')) % 97
                : ((remainder * 100) + (one - 'A' + 10)) % 97;
        }

        return 98 - (remainder * 100 % 97);
    }

    [GeneratedRegex("^(CQPM|BLOC)-([0-9]{4})-([0-9]{6})-([0-9]{2})$")]
    private static partial Regex Shape();
}
