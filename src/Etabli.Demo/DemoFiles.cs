using System.Globalization;
using System.Reflection;
using CsvHelper;
using CsvHelper.Configuration;

namespace Etabli.Demo;

/// <summary>The demonstration's files, carried inside the program.</summary>
public static class DemoFiles
{
    /// <summary>Names of the référentiels, without the schema and the rules.</summary>
    public static IReadOnlyList<string> Standards { get; } =
    [
        "rncp28228-cqpm0272-animateur-demarche-lean.json",
        "coordonnateur-lean-amelioration-continue.json",
        "rncp28229-cqpm0251-animateur-equipe-autonome-production.json",
        "technicien-industrialisation-amelioration-procedes.json",
    ];

    /// <summary>Text of one référentiel.</summary>
    public static string Standard(string name)
    {
        using var reader = new StreamReader(Open($"referentiels/{name}"));
        return reader.ReadToEnd();
    }

    /// <summary>One CSV of the plant as it is.</summary>
    public static string Text(string name)
    {
        using var reader = new StreamReader(Open($"demo/{name}"));
        return reader.ReadToEnd();
    }

    /// <summary>Rows of one CSV of the plant: "30_actions.csv".</summary>
    public static IReadOnlyList<IReadOnlyDictionary<string, string>> Rows(string name)
    {
        using var csv = new CsvReader(new StreamReader(Open($"demo/{name}")), new CsvConfiguration(CultureInfo.InvariantCulture));
        csv.Read();
        csv.ReadHeader();
        var rows = new List<IReadOnlyDictionary<string, string>>();
        while (csv.Read())
        {
            rows.Add(csv.HeaderRecord!.ToDictionary(h => h, h => csv.GetField(h) ?? "", StringComparer.Ordinal));
        }

        return rows;
    }

    private static Stream Open(string name) => Assembly.GetExecutingAssembly().GetManifestResourceStream(name)
        ?? throw new FileNotFoundException($"The demonstration has no file '{name}'.");
}
