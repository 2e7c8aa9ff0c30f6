using System.Reflection;
using Etabli.People.Persons;
using Etabli.Web.Hosting;
using Microsoft.AspNetCore.Components;

namespace Etabli.Web.Methods;

/// <summary>Which tools a reader may open, from what their pages say themselves: nobody is sent to a door that stays shut.</summary>
internal static class ToolDoors
{
    private static readonly Dictionary<string, IReadOnlyList<Role>> Pages =
        (from page in typeof(ToolDoors).Assembly.GetTypes()
         where typeof(IComponent).IsAssignableFrom(page)
         from route in page.GetCustomAttributes<RouteAttribute>()
         select (route.Template, Roles: page.GetCustomAttribute<OpenToAttribute>()?.Roles ?? []))
        .ToDictionary(p => p.Template, p => p.Roles, StringComparer.Ordinal);

    public static bool Opens(MethodEntry method, IReadOnlySet<Role> roles)
    {
        ArgumentNullException.ThrowIfNull(method);
        if (method.Tool is not { } tool)
        {
            return false;
        }

        var path = tool.Split('#')[0];
        return path == method.Page || (Pages.TryGetValue(path, out var open) && (open.Count == 0 || open.Any(roles.Contains)));
    }
}
