using System.Reflection;
using System.Text.RegularExpressions;
using Etabli.People.Persons;
using Etabli.Web.Hosting;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Components;

namespace Etabli.Web.Tests.Security;

/// <summary>Every page the application can route to, read from the compiled components: a page that lands is tested at once.</summary>
internal static partial class Routes
{
    /// <param name="Template">As on the page: "/projets/{Id:guid}".</param>
    /// <param name="Open">Whether anybody may open it without signing in.</param>
    /// <param name="Roles">Who may open it; empty: anybody signed in.</param>
    internal sealed record Route(string Template, bool Open, IReadOnlyList<Role> Roles)
    {
        public bool HasBlanks => Template.Contains('{', StringComparison.Ordinal);

        /// <summary>An address of this page: identifiers that exist nowhere.</summary>
        public string Address() => Blank().Replace(Template, blank => blank.Value switch
        {
            var b when b.Contains(":guid", StringComparison.Ordinal) => Guid.CreateVersion7().ToString(),
            var b when b.Contains(":int", StringComparison.Ordinal) || b.Contains(":long", StringComparison.Ordinal) => "1",
            _ => "inconnu",
        });
    }

    public static IReadOnlyList<Route> All { get; } =
    [
        .. from page in typeof(Program).Assembly.GetTypes()
           where typeof(IComponent).IsAssignableFrom(page)
           from route in page.GetCustomAttributes<RouteAttribute>()
           orderby route.Template
           select new Route(
               route.Template,
               page.IsDefined(typeof(AllowAnonymousAttribute)),
               page.GetCustomAttribute<OpenToAttribute>()?.Roles ?? []),
    ];

    [GeneratedRegex(@"\{[^}]+\}")]
    private static partial Regex Blank();
}
