using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace Etabli.Application.People.Accounts;

/// <summary>The secret part of an invitation link: drawn once, shown once, kept only as its hash.</summary>
internal static class Token
{
    public static string Draw() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));

    public static byte[] Hash(string token) => SHA256.HashData(Encoding.UTF8.GetBytes(token));
}
