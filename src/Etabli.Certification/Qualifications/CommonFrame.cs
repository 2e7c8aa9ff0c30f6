using System.Text.Json;

namespace Etabli.Certification.Qualifications;

/// <summary>
/// What all CQPM share when a standard is silent: routes, process, jury, admissibility. Taken word for word from
/// the most complete standard we have, RNCP 28228, and always marked as inherited (fr: cadre CQPM commun).
/// </summary>
internal static class CommonFrame
{
    private static readonly Lazy<StandardWire> Source = new(() =>
        JsonSerializer.Deserialize<StandardWire>(Resource.Read("common-frame.json"), StandardWire.Options)!);

    public static IReadOnlyList<AccessRouteOpening> AccessRoutes => Source.Value.AccessRoutes;

    public static AccessProcess AccessProcess => Source.Value.AccessProcess!;

    public static JuryText Jury => Source.Value.Jury!;

    public static AdmissibilityCondition Admissibility => Source.Value.Admissibility!;
}

/// <summary>Texts built into the assembly.</summary>
internal static class Resource
{
    public static string Read(string name)
    {
        using var stream = typeof(Resource).Assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"The assembly lacks its resource {name}.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
