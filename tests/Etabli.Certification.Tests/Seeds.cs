using Etabli.Certification.Qualifications;

namespace Etabli.Certification.Tests;

/// <summary>The four real standards, read once.</summary>
internal static class Seeds
{
    public const string Coordinator = "coordonnateur-lean-amelioration-continue";
    public const string Technician = "technicien-industrialisation-amelioration-procedes";
    public const string LeanAnimator = "rncp28228-cqpm0272-animateur-demarche-lean";
    public const string TeamAnimator = "rncp28229-cqpm0251-animateur-equipe-autonome-production";

    public static string Folder { get; } = Path.Combine(AppContext.BaseDirectory, "referentiels");

    public static string Text(string name) => File.ReadAllText(Path.Combine(Folder, name + ".json"));

    public static StandardContent Content(string name)
    {
        var reading = StandardFile.Read(Text(name));
        Assert.Empty(reading.Faults);
        return reading.Content!;
    }
}
