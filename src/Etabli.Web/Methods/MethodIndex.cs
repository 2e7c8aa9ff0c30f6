using System.Text.Json;

namespace Etabli.Web.Methods;

/// <summary>Every method the référentiels name, in their order, by category (fr: index des méthodes).</summary>
public static class MethodIndex
{
    private static readonly JsonSerializerOptions Reading = new() { PropertyNameCaseInsensitive = true };

    static MethodIndex()
    {
        var file = Read<Inventory>("methods.json");
        var names = Read<Dictionary<string, Naming>>("names.en.json");
        Categories = file.Categories;
        All = [.. file.Methods.Select(m => new MethodEntry(m.Id, m.Name.Replace('\'', '’'), names[m.Id].Name, m.Category, names[m.Id].Also ?? [], m.Mentions, m.Note))];
    }

    /// <summary>Codes of the categories, in the order of the file.</summary>
    public static IReadOnlyList<string> Categories { get; }

    public static IReadOnlyList<MethodEntry> All { get; }

    public static MethodEntry? Find(string id) => All.FirstOrDefault(m => m.Id == id);

    private static T Read<T>(string name)
    {
        using var stream = typeof(MethodIndex).Assembly.GetManifestResourceStream(name) ?? throw new InvalidOperationException($"{name} is not embedded.");
        return JsonSerializer.Deserialize<T>(stream, Reading) ?? throw new InvalidOperationException($"{name} is empty.");
    }

    private sealed record Inventory(IReadOnlyList<string> Categories, IReadOnlyList<Line> Methods);

    private sealed record Line(string Id, string Name, string Category, IReadOnlyList<MethodMention> Mentions, string? Note = null);

    private sealed record Naming(string Name, IReadOnlyList<string>? Also = null);
}
