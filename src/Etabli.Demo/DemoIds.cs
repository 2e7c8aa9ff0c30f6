using System.Security.Cryptography;
using System.Text;
using Etabli.People;

namespace Etabli.Demo;

/// <summary>Identifiers that are the same in every demonstration, so that addresses in a tour stay good.</summary>
public static class DemoIds
{
    public static OrganisationId Organisation(string key) => new(Of($"organisation/{key}"));

    public static PersonId Person(string code) => new(Of($"person/{code}"));

    /// <summary>A UUID of version 8 made from a name.</summary>
    public static Guid Of(string name)
    {
        var bytes = SHA256.HashData(Encoding.UTF8.GetBytes($"etabli-demo/{name}"))[..16];
        bytes[6] = (byte)((bytes[6] & 0x0F) | 0x80);
        bytes[8] = (byte)((bytes[8] & 0x3F) | 0x80);
        return new Guid(bytes, bigEndian: true);
    }
}
