using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace Etabli.House.Tests;

/// <summary>Who may know whom: the table of house.md § 4.</summary>
internal static class Rooms
{
    /// <summary>Each room and the rooms of ours it may know.</summary>
    public static readonly IReadOnlyDictionary<string, string[]> Neighbours = new Dictionary<string, string[]>
    {
        ["Etabli.Methods"] = [],
        ["Etabli.Figures"] = [],
        ["Etabli.People"] = [],
        ["Etabli.Plant"] = ["Etabli.People"],
        ["Etabli.Certification"] = ["Etabli.People"],
        ["Etabli.Improvement"] = ["Etabli.People", "Etabli.Plant"],
        ["Etabli.Studies"] = ["Etabli.People", "Etabli.Plant"],
        ["Etabli.Persistence"] = ["Etabli.People", "Etabli.Plant", "Etabli.Certification", "Etabli.Improvement", "Etabli.Studies"],
        ["Etabli.Application"] = ["Etabli.People", "Etabli.Plant", "Etabli.Certification", "Etabli.Improvement", "Etabli.Studies", "Etabli.Methods", "Etabli.Figures", "Etabli.Persistence"],
        ["Etabli.Demo"] = ["Etabli.People", "Etabli.Plant", "Etabli.Certification", "Etabli.Improvement", "Etabli.Studies", "Etabli.Application"],
        ["Etabli.Cli"] = ["Etabli.People", "Etabli.Certification", "Etabli.Studies", "Etabli.Plant", "Etabli.Methods", "Etabli.Figures", "Etabli.Application", "Etabli.Demo"],
        ["Etabli.Web"] = ["Etabli.People", "Etabli.Plant", "Etabli.Certification", "Etabli.Improvement", "Etabli.Studies", "Etabli.Methods", "Etabli.Figures", "Etabli.Application", "Etabli.Demo"],
    };

    /// <summary>The one library a pure room may name besides the base library: distributions and linear algebra of the methods.</summary>
    private const string Numerics = "MathNet.Numerics";

    /// <summary>Rooms that decide and draw: the base library only; the methods also know <see cref="Numerics"/>.</summary>
    public static readonly string[] Pure = ["Etabli.Methods", "Etabli.Figures", "Etabli.People", "Etabli.Plant", "Etabli.Certification", "Etabli.Improvement", "Etabli.Studies"];

    /// <summary>What of the base library a pure room must not touch either: the network, the database's base classes, the console.</summary>
    private static readonly string[] NotPure = ["System.Net", "System.Data", "System.Console", "System.IO.FileSystem", "System.Diagnostics.Process"];

    /// <summary>Assemblies a compiled room names.</summary>
    public static IReadOnlyList<string> Named(string path)
    {
        using var file = File.OpenRead(path);
        using var image = new PEReader(file);
        var reader = image.GetMetadataReader();
        return [.. reader.AssemblyReferences.Select(h => reader.GetString(reader.GetAssemblyReference(h).Name))];
    }

    /// <summary>Types of the base library a compiled room names, as "System.IO.File".</summary>
    public static IReadOnlyList<string> TypesNamed(string path)
    {
        using var file = File.OpenRead(path);
        using var image = new PEReader(file);
        var reader = image.GetMetadataReader();
        return [.. reader.TypeReferences.Select(h => reader.GetTypeReference(h)).Select(t => $"{reader.GetString(t.Namespace)}.{reader.GetString(t.Name)}")];
    }

    /// <summary>What a room names and must not.</summary>
    public static IReadOnlyList<string> Strangers(string room, IEnumerable<string> named) =>
    [
        .. named.Where(n => n.StartsWith("Etabli.", StringComparison.Ordinal) ? !Neighbours[room].Contains(n)
            : Pure.Contains(room) && !(n == Numerics && room == "Etabli.Methods") && (!n.StartsWith("System", StringComparison.Ordinal) || NotPure.Any(p => n == p || n.StartsWith(p + ".", StringComparison.Ordinal)))),
    ];

    /// <summary>Where a room was compiled to.</summary>
    public static string PathOf(string room) => Assembly.Load(room).Location;
}
