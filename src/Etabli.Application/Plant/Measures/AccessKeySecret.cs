using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace Etabli.Application.Plant.Measures;

/// <summary>The secret of an access key: drawn once, shown once, kept only as its hash.</summary>
internal static class AccessKeySecret
{
    private const string Mark = "etk_";
    private const int Bytes = 32;

    internal static string Draw() => Mark + Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(Bytes));

    /// <summary>Null when it cannot be a secret of ours.</summary>
    internal static byte[]? Hash(string secret) =>
        secret.StartsWith(Mark, StringComparison.Ordinal) && secret.Length == Mark.Length + Base64Url.GetEncodedLength(Bytes) ? SHA256.HashData(Encoding.UTF8.GetBytes(secret)) : null;
}
