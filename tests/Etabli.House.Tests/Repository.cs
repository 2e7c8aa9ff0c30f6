using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;

namespace Etabli.House.Tests;

/// <summary>The checkout these tests were built from, read as text.</summary>
internal static partial class Repository
{
    public static string Root { get; } = Find();

    /// <summary>Files of ours with one of the extensions, relative to the root, no generated folder.</summary>
    public static IEnumerable<string> Files(params string[] extensions) =>
        Walk(Root).Where(f => extensions.Contains(Path.GetExtension(f), StringComparer.Ordinal)).Select(f => Path.GetRelativePath(Root, f));

    public static string Read(string relative) => File.ReadAllText(Path.Combine(Root, relative));

    private static IEnumerable<string> Walk(string folder)
    {
        foreach (var file in Directory.EnumerateFiles(folder))
        {
            yield return file;
        }

        foreach (var below in Directory.EnumerateDirectories(folder).Where(d => !Generated().IsMatch(Path.GetFileName(d))))
        {
            foreach (var file in Walk(below))
            {
                yield return file;
            }
        }
    }

    private static string Find([CallerFilePath] string here = "")
    {
        var folder = new DirectoryInfo(Path.GetDirectoryName(here)!);
        while (!File.Exists(Path.Combine(folder.FullName, "Etabli.slnx")))
        {
            folder = folder.Parent ?? throw new DirectoryNotFoundException("No Etabli.slnx above this file.");
        }

        return folder.FullName;
    }

    [GeneratedRegex(@"^(artifacts|node_modules|\.git|\.etabli|islands|vendor|TestResults|bin|obj)$")]
    private static partial Regex Generated();
}
