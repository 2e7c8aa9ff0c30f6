using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;

namespace Etabli.People.Accounts;

/// <summary>Time-based one-time codes (fr: code à usage unique).</summary>
/// <remarks>Source: RFC 6238 (TOTP, 2011) over RFC 4226 (HOTP, 2005), HMAC-SHA-1, step 30 s, 6 digits.</remarks>
public static class Totp
{
    /// <summary>Length of a step, in seconds.</summary>
    public const int StepSeconds = 30;

    /// <summary>The step an instant falls in: T = floor(unix time / 30).</summary>
    public static long StepOf(DateTimeOffset at) => at.ToUnixTimeSeconds() / StepSeconds;

    /// <summary>The code of one step.</summary>
    /// <param name="secret">Shared secret; 20 bytes for SHA-1.</param>
    /// <param name="step">T ≥ 0.</param>
    /// <param name="digits">6 to 8.</param>
    public static string Code(ReadOnlySpan<byte> secret, long step, int digits = 6)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(step);
        ArgumentOutOfRangeException.ThrowIfLessThan(digits, 6);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(digits, 8);
        Span<byte> counter = stackalloc byte[8];
        BinaryPrimitives.WriteInt64BigEndian(counter, step);
        Span<byte> hash = stackalloc byte[20];
#pragma warning disable CA5350 // RFC 6238 names HMAC-SHA-1; authenticator applications support nothing else reliably.
        HMACSHA1.HashData(secret, counter, hash);
#pragma warning restore CA5350
        var offset = hash[19] & 0x0F;
        var number = BinaryPrimitives.ReadInt32BigEndian(hash[offset..]) & 0x7FFFFFFF;
        var modulus = digits switch { 6 => 1_000_000, 7 => 10_000_000, _ => 100_000_000 };
        return (number % modulus).ToString(CultureInfo.InvariantCulture).PadLeft(digits, '0');
    }

    /// <summary>Finds the step, within one step before or after now, whose code this is; null when none.</summary>
    public static long? Match(ReadOnlySpan<byte> secret, string code, DateTimeOffset now)
    {
        var typed = new string([.. (code ?? "").Where(char.IsAsciiDigit)]);
        var here = StepOf(now);
        for (var step = here - 1; step <= here + 1; step++)
        {
            if (CryptographicOperations.FixedTimeEquals(
                System.Text.Encoding.ASCII.GetBytes(Code(secret, step)),
                System.Text.Encoding.ASCII.GetBytes(typed)))
            {
                return step;
            }
        }

        return null;
    }

    /// <summary>The secret as people type it: Base32 (RFC 4648) without padding.</summary>
    public static string Base32(ReadOnlySpan<byte> secret)
    {
        const string alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
        var text = new System.Text.StringBuilder((secret.Length * 8 + 4) / 5);
        var bits = 0;
        var held = 0;
        foreach (var one in secret)
        {
            held = (held << 8) | one;
            bits += 8;
            while (bits >= 5)
            {
                bits -= 5;
                text.Append(alphabet[(held >> bits) & 31]);
                held &= (1 << bits) - 1;
            }
        }

        if (bits > 0)
        {
            text.Append(alphabet[(held << (5 - bits)) & 31]);
        }

        return text.ToString();
    }
}
