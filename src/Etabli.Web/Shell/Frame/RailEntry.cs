using Etabli.People.Persons;

namespace Etabli.Web.Shell.Frame;

/// <summary>One entry of the rail: where it leads, its word's key in ShellWords, its icon, and who sees it.</summary>
public sealed record RailEntry(string Href, string Word, string Icon, params Role[] For)
{
    private static readonly Role[] Plant =
    [
        Role.Candidate, Role.Tutor, Role.LineManager, Role.FunctionalManager, Role.LeanCoordinator, Role.TeamLeader,
        Role.ProcessTechnician, Role.Operator, Role.Director, Role.SupportFunction,
    ];

    /// <summary>At most seven for any one role; an entry without roles is for everybody who is signed in.</summary>
    public static IReadOnlyList<RailEntry> All { get; } =
    [
        new("/", "Home", "house"),
        new("/projets", "Projects", "folder-kanban", Plant),
        new("/usine", "PlantEntry", "factory", Plant),
        new("/etudes", "StudiesEntry", "ruler", Plant),
        new("/indicateurs", "Indicators", "chart-line", Plant),
        new("/dossiers", "Dossiers", "award", [.. Plant, Role.Trainer]),
        new("/inscriptions", "Enrolments", "clipboard-check", Role.ExamCentreOfficer, Role.ResourceCentreOfficer),
        new("/commissions", "Commissions", "list-checks", Role.Assessor, Role.ExamCentreOfficer),
        new("/jurys", "Juries", "gavel", Role.Juror, Role.ExamCentreOfficer, Role.JointTechnicalGroup),
        new("/certificats", "Certificates", "badge-check", Role.ExamCentreOfficer, Role.ResourceCentreOfficer, Role.JointTechnicalGroup),
        new("/referentiels", "Standards", "book-open", Role.Candidate, Role.Tutor, Role.Trainer, Role.LeanCoordinator, Role.Assessor, Role.Juror, Role.ExamCentreOfficer, Role.ResourceCentreOfficer, Role.JointTechnicalGroup),
        new("/administration", "Administration", "users", Role.Administrator),
    ];

    /// <summary>The method index: at the rail's foot and in one's own menu, for consulting; not one of the seven.</summary>
    public static RailEntry Methods { get; } = new("/methodes", "Methods", "library", [.. Plant, Role.Trainer, Role.Assessor, Role.Juror]);

    public bool IsFor(IReadOnlySet<Role> roles) => For.Length == 0 || For.Any(roles.Contains);

    public static IEnumerable<RailEntry> Of(IReadOnlySet<Role> roles) => All.Where(e => e.IsFor(roles));

    /// <summary>
    /// The entry a page stands under. A dossier's pages are under the entry its reader comes by: its assessment under
    /// Commissions, the rest under Dossiers, or under Enrolments for those who have no Dossiers.
    /// </summary>
    public static RailEntry? Here(string path, IReadOnlyList<RailEntry> entries)
    {
        ArgumentNullException.ThrowIfNull(path);
        string[] ways = !path.StartsWith("/dossiers/", StringComparison.Ordinal) ? [path]
            : path.Contains("/evaluation", StringComparison.Ordinal) ? ["/commissions", "/dossiers", "/inscriptions"]
            : ["/dossiers", "/inscriptions", "/commissions"];
        return ways.Select(way => entries.FirstOrDefault(e => way == e.Href || (e.Href != "/" && way.StartsWith(e.Href + "/", StringComparison.Ordinal)))).FirstOrDefault(e => e is not null);
    }
}
