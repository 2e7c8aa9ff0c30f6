using Etabli.Plant.Flows;
using Etabli.Plant.Register;

namespace Etabli.Web.Plant.Register;

/// <summary>Where each table of the register is, and its sign.</summary>
internal static class RegisterAddress
{
    public const string Calendar = "calendrier";

    private static readonly (RegisterKind Kind, string Slug, string Icon)[] All =
    [
        (RegisterKind.Sites, "sites", "building-2"), (RegisterKind.Sectors, "secteurs", "layout-grid"), (RegisterKind.Stations, "postes", "factory"), (RegisterKind.Equipment, "equipements", "wrench"),
        (RegisterKind.Products, "produits", "package"), (RegisterKind.Partners, "partenaires", "truck"), (RegisterKind.Shifts, "equipes", "clock"), (RegisterKind.SpecialDays, "jours", "calendar"),
        (RegisterKind.Tasks, "taches", "list-checks"),
    ];

    /// <summary>Tables that have a page of their own, in the order one fills them; the calendar's two share one, named by its shifts.</summary>
    public static IReadOnlyList<RegisterKind> Pages => [.. All.Select(a => a.Kind).Where(k => k != RegisterKind.SpecialDays)];

    public static string SlugOf(RegisterKind kind) => All.First(a => a.Kind == kind).Slug;

    public static string IconOf(RegisterKind kind) => All.First(a => a.Kind == kind).Icon;

    /// <summary>The table a file is asked of; null when there is none of that name.</summary>
    public static RegisterKind? Named(string slug) => Array.Find(All, a => a.Slug == slug) is { Slug: not null } found ? found.Kind : null;

    /// <summary>The tables a page shows; null when there is no page of that name.</summary>
    public static IReadOnlyList<RegisterKind>? Shown(string slug) =>
        slug == Calendar ? [RegisterKind.Shifts, RegisterKind.SpecialDays] : Named(slug) is { } kind and not (RegisterKind.Shifts or RegisterKind.SpecialDays) ? [kind] : null;

    public static string Of(RegisterKind kind) => $"/usine/donnees/{(kind is RegisterKind.Shifts or RegisterKind.SpecialDays ? Calendar : SlugOf(kind))}";

    /// <summary>The tasks of one operation.</summary>
    public static string Of(ProductFamilyId family, string operation) => $"{Of(RegisterKind.Tasks)}?famille={family}&operation={Uri.EscapeDataString(operation)}";

    /// <summary>The table as a file; {0} stands for its ending.</summary>
    public static string File(RegisterKind kind, Guid? family, string operation) =>
        $"/usine/donnees/{SlugOf(kind)}.{{0}}" + (family is { } its ? $"?famille={its}&operation={Uri.EscapeDataString(operation).Replace("{", "{{", StringComparison.Ordinal).Replace("}", "}}", StringComparison.Ordinal)}" : "");
}
