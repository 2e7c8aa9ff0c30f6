namespace Etabli.Web.Certification.Enrolments;

/// <summary>Addresses with what was chosen in them; what was not chosen is left out.</summary>
internal static class Addresses
{
    public static string With(string address, params (string Name, string? Value)[] chosen)
    {
        var said = chosen.Where(c => !string.IsNullOrEmpty(c.Value)).Select(c => $"{c.Name}={Uri.EscapeDataString(c.Value!)}").ToList();
        return said.Count == 0 ? address : $"{address}?{string.Join('&', said)}";
    }
}
