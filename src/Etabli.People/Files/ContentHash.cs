namespace Etabli.People.Files;

/// <summary>The SHA-256 of a file's bytes, written as 64 small hexadecimal digits (fr: empreinte).</summary>
public readonly record struct ContentHash
{
    private readonly string? hex;

    private ContentHash(string hex) => this.hex = hex;

    public string Hex => hex ?? throw new InvalidOperationException("An empty hash names no content.");

    public static ContentHash Of(ReadOnlySpan<byte> digest)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(digest.Length, 32);
        return new ContentHash(Convert.ToHexStringLower(digest));
    }

    /// <exception cref="ArgumentException">Not 64 small hexadecimal digits.</exception>
    public static ContentHash Parse(string hex)
    {
        ArgumentNullException.ThrowIfNull(hex);
        return hex.Length == 64 && hex.All(char.IsAsciiHexDigitLower)
            ? new ContentHash(hex)
            : throw new ArgumentException($"«{hex}» is not a SHA-256 in small hexadecimal digits.", nameof(hex));
    }

    public override string ToString() => hex ?? "";
}
