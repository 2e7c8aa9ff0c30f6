using System.Security.Claims;
using Etabli.People.Persons;

namespace Etabli.Web.Shell.Frame;

/// <summary>Who reads the page, as the frame shows it: from the sign-in cookie, no query.</summary>
public sealed record Reader(string Name, string Code, IReadOnlySet<Role> Roles, string? Organisation)
{
    public const string CodeClaim = "etabli:code";

    public const string OrganisationClaim = "etabli:organisation-name";

    /// <summary>Two letters for the round sign of the top line.</summary>
    public string Initials => Code.Length >= 2 ? Code[..2].ToUpperInvariant() : Name.Length >= 2 ? Name[..2].ToUpperInvariant() : "?";

    public static Reader? Of(ClaimsPrincipal user)
    {
        ArgumentNullException.ThrowIfNull(user);
        if (user.Identity is not { IsAuthenticated: true } identity)
        {
            return null;
        }

        var roles = user.FindAll(ClaimTypes.Role).Select(c => Enum.TryParse<Role>(c.Value, out var role) ? role : (Role?)null).OfType<Role>().ToHashSet();
        return new Reader(identity.Name ?? "", user.FindFirst(CodeClaim)?.Value ?? "", roles, user.FindFirst(OrganisationClaim)?.Value);
    }
}
