using System.Security.Cryptography;
using System.Text;

namespace Etabli.Certification;

/// <summary>SHA-256 as we write it: 64 lower-case hexadecimal characters (fr: empreinte).</summary>
public static class Fingerprints
{
    public static string Of(ReadOnlySpan<byte> bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));

    public static string Of(string text) => Of(Encoding.UTF8.GetBytes(text));

    /// <exception cref="ArgumentException">Not 64 lower-case hexadecimal characters.</exception>
    public static string MustBeSha256(string sha256)
    {
        ArgumentNullException.ThrowIfNull(sha256);
        return sha256.Length == 64 && sha256.All(c => char.IsAsciiDigit(c) || c is >= 'a' and <= 'f')
            ? sha256
            : throw new ArgumentException($"'{sha256}' is not a SHA-256; expected 64 lower-case hexadecimal characters.", nameof(sha256));
    }
}
