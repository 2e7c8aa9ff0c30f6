using System.Globalization;
using Etabli.Plant.Occurrences;
using Etabli.Web.Shell.Forms;
using Microsoft.AspNetCore.WebUtilities;

namespace Etabli.Web.Plant.Occurrences;

/// <summary>French addresses of what is asked of the events.</summary>
internal static class EventQuery
{
    public static PlantEventKind KindOf(string? slug) => slug == "rebuts" ? PlantEventKind.Scrap : PlantEventKind.Stop;

    public static string SlugOf(PlantEventKind kind) => kind == PlantEventKind.Scrap ? "rebuts" : "arrets";

    public static string Address(string page, params ReadOnlySpan<(string Name, string? Value)> asked)
    {
        var address = page;
        foreach (var (name, value) in asked)
        {
            if (!string.IsNullOrEmpty(value))
            {
                address = QueryHelpers.AddQueryString(address, name, value);
            }
        }

        return address;
    }

    public static string? Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    public static DateOnly? Day(string? text) => Typed.Day(text);
}
