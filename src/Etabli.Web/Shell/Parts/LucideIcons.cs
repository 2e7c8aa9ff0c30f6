using System.Text.Json;

namespace Etabli.Web.Shell.Parts;

/// <summary>The line drawings our pages name, taken from Lucide when the project is built.</summary>
internal static class LucideIcons
{
    private static readonly Dictionary<string, string> Drawings = Read();

    public static bool Known(string name) => Drawings.ContainsKey(name);

    public static string Drawing(string name) => Drawings.GetValueOrDefault(name, "");

    private static Dictionary<string, string> Read()
    {
        using var stream = typeof(LucideIcons).Assembly.GetManifestResourceStream("icons.json");
        return stream is null ? [] : JsonSerializer.Deserialize<Dictionary<string, string>>(stream) ?? [];
    }
}
