using System.Reflection;

namespace Etabli.Persistence;

/// <summary>The module assemblies whose identifiers are mapped.</summary>
internal static class Rooms
{
    public static Assembly Certification => Assembly.Load("Etabli.Certification");

    public static Assembly Improvement => Assembly.Load("Etabli.Improvement");

    public static Assembly Studies => Assembly.Load("Etabli.Studies");
}
