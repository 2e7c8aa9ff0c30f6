using System.Reflection;
using System.Text.RegularExpressions;
using Etabli.People.Persons;
using Etabli.Web.Hosting;
using Microsoft.AspNetCore.Components;

namespace Etabli.Web.Methods;

/// <summary>Which tools a reader may open, from what their pages say themselves: nobody is sent to a door that stays shut.</summary>
internal static partial class ToolDoors
{
    private static readonly (Regex Address, IReadOnlyList<Role> Roles)[] Pages =
    [
        .. from page in typeof(ToolDoors).Assembly.GetTypes()
           where typeof(IComponent).IsAssignableFrom(page)
           from route in page.GetCustomAttributes<RouteAttribute>()
           where !route.Template.Contains(":guid", StringComparison.Ordinal)
           select (Pattern(route.Template), page.GetCustomAttribute<OpenToAttribute>()?.Roles ?? []),
    ];

    public static bool Opens(MethodEntry method, IReadOnlySet<Role> roles)
    {
        ArgumentNullException.ThrowIfNull(method);
        if (method.Tool is not { } tool)
        {
            return false;
        }

        var path = tool.Split('#')[0];
        return path == method.Page || Pages.Any(p => p.Address.IsMatch(path) && (p.Roles.Count == 0 || p.Roles.Any(roles.Contains)));
    }

    /// <summary>"/etudes/{Slug:regex(^[a-z]+$)}" takes "/etudes/histogramme"; any other blank takes one part of the address.</summary>
    private static Regex Pattern(string template) =>
        new("^" + Blank().Replace(template, blank => blank.Groups[1].Success ? blank.Groups[1].Value.TrimStart('^').TrimEnd('$') : "[^/]+") + "$", RegexOptions.CultureInvariant);

    [GeneratedRegex(@"\{[^}:]+(?::regex\(([^}]+)\))?[^}]*\}")]
    private static partial Regex Blank();
}
